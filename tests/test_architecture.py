"""What keeps the house in order, beside the import contracts."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APPS = ("boekingen", "hoofdrolspelers", "lesaanbod")
FRONT_DOORS = ("__init__", "domain", "selectors", "services")
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


def list_back_rooms(*apps: str) -> set[str]:
    """Return every module of these apps that another app may not use."""
    return {
        f"{app}.{path.stem}"
        for app in apps
        for path in (ROOT / app).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    } - {f"{app}.{room}" for app in apps for room in FRONT_DOORS}


@pytest.mark.parametrize(
    ("name", "lower"),
    [
        ("boekingen uses its neighbours' front doors", ("hoofdrolspelers", "lesaanbod")),
        ("hoofdrolspelers uses the ground floor's front doors", ("lesaanbod",)),
    ],
)
def test_every_back_room_is_in_the_contract_of_who_lives_above(name, lower):
    """A contract can only forbid what it names: a new module must not be open by accident."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (contract,) = [found for found in contracts["contracts"] if found["name"] == name]
    assert set(contract["forbidden_modules"]) == list_back_rooms(*lower)


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
