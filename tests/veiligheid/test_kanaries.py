"""The rare words of kanaries.py stand where they may, in pages, letters and logs, and nowhere else.

That no address of the site shows one to who may not read it is a part of tests/toegang/test_matrix.
"""

import logging
from collections.abc import Iterator
from http import HTTPStatus

from django.conf import settings
from django.test import Client

import pytest

from boekingen.models import Contactpersoon
from boekingen.services import inzet_einde
from hoofdrolspelers.models import Hoofdrolspeler
from lesaanbod.models import Bericht, Gebeurtenis
from tests.inloggen import make_sessie
from tests.toegang.wereld import NU
from tests.veiligheid.kanaries import (
    DAG,
    DOCENT,
    OFFICIER,
    OPMERKING,
    SCHOOL,
    Stad,
    bouw_stad,
    find_lekken,
    get_tekst,
    zoek,
)


@pytest.fixture
def stad(db) -> Iterator[Stad]:
    with bouw_stad() as stad:
        yield stad


def test_words_are_where_they_may_be(stad):
    """A search that finds nothing anywhere would prove nothing."""
    stad.wereld.ja(stad.inzet)
    gezien = {}
    for rol, adres in [
        ("docent", f"/mijn/{stad.boeking.aanvraag_id}/"),
        ("hoofdrolspeler", "/hoofdrolspeler/"),
        ("anoniem", f"/uitnodiging/{stad.dingen['token']}/"),
    ]:
        client = Client()
        if rol != "anoniem":
            client.cookies[settings.SESSION_COOKIE_NAME] = make_sessie(stad.cast[rol])
        gezien[rol] = zoek(get_tekst(client.get(adres)))
    assert gezien["docent"] >= {"school", *DAG, *OPMERKING}
    assert gezien["hoofdrolspeler"] >= {"school", "straat"}
    assert gezien["anoniem"] == {*SCHOOL, *DAG}


def test_before_the_yes_the_link_names_nobody_to_call(stad):
    antwoord = Client().get(f"/uitnodiging/{stad.dingen['token']}/")
    assert zoek(get_tekst(antwoord)) == {*SCHOOL}


@pytest.mark.parametrize("einde", ["nee", "verlopen", "ingetrokken", "afgemeld"])
def test_ended_invitation_names_nobody_to_call(einde, stad):
    inzet_id = stad.inzet.pk
    if einde == "nee":
        inzet_einde.wijs_af(inzet_id=inzet_id, reden="x", nu=NU, door=None)
    elif einde == "verlopen":
        inzet_einde.laat_verlopen(inzet_id=inzet_id, nu=stad.inzet.antwoord_voor)
    else:
        stad.wereld.ja(stad.inzet)
        einde_door = inzet_einde.meld_af if einde == "afgemeld" else inzet_einde.trek_inzet_in
        einde_door(inzet_id=inzet_id, reden="x", nu=NU, door=None)
    antwoord = Client().get(f"/uitnodiging/{stad.dingen['token']}/")
    assert zoek(get_tekst(antwoord)) == (set() if einde == "ingetrokken" else {*SCHOOL})


def unfold(ics: bytes | None) -> str:
    """Return a calendar file with its folded lines made whole."""
    return bytes(ics or b"").decode().replace("\r\n ", "")


def list_post(aan: str) -> dict[str, set[str]]:
    """Return the words in each letter to an address, by its key."""
    gevonden: dict[str, set[str]] = {}
    for bericht in Bericht.objects.filter(aan=aan).order_by("pk"):
        tekst = "\n".join((bericht.onderwerp, bericht.tekst, bericht.html, unfold(bericht.ics)))
        gevonden.setdefault(bericht.brief, set()).update(zoek(tekst))
    return gevonden


def test_letters_hold_only_what_their_reader_may_know(stad):
    stad.wereld.ja(stad.inzet)
    inzet_einde.meld_af(inzet_id=stad.inzet.pk, reden="Ik ben ziek.", nu=NU, door=None)
    aan_docent = list_post(DOCENT["docent adres"])
    aan_officier = list_post(OFFICIER["officier adres"])
    assert {brief: woorden & {*OFFICIER} for brief, woorden in aan_docent.items()} == {
        "aanvraag_ontvangen": set(),
        "les_bevestigd": set(),
        "les_onzeker": set(),
    }
    eigen = {"officier naam", "officier voornaam", "officier adres"}
    assert {brief: woorden - eigen - {*SCHOOL} for brief, woorden in aan_officier.items()} == {
        "inzet_gevraagd": set(),
        "antwoord_bevestigen": set(),
        "inzet_bevestigd": {*DAG},
        "inzet_afgemeld": set(),
        "tegenvoorstel_ontvangen": set(),
    }
    assert set(Bericht.objects.values_list("aan", flat=True)) == {
        DOCENT["docent adres"],
        OFFICIER["officier adres"],
    }


def test_gebeurtenissen_hold_no_word(stad):
    stad.wereld.ja(stad.inzet)
    velden = ("onderwerp_soort", "onderwerp_id", "wat", "waarom")
    rijen = Gebeurtenis.objects.values_list(*velden)
    assert zoek("\n".join(" ".join(rij) for rij in rijen)) == set()


def test_a_word_that_is_read_or_logged_is_found(stad):
    """A search that finds nothing anywhere would prove nothing."""
    adres = f"/planning/boekingen/{stad.boeking.pk}/"
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = make_sessie(stad.cast["coördinator"])
    antwoord = client.get(adres)
    assert find_lekken("coördinator", adres, antwoord) == []
    assert f"docent reads officier naam at {adres}" in find_lekken("docent", adres, antwoord)
    logging.getLogger("proef").warning("%s", SCHOOL["school"])
    assert zoek("\n".join(stad.log)) == {"school"}


@pytest.mark.parametrize("pad", ["/bestaat/niet/", "/mijn/999/", "/planning/"])
def test_error_page_of_the_docent_tells_nothing_of_the_lesson(pad, stad):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = make_sessie(stad.cast["docent"])
    antwoord = client.get(pad)
    assert antwoord.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
    assert zoek(get_tekst(antwoord)) <= {*DOCENT}


def test_stored_rows_are_those_the_words_were_planted_in(stad):
    """The factories and services kept the words; otherwise nothing here could ever be found."""
    persoon = Hoofdrolspeler.objects.get(gebruiker=stad.cast["hoofdrolspeler"])
    contact = Contactpersoon.objects.get(gebruiker=stad.cast["docent"])
    assert (persoon.zichtbaarheid, persoon.telefoon) == ("rol", OFFICIER["officier telefoon"])
    assert (contact.naam, contact.telefoon) == (DOCENT["docent naam"], DOCENT["docent telefoon"])
    assert stad.boeking.aanvraag.dagcontact_telefoon == DAG["dag telefoon"]
