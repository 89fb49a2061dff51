"""The docent's own requests over HTTP."""

import pytest

from boekingen.domain.status import AanvraagStatus, BoekingStatus
from boekingen.models import Boeking, Contactpersoon
from lesaanbod.models import Bericht
from tests.factories.boekingen import ContactpersoonFactory
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import login_as
from tests.paginas import assert_same_queries

pytestmark = pytest.mark.usefixtures("klok")


@pytest.fixture
def aanvraag(wereld):
    return wereld.aanvraag(wereld.les({"wijkagent": 1}, {"rolmodel": 1}))


@pytest.fixture
def docent_client(client, wereld):
    login_as(client, wereld.contact.gebruiker)
    return client


def test_empty_page_says_what_belongs_there(client, db):
    login_as(client, GebruikerFactory())
    pagina = client.get("/mijn/").content.decode()
    assert "Hier staan straks uw lessen" in pagina


def test_list_shows_lessons_kenmerk_and_status(docent_client, aanvraag):
    pagina = docent_client.get("/mijn/").content.decode()
    assert aanvraag.kenmerk in pagina
    assert "wij zoeken een wijkagent" in pagina
    assert "wij zoeken een rolmodel" in pagina


def test_list_asks_the_database_as_often_with_three_as_with_one(docent_client, wereld):
    def make(aantal):
        for _ in range(aantal):
            les = wereld.les({"wijkagent": 1}, {"rolmodel": 1})
            boeking = wereld.aanvraag(les, klassen=["8A", "8B"]).boekingen.earliest("pk")
            wereld.vraag(wereld.stel_voor(boeking, boeking.aanvraag.wensen.first().begin))

    assert_same_queries(make, "/mijn/", docent_client)


@pytest.mark.parametrize("pad", ["", "intrekken/"])
def test_others_do_not_find_the_request(client, wereld, aanvraag, pad):
    adres = f"/mijn/{aanvraag.pk}/{pad}"
    assert client.get(adres).url.startswith("/account/login/")
    login_as(client, ContactpersoonFactory(school=wereld.school).gebruiker)
    assert client.get(adres).status_code == 404
    assert client.get("/mijn/999999/").status_code == 404


def test_colleague_cannot_withdraw(client, wereld, aanvraag):
    login_as(client, ContactpersoonFactory(school=wereld.school).gebruiker)
    assert client.post(f"/mijn/{aanvraag.pk}/intrekken/").status_code == 404
    aanvraag.refresh_from_db()
    assert aanvraag.status == AanvraagStatus.INGEDIEND


def test_page_names_what_withdrawing_does_and_does_nothing(docent_client, aanvraag):
    pagina = docent_client.get(f"/mijn/{aanvraag.pk}/intrekken/").content.decode()
    assert "De twee lessen die nog komen, gaan niet door." in pagina
    assert set(Boeking.objects.values_list("status", flat=True)) == {BoekingStatus.TE_PLANNEN}


def test_withdrawing_cancels_everything_once(docent_client, aanvraag):
    adres = f"/mijn/{aanvraag.pk}/intrekken/"
    antwoord = docent_client.post(adres, {"reden": "De klas gaat op kamp."})
    assert antwoord.url == f"/mijn/{aanvraag.pk}/"
    aanvraag.refresh_from_db()
    assert (aanvraag.status, aanvraag.reden) == (
        AanvraagStatus.INGETROKKEN,
        "De klas gaat op kamp.",
    )
    brieven = Bericht.objects.count()
    assert docent_client.post(adres).url == f"/mijn/{aanvraag.pk}/"
    assert Bericht.objects.count() == brieven
    pagina = docent_client.get(antwoord.url).content.decode()
    assert "U hebt deze aanvraag ingetrokken." in pagina
    assert "Trek de aanvraag in" not in pagina
    assert docent_client.get(adres).url == f"/mijn/{aanvraag.pk}/"


def test_reason_that_is_too_long_stays_and_withdraws_nothing(docent_client, aanvraag):
    lang = "x" * 301
    pagina = docent_client.post(f"/mijn/{aanvraag.pk}/intrekken/", {"reden": lang})
    assert lang in pagina.content.decode()
    aanvraag.refresh_from_db()
    assert aanvraag.status == AanvraagStatus.INGEDIEND


def test_lesson_that_is_going_on_cannot_be_withdrawn(docent_client, wereld):
    boeking, _ = wereld.bevestigd()
    Boeking.objects.filter(pk=boeking.pk).update(begin=wereld.nu)
    antwoord = docent_client.post(f"/mijn/{boeking.aanvraag_id}/intrekken/", follow=True)
    assert "Deze les is al begonnen of voorbij." in antwoord.content.decode()


@pytest.mark.parametrize(
    ("status", "woorden"),
    [("aangemeld", "Wij bellen eerst"), ("geweigerd", "Wij konden niet vaststellen")],
)
def test_page_says_how_the_admission_stands(docent_client, aanvraag, status, woorden):
    Contactpersoon.objects.update(status=status)
    assert woorden in docent_client.get(f"/mijn/{aanvraag.pk}/").content.decode()


def test_pages_are_not_kept(docent_client, aanvraag):
    for adres in ("/mijn/", f"/mijn/{aanvraag.pk}/"):
        assert "no-store" in docent_client.get(adres).headers["Cache-Control"]
