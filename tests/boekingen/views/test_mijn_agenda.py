"""The diary links of a docent."""

import re

from django.test import Client

import pytest

from boekingen.models import Agendafeed, Contactpersoon
from tests.factories.boekingen import ContactpersoonFactory
from tests.inloggen import login_as
from tests.paginas import assert_same_queries

pytestmark = pytest.mark.usefixtures("klok")
PAD = "/mijn/agenda/"


@pytest.fixture
def docent_client(client, wereld):
    login_as(client, wereld.contact.gebruiker)
    return client


def maak(client, contact, soort, **velden):
    return client.post(f"{PAD}{contact.pk}/{soort}/maken/", velden)


@pytest.mark.parametrize(("soort", "velden"), [("eigen", {"detail": "les"}), ("site", {})])
def test_link_is_shown_once_and_works_without_login(docent_client, wereld, soort, velden):
    wereld.bevestigd()
    pagina = maak(docent_client, wereld.contact, soort, **velden).content.decode()
    (pad,) = re.findall(
        r"<code class=\"geheim\">http://testserver(/agenda/[\w-]{22}\.ics)</code>", pagina
    )
    assert pad not in docent_client.get(PAD).content.decode()
    antwoord = Client().get(pad)
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    assert antwoord.content.count(b"BEGIN:VEVENT") == 1


def test_own_link_asks_how_much_it_says(docent_client, wereld):
    assert maak(docent_client, wereld.contact, "eigen").status_code == 400
    assert maak(docent_client, wereld.contact, "eigen", detail="alles").status_code == 400
    assert Agendafeed.objects.count() == 0


def test_site_never_says_more_than_the_title(docent_client, wereld):
    maak(docent_client, wereld.contact, "site", detail="plaats")
    assert Agendafeed.objects.get().detail == "les"


def test_stop_ends_the_link(docent_client, wereld):
    maak(docent_client, wereld.contact, "site")
    assert docent_client.post(f"{PAD}{wereld.contact.pk}/site/stoppen/")["Location"] == PAD
    assert Agendafeed.objects.count() == 0


def test_contact_of_somebody_else_and_who_is_not_admitted_have_none(docent_client, wereld):
    ander = ContactpersoonFactory(school=wereld.school)
    assert maak(docent_client, ander, "site").status_code == 404
    assert maak(docent_client, wereld.contact, "elders").status_code == 404
    Contactpersoon.objects.update(status="aangemeld")
    assert maak(docent_client, wereld.contact, "site").status_code == 404
    assert "Hier maakt u straks een agendalink" in docent_client.get(PAD).content.decode()


def test_same_queries_with_one_and_three_schools(docent_client, wereld):
    def maak_scholen(aantal):
        for _ in range(aantal):
            contact = ContactpersoonFactory(gebruiker=wereld.contact.gebruiker)
            for soort in ("eigen", "site"):
                maak(docent_client, contact, soort, detail="les")

    assert_same_queries(maak_scholen, PAD, docent_client)
