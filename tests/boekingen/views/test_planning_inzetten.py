from django.urls import reverse

import pytest

from boekingen.domain.weigeringen import AlGevraagd, NietInzetbaar
from boekingen.models import Inzet
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import brieven, laatste_brief
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory


@pytest.fixture
def boeking(wereld, coordinator):
    return wereld.boeking()


def nodig(client, boeking, hoofdrolspeler_id):
    plek = boeking.plekken.get()
    return client.post(
        reverse("boekingen:planning_uitnodigen", args=[plek.pk]),
        {"hoofdrolspeler": hoofdrolspeler_id},
    )


def test_uitnodigen_asks_once_and_says_until_when(client, boeking, wereld, coordinator):
    persoon = wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts")
    response = nodig(client, boeking, persoon.pk)
    inzet = Inzet.objects.get()
    assert inzet.hoofdrolspeler == persoon
    assert response["Location"] == reverse("boekingen:planning_boeking", args=[boeking.pk])
    assert melding(response)[0] == (
        "Ruben Aerts is gevraagd en krijgt een mail. "
        "Een antwoord komt vóór maandag 18 januari 2027, 17.00 uur."
    )


def test_uitnodigen_twice_has_one_effect(client, boeking, wereld):
    persoon = wereld.persoon("wijkagent")
    nodig(client, boeking, persoon.pk)
    assert_geweigerd(nodig(client, boeking, persoon.pk), fout=AlGevraagd.uitleg)
    assert Inzet.objects.count() == 1


@pytest.mark.parametrize("wie", ["x", "", "999999", "-1"])
def test_uitnodigen_refuses_a_number_of_nobody(client, boeking, wie):
    assert_geweigerd(nodig(client, boeking, wie), fout=NietInzetbaar.uitleg)
    assert Inzet.objects.count() == 0


def test_uitnodigen_refuses_somebody_without_the_role(client, boeking):
    ander = HoofdrolspelerFactory()
    assert_geweigerd(nodig(client, boeking, ander.pk), fout=NietInzetbaar.uitleg)


def test_intrekken_says_who_will_hear_and_changes_nothing_by_get(client, boeking, wereld):
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    pad = reverse("boekingen:planning_inzet_intrekken", args=[inzet.pk])
    assert f"{inzet.hoofdrolspeler.gebruiker} krijgt bericht." in client.get(pad).content.decode()
    inzet.refresh_from_db()
    assert inzet.status == "uitgenodigd"


def test_intrekken_of_a_yes_tells_docent_and_hoofdrolspeler(client, coordinator, wereld):
    boeking, inzet = wereld.bevestigd()
    sinds = laatste_brief()
    pad = reverse("boekingen:planning_inzet_intrekken", args=[inzet.pk])
    response = client.post(pad, {"reden": "Ruil met een collega."})
    inzet.refresh_from_db()
    boeking.refresh_from_db()
    assert (inzet.status, inzet.reden) == ("ingetrokken", "Ruil met een collega.")
    assert boeking.status == "voorgesteld"
    assert [brief for brief, _, _ in brieven(sinds)] == ["inzet_ingetrokken", "les_onzeker"]
    persoon, docent = inzet.hoofdrolspeler.gebruiker, wereld.contact.naam
    assert melding(response) == [
        f"{persoon} komt niet meer. Er gaat bericht naar {persoon} en {docent}."
    ]


def test_intrekken_asks_for_a_reason(client, boeking, wereld):
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    pad = reverse("boekingen:planning_inzet_intrekken", args=[inzet.pk])
    response = client.post(pad, {"reden": "  "})
    assert response.status_code == 400
    assert "Vul een reden in." in response.content.decode()


def test_intrekken_of_a_no_is_refused(client, boeking, wereld):
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    Inzet.objects.update(status="afgewezen")
    pad = reverse("boekingen:planning_inzet_intrekken", args=[inzet.pk])
    response = client.post(pad, {"reden": "Toch niet."})
    assert_geweigerd(response, fout="Er is intussen iets veranderd.", getypt="Toch niet.")
