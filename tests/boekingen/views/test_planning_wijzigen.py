from django.urls import reverse

import pytest
import time_machine

from boekingen.domain.weigeringen import LesVoorbij
from boekingen.services.boekingen import rond_les_af
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import brieven, laatste_brief, op
from tests.inloggen import login_as
from tests.paginas import assert_same_queries

STAPPEN = ["planning_opgeven", "planning_annuleren"]
VELDEN = {
    "waar": "school",
    "reden": "Te laat.",
    "keuze": "anders",
    "datum": "2027-03-04",
    "tijd": "09:00",
}


@pytest.fixture
def bevestigd(wereld, coordinator):
    return wereld.bevestigd()


def pad(naam, boeking):
    return reverse(f"boekingen:{naam}", args=[boeking.pk])


@pytest.mark.parametrize("naam", [*STAPPEN, "planning_verzetten"])
def test_step_shows_who_will_hear_and_changes_nothing_by_get(client, bevestigd, wereld, naam):
    boeking, inzet = bevestigd
    sinds = laatste_brief()
    tekst = client.get(pad(naam, boeking)).content.decode()
    assert wereld.contact.naam in tekst
    assert str(inzet.hoofdrolspeler.gebruiker) in tekst
    boeking.refresh_from_db()
    assert (boeking.status, brieven(sinds)) == ("bevestigd", [])


@pytest.mark.parametrize("naam", STAPPEN)
def test_step_needs_a_reason(client, bevestigd, naam):
    boeking, _ = bevestigd
    response = client.post(pad(naam, boeking), {"reden": ""})
    boeking.refresh_from_db()
    assert (response.status_code, boeking.status) == (400, "bevestigd")
    assert "Vul een reden in." in response.content.decode()


@pytest.mark.parametrize("naam", [*STAPPEN, "planning_verzetten", "planning_plaats"])
def test_step_after_the_lesson_began_is_refused(client, bevestigd, coordinator, naam):
    boeking, _ = bevestigd
    with time_machine.travel(boeking.begin, tick=False):
        login_as(client, coordinator)
        response = client.post(pad(naam, boeking), VELDEN)
    assert_geweigerd(response, fout=LesVoorbij.uitleg)
    boeking.refresh_from_db()
    assert boeking.status == "bevestigd"


def test_plaats_shows_what_is_known_and_tells_who_has_it_in_the_diary(client, bevestigd, wereld):
    boeking, inzet = bevestigd
    tekst = client.get(pad("planning_plaats", boeking)).content.decode()
    assert 'value="lokaal 12"' in tekst
    velden = {"waar": "elders", "plaats": "Stadion Galgenwaard", "lokaal": "lokaal 12"}
    response = client.post(pad("planning_plaats", boeking), velden)
    boeking.refresh_from_db()
    assert (boeking.op_school, boeking.plaats) == (False, "Stadion Galgenwaard")
    wie = f"{inzet.hoofdrolspeler.gebruiker} en {wereld.contact.naam}"
    assert melding(response) == [f"De plaats van de les is bewaard. Er gaat bericht naar {wie}."]


def test_plaats_asks_as_many_queries_for_one_as_for_more_people(client, coordinator, wereld):
    boeking = wereld.boeking()

    def vraag(aantal: int) -> None:
        wereld.vraag(boeking, *(wereld.persoon("wijkagent") for _ in range(aantal)))

    assert_same_queries(vraag, pad("planning_plaats", boeking), client)


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"waar": "elders", "plaats": "  "}, "Vul het adres in."),
        ({"waar": "maan"}, "Kies waar."),
        ({}, "Kies waar de les is."),
        ({"waar": "school", "lokaal": "x" * 121}, "Schrijf hooguit 120 tekens."),
    ],
)
def test_plaats_that_cannot_be_is_said_at_its_field(client, bevestigd, velden, fout):
    boeking, _ = bevestigd
    sinds = laatste_brief()
    response = client.post(pad("planning_plaats", boeking), velden)
    assert (response.status_code, fout in response.content.decode()) == (400, True)
    assert brieven(sinds) == []


def test_verzetten_asks_who_is_free_again(client, bevestigd, wereld):
    boeking, inzet = bevestigd
    velden = {"keuze": "anders", "datum": "2027-02-04", "tijd": "13:15"}
    response = client.post(pad("planning_verzetten", boeking), velden)
    boeking.refresh_from_db()
    inzet.refresh_from_db()
    assert (boeking.begin, boeking.status) == (op(2, 4, 13, 15), "voorgesteld")
    assert inzet.status == "uitgenodigd"
    wie = f"{inzet.hoofdrolspeler.gebruiker} en {wereld.contact.naam}"
    assert melding(response) == [
        f"De les is nu op donderdag 4 februari 2027, 13.15 uur. Er gaat bericht naar {wie}."
    ]


def test_verzetten_refused_keeps_what_was_typed(client, bevestigd):
    boeking, _ = bevestigd
    velden = {"keuze": "anders", "datum": "2027-02-06", "tijd": "13:15"}
    response = client.post(pad("planning_verzetten", boeking), velden)
    assert_geweigerd(response, fout="Dit is in het weekend.", getypt='value="2027-02-06"')


def test_verzetten_does_not_offer_the_moment_it_has(client, bevestigd):
    boeking, _ = bevestigd
    assert client.get(pad("planning_verzetten", boeking)).context["keuzes"] == []


def test_opgeven_leaves_a_lesson_to_plan(client, bevestigd):
    boeking, inzet = bevestigd
    client.post(pad("planning_opgeven", boeking), {"reden": "Verbouwing."})
    boeking.refresh_from_db()
    inzet.refresh_from_db()
    assert (boeking.status, boeking.begin, inzet.status) == ("te_plannen", None, "ingetrokken")


def test_annuleren_twice_mails_once(client, bevestigd, wereld):
    boeking, inzet = bevestigd
    sinds = laatste_brief()
    eerst = client.post(pad("planning_annuleren", boeking), {"reden": "Studiedag."})
    wie = f"{inzet.hoofdrolspeler.gebruiker} en {wereld.contact.naam}"
    assert melding(eerst) == [f"De les is geannuleerd. Er gaat bericht naar {wie}."]
    client.post(pad("planning_annuleren", boeking), {"reden": "Studiedag."})
    boeking.refresh_from_db()
    assert boeking.status == "geannuleerd"
    assert [brief for brief, _, _ in brieven(sinds)] == ["inzet_ingetrokken", "les_geannuleerd"]


def test_niet_doorgegaan_corrects_a_given_lesson(client, bevestigd):
    boeking, _ = bevestigd
    response = client.post(pad("planning_niet_doorgegaan", boeking), {"reden": "Ziek."})
    assert_geweigerd(response, fout="Er is intussen iets veranderd.", getypt="Ziek.")
    rond_les_af(boeking_id=boeking.pk, nu=boeking.eind)
    response = client.post(pad("planning_niet_doorgegaan", boeking), {"reden": "Ziek."})
    boeking.refresh_from_db()
    assert boeking.status == "niet_doorgegaan"
    assert melding(response)[-1] == ("De les staat als niet doorgegaan. Er gaat geen bericht uit.")


def test_toch_gegeven_takes_the_correction_back(client, bevestigd):
    boeking, _ = bevestigd
    rond_les_af(boeking_id=boeking.pk, nu=boeking.eind)
    response = client.post(pad("planning_toch_gegeven", boeking), {"reden": "Vergissing."})
    assert_geweigerd(response, fout="Er is intussen iets veranderd.", getypt="Vergissing.")
    client.post(pad("planning_niet_doorgegaan", boeking), {"reden": "Ziek."})
    tekst = client.get(pad("planning_boeking", boeking)).content.decode()
    assert pad("planning_toch_gegeven", boeking) in tekst
    assert pad("planning_niet_doorgegaan", boeking) not in tekst
    response = client.post(pad("planning_toch_gegeven", boeking), {"reden": "Vergissing."})
    boeking.refresh_from_db()
    assert boeking.status == "gegeven"
    assert melding(response)[-1] == "De les staat als gegeven. Er gaat geen bericht uit."


@pytest.mark.parametrize(
    ("naam", "daarna"),
    [
        ("planning_opgeven", "te_plannen"),
        ("planning_annuleren", "geannuleerd"),
        ("planning_verzetten", "voorgesteld"),
    ],
)
def test_step_is_offered_and_taken_after_a_moment_that_was_never_confirmed(
    client, wereld, coordinator, naam, daarna
):
    boeking = wereld.boeking()
    with time_machine.travel(op(2, 3), tick=False):
        login_as(client, coordinator)
        assert pad(naam, boeking) in client.get(pad("planning_boeking", boeking)).content.decode()
        client.post(pad(naam, boeking), VELDEN)
    boeking.refresh_from_db()
    assert boeking.status == daarna
