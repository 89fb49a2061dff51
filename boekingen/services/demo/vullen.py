"""Filling the invented city once: people, schools, and requests in every state."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.vestigingen import Sector
from boekingen.models import Aanvraag, School
from boekingen.services.scholen import voeg_school_toe
from boekingen.services.schoolregister import importeer_register
from hoofdrolspelers.domain.ritmeperiode import Periode, get_zomer
from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort
from hoofdrolspelers.services.agendas import laad_bestand
from hoofdrolspelers.services.beschikbaarheid import (
    zet_grenzen,
    zet_uitzondering,
    zet_weekritme,
)
from hoofdrolspelers.services.hoofdrolspelers import maak_hoofdrolspeler
from lesaanbod.services.medewerkers import ensure_medewerker

from . import mensen
from .agendabestand import build_agendabestand
from .regie import Regie
from .verhalen import speel_alles

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

REGISTER = Path(__file__).parent / "register"
MBO = "Mbo Oeverkade"


def vul_demo(*, nu: datetime) -> bool:
    """Fill the city and return whether there was anything to do.

    All of it in one transaction. Where there are requests already nothing is touched, so a second
    run, or one after somebody worked with it, changes nothing.
    """
    if Aanvraag.objects.exists():
        return False
    with transaction.atomic():
        coordinator = maak_medewerkers(nu)
        scholen = maak_scholen(nu, coordinator)
        regie = Regie(
            nu=nu.replace(microsecond=0),
            coordinator=coordinator,
            hoofdrolspelers=maak_hoofdrolspelers(nu, coordinator),
            scholen=scholen,
        )
        speel_alles(regie)
    return True


def maak_medewerkers(nu: datetime) -> Gebruiker:
    """Make the staff and return the coördinator."""
    gemaakt = [
        ensure_medewerker(
            email=medewerker.email, naam=medewerker.naam, bevoegdheid=medewerker.bevoegdheid, nu=nu
        )
        for medewerker in mensen.MEDEWERKERS
    ]
    return gemaakt[0]


def maak_scholen(nu: datetime, door: Gebruiker) -> dict[str, School]:
    """Take in the invented register and add the mbo location; by vestigingscode ("" is mbo)."""
    for bestand in sorted(REGISTER.glob("*.csv")):
        importeer_register(inhoud=bestand.read_bytes(), sta_verdwijnen_toe=False, door=door, nu=nu)
    mbo = voeg_school_toe(
        naam=MBO,
        straat="Oeverkade",
        huisnummer="2",
        postcode="3544 ZZ",
        plaats="Utrecht",
        sector=Sector.MBO,
        vakantieregio="Midden",
        wijk_id=None,
        telefoon="0300000099",
        gecontroleerd=True,
        door=door,
        nu=nu,
    )
    register = School.objects.filter(vestigingscode__isnull=False)
    return {school.vestigingscode or "": school for school in register} | {"": mbo}


def maak_hoofdrolspelers(nu: datetime, door: Gebruiker) -> dict[str, int]:
    """Make the people who give lessons; their numbers by first name."""
    nummers = {}
    for persoon in mensen.HOOFDROLSPELERS:
        hoofdrolspeler = maak_hoofdrolspeler(
            email=persoon.email,
            naam=f"{persoon.voornaam} {persoon.achternaam}",
            voornaam=persoon.voornaam,
            organisatie=persoon.organisatie,
            rol_slugs=persoon.rollen,
            niveau_slugs=persoon.niveaus,
            wijkcodes=persoon.wijken,
            ritme=list_ritme(persoon.ritme),
            zichtbaarheid=persoon.zichtbaarheid,
            max_per_maand=persoon.max_per_maand,
            nu=nu,
            door=door,
        )
        zet_tijd(persoon, hoofdrolspeler.pk, nu=nu, door=hoofdrolspeler.gebruiker)
        if persoon.zittingen:
            laad_bestand(
                hoofdrolspeler=hoofdrolspeler,
                naam="Zittingen",
                inhoud=build_agendabestand(persoon.zittingen, nu=nu),
                max_dagen_oud=31,
                nu=nu,
                door=hoofdrolspeler.gebruiker,
            )
        nummers[persoon.voornaam] = hoofdrolspeler.pk
    return nummers


def list_ritme(ritme: dict[int, tuple[time, time]]) -> list[tuple[int, time, time]]:
    """Return the blocks of a week as the services take them."""
    return [(dag, begin, eind) for dag, (begin, eind) in ritme.items()]


def zet_tijd(
    persoon: mensen.DemoHoofdrolspeler, nummer: int, *, nu: datetime, door: Gebruiker
) -> None:
    """Let the person say what differs from the fixed week, and how much is enough."""
    wie: dict[str, Any] = {"hoofdrolspeler_id": nummer, "nu": nu, "door": door}
    if persoon.grenzen:
        zet_grenzen(grenzen=persoon.grenzen, **wie)
    vandaag = nu.astimezone(ZONE).date()
    maandag = vandaag + timedelta(days=7 - vandaag.weekday())
    if persoon.zomerritme:
        augustus = get_zomer(vandaag) + timedelta(days=1)
        zet_weekritme(periode=Periode(augustus), ritme=list_ritme(persoon.zomerritme), **wie)
    for soort, dagen in (
        (Uitzonderingsoort.WEG, persoon.weg),
        (Uitzonderingsoort.EXTRA, persoon.extra),
    ):
        for eerste, laatste in dagen:
            zet_uitzondering(
                soort=soort,
                vanaf=maandag + timedelta(days=eerste),
                tm=maandag + timedelta(days=laatste),
                begin=mensen.OCHTEND[0] if soort is Uitzonderingsoort.EXTRA else None,
                eind=mensen.OCHTEND[1] if soort is Uitzonderingsoort.EXTRA else None,
                **wie,
            )
