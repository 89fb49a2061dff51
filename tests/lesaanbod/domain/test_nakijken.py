"""The check before publishing: each remark by itself, and what stops publishing."""

import pytest

from lesaanbod.domain.nakijken import Aanbodfeiten, Bevinding, Onderdeelfeiten, list_bevindingen

DEEL = {"titel": "Deel 1", "rollen": 1, "op_school": True, "plaats": ""}
GOED = {
    "samenvatting": "Een les over druk.",
    "boekbaar": True,
    "is_serie": False,
    "doelen": 2,
    "doelgroepen": 1,
    "materialen": 0,
    "onderdelen": (Onderdeelfeiten(**DEEL),),
}


def deel(**anders) -> Onderdeelfeiten:
    return Onderdeelfeiten(**DEEL | anders)


def kijk(**anders) -> list[Bevinding]:
    return list_bevindingen(Aanbodfeiten(**GOED | anders))


def test_sound_lesson_has_no_remarks():
    assert kijk() == []


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"onderdelen": ()}, "Er is geen onderdeel. Een school kan niets kiezen."),
        ({"doelgroepen": 0}, "Er is geen doelgroep. Een school kan geen klas kiezen."),
        (
            {"onderdelen": (deel(rollen=0),)},
            "«Deel 1» heeft geen rol. Er is dan niemand om te vragen.",
        ),
    ],
)
def test_what_breaks_a_request_stops_publishing(anders, tekst):
    assert kijk(**anders) == [Bevinding(tekst, blokkeert=True)]


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"is_serie": True}, "Deze lessenserie heeft maar één onderdeel."),
        (
            {"onderdelen": (deel(), deel())},
            "Deze les heeft meer onderdelen. Is het een lessenserie?",
        ),
        ({"doelen": 0}, "Er is nog geen doel. Wat leren zij?"),
        (
            {"boekbaar": False, "doelgroepen": 0},
            "Er is nog geen doelgroep. Niemand vindt dit met het filter.",
        ),
        (
            {"boekbaar": False, "alleen_materiaal": True},
            "Dit is lesmateriaal, maar er is niets om te openen.",
        ),
        (
            {"materialen": 1, "materialen_leeg": ("Werkboek",)},
            "Het materiaal «Werkboek» heeft geen bestand en geen webadres.",
        ),
        (
            {"onderdelen": (deel(plaats="rechtbank"),)},
            "«Deel 1» is op school, maar noemt een andere plaats.",
        ),
        (
            {"samenvatting": "x" * 141},
            "De samenvatting telt 141 tekens. Tot 140 leest prettig in de lijst.",
        ),
        ({"dode_links": 1}, "Eén link wijst naar een pagina of bestand dat er niet is."),
        ({"dode_links": 2}, "2 links wijzen naar een pagina of bestand dat er niet is."),
        (
            {"afbeeldingen_zonder_tekst": 1},
            "Eén afbeelding heeft geen beschrijving voor wie niet kan zien.",
        ),
        (
            {"afbeeldingen_zonder_tekst": 3},
            "3 afbeeldingen hebben geen beschrijving voor wie niet kan zien.",
        ),
    ],
)
def test_what_is_only_odd_is_told_and_stops_nothing(anders, tekst):
    assert kijk(**anders) == [Bevinding(tekst)]


def test_offer_that_cannot_be_booked_needs_no_role():
    assert kijk(boekbaar=False, onderdelen=()) == []


def test_what_stops_publishing_comes_first():
    gevonden = kijk(doelen=0, onderdelen=(deel(rollen=0),))
    assert [een.blokkeert for een in gevonden] == [True, False]


def test_summary_that_just_fits_is_fine():
    assert kijk(samenvatting="x" * 140) == []
