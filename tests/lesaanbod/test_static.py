"""Our own style sheets: every file they name is there, and nothing comes from elsewhere."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

import pytest

CSS = Path(settings.BASE_DIR, "lesaanbod/static/lesaanbod/css")
SHEETS = sorted(CSS.glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_files_named_in_a_sheet_are_found(sheet):
    for adres in re.findall(r'url\("([^"]+)"\)', sheet.read_text()):
        assert not adres.startswith(("data:", "http", "//"))
        pad = (Path("/lesaanbod/css") / adres).resolve()
        assert finders.find(str(pad).lstrip("/")), f"{sheet.name}: {adres}"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheet_says_what_it_is_for(sheet):
    assert sheet.read_text().startswith("/* ")


def test_every_sheet_is_linked_from_a_template():
    templates = [path.read_text() for path in (settings.BASE_DIR / "templates").rglob("*.html")]
    linked = {
        naam for text in templates for naam in re.findall(r"lesaanbod/css/([\w-]+\.css)", text)
    }
    assert linked == {sheet.name for sheet in SHEETS}
