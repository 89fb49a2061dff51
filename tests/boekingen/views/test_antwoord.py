"""Confirming what came from a diary and could not be proven."""

from django.test import Client

import pytest

from boekingen.models import Inzet, Poststuk
from boekingen.services import inzet_einde
from boekingen.services.post import ruim_post_op, verwerk_antwoord
from lesaanbod.services.links import sign
from tests.boekingen.antwoordmail import Vraag, mail
from tests.boekingen.wereld import status


@pytest.fixture
def inzet(klok, wereld) -> Inzet:
    """Somebody in whose name a yes came in from elsewhere."""
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    uitnodiging = inzet.uitnodigingen.get()
    vraag = Vraag(
        uid=uitnodiging.uid,
        adres=uitnodiging.adres,
        begin=uitnodiging.begin,
        dtstamp=wereld.nu,
        van="robin@thuis.example",
    )
    verwerk_antwoord(inhoud=mail(vraag), nu=wereld.nu)
    return inzet


def get_pad() -> str:
    return f"/antwoord/{sign(doel='antwoord', sleutel=Poststuk.objects.get().sleutel)}/"


def test_get_shows_the_answer_and_changes_nothing(client, inzet):
    response = client.get(get_pad())
    tekst = response.content.decode()
    assert "het antwoord «ja», vanaf robin@thuis.example" in tekst
    assert (response.headers["X-Robots-Tag"], response.cookies.output()) == ("noindex", "")
    assert status(inzet) == "uitgenodigd"


def test_one_button_confirms_and_a_second_time_changes_nothing(inzet):
    antwoorden = [Client(enforce_csrf_checks=True).post(get_pad()) for _ in range(2)]
    naar = f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/"
    assert [antwoord["Location"] for antwoord in antwoorden] == [naar, naar]
    assert status(inzet) == "toegezegd"
    assert Client().get(get_pad())["Location"] == naar


def test_answer_that_no_longer_counts_says_why(client, inzet, wereld):
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    (ander,) = wereld.vraag(inzet.plek.boeking, wereld.persoon("wijkagent"))
    wereld.ja(ander)
    response = client.post(get_pad())
    assert response.status_code == 409
    assert "Iemand anders heeft al ja gezegd." in response.content.decode()


def test_answer_that_was_erased_counts_no_more(client, inzet):
    ruim_post_op(inzet.begin)
    assert client.post(get_pad()).status_code == 409


def test_same_queries_whatever_else_came_in(client, inzet, django_assert_num_queries, wereld):
    client.get(get_pad())
    with django_assert_num_queries(6):
        client.get(get_pad())


def test_token_of_an_invitation_opens_nothing(client, inzet):
    response = client.get(f"/antwoord/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/")
    assert response.status_code == 404
