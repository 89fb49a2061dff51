"""What keeps the house in order, beside the import contracts."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APPS = ("boekingen", "hoofdrolspelers", "lesaanbod")
MAX_LINES = 400
JUNK_DRAWERS = {"utils", "helpers", "common", "core", "misc", "tools"}


def list_sources(*suffixes: str, folders: tuple[str, ...] = (*APPS, "tests")) -> list[Path]:
    return sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes and "migrations" not in path.parts
    )


def list_templates() -> list[Path]:
    return sorted(
        path for path in (ROOT / "templates").rglob("*.html") if "emails" not in path.parts
    )


def test_no_source_grew_too_long():
    too_long = {
        str(path.relative_to(ROOT))
        for path in list_sources(".py", ".css", ".js")
        if len(path.read_text().splitlines()) > MAX_LINES
    }
    assert too_long == set()


def test_there_is_no_junk_drawer():
    assert {path.stem for path in list_sources(".py")} & JUNK_DRAWERS == set()


def test_the_top_level_is_as_given():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages == {*APPS, "tests"}


@pytest.mark.parametrize("app", ["hoofdrolspelers", "lesaanbod"])
def test_every_back_room_is_in_the_contract_of_boekingen(app):
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (contract,) = [
        contract
        for contract in contracts["contracts"]
        if contract["name"] == "boekingen uses its neighbours' front doors"
    ]
    layers = {"models", "blocks", "emails", "forms", "views", "wagtail_hooks"}
    rooms = {
        path.stem
        for path in (ROOT / app).iterdir()
        if path.stem in layers and (path.is_file() or (path / "__init__.py").exists())
    }
    forbidden = {
        module.removeprefix(f"{app}.")
        for module in contract["forbidden_modules"]
        if module.startswith(f"{app}.")
    }
    assert forbidden == rooms


@pytest.mark.parametrize(
    ("forbidden", "why"),
    [
        (r"\bstyle=", "inline style breaks the CSP"),
        (r"<script(?![^>]*\bsrc=)", "inline script breaks the CSP"),
        (r"\son[a-z]+=\"", "inline handlers break the CSP"),
        (r"\|\s*safe\b", "what is shown must be escaped"),
        (r"autoescape off", "what is shown must be escaped"),
        (r"https?://(?!www\.w3\.org)", "nothing is loaded from elsewhere"),
    ],
)
def test_templates_hold_nothing_that(forbidden, why):
    found = {
        str(path.relative_to(ROOT))
        for path in list_templates()
        if re.search(forbidden, path.read_text())
    }
    assert found == set(), why


def test_code_never_marks_text_as_safe():
    found = {
        str(path.relative_to(ROOT))
        for path in list_sources(".py", folders=APPS)
        if re.search(r"\bmark_safe\b|csrf_exempt(?!\n)", path.read_text())
    }
    # The answer page: its address is the permission, see its docstring.
    assert found - {"boekingen/views/uitnodiging.py"} == set()


def test_no_signal_is_received_but_post_migrate():
    # Pages that are kept must hear of every edit, wherever it is made.
    kept = ROOT / "lesaanbod/services/catalogusversie.py"
    # A model of Django itself, which has no other place where a save can be refused.
    group = ROOT / "lesaanbod/models/groepen.py"
    found = {
        signal
        for path in list_sources(".py", folders=APPS)
        if path not in {kept, group}
        for signal in re.findall(
            r"\b(pre_save|post_save|pre_delete|post_delete|m2m_changed)\b", path.read_text()
        )
    }
    assert found == set()
