"""Rare words planted in every personal field, looked for everywhere (security.md, case A2).

An officier van justitie of whom a school sees the role only comes to a school. Who may read which
word is in MAG_ZIEN; each word at any other place is a leak.
"""

import html
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from http import HTTPStatus

from django.conf import settings
from django.test import Client

import pytest
import time_machine

from boekingen.domain.feed import Feeddetail
from boekingen.models import Aanvraag, Boeking, Contactpersoon, Inzet, Tegenvoorstel
from boekingen.services import aanvragen, inzetten
from boekingen.services.agendafeeds import vernieuw_feed
from boekingen.services.rondes import start_ronde
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from hoofdrolspelers.models import Hoofdrolspeler
from lesaanbod.geheimen import MaskedFormatter
from lesaanbod.models import Bericht, Gebeurtenis
from lesaanbod.services import links
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import (
    HoofdrolspelerFactory,
    UitzonderingFactory,
    WeekRitmeFactory,
)
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import make_sessie
from tests.toegang.adressen import fill, list_routes
from tests.toegang.matrix import RIJEN
from tests.toegang.wereld import (
    NU,
    ROLLEN,
    Cast,
    make_agenda_dingen,
    make_cast,
    make_plan_dingen,
    make_post_dingen,
)

OFFICIER = {
    "officier naam": "Zeldzame Officiersma",
    "officier voornaam": "Zeldzame",
    "officier adres": "officiersma@om.example",
    "officier telefoon": "0687650001",
    "officier organisatie": "Parket Kanariehof",
}
DOCENT = {
    "docent naam": "Kanarina Docentsma",
    "docent adres": "docentsma@kanarieschool.example",
    "docent telefoon": "0611110002",
}
DAG = {"dag naam": "Dagobert Conciergema", "dag telefoon": "0633330003"}
SCHOOL = {"school": "Kanariedijkschool", "straat": "Kanariepietlaan", "lokaal": "volièrelokaal"}
VOG = {"vog notitie": "kanarienotitie"}
OPMERKING = {"opmerking": "kanarieopmerking"}
KANARIES = OFFICIER | DOCENT | DAG | SCHOOL | OPMERKING | VOG

# Role, begin of the address, words that may stand there. Everybody may read the own name.
MAG_ZIEN = [
    ("docent", "/mijn/", {*DAG, *SCHOOL, *OPMERKING}),
    ("hoofdrolspeler", "/hoofdrolspeler/", {*SCHOOL, *DAG}),
    ("coördinator", "/planning/", {*KANARIES} - {*VOG}),
    ("coördinator", "/planning/mensen/", {*VOG}),
    # The register of schools is public; that one asks for a lesson stands in it nowhere.
    *((rol, "/aanvragen/scholen/", {"school", "straat"}) for rol in ROLLEN),
    # The link is the permission, whoever holds it; after the yes it names whom to call.
    *((rol, "/uitnodiging/", {*SCHOOL, *DAG}) for rol in ROLLEN),
    *((rol, "/antwoord/", {*SCHOOL}) for rol in ROLLEN),
]
REDACTIE = {"schrijver", "redacteur", "beheerder"}
EIGEN = {"docent": {*DOCENT}, "hoofdrolspeler": {*OFFICIER}}


@dataclass(slots=True)
class Stad:
    """One lesson to which the officier comes, and what its addresses hold."""

    cast: Cast
    wereld: Wereld
    boeking: Boeking
    inzet: Inzet
    dingen: dict[str, object]
    log: list[str] = field(default_factory=list)


class Luisteraar(logging.Handler):
    """Keeps every line as it would leave."""

    def __init__(self, regels: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(MaskedFormatter("{name}: {message}", style="{"))
        self.regels = regels

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(self.format(record))


@pytest.fixture
def stad(db) -> Iterator[Stad]:
    with time_machine.travel(NU):
        regels: list[str] = []
        luisteraar = Luisteraar(regels)
        logging.getLogger().addHandler(luisteraar)
        yield build_stad(regels)
        logging.getLogger().removeHandler(luisteraar)


def build_stad(regels: list[str]) -> Stad:
    """Return the town, with the lesson confirmed through the services."""
    school = SchoolFactory(naam=SCHOOL["school"], straat=SCHOOL["straat"], postcode="3599 ZZ")
    docent = GebruikerFactory(naam=DOCENT["docent naam"], email=DOCENT["docent adres"])
    contact = ContactpersoonFactory(
        gebruiker=docent, school=school, telefoon=DOCENT["docent telefoon"]
    )
    gebruiker = GebruikerFactory(naam=OFFICIER["officier naam"], email=OFFICIER["officier adres"])
    wereld = Wereld(nu=NU, contact=contact, school=school)
    persoon = HoofdrolspelerFactory(
        gebruiker=gebruiker,
        voornaam=OFFICIER["officier voornaam"],
        organisatie=OFFICIER["officier organisatie"],
        telefoon=OFFICIER["officier telefoon"],
        zichtbaarheid=Zichtbaarheid.ROL.value,
        vog_notitie=VOG["vog notitie"],
        rollen=[wereld.rol("officier van justitie")],
        niveaus=[wereld.niveau],
    )
    WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=2, begin=time(8), eind=time(17))
    cast = make_cast()
    cast.gebruikers["docent"], cast.gebruikers["hoofdrolspeler"] = docent, gebruiker
    aanvraag = dien_in(wereld)
    boeking = wereld.stel_voor(aanvraag.boekingen.get(), op(2, 2))
    (inzet,) = wereld.vraag(boeking, persoon)
    return Stad(cast, wereld, boeking, inzet, build_dingen(wereld, boeking, inzet, cast), regels)


def dien_in(wereld: Wereld) -> Aanvraag:
    """Return a request with a word in every field."""
    les = wereld.les({"officier van justitie": 1}, slug="de-officier")
    concept = wereld.concept(les, [op(2, 2)])
    praktisch = {
        "lokaal": SCHOOL["lokaal"],
        "dagcontact_naam": DAG["dag naam"],
        "dagcontact_telefoon": DAG["dag telefoon"],
        "opmerking": OPMERKING["opmerking"],
    }
    aanvragen.bewaar_antwoorden(aanvraag_id=concept.pk, stap="praktisch", antwoorden=praktisch)
    return aanvragen.dien_concept_in(
        aanvraag_id=concept.pk, gebruiker=wereld.contact.gebruiker, nu=NU
    )


def build_dingen(wereld: Wereld, boeking: Boeking, inzet: Inzet, cast: Cast) -> dict[str, object]:
    """Return the things of the matrix, all of this lesson."""
    _, sleutel = aanvragen.start_concept(les_id=boeking.les_id, nu=NU)
    return {
        "les": f"{boeking.les_id}-{boeking.les.slug}",
        "concept": sleutel,
        "aanvraag": boeking.aanvraag_id,
        "boeking": boeking.pk,
        "plek": inzet.plek_id,
        "inzet": inzet.pk,
        "ronde": start_ronde(plek_id=inzet.plek_id, nu=NU, door=None).pk,
        "gevraagde_les": boeking.les_id,
        "token": links.sign(doel="uitnodiging", sleutel=inzet.sleutel),
        "feed": vernieuw_feed(
            hoofdrolspeler_id=inzet.hoofdrolspeler_id, detail=Feeddetail.TIJD, nu=NU
        ),
        "voorstel": build_voorstel(wereld, inzet).pk,
        "mens": inzet.hoofdrolspeler_id,
        "bericht": Bericht.objects.earliest("pk").pk,
        "uitzondering": UitzonderingFactory(hoofdrolspeler=inzet.hoofdrolspeler).pk,
        "contactpersoon": wereld.contact.pk,
        "school": SchoolFactory(vestigingscode=None, bron="hand", is_gecontroleerd=False).pk,
        "register": wereld.school.pk,
        "docent_id": cast["docent"].pk,
        "medewerker_id": cast["schrijver"].pk,
        "site_id": 1,
        **make_agenda_dingen(cast),
        **make_post_dingen(inzet),
        **make_plan_dingen(boeking.pk, inzet.hoofdrolspeler_id),
    }


def build_voorstel(wereld: Wereld, inzet: Inzet) -> Tegenvoorstel:
    """Return another moment that the officier named for a second lesson."""
    les = wereld.les({"officier van justitie": 1}, slug="nog-een-officier")
    boeking = wereld.stel_voor(wereld.aanvraag(les, [op(2, 9)]).boekingen.get(), op(2, 9))
    (ander,) = wereld.vraag(boeking, inzet.hoofdrolspeler)
    return stel_ander_moment_voor(
        inzet_id=ander.pk, momenten=[op(2, 16)], toelichting="", nu=NU, door=None
    )


def list_adressen(dingen: dict[str, object], rol: str) -> list[str]:
    """Return every address of the site, those of the matrix with the numbers of this lesson.

    The rest of /beheer/ lets nobody in but its editors (test_matrix), so only they try it.
    """
    rijen = [rij for rij in RIJEN if not rij.demo]
    genoemd = {rij.route for rij in rijen}
    routes = list_routes() if rol in REDACTIE else []
    anders = [fill(route) for route in routes if route not in genoemd]
    return [
        *(rij.adres.format_map(dingen) for rij in rijen),
        "/",
        "/lesaanbod/",
        *(adres for adres in anders if not adres.startswith("/demo/")),
    ]


def zoek(tekst: str) -> set[str]:
    """Return the names of the words that stand in ``tekst``, escaped or not."""
    tekst = html.unescape(tekst)
    cijfers = re.sub(r"[\s-]", "", tekst)
    return {naam for naam, woord in KANARIES.items() if woord in tekst or woord in cijfers}


def get_tekst(response) -> str:
    """Return a whole answer: status, headers, cookies and body."""
    kop = "\n".join(f"{naam}: {waarde}" for naam, waarde in response.headers.items())
    inhoud = b"".join(response) if response.streaming else response.content
    return f"{kop}\n{response.cookies.output()}\n{inhoud.decode('utf-8', 'replace')}"


def get_toegestaan(rol: str, adres: str) -> set[str]:
    """Return the words that may stand at this address."""
    mag = [woorden for wie, begin, woorden in MAG_ZIEN if wie == rol and adres.startswith(begin)]
    return set().union(EIGEN.get(rol, set()), *mag)


def find_lekken(stad: Stad, rol: str) -> list[str]:
    """Return every word that this role reads where it may not."""
    client = Client(raise_request_exception=False)
    if rol != "anoniem":
        client.cookies[settings.SESSION_COOKIE_NAME] = make_sessie(stad.cast[rol])
    lekken = []
    for adres in list_adressen(stad.dingen, rol):
        if adres.startswith("/account/logout/"):
            continue
        gezien = zoek(get_tekst(client.get(adres))) - get_toegestaan(rol, adres)
        lekken += [f"{rol} reads {woord} at {adres}" for woord in sorted(gezien)]
    return lekken


@pytest.mark.parametrize("rol", ROLLEN)
def test_role_reads_no_word_that_is_not_for_it(rol, stad):
    stad.wereld.ja(stad.inzet)
    assert find_lekken(stad, rol) == []


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
        inzetten.wijs_af(inzet_id=inzet_id, reden="x", nu=NU, door=None)
    elif einde == "verlopen":
        inzetten.laat_verlopen(inzet_id=inzet_id, nu=stad.inzet.antwoord_voor)
    else:
        stad.wereld.ja(stad.inzet)
        einde_door = inzetten.meld_af if einde == "afgemeld" else inzetten.trek_inzet_in
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
    inzetten.meld_af(inzet_id=stad.inzet.pk, reden="Ik ben ziek.", nu=NU, door=None)
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


def test_log_and_gebeurtenissen_hold_no_word(stad):
    stad.wereld.ja(stad.inzet)
    find_lekken(stad, "anoniem")
    find_lekken(stad, "docent")
    velden = ("onderwerp_soort", "onderwerp_id", "wat", "waarom")
    rijen = Gebeurtenis.objects.values_list(*velden)
    assert zoek("\n".join(stad.log)) == set()
    assert zoek("\n".join(" ".join(rij) for rij in rijen)) == set()
    assert stad.log != []


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
