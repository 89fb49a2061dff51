"""From the answers of a draft to values that services can trust."""

from copy import deepcopy
from datetime import date, datetime
from uuid import UUID

import pytest

from boekingen.domain.indiening import GroepOpgave, list_open_stappen, parse_indiening
from boekingen.domain.weigeringen import AanvraagOnvolledig

SLEUTEL = UUID(int=1)
GOED = {
    "school": {"id": 12},
    "klassen": {"groepen": [{"naam": "8A", "niveau": 1, "leerlingen": 27}], "samen": True},
    "momenten": {"wensen": {str(SLEUTEL): ["2027-01-12T09:00"]}, "verhinderd": ["2027-01-13"]},
    "praktisch": {"lokaal": "12"},
    "contact": {"naam": "Noor", "telefoon": "0612345678", "email": "noor@school.example"},
}


def test_complete_answers_become_values():
    indiening = parse_indiening(GOED)
    assert indiening.school.id == 12
    assert indiening.groepen == (GroepOpgave(naam="8A", niveau=1, leerlingen=27),)
    assert indiening.wensen == {SLEUTEL: (datetime(2027, 1, 12, 9, 0),)}
    assert indiening.verhinderd == (date(2027, 1, 13),)
    assert indiening.contact.functie == ""


def test_one_class_never_comes_together():
    assert parse_indiening(GOED).klassen_samen is False


def test_open_screens_come_in_order():
    assert list_open_stappen({}) == ("school", "klassen", "momenten", "praktisch", "contact")
    half = {stap: GOED[stap] for stap in ("momenten", "school")}
    assert list_open_stappen(half | {"onaf": {"klassen": {"x": "y"}}}) == (
        "klassen",
        "praktisch",
        "contact",
    )
    assert list_open_stappen(GOED) == ()


def wijzig(pad, waarde):
    anders = deepcopy(GOED)
    doel = anders
    for sleutel in pad[:-1]:
        doel = doel[sleutel]
    doel[pad[-1]] = waarde
    return anders


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        (["school"], {}),
        (["school"], {"vreemd": 1}),
        (["klassen", "groepen"], []),
        (["klassen", "groepen"], [{"naam": "8A", "niveau": 1, "leerlingen": 2}] * 9),
        (["klassen", "groepen"], [{"naam": "8A"}]),
        (["klassen"], ["x"]),
        (["momenten", "wensen"], {"geen-uuid": []}),
        (["momenten", "wensen"], {str(SLEUTEL): ["morgen"]}),
        (["momenten", "wensen"], {str(SLEUTEL): ["2027-01-12T09:00"] * 4}),
        (["momenten", "verhinderd"], ["13 januari"]),
        (["contact"], {"naam": "Noor"}),
    ],
)
def test_answers_of_another_shape_are_refused(pad, waarde):
    with pytest.raises(AanvraagOnvolledig):
        parse_indiening(wijzig(pad, waarde))
