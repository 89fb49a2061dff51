"""The bench: what a figure says, and that it keeps what it measured."""

import json

import pytest

from tests.bench.register import GROEPEN, Cijfer, format_regel, lees_metingen, schrijf_json


def maak_cijfer(**anders: object) -> Cijfer:
    velden = {"naam": "proef", "value": 5.0, "unit": "ms", "limit": 5.0, "better": "lower"}
    return Cijfer(**{**velden, **anders})


@pytest.mark.parametrize(
    ("better", "value", "expected"),
    [
        ("lower", 5, True),
        ("lower", 5.1, False),
        ("higher", 5, True),
        ("higher", 4.9, False),
    ],
)
def test_limit_is_held_or_missed(better, value, expected):
    cijfer = maak_cijfer(better=better, value=value)
    assert cijfer.is_gehaald == expected
    assert ("MISSED" in format_regel(cijfer)) != expected


def test_figure_without_limit_cannot_be_missed():
    assert maak_cijfer(limit=None, value=1e9).is_gehaald


def test_file_holds_every_figure_also_of_groups_that_did_not_run(tmp_path):
    bestand = tmp_path / "nieuw" / "bench.json"
    schrijf_json([maak_cijfer(), maak_cijfer(naam="ander", limit=None)], bestand)
    schrijf_json([maak_cijfer(value=4.0)], bestand)
    assert json.loads(bestand.read_text()) == {
        "proef": {"value": 4.0, "unit": "ms", "limit": 5.0, "better": "lower"},
        "ander": {"value": 5.0, "unit": "ms", "limit": None, "better": "lower"},
    }


def test_every_group_is_registered_by_its_own_module():
    assert tuple(lees_metingen()) == GROEPEN
