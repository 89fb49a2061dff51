"""No text a visitor sends breaks a page: whatever comes, the site answers below 500."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client

import pytest
import time_machine

from boekingen.models import Contactpersoon
from boekingen.services import aanvragen
from lesaanbod.models import LesPage, Niveau, Rol
from tests.boekingen.wereld import Wereld, op
from tests.factories.hoofdrolspelers import WijkFactory
from tests.inloggen import make_sessie
from tests.toegang.wereld import NU, make_cast, make_dingen
from tests.veiligheid.formulieren import FORMULIEREN, NUMMERS, VRAGEN

ERGST = 500
ROLLEN = ("anoniem", "docent", "hoofdrolspeler", "coördinator")
REUZE = "9" * 25
NAAR = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "-1",
    "0",
    REUZE,
    "9" * 5000,
    "-9223372036854775809",
    "9223372036854775808",
    "1e309",
    "NaN",
    "٣",
    "²",
    "x" * 5000,
    "🎓" * 300,
    "\u202eabc",
    "\ud800".encode("utf-8", "replace").decode(),
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}{% url 'x' %}",
    "a\r\nBcc: x@example.org",
    "' OR 1=1 --",
    "../../etc/passwd",
    "0001-01-01",
    "9999-12-31",
    "2027-02-30",
    "2027-03-28T02:30",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "00:00",
    "23:59:59.999999",
    "anders",
    "ja",
)
ERG = ("a\x00b", REUZE, "9999-12-31")
BEURT = 4
ACTIES = (
    "\x00",
    "klas_weg-" + "9" * 5000,
    "klas_weg-²",
    "klas_weg--1",
    "klas_erbij",
    "moment_weg-les-1",
    "moment_erbij-les-1",
    "dag_erbij",
    "vul_in",
    "bewaar",
)
CONFLICT, DOOR = 409, 302
KAN_HIER_NIET = {"niet doorgegaan", "wachtlijst", "bericht"}


@dataclass(slots=True)
class Aanval:
    """Sends what nobody would; what it changed is undone."""

    sleutels: dict[str, str]
    dingen: dict[str, object]

    def stuur(self, rol: str, methode: str, adres: str, velden: dict[str, str]) -> int:
        client = Client(raise_request_exception=False)
        if rol in self.sleutels:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sleutels[rol]
        cache.clear()
        with transaction.atomic():
            status = getattr(client, methode)(self.vul(adres), velden).status_code
            transaction.set_rollback(True)
        return status

    def vul(self, tekst: str) -> str:
        return tekst.format_map(self.dingen)


@pytest.fixture
def aanval(db) -> Iterator[Aanval]:
    with time_machine.travel(NU):
        cast = make_cast()
        dingen = make_dingen(cast) | maak_meer(cast)
        sleutels = {rol: make_sessie(cast[rol]) for rol in ROLLEN if rol != "anoniem"}
        yield Aanval(sleutels, dingen)


def maak_meer(cast) -> dict[str, object]:
    """Return things that can still be decided about: a lesson without a moment, an open place."""
    contact = Contactpersoon.objects.get(gebruiker=cast["docent"])
    wereld = Wereld(nu=NU, niveau=Niveau.objects.get(), contact=contact, school=contact.school)
    wereld.rollen = {rol.naam: rol for rol in Rol.objects.all()}
    les = wereld.les({"wijkagent": 1}, slug="kapot")
    zonder_moment = wereld.aanvraag(les).boekingen.get()
    concept, sleutel = aanvragen.start_concept(les_id=les.pk, nu=NU)
    for stap, antwoord in wereld.antwoorden(les, [op(2, 2)]).items():
        aanvragen.bewaar_antwoorden(aanvraag_id=concept.pk, stap=stap, antwoorden=antwoord)
    open_boeking = wereld.boeking()
    onderdeel = LesPage.objects.get(pk=les.pk).onderdelen.get()
    return {
        "les": f"{les.pk}-{les.slug}",
        "concept": sleutel,
        "niveau": wereld.niveau.pk,
        "sleutel": onderdeel.sleutel.hex,
        "open_boeking": zonder_moment.pk,
        "open_plek": open_boeking.plekken.get().pk,
        "wijk": WijkFactory().code,
        "rol": Rol.objects.get().slug,
        "keus": contact.school.pk,
        "vrije": wereld.persoon("wijkagent").pk,
    }


def kies(naam: str, uit: list[str]) -> tuple[str, ...]:
    """Return a quarter of the nasty values; over all forms or pages together each has its turn."""
    return NAAR[uit.index(naam) % BEURT :: BEURT]


def list_pogingen(naam: str, goed: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Give what is sent to one form: a word for it, and the fields.

    The same thing in every field; then all is well but for one field, that is wrong or not there.
    """
    for waarde in kies(naam, list(FORMULIEREN)):
        yield f"overal {waarde[:40]}", dict.fromkeys(goed, waarde)
    for veld in goed:
        for waarde in ERG:
            yield f"{veld}: {waarde[:40]}", {**goed, veld: waarde}
        yield f"{veld}: weg", {ander: goed[ander] for ander in goed if ander != veld}
    if "{concept}" in FORMULIEREN[naam][0]:
        for actie in ACTIES:
            yield f"actie {actie[:40]}", {**goed, "actie": actie}


def list_fouten(naam: str, aanval: Aanval) -> Iterator[tuple[str, str, int]]:
    """Send one form what it takes, and then anything; give what was answered wrong.

    What the fields are mutated from must be taken: else nothing would get past the first check.
    """
    adres, rol, goed = FORMULIEREN[naam]
    goed = {aanval.vul(veld): aanval.vul(waarde) for veld, waarde in goed.items()}
    status = aanval.stuur(rol, "post", adres, goed)
    if status != (CONFLICT if naam in KAN_HIER_NIET else DOOR):
        yield naam, "goed", status
    for wat, velden in list_pogingen(naam, goed):
        status = aanval.stuur(rol, "post", adres, velden)
        if status >= ERGST:
            yield naam, wat, status


@pytest.mark.lang
@pytest.mark.parametrize("rol", ROLLEN)
def test_forms_answer_below_500_to_anything(rol, aanval):
    """All forms of a role in one world: each attempt is undone, and the world costs more."""
    namen = [naam for naam, (_, wie, _) in FORMULIEREN.items() if wie == rol]
    assert namen
    assert [fout for naam in namen for fout in list_fouten(naam, aanval)] == []


def test_pages_answer_below_500_to_any_query(aanval):
    mis = [
        (adres, waarde[:40])
        for adres, (rol, velden) in VRAGEN.items()
        for waarde in kies(adres, list(VRAGEN))
        if aanval.stuur(rol, "get", adres, dict.fromkeys(velden, waarde)) >= ERGST
    ]
    assert mis == []


@pytest.mark.parametrize("rol", ["anoniem", "docent", "coördinator"])
def test_number_that_fits_no_column_is_not_found(rol, aanval):
    mis = []
    for adres in NUMMERS:
        for nummer in ("0", "9223372036854775808", REUZE, "9" * 400):
            for methode in ("get", "post"):
                pad = adres.replace("{n}", nummer)
                status = aanval.stuur(rol, methode, pad, {"reden": "x", "hoofdrolspeler": nummer})
                if status >= ERGST:
                    mis.append((methode, adres, nummer[:30], status))
    assert mis == []
