"""Screens 4 and 5, and the fields they share."""

import pytest

from boekingen.domain.mailadres import UITLEG
from boekingen.forms.contact import ContactScherm
from boekingen.forms.praktisch import PraktischScherm
from tests.boekingen.lesopzet import make_achtergrond

GOED = {"naam": "Noor", "functie": "", "telefoon": "+31 6 12345678", "email": "Noor@School.example"}

NIET_UITNODIGBAAR = ["noor@école.example", "noor%les@school.example", '"noor"@school.example']


def stuur(soort, getypt, **achtergrond):
    scherm = soort(make_achtergrond(**achtergrond), getypt, is_verstuurd=True)
    scherm.is_geldig()
    return scherm


def fouten(scherm):
    return [(fout.tekst, fout.veld_id) for fout in scherm.fouten]


def test_contact_comes_out_clean():
    assert stuur(ContactScherm, GOED).get_antwoord() == {
        "naam": "Noor",
        "functie": "",
        "telefoon": "0612345678",
        "email": "noor@school.example",
    }


@pytest.mark.parametrize(
    ("veld", "getypt", "reden"),
    [
        ("naam", " ", "Vul uw naam in."),
        ("telefoon", "", "Vul uw telefoonnummer in."),
        ("telefoon", "12", "Vul een telefoonnummer in, zoals 030 123 45 67."),
        ("email", "", "Vul uw e-mailadres in."),
        ("email", "noor", "Vul een e-mailadres in, zoals naam@school.nl."),
        *[("email", adres, UITLEG) for adres in NIET_UITNODIGBAAR],
    ],
)
def test_contact_that_cannot_be_is_refused(veld, getypt, reden):
    scherm = stuur(ContactScherm, GOED | {veld: getypt})
    assert fouten(scherm) == [(reden, f"id_{veld}")]


def test_address_of_who_is_logged_in_cannot_be_changed():
    eigen = {"naam": "Noor Verbeek", "email": "noor@school.example"}
    scherm = stuur(ContactScherm, GOED | {"email": "ander@school.example"}, eigen=eigen)
    assert scherm.get_antwoord()["email"] == "noor@school.example"


def test_address_of_who_is_logged_in_is_judged_as_well():
    eigen = {"naam": "Noor Verbeek", "email": "noor%les@school.example"}
    assert fouten(stuur(ContactScherm, GOED, eigen=eigen)) == [(UITLEG, "id_email")]


def test_who_is_logged_in_finds_the_form_filled_in():
    eigen = {"naam": "Noor Verbeek", "telefoon": "0612345678", "email": "noor@school.example"}
    formulier = ContactScherm(make_achtergrond(eigen=eigen), {}).formulieren[0]
    assert {naam: formulier[naam].value() for naam in eigen} == eigen


def test_old_address_in_the_draft_gives_way_to_the_login():
    scherm = ContactScherm(make_achtergrond(eigen={"email": "nieuw@school.example"}), GOED)
    assert scherm.formulieren[0]["email"].value() == "nieuw@school.example"


def test_practical_things_may_all_be_empty():
    leeg = {"lokaal": "", "dagcontact_naam": "", "dagcontact_telefoon": "", "opmerking": ""}
    scherm = stuur(PraktischScherm, leeg)
    assert fouten(scherm) == []
    assert scherm.get_antwoord() == leeg
    assert PraktischScherm.list_velden(leeg) == leeg


def test_somebody_else_on_the_day_needs_a_number():
    scherm = stuur(PraktischScherm, {"dagcontact_naam": "Ria"})
    assert fouten(scherm) == [("Vul ook het nummer van deze persoon in.", "id_dagcontact_telefoon")]
    fout_nummer = stuur(PraktischScherm, {"dagcontact_naam": "Ria", "dagcontact_telefoon": "1"})
    assert fouten(fout_nummer) == [
        ("Vul een telefoonnummer in, zoals 030 123 45 67.", "id_dagcontact_telefoon")
    ]


def test_remark_asks_for_no_names_and_no_health():
    hint = PraktischScherm(make_achtergrond(), {}).formulieren[0].fields["opmerking"].help_text
    assert hint == "Schrijf geen namen van leerlingen op, en niets over iemands gezondheid."
