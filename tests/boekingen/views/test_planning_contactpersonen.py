from datetime import date

from django.urls import reverse

import pytest

from boekingen.models import Aanvraag, School
from lesaanbod.models import Gebeurtenis
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import brieven, laatste_brief
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.paginas import assert_same_queries

PAD = "/planning/contactpersonen/"
GEBELD = "Teruggebeld op het nummer van de school."


@pytest.fixture
def nieuw(wereld, coordinator):
    return wereld.nieuwe_contactpersoon(gebruiker__naam="Loes Hendriks")


def pad(naam, contact):
    return reverse(f"boekingen:planning_{naam}", args=[contact.pk])


def test_contactpersonen_to_admit_come_first(client, nieuw, wereld):
    rijen = client.get(PAD).context["pagina"].object_list
    assert [contact.pk for contact in rijen] == [nieuw.pk, wereld.contact.pk]
    rijen = client.get(PAD, {"status": "toegelaten"}).context["pagina"].object_list
    assert [contact.pk for contact in rijen] == [wereld.contact.pk]


def test_contactpersonen_same_queries_with_one_and_three_rows(client, coordinator):
    assert_same_queries(ContactpersoonFactory.create_batch, PAD, client)


def test_contactpersoon_shows_the_number_of_the_register(client, nieuw):
    tekst = client.get(pad("contactpersoon", nieuw)).content.decode()
    assert 'href="tel:0301234567"' in tekst
    assert "Dit nummer staat in het register." in tekst


def test_contactpersoon_of_a_gone_school_does_not_lean_on_the_register(client, nieuw):
    School.objects.update(verdwenen_op=date(2026, 8, 1))
    tekst = client.get(pad("contactpersoon", nieuw)).content.decode()
    assert "staat niet meer in het register (sinds zaterdag 1 augustus 2026)" in tekst
    assert "Dit nummer stond in het register. Zoek na of het nog klopt." in tekst
    assert "School in het register" not in tekst


def test_toelaten_keeps_how_it_was_checked(client, nieuw, coordinator):
    sinds = laatste_brief()
    velden = {"hoe": GEBELD, "toelichting": "Gesproken met de receptie."}
    response = client.post(pad("toelaten", nieuw), velden)
    nieuw.refresh_from_db()
    assert (nieuw.status, nieuw.beoordeeld_door) == ("toegelaten", coordinator)
    assert Gebeurtenis.objects.latest("pk").waarom == f"{GEBELD} Gesproken met de receptie."
    assert [brief for brief, _, _ in brieven(sinds)] == ["contact_toegelaten"]
    assert melding(response) == ["Loes Hendriks is toegelaten. Er gaat bericht naar Loes Hendriks."]


def test_toelaten_twice_mails_once(client, nieuw):
    client.post(pad("toelaten", nieuw), {"hoe": GEBELD})
    sinds = laatste_brief()
    response = client.post(pad("toelaten", nieuw), {"hoe": GEBELD})
    assert brieven(sinds) == []
    assert melding(response)[-1] == "Loes Hendriks is al toegelaten. Er gaat geen bericht uit."


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({}, "Kies hoe u dit hebt gecontroleerd."),
        ({"hoe": "anders"}, "Vertel hoe u dit hebt gecontroleerd."),
    ],
)
def test_toelaten_asks_how_it_was_checked(client, nieuw, velden, fout):
    response = client.post(pad("toelaten", nieuw), velden)
    nieuw.refresh_from_db()
    assert (response.status_code, nieuw.status) == (400, "aangemeld")
    assert fout in response.content.decode()


def test_toelaten_of_a_school_by_hand_waits_for_its_check(client, coordinator):
    school = SchoolFactory(vestigingscode=None, bron="hand", is_gecontroleerd=False)
    contact = ContactpersoonFactory(school=school, status="aangemeld")
    assert (
        "Controleer eerst de school" in client.get(pad("contactpersoon", contact)).content.decode()
    )
    response = client.post(pad("toelaten", contact), {"hoe": GEBELD})
    assert_geweigerd(response, fout="Controleer eerst de gegevens van de school.")
    contact.refresh_from_db()
    assert contact.status == "aangemeld"


def test_weigeren_turns_the_open_requests_down(client, coordinator, wereld):
    wereld.aanvraag(wereld.les({"wijkagent": 1}))
    response = client.post(pad("weigeren", wereld.contact), {"reden": "Werkt er niet."})
    wereld.contact.refresh_from_db()
    assert wereld.contact.status == "geweigerd"
    assert Aanvraag.objects.get().status == "afgewezen"
    assert melding(response) == [
        f"{wereld.contact.naam} is geweigerd. Er gaat bericht naar {wereld.contact.naam}."
    ]


def test_weigeren_needs_a_reason_and_keeps_the_other_form_empty(client, nieuw):
    response = client.post(pad("weigeren", nieuw), {"reden": ""})
    assert response.status_code == 400
    assert not response.context["toelaten"].is_bound
    assert "Vul een reden in." in response.content.decode()
