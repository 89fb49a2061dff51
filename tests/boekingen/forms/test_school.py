"""Screen 1: a school of the register, or by hand."""

from datetime import date

import pytest

from boekingen.forms.school import SchoolScherm
from tests.boekingen.lesopzet import make_achtergrond
from tests.factories.boekingen import SchoolFactory

pytestmark = pytest.mark.django_db

ZELF = {
    "soort": "zelf",
    "naam": "De Vlieger",
    "straat": "Dorpsweg",
    "huisnummer": "1",
    "postcode": "3561ab",
    "plaats": "Utrecht",
    "telefoon": "030 123 45 67",
    "sector": "po",
    "vakantieregio": "Midden",
}


def stuur(getypt):
    scherm = SchoolScherm(make_achtergrond(), getypt, is_verstuurd=True)
    scherm.is_geldig()
    return scherm


def fouten(scherm):
    return [(fout.tekst, fout.veld_id) for fout in scherm.fouten]


def test_school_of_the_list_is_its_number():
    school = SchoolFactory()
    assert stuur({"school": str(school.pk), "q": "x"}).get_antwoord() == {"id": school.pk}


@pytest.mark.parametrize("getypt", ["", "abc", "999999"])
def test_no_school_is_refused_at_the_list(getypt):
    scherm = stuur({"school": getypt})
    assert [fout.veld_id for fout in scherm.fouten] == ["id_school"]


@pytest.mark.parametrize(
    "velden", [{"verdwenen_op": date(2026, 10, 1)}, {"is_gecontroleerd": False}]
)
def test_school_that_cannot_be_chosen_is_refused(velden):
    scherm = stuur({"school": str(SchoolFactory(**velden).pk)})
    assert fouten(scherm) == [
        ("Kies uw school opnieuw. Deze staat niet meer in de lijst.", "id_school")
    ]


def test_school_by_hand_comes_out_clean_and_comes_back():
    antwoord = stuur(ZELF).get_antwoord()
    schoon = ZELF | {"postcode": "3561 AB", "telefoon": "0301234567"}
    assert SchoolScherm.list_velden(antwoord) == schoon
    assert "soort" not in antwoord


@pytest.mark.parametrize(
    ("veld", "getypt", "reden"),
    [
        ("naam", "???", "Vul de naam van de school in."),
        ("straat", "", "Vul de straat in."),
        ("huisnummer", "", "Vul het huisnummer in."),
        ("postcode", "", "Vul de postcode in, zoals 3561 AB."),
        ("postcode", "0561 AB", "Vul een postcode in, zoals 3561 AB."),
        ("plaats", "", "Vul de plaats in."),
        ("telefoon", "030", "Vul een telefoonnummer in, zoals 030 123 45 67."),
        ("sector", "", "Kies het soort onderwijs."),
        ("sector", "xx", "Kies het soort onderwijs uit de lijst."),
    ],
)
def test_school_by_hand_that_cannot_be_is_refused(veld, getypt, reden):
    assert fouten(stuur(ZELF | {veld: getypt})) == [(reden, f"id_{veld}")]


def test_unknown_region_is_refused():
    assert fouten(stuur(ZELF | {"vakantieregio": "Oost"})) == [
        ("Kies Noord, Midden of Zuid.", "id_vakantieregio_0")
    ]


def test_school_by_hand_that_we_know_is_that_school():
    bekend = SchoolFactory(naam="DE VLIEGER", postcode="3561 AB", is_gecontroleerd=False)
    assert stuur(ZELF).get_antwoord() == {"id": bekend.pk}


def test_other_way_to_give_a_school_keeps_what_fits():
    scherm = SchoolScherm(make_achtergrond(), ZELF)
    assert scherm.wissel("zelf") is scherm
    assert not scherm.wissel("kies").is_zelf
    assert SchoolScherm(make_achtergrond(), {"school": "1"}).wissel("zelf").is_zelf
