"""Screen 2: one to eight classes."""

import pytest

from boekingen.forms.klassen import KlassenScherm
from lesaanbod.selectors import NiveauOpzet
from tests.boekingen.lesopzet import make_achtergrond, make_les


def velden(*groepen, **anders):
    """Return the fields of classes given as (name, level, pupils)."""
    namen = ("naam", "niveau", "leerlingen")
    return {
        f"groep-{i}-{veld}": str(waarde)
        for i, groep in enumerate(groepen)
        for veld, waarde in zip(namen, groep, strict=True)
    } | anders


def stuur(getypt, les=None):
    scherm = KlassenScherm(make_achtergrond(les), getypt, is_verstuurd=True)
    return scherm, scherm.is_geldig()


def fouten(scherm):
    return [(fout.tekst, fout.veld_id) for fout in scherm.fouten]


def test_one_class_is_an_answer():
    scherm, geldig = stuur(velden(("8A", 1, 27)))
    assert geldig
    assert scherm.get_antwoord() == {
        "groepen": [{"naam": "8A", "niveau": 1, "leerlingen": 27}],
        "samen": False,
    }


@pytest.mark.parametrize(("keuze", "samen"), [("na_elkaar", False), ("samen", True)])
def test_two_classes_say_how_they_come(keuze, samen):
    scherm, geldig = stuur(velden(("8A", 1, 16), ("8B", 1, 16), samen=keuze))
    assert geldig
    assert scherm.get_antwoord()["samen"] is samen


def test_two_classes_without_the_choice_are_refused():
    scherm, geldig = stuur(velden(("8A", 1, 16), ("8B", 1, 16)))
    assert not geldig
    assert fouten(scherm) == [("Kies of de klassen na elkaar komen of samen.", "id_samen_0")]


def test_too_many_pupils_together_are_refused_where_after_each_other_is_fine():
    scherm, geldig = stuur(velden(("8A", 1, 17), ("8B", 1, 16), samen="samen"))
    assert not geldig
    assert fouten(scherm) == [
        (
            "Samen zijn dit er 33. In deze les passen er hooguit 32. Kies «Na elkaar».",
            "id_samen_0",
        )
    ]
    assert stuur(velden(("8A", 1, 17), ("8B", 1, 16), samen="na_elkaar"))[1]


@pytest.mark.parametrize(
    ("leerlingen", "reden"),
    [
        ("0", "Vul minstens 1 leerling in."),
        ("-3", "Vul minstens 1 leerling in."),
        ("veel", "Vul een getal in, bijvoorbeeld 27."),
        ("2,5", "Vul een getal in, bijvoorbeeld 27."),
        ("", "Vul in hoeveel leerlingen er zijn."),
        (
            "33",
            (
                "In deze les passen hooguit 32. Vul een lager getal in,"
                " of splits de klas in twee groepen."
            ),
        ),
    ],
)
def test_number_of_pupils_that_cannot_be_is_refused(leerlingen, reden):
    scherm, geldig = stuur(velden(("8A", 1, leerlingen)))
    assert not geldig
    assert fouten(scherm) == [(reden, "id_groep-0-leerlingen")]


def test_level_the_lesson_is_not_for_is_refused():
    scherm, _ = stuur(velden(("8A", 9, 20)))
    assert fouten(scherm) == [("Kies een niveau uit de lijst.", "id_groep-0-niveau")]


def test_two_classes_of_one_name_are_refused():
    scherm, _ = stuur(velden(("8A", 1, 20), ("8a", 1, 20), samen="na_elkaar"))
    assert fouten(scherm) == [
        ("Klas 2: Deze klas staat er al. Geef elke klas een eigen naam.", "id_groep-1-naam")
    ]


def test_only_level_is_filled_in():
    les = make_les(niveaus=(NiveauOpzet(7, "Groep 8"),))
    scherm = KlassenScherm(make_achtergrond(les), {})
    assert scherm.groepen[0]["niveau"].value() == "7"
    assert scherm.groepen[0]["niveau"].is_hidden


def test_answer_comes_back_as_fields():
    scherm, _ = stuur(velden(("8A", 2, 16), ("8B", 1, 16), samen="samen"))
    terug, geldig = stuur(KlassenScherm.list_velden(scherm.get_antwoord()))
    assert geldig
    assert terug.get_antwoord() == scherm.get_antwoord()


def doe(getypt, actie):
    return KlassenScherm(make_achtergrond(), getypt).doe(actie)[0]


def test_class_more_keeps_what_was_typed():
    assert doe(velden(("8A", 1, "zo'n 20")), "klas_erbij") == velden(("8A", 1, "zo'n 20")) | {
        "groep-1-naam": ""
    }


def test_class_less_moves_the_rest_up():
    getypt = velden(("8A", 1, 20), ("8B", 2, 21), ("8C", 1, 22), samen="samen")
    over = velden(("8A", 1, 20), ("8C", 1, 22), samen="samen")
    assert doe(getypt, "klas_weg-1") == over


@pytest.mark.parametrize("actie", ["klas_weg-0", "klas_weg-5", "klas_weg-x", "iets", "klas_weg-"])
def test_button_that_cannot_be_changes_nothing(actie):
    assert doe(velden(("8A", 1, 20)), actie) == velden(("8A", 1, 20))


def test_there_are_eight_classes_at_most():
    acht = velden(*[(f"8{letter}", 1, 20) for letter in "ABCDEFGH"], samen="na_elkaar")
    assert doe(acht, "klas_erbij") == acht
    assert not KlassenScherm(make_achtergrond(), acht).mag_erbij
    negen = acht | {"groep-8-naam": "8I", "groep-8-niveau": "1", "groep-8-leerlingen": "20"}
    scherm, _ = stuur(negen)
    assert len(scherm.get_antwoord()["groepen"]) == 8
