"""Our own style sheets: every file they name is there, and nothing comes from elsewhere."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage

import pytest

from lesaanbod.statisch import GEBRUIK, TOKEN, voeg_samen
from tests.statisch import map_sheets

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


def test_every_sheet_is_linked_from_a_template_or_by_another_sheet():
    templates = [path.read_text() for path in (settings.BASE_DIR / "templates").rglob("*.html")]
    linked = {
        naam for text in templates for naam in re.findall(r"lesaanbod/css/([\w-]+\.css)", text)
    }
    imported = {
        naam
        for sheet in SHEETS
        for naam in re.findall(r'url\("([\w-]+\.css)"\)', sheet.read_text())
    }
    assert linked | imported == {sheet.name for sheet in SHEETS}


def read(naam: str) -> str:
    """Return a style sheet as it is on disk."""
    return Path(finders.find(naam)).read_text()


def read_as_one(naam: str) -> str:
    """Return a sheet of the site as ``collectstatic`` joins it."""
    return map_sheets()[naam].decode()


class TestOneFile:
    """What ``collectstatic`` of a real site makes of sheets that import others."""

    def test_holds_everything_once_and_in_order(self):
        def strip(tekst: str) -> str:
            return re.sub(r'@charset "UTF-8";|url\([^)]*\)', "", TOKEN.sub("", tekst))

        namen = re.findall(r'@import url\("([^"]+)"\)', (CSS / "site.css").read_text())
        paden = [(Path("/lesaanbod/css") / naam).resolve() for naam in namen]
        delen = [read(str(pad).lstrip("/")) for pad in paden]
        samen = strip(read_as_one("lesaanbod/css/site.css"))
        assert len(delen) == 26
        assert samen.endswith(strip("".join(delen)))
        assert "@import" not in samen

    def test_has_a_value_for_every_token_that_the_theme_has_one_for(self):
        thema = read("voorbeeld-design-tokens/theme.css")
        samen = read_as_one("lesaanbod/css/site.css")
        van_het_thema, gebleven = (dict(TOKEN.findall(tekst)) for tekst in (thema, samen))
        gebruikt = set(GEBRUIK.findall("".join(sheet.read_text() for sheet in SHEETS) + samen))
        assert gebruikt & van_het_thema.keys() <= gebleven.keys()
        assert len(gebleven) < len(van_het_thema) / 2

    def test_leaves_out_the_tokens_that_no_sheet_uses(self):
        thema = (
            b".t {\n  --a: var(--b);\n  --b: 1px;\n  --c: var(--d);\n  --d: 2px;\n"
            b'  --e: var(--a);\n  --f: "x; y";\n}\n'
        )
        bladen = {
            "site.css": b'@import url("thema.css");\n.s { margin: var(--a) }\n',
            "thema.css": thema,
            "ander.css": b".a { padding: var( --d, 1px) }\n",
        }
        opslag = InMemoryStorage()
        for naam, inhoud in bladen.items():
            opslag.save(naam, ContentFile(inhoud))
        storage, naam = voeg_samen({naam: (opslag, naam) for naam in bladen})["site.css"]
        assert storage.open(naam).read().decode() == (
            '.t {\n  --a: var(--b);\n  --b: 1px;\n  --d: 2px;\n  --f: "x; y";\n}\n'
            ".s { margin: var(--a) }\n"
        )

    def test_names_files_from_where_it_stands(self):
        bladen = {
            "a/een.css": b'/* Een */\n@import url("../b/twee.css");\n.een {}\n',
            "b/twee.css": b'@charset "UTF-8";@import url("c/drie.css");\n.t { a: url(t.woff2) }\n',
            "b/c/drie.css": b'.d { a: url(\'../d.svg\'); b: url("data:x,y"); c: url("/e.svg") }\n',
        }
        opslag = InMemoryStorage()
        for naam, inhoud in bladen.items():
            opslag.save(naam, ContentFile(inhoud))
        samen = voeg_samen({naam: (opslag, naam) for naam in bladen})
        storage, naam = samen["a/een.css"]
        assert storage.open(naam).read().decode() == (
            '/* Een */\n.d { a: url("../b/d.svg"); b: url("data:x,y"); c: url("/e.svg") }\n'
            '.t { a: url("../b/t.woff2") }\n.een {}\n'
        )
        assert samen["b/c/drie.css"][0] is opslag

    def test_missing_sheet_stops_collectstatic(self):
        opslag = InMemoryStorage()
        opslag.save("een.css", ContentFile(b'@import url("weg.css");\n'))
        with pytest.raises(KeyError, match=r"weg\.css"):
            voeg_samen({"een.css": (opslag, "een.css")})
