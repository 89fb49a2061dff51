"""Sixty-four people at once, each doing whatever comes up: everything against everything.

Every client goes through the web, as people do, and remembers what it was told. Afterwards the rows
must hold every rule, and what was told must be what happened.
"""

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.synchronize import Barrier
from threading import BrokenBarrierError

from django.conf import settings
from django.db import connection, transaction
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse

import time_machine

from boekingen.models import Boeking, Inzet, Plek, Ronde, Uitnodiging
from boekingen.services.rondestappen import zet_rondes
from hoofdrolspelers.models import Hoofdrolspeler, Vastlegging
from lesaanbod.models import Bericht, Gebeurtenis
from lesaanbod.services.links import sign
from tests.boekingen.invarianten import list_dubbele_tijd
from tests.boekingen.wereld import Wereld, op
from tests.boekingen.zonder import neem_slot_weg
from tests.inloggen import make_medewerker, make_sessie
from tests.storm import FORK, Uitkomst, run_at_once

CLIENTS = 64
SECONDEN = float(os.environ.get("STORM_SECONDEN", "5"))
KEER = int(os.environ.get("STORM_KEER", "1"))
"""How long a storm lasts in the suite, and how often; ``make bench`` asks for more."""

SAMEN_KIJKEN = 4
LANGST_SAMEN = 5.0
GEZEGD = ("melding--mis", 'role="alert"', "geldt niet meer", "Het is even te druk")
"""What a page that says why not has in it."""

NIET_GEDAAN = frozenset({400, 404, 409, 410, 503})
HOE_VAAK = {
    "ja": 30,
    "nee": 6,
    "afmelden": 14,
    "nodig uit": 12,
    "verzet": 8,
    "trek in": 6,
    "start ronde": 6,
    "ronde": 4,
    "annuleer": 1,
    "trek aanvraag in": 1,
}


@dataclass(frozen=True, slots=True)
class Daad:
    """What a client did to which row, and the answer it got; ``waarom`` says that it read why."""

    wat: str
    nummer: int
    status: int
    waarom: bool


@dataclass(frozen=True, slots=True)
class Toneel:
    """The lessons of the storm, and who is at the desk."""

    nu: datetime
    coordinator: str
    """The session of the desk."""

    docent: str
    """The session of the contact of the school."""

    samenvallend: tuple[int, ...]


@transaction.atomic
def maak_toneel(wereld: Wereld) -> Toneel:
    """Make eight lessons of two people, minutes after each other, and ask everybody for all."""
    les = wereld.les({"wijkagent": 1, "rolmodel": 1})
    mensen = [wereld.persoon("wijkagent", "rolmodel", max_per_maand=60) for _ in range(5)]
    mensen += [wereld.persoon(rol, max_per_maand=60) for rol in ("wijkagent", "rolmodel")]
    samenvallend = []
    for nummer in range(8):
        aanvraag = wereld.aanvraag(les, [op(2, 2, 8)])
        boeking = wereld.stel_voor(
            aanvraag.boekingen.get(), op(2, 2) + timedelta(minutes=7 * nummer)
        )
        eerste, *_ = wereld.vraag(boeking, mensen[0], *mensen[1:5])
        samenvallend.append(eerste.pk)
    with time_machine.travel(wereld.nu):
        coordinator = make_sessie(make_medewerker("coördinator"))
        docent = make_sessie(wereld.contact.gebruiker)
    return Toneel(wereld.nu, coordinator, docent, tuple(samenvallend))


def maak_client(sessie: str) -> Client:
    """Return a client that is logged in, and that answers 500 instead of raising."""
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = sessie
    return client


def warm_op(toneel: Toneel) -> None:
    """Read every template once, before there are sixty-four processes that would."""
    klant = Klant(toneel, 0)
    with time_machine.travel(toneel.nu, tick=True):
        inzet = Inzet.objects.get(pk=toneel.samenvallend[0])
        boeking = inzet.plek.boeking_id
        klant.client.get(f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/")
        for adres in ("planning_boeking", "planning_verzetten", "planning_annuleren"):
            assert (
                klant.client.get(reverse(f"boekingen:{adres}", args=[boeking])).status_code == 200
            )


class Klant:
    """One client: picks acts at random, from its own seed, until the time is over."""

    def __init__(self, toneel: Toneel, zaad: int) -> None:
        self.toneel = toneel
        self.kans = random.Random(zaad)
        self.client = maak_client(toneel.coordinator)
        self.docent = maak_client(toneel.docent)
        self.daden: list[Daad] = []

    def leef(self, seconden: float) -> list[Daad]:
        """Say yes to one of the lessons that coincide, then do anything until time is up."""
        einde = time.monotonic() + seconden
        with time_machine.travel(self.toneel.nu, tick=True):
            self.antwoord("ja", self.kans.choice(self.toneel.samenvallend))
            while time.monotonic() < einde:
                (wat,) = self.kans.choices([*HOE_VAAK], weights=[*HOE_VAAK.values()])
                self.doe(wat)
        return self.daden

    def doe(self, wat: str) -> None:
        """Do one act to a random row; one in four is a double click."""
        connection.needs_rollback = False
        if wat in {"ja", "nee", "afmelden", "trek in"}:
            status = {"afmelden": "toegezegd"}.get(wat)
            if (inzet_id := self.kies(Inzet, **({"status": status} if status else {}))) is None:
                return
            act = partial(self.intrekken if wat == "trek in" else self.antwoord, wat, inzet_id)
        elif wat == "ronde":
            act = partial(zet_rondes, self.toneel.nu)
        else:
            act = getattr(self, wat.replace(" ", "_"))
        for _ in range(1 + (self.kans.random() < 0.25)):
            act()

    def kies(self, model, **filters) -> int | None:
        nummers = list(model.objects.filter(**filters).values_list("pk", flat=True))
        return self.kans.choice(nummers) if nummers else None

    def antwoord(self, wat: str, inzet_id: int) -> None:
        inzet = Inzet.objects.get(pk=inzet_id)
        pad = f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/"
        gegevens = {"antwoord": wat, "moment": inzet.begin.isoformat()}
        self.onthoud(wat, inzet_id, self.client.post(pad, gegevens))

    def intrekken(self, wat: str, inzet_id: int) -> None:
        self.druk(wat, inzet_id, "planning_inzet_intrekken", inzet_id, reden="Gebeld.")

    def nodig_uit(self) -> None:
        plek, persoon = self.kies(Plek), self.kies(Hoofdrolspeler)
        self.druk("nodig uit", plek, "planning_uitnodigen", plek, hoofdrolspeler=persoon)

    def verzet(self) -> None:
        boeking = self.kies(Boeking)
        tijd = {"datum": f"2027-02-0{self.kans.choice((2, 4))}"}
        tijd["tijd"] = f"09:{self.kans.randrange(0, 60, 5):02}"
        self.druk("verzet", boeking, "planning_verzetten", boeking, keuze="anders", **tijd)

    def annuleer(self) -> None:
        boeking = self.kies(Boeking)
        self.druk("annuleer", boeking, "planning_annuleren", boeking, reden="Ziek.")

    def start_ronde(self) -> None:
        plek = self.kies(Plek)
        self.druk("start ronde", plek, "planning_ronde_starten", plek)

    def trek_aanvraag_in(self) -> None:
        aanvraag = self.kies(Boeking)
        nummer = Boeking.objects.values_list("aanvraag_id", flat=True).get(pk=aanvraag)
        pad = reverse("boekingen:mijn_intrekken", args=[nummer])
        self.onthoud("trek aanvraag in", nummer, self.docent.post(pad, {"reden": "Toch niet."}))

    def druk(self, wat: str, nummer: int, adres: str, waarop: int, **velden) -> None:
        """Press a button of the desk."""
        pad = reverse(f"boekingen:{adres}", args=[waarop])
        self.onthoud(wat, nummer, self.client.post(pad, velden))

    def onthoud(self, wat: str, nummer: int, antwoord) -> None:
        tekst = antwoord.content.decode()
        waarom = any(teken in tekst for teken in GEZEGD)
        self.daden.append(Daad(wat, nummer, antwoord.status_code, waarom))


def speel_storm(
    toneel: Toneel, *, seconden: float, zonder_slot: bool = False, clients: int = CLIENTS
) -> list[Uitkomst]:
    """Let everybody loose on one clock signal; return what each was told."""
    warm_op(toneel)
    barrier = FORK.Barrier(SAMEN_KIJKEN) if zonder_slot else None
    return run_at_once(
        [partial(leef, toneel, zaad, seconden, barrier) for zaad in range(clients)],
        timeout=seconden + 240,
    )


def leef(toneel: Toneel, zaad: int, seconden: float, barrier: Barrier | None) -> list[Daad]:
    """Be one client; with ``barrier`` without locks, and the first four look before any writes."""
    if barrier is not None:
        neem_slot_weg()
        pre_save.connect(maak_wachter(barrier), sender=Vastlegging, weak=False)
    return Klant(toneel, zaad).leef(seconden)


def maak_wachter(barrier: Barrier) -> Callable:
    """Return a receiver that lets the first few writers wait for each other, once."""

    def wacht(**_: object) -> None:
        try:
            barrier.wait(LANGST_SAMEN)
        except BrokenBarrierError:
            return

    return wacht


def list_dubbele_plekken() -> list[str]:
    """Return every Plek that two people fill."""
    ja = Inzet.objects.filter(status="toegezegd").values_list("plek_id", flat=True)
    return [f"plek {plek} has {aantal}" for plek, aantal in Counter(ja).items() if aantal > 1]


def list_overlappingen() -> list[str]:
    """Return every promise that is made twice: a person in two places, a place with two people."""
    return [*list_dubbele_tijd(), *list_dubbele_plekken()]


GEBEURTENIS = {
    "ja": ("inzet", "toegezegd"),
    "nee": ("inzet", "afgewezen"),
    "afmelden": ("inzet", "afgemeld"),
    "trek in": ("inzet", "ingetrokken"),
    "annuleer": ("boeking", "geannuleerd"),
    "trek aanvraag in": ("aanvraag", "ingetrokken"),
}


def list_onwaarheden(uitkomsten: list[Uitkomst]) -> Iterator[str]:
    """Yield what was told and did not happen, what was refused without a word, and what broke."""
    for uitkomst in uitkomsten:
        if uitkomst.error:
            yield f"{uitkomst.error}: {uitkomst.text[-400:]}"
    daden = [daad for uitkomst in uitkomsten for daad in uitkomst.value or ()]
    gebeurd = {
        (rij.onderwerp_soort, rij.onderwerp_id, rij.wat) for rij in Gebeurtenis.objects.all()
    }
    for daad in daden:
        if daad.status == 302 and daad.wat in GEBEURTENIS and daad.wat != "trek aanvraag in":
            soort, wat = GEBEURTENIS[daad.wat]
            if (soort, str(daad.nummer), wat) not in gebeurd:
                yield f"{daad.wat} {daad.nummer} was promised and is lost"
        if daad.status not in {302, *NIET_GEDAAN}:
            yield f"{daad.wat} {daad.nummer} got {daad.status}"
        if daad.status in {409, 503} and not daad.waarom:
            yield f"{daad.wat} {daad.nummer} was refused without a word"
    yield from list_onware_post()


def list_onware_post() -> Iterator[str]:
    """Yield every diary whose last mail does not say what stands in the row."""
    laatste = {b.uid: b.methode for b in Bericht.objects.exclude(uid="").order_by("pk")}
    for rij in Uitnodiging.objects.all():
        verwacht = "CANCEL" if rij.beeindigd_op else "REQUEST"
        if laatste.get(rij.uid) != verwacht:
            yield f"the last mail of {rij.uid} is {laatste.get(rij.uid)}, not {verwacht}"
    for ronde in Ronde.objects.filter(status="lopend", plek__inzetten__status="toegezegd"):
        yield f"ronde {ronde.pk} asks for a place that is filled"


def tel_daden(uitkomsten: list[Uitkomst]) -> Counter:
    """Return how often every act got every answer."""
    daden = (daad for uitkomst in uitkomsten for daad in uitkomst.value or ())
    return Counter((daad.wat, daad.status) for daad in daden)
