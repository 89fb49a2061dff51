"""A town with a rare word in every personal field, and who may read which of them.

An officier van justitie of whom a school sees the role only comes to a school. Who may read which
word is in MAG_ZIEN; each word at any other place is a leak (security.md, case A2). The walks of
tests/toegang/test_matrix.py look for them at every address, as every role.
"""

import html
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import time

from django.http import HttpResponse

import time_machine

from boekingen.models import Aanvraag, Boeking, Inzet, Tegenvoorstel
from boekingen.services import aanvragen
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from lesaanbod.geheimen import MaskedFormatter
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import (
    HoofdrolspelerFactory,
    WeekRitmeFactory,
)
from tests.factories.lesaanbod import GebruikerFactory
from tests.toegang.wereld import (
    NU,
    ROLLEN,
    Cast,
    make_agenda_dingen,
    make_cast,
    make_lesdingen,
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
    # In the resolver with DEMO only: all people there are invented, and anybody is.
    *((rol, "/demo/", {*KANARIES}) for rol in ROLLEN),
]
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


@contextmanager
def bouw_stad() -> Iterator[Stad]:
    """Give the town on the day from which it is seen, and keep what is logged there."""
    regels: list[str] = []
    luisteraar = Luisteraar(regels)
    with time_machine.travel(NU):
        logging.getLogger().addHandler(luisteraar)
        try:
            yield build_stad(regels)
        finally:
            logging.getLogger().removeHandler(luisteraar)


def build_stad(regels: list[str]) -> Stad:
    """Return the town, with the officier asked through the services."""
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
    return {
        "voorstel": build_voorstel(wereld, inzet).pk,
        **make_lesdingen(boeking, inzet),
        "docent_id": cast["docent"].pk,
        "medewerker_id": cast["schrijver"].pk,
        "site_id": 1,
        **make_agenda_dingen(cast),
    }


def build_voorstel(wereld: Wereld, inzet: Inzet) -> Tegenvoorstel:
    """Return another moment that the officier named for a second lesson."""
    les = wereld.les({"officier van justitie": 1}, slug="nog-een-officier")
    boeking = wereld.stel_voor(wereld.aanvraag(les, [op(2, 9)]).boekingen.get(), op(2, 9))
    (ander,) = wereld.vraag(boeking, inzet.hoofdrolspeler)
    return stel_ander_moment_voor(
        inzet_id=ander.pk, momenten=[op(2, 16)], toelichting="", nu=NU, door=None
    )


def zoek(tekst: str) -> set[str]:
    """Return the names of the words that stand in ``tekst``, escaped or not."""
    tekst = html.unescape(tekst)
    cijfers = re.sub(r"[\s-]", "", tekst)
    return {naam for naam, woord in KANARIES.items() if woord in tekst or woord in cijfers}


def get_tekst(response: HttpResponse) -> str:
    """Return a whole answer: status, headers, cookies and body."""
    kop = "\n".join(f"{naam}: {waarde}" for naam, waarde in response.headers.items())
    inhoud = b"".join(response) if response.streaming else response.content
    return f"{kop}\n{response.cookies.output()}\n{inhoud.decode('utf-8', 'replace')}"


def get_toegestaan(rol: str, adres: str) -> set[str]:
    """Return the words that may stand at this address."""
    mag = [woorden for wie, begin, woorden in MAG_ZIEN if wie == rol and adres.startswith(begin)]
    return set().union(EIGEN.get(rol, set()), *mag)


def find_lekken(rol: str, adres: str, response: HttpResponse) -> list[str]:
    """Return every word that this role reads in this answer and may not."""
    gezien = zoek(get_tekst(response)) - get_toegestaan(rol, adres)
    return [f"{rol} reads {woord} at {adres}" for woord in sorted(gezien)]
