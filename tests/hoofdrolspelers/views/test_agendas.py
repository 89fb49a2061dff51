"""The pages for one's own diaries."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

import pytest
import time_machine

from hoofdrolspelers.models import ExterneAgenda
from hoofdrolspelers.services.agendas import get_adres
from tests.factories.hoofdrolspelers import ExterneAgendaFactory, HoofdrolspelerFactory
from tests.hoofdrolspelers.agendas import TITEL, UUR, event, kalender
from tests.inloggen import login_as
from tests.paginas import assert_same_queries, assert_sound

PAD = "/hoofdrolspeler/agendas/"
GEHEIM = "https://agenda.example/geheime-sleutel.ics"
KAPOT = event("DTSTART:kapot", uid="k")
GOED = kalender(event("DTSTART:20270112T090000Z", UUR), KAPOT)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def persoon():
    return HoofdrolspelerFactory()


@pytest.fixture
def ik(client, persoon):
    login_as(client, persoon.gebruiker)
    return client


def lees(client, pad=PAD, status=200):
    reactie = client.get(pad)
    assert reactie.status_code == status
    return reactie.content.decode()


def doe(client, pad, velden=None, status=302):
    """Post, and return the page that follows, or the same page with its fault."""
    reactie = client.post(PAD + pad, velden or {})
    assert reactie.status_code == status
    return lees(client) if status == 302 else reactie.content.decode()


def upload(inhoud, **anders):
    bestand = SimpleUploadedFile("a.ics", inhoud, content_type="text/calendar")
    return {"bestand": bestand, "naam": "werk", "max_dagen_oud": "31"} | anders


def test_empty_page_says_what_belongs_there(ik):
    pagina = lees(ik)
    assert "U hebt nog geen agenda gekoppeld." in pagina
    assert "Nooit wat u doet" in pagina


def test_address_is_linked_and_never_shown_again(ik):
    velden = {"adres": GEHEIM, "naam": "werk", "max_dagen_oud": "7"}
    pagina = doe(ik, "koppelen/", velden)
    agenda = ExterneAgenda.objects.get()
    assert (get_adres(agenda), agenda.max_dagen_oud) == (GEHEIM, 7)
    for tekst in ("Uw agenda is gekoppeld", "agenda.example", "wordt gelezen", "Nu vernieuwen"):
        assert tekst in pagina
    paden = [PAD, f"{PAD}{agenda.pk}/", f"{PAD}{agenda.pk}/ontkoppelen/", "/hoofdrolspeler/"]
    assert all("geheime-sleutel" not in lees(ik, pad) for pad in paden)


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({}, "Plak het adres van uw agenda."),
        ({"adres": "http://a.example/x"}, "https:// of webcal://"),
        ({"adres": "https://a:b@c.example/"}, "naam of wachtwoord"),
        ({"adres": GEHEIM, "max_dagen_oud": "0"}, "1 tot en met 365"),
        ({"adres": GEHEIM, "max_dagen_oud": "zeven"}, "heel getal"),
        ({"adres": GEHEIM}, "Geef de agenda een naam"),
        ({"adres": GEHEIM, "naam": "\x07"}, "Geef de agenda een naam"),
    ],
)
def test_bad_link_is_refused_with_words_and_keeps_what_was_typed(velden, tekst, ik):
    pagina = doe(ik, "koppelen/", velden, status=200)
    assert tekst in pagina
    assert "<title>Fout:" in pagina
    assert velden.get("adres", "") in pagina
    assert not ExterneAgenda.objects.exists()


def test_second_link_of_the_same_and_an_eleventh_are_refused(ik, persoon):
    ExterneAgendaFactory(hoofdrolspeler=persoon, adres=GEHEIM)
    velden = {"adres": GEHEIM, "naam": "werk"}
    assert "al gekoppeld" in doe(ik, "koppelen/", velden, status=200)
    ExterneAgendaFactory.create_batch(9, hoofdrolspeler=persoon)
    velden["adres"] = "https://agenda.example/elf.ics"
    assert "Ontkoppel er eerst een" in doe(ik, "koppelen/", velden, status=200)
    assert "Ontkoppel er eerst een" in doe(ik, "bestand/", upload(GOED), status=200)


def test_file_is_read_replaced_and_forgotten(ik):
    pagina = doe(ik, "bestand/", upload(GOED))
    for tekst in (
        "Uw agenda is gelezen",
        "Uit een bestand",
        "goed gelezen",
        "niet te lezen en telt",
    ):
        assert tekst in pagina
    assert TITEL not in pagina
    agenda = ExterneAgenda.objects.get()
    pad = f"{agenda.pk}/bestand/"
    assert "Wij houden vast" in doe(ik, pad, {"bestand": upload(b"<html>")["bestand"]}, status=200)
    assert "nieuwe bestand is gelezen" in doe(ik, pad, {"bestand": upload(GOED)["bestand"]})
    assert "geen agenda gekoppeld" in doe(ik, f"{agenda.pk}/ontkoppelen/")


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({"naam": "werk"}, "Kies een bestand."),
        (upload(b""), "Dit bestand is leeg."),
        (upload(b"<html>"), "inlogpagina"),
        (upload(b"x" * (5 * 1024 * 1024 + 1)), "groter dan 5 MB"),
    ],
)
def test_bad_file_is_refused_with_words(velden, tekst, ik):
    assert tekst in doe(ik, "bestand/", velden, status=200)
    assert not ExterneAgenda.objects.exists()


def test_page_says_what_is_wrong_since_when_and_what_to_do(ik, persoon, nu):
    ExterneAgendaFactory(
        hoofdrolspeler=persoon,
        gelezen_op=nu - timedelta(days=9),
        fout="De website doet het niet.",
        fout_sinds=nu - timedelta(days=8),
        verouderd_sinds=nu - timedelta(days=2),
    )
    pagina = lees(ik)
    for tekst in (
        "te oud",
        "Sinds zondag 3 januari 2027",
        "De website doet het niet.",
        "Wij gebruiken nog wat wij het laatst lazen.",
        "Wij stellen u niet voor",
        "Herstel het adres of kies een langere tijd.",
    ):
        assert tekst in pagina


def test_settings_and_refresh(ik, persoon, nu):
    agenda = ExterneAgendaFactory(hoofdrolspeler=persoon)
    assert "Bewaard." in doe(ik, f"{agenda.pk}/", {"naam": "th\x07\r\nuis", "max_dagen_oud": ""})
    agenda.refresh_from_db()
    assert (agenda.naam, agenda.max_dagen_oud) == ("th uis", None)
    assert "Kijk over een minuut" in doe(ik, f"{agenda.pk}/vernieuwen/")
    ExterneAgenda.objects.update(geprobeerd_op=nu)
    assert "net. Probeer" in doe(ik, f"{agenda.pk}/vernieuwen/")
    ExterneAgenda.objects.update(geprobeerd_op=None, wacht_tot=nu + timedelta(hours=1))
    assert "vraagt ons even te wachten" in doe(ik, f"{agenda.pk}/vernieuwen/")
    ExterneAgenda.objects.update(adres_versleuteld="")
    assert "nieuw bestand" in doe(ik, f"{agenda.pk}/vernieuwen/")


def test_file_page_is_not_there_for_an_address(ik, persoon):
    agenda = ExterneAgendaFactory(hoofdrolspeler=persoon)
    lees(ik, f"{PAD}{agenda.pk}/bestand/", status=404)


def test_list_asks_the_database_no_more_for_more_diaries(ik, persoon):
    assert_same_queries(
        lambda aantal: ExterneAgendaFactory.create_batch(aantal, hoofdrolspeler=persoon), PAD, ik
    )


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_pages_are_sound_on_a_phone_and_on_a_desk(page, persoon, nu):
    agenda = ExterneAgendaFactory(
        hoofdrolspeler=persoon,
        gelezen_op=nu,
        fout="De website doet het niet.",
        fout_sinds=nu,
        verouderd_sinds=nu,
        waarschuwingen=["Eén afspraak is niet te lezen en telt niet mee."],
    )
    ExterneAgendaFactory(hoofdrolspeler=persoon, adres="", host="", gelezen_op=nu)
    paden = ("", "koppelen/", "bestand/", f"{agenda.pk}/", f"{agenda.pk}/ontkoppelen/")
    login_as(page, persoon.gebruiker)
    for pad in paden:
        page.goto(PAD + pad)
        page.get_by_role("heading", level=1).wait_for()
        assert_sound(page)
