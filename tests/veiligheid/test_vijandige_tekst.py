"""Hostile words in every field a docent or hoofdrolspeler fills in stay words (A9, A10)."""

import email
from datetime import timedelta
from email import policy

from django.conf import settings
from django.core import mail
from django.test import Client

import pytest
import time_machine

from boekingen.domain.status import ContactStatus
from boekingen.models import Aanvraag, Contactpersoon
from boekingen.services.contactpersonen import laat_toe
from lesaanbod.models import Bericht, Bevoegdheid
from lesaanbod.services import links
from tests.boekingen.invullen import Docent
from tests.boekingen.wereld import Wereld, controleer_school, op, verstuur
from tests.inloggen import make_medewerker, make_sessie
from tests.toegang.wereld import NU

GIF = "<img src=x onerror=alert(1)>"
TEKSTEN = {
    "html": f'">{GIF}</script>',
    "sjabloon": "{{ 7000|add:77 }}{% now 'Y' %}",
    "kopregel": "a\r\nBcc: boef@example.org\r\n\r\nx",
    "agenda": "a;b,c\\n:d\r\nATTENDEE:mailto:boef@example.org",
    "rechts": "\u202egnp.exe\u202c 'q' \"q\"",
}


@pytest.fixture
def wereld(db):
    with time_machine.travel(NU):
        yield Wereld(nu=NU)


def maak_zichtbaar(tekst: str) -> str:
    """Return the text without what the name of a school may not hold."""
    return "".join(teken if teken.isprintable() else " " for teken in tekst)


def vul_in(wereld: Wereld, tekst: str) -> Aanvraag:
    """Return a request of a docent who typed ``tekst`` wherever it fits, sent over HTTP."""
    docent = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    school = {
        "soort": "zelf",
        "huisnummer": "1",
        "naam": maak_zichtbaar(tekst),
        "straat": maak_zichtbaar(tekst),
        "plaats": "Utrecht",
        "postcode": "3599 ZZ",
        "telefoon": "0301234567",
        "sector": "po",
        "vakantieregio": "Midden",
    }
    velden = {
        "school": school,
        "klassen": docent.velden_klassen(tekst[:30]),
        "momenten": None,
        "praktisch": {
            "lokaal": tekst,
            "dagcontact_naam": tekst,
            "dagcontact_telefoon": "0612345678",
            "opmerking": tekst,
        },
        "contact": {**docent.velden_contact(), "naam": tekst, "functie": tekst},
    }
    for stap, ingevuld in velden.items():
        antwoord = docent.stuur(stap, ingevuld)
        assert antwoord.status_code == 302, (stap, antwoord.context["scherm"].fouten)
    docent.bevestig(antwoord)
    verstuurd = docent.verstuur()
    assert verstuurd.status_code == 302, verstuurd.content.decode()
    return Aanvraag.objects.get()


def list_paginas(aanvraag: Aanvraag, token: str) -> list[str]:
    """Return every page on which the words stand, as the one who may read it."""
    contact = aanvraag.contact
    coordinator = make_medewerker(Bevoegdheid.COORDINATOR.value)
    boeking = aanvraag.boekingen.get()
    lezers = [
        (contact.gebruiker, [f"/mijn/{aanvraag.pk}/", "/mijn/", f"/mijn/{aanvraag.pk}/intrekken/"]),
        (
            coordinator,
            [
                "/planning/",
                "/planning/scholen/",
                "/planning/contactpersonen/",
                f"/planning/aanvragen/{aanvraag.pk}/",
                f"/planning/boekingen/{boeking.pk}/",
                f"/planning/contactpersonen/{contact.pk}/",
                *([f"/planning/scholen/{contact.school_id}/"] * (contact.school.bron == "hand")),
            ],
        ),
        (None, [f"/uitnodiging/{token}/"]),
    ]
    paginas = []
    for gebruiker, adressen in lezers:
        client = Client()
        if gebruiker:
            client.cookies[settings.SESSION_COOKIE_NAME] = make_sessie(gebruiker)
        for adres in adressen:
            antwoord = client.get(adres)
            assert antwoord.status_code == 200, adres
            paginas.append(antwoord.content.decode())
    return paginas


@pytest.mark.parametrize("soort", TEKSTEN)
def test_words_stay_words_on_pages_in_mails_and_in_diaries(soort, wereld):
    aanvraag = vul_in(wereld, TEKSTEN[soort])
    contact = Contactpersoon.objects.get(pk=aanvraag.contactpersoon_id)
    assert contact.status == ContactStatus.AANGEMELD.value
    controleer_school(contact.school, NU)
    laat_toe(contactpersoon_id=contact.pk, nu=NU, door=None, waarom="Gebeld.")
    boeking = wereld.stel_voor(aanvraag.boekingen.get(), op(2, 2))
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    wereld.ja(inzet)
    token = links.sign(doel="uitnodiging", sleutel=inzet.sleutel)
    brieven = Bericht.objects.values_list("html", flat=True)
    html = [*list_paginas(Aanvraag.objects.get(), token), *brieven]
    assert [pagina for pagina in html if GIF in pagina or "<img src=x" in pagina] == []
    assert [pagina for pagina in html if "7077" in pagina] == []
    mail.outbox.clear()
    for ruw in verstuur(NU + timedelta(hours=1)):
        bericht = email.message_from_bytes(ruw, policy=policy.default)
        assert (bericht["Bcc"], len(bericht.get_all("To"))) == (None, 1)
    for ics in Bericht.objects.exclude(ics=None).values_list("ics", flat=True):
        regels = bytes(ics).decode().replace("\r\n ", "").split("\r\n")
        assert sum(regel.startswith("ATTENDEE") for regel in regels) == 1
        assert max(len(regel.encode()) for regel in bytes(ics).decode().split("\r\n")) <= 75


def test_reason_of_a_hoofdrolspeler_stays_words_at_the_desk(wereld):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    token = links.sign(doel="uitnodiging", sleutel=inzet.sleutel)
    nee = {"antwoord": "nee", "reden": TEKSTEN["html"], "moment": inzet.begin.isoformat()}
    antwoord = Client().post(f"/uitnodiging/{token}/", nee)
    assert antwoord.status_code == 302
    for pagina in list_paginas(boeking.aanvraag, token):
        assert GIF not in pagina


def test_too_long_is_said_and_what_was_typed_stays(wereld):
    docent = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    docent.vul_in(tot="momenten")
    antwoord = docent.stuur("praktisch", {"opmerking": "lang " * 1000, "lokaal": "lokaal 7"})
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, "lokaal 7" in pagina, "lang lang" in pagina) == (200, True, True)
    assert [fout.veld_id for fout in antwoord.context["scherm"].fouten] == ["id_opmerking"]


def test_invisible_sign_in_the_name_of_a_school_is_said_on_that_screen(wereld):
    """A name that was copied from a page may hold a soft hyphen; the last screen is too late."""
    docent = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    velden = {
        "soort": "zelf",
        "naam": "De Re\u00adgenboog",
        "straat": "Brug",
        "huisnummer": "1",
        "postcode": "3599 ZZ",
        "plaats": "Utrecht",
        "telefoon": "0301234567",
        "sector": "po",
        "vakantieregio": "Midden",
    }
    antwoord = docent.stuur("school", velden)
    assert antwoord.status_code == 200
    assert [fout.veld_id for fout in antwoord.context["scherm"].fouten] == ["id_naam"]
