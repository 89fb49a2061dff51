"""Mend what a drop-out broke: apply one of the offers, or ask the planner for the third.

An offer is applied whole or not at all, and only while everything it changes still stands as it was
when the offer was made. People are asked, never placed: a yes is theirs to give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boekingen.domain.planning.scenario import Afspraak
from boekingen.domain.planning.uitvoer import parse_toewijzingen
from boekingen.domain.status import Plansoort, PlanStatus
from boekingen.domain.weigeringen import StapNietMogelijk, Weigering
from boekingen.models import Boeking, Inzet, Plek, Seizoensplan
from boekingen.selectors.boekingen import OPEN_INZETTEN, get_toezegging
from boekingen.selectors.plangegevens import get_begin
from boekingen.selectors.planning_herstel import UITVALLER, list_herstelplekken
from boekingen.selectors.planvragen import Planvraag, list_bezwaren_nu
from boekingen.services.boekingen import geef_moment_op, verzet_boeking
from boekingen.services.inzet_einde import trek_inzet_in
from boekingen.services.inzetten import nodig_uit
from boekingen.services.seizoensplannen import get_open_voorstel, open_plan, zet_status
from boekingen.services.sloten import lock_boekingen
from hoofdrolspelers.domain.tijdvak import Tijdvak

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

HERSTEL_SECONDEN = 60
NEEMT_OVER = "Iemand anders neemt deze les van u over. U bent nodig bij een andere les."
ANDER_TEAM = "De les gaat naar een ander moment, met andere mensen."
MAAKT_PLAATS = "Er is iemand uitgevallen. Wij zoeken een ander moment voor deze les."
VERZET_OMDAT = "Er is iemand uitgevallen."


@dataclass(frozen=True, slots=True)
class _Stap:
    """One lesson of an offer, with its places and how it is before and after."""

    boeking: Boeking
    plekken: tuple[Plek, ...]
    voor: Afspraak
    na: Afspraak | None

    @property
    def is_verzet(self) -> bool:
        """Whether the lesson gets another moment."""
        return self.na is not None and (self.voor.dag, self.voor.begin) != (
            self.na.dag,
            self.na.begin,
        )


def vraag_planner(
    *, boeking_id: int, nu: datetime, door: Gebruiker | None, mag_vervallen: bool = False
) -> Seizoensplan:
    """Ask the planner for the third offer. Raises ``PlanningLoopt``.

    With ``mag_vervallen`` a lesson of somebody else may lose its moment for one that is worth more.
    """
    with transaction.atomic():
        vorige = get_open_voorstel(soort=Plansoort.HERSTEL, boeking_id=boeking_id)
        plan = open_plan(
            soort=Plansoort.HERSTEL,
            tijdslimiet=HERSTEL_SECONDEN,
            boeking_id=boeking_id,
            mag_vervallen=mag_vervallen,
            nu=nu,
            door=door,
        )
        if vorige is not None:
            zet_status(vorige, PlanStatus.VERVALLEN, nu=nu, door=door)
    return plan


def pas_reparatie_toe(
    *, boeking_id: int, waarden: Mapping[str, Any], nu: datetime, door: Gebruiker | None
) -> tuple[int, ...]:
    """Apply an offer for this lesson; returns the lessons that changed.

    First lessons that make room lose their moment and everybody who hands a lesson on is let go,
    then lessons move, then people are asked.
    Raises ``StapNietMogelijk`` when something changed since, or what any of these steps refuses;
    then nothing has changed.
    """
    with transaction.atomic():
        voorstel = get_open_voorstel(soort=Plansoort.HERSTEL, boeking_id=boeking_id)
        stappen = _lees_stappen(waarden)
        losgelaten = _list_beloofd(stappen)
        for doe in (_geef_op, _laat_gaan, _verzet):
            for stap in stappen:
                doe(stap, nu=nu, door=door)
        vragen = [vraag for stap in stappen for vraag in _list_vragen(stap)]
        _vraag(vragen, losgelaten=losgelaten, nu=nu, door=door)
        if voorstel is not None:
            gebruikt = voorstel.voorstel == dict(waarden)
            if gebruikt:
                voorstel.toegepast_op, voorstel.toegepast_door = nu, door
            naar = PlanStatus.TOEGEPAST if gebruikt else PlanStatus.VERVALLEN
            zet_status(voorstel, naar, nu=nu, door=door)
    return tuple(stap.boeking.pk for stap in stappen)


def _lees_stappen(waarden: Mapping[str, Any]) -> list[_Stap]:
    """Lock every lesson and everybody of an offer, and hold it against what it starts from."""
    gaten = {int(les): plek for les, plek in waarden["gaps"].items()}
    wijzigingen = [
        een for een in waarden["changes"] if een["after"] or een["lesson"] not in waarden["gaps"]
    ]
    erbij = {int(wie) for na in _list_na(wijzigingen) for wie in na.wie if wie.isdecimal()}
    try:
        boekingen = lock_boekingen([int(een["lesson"]) for een in wijzigingen], erbij=erbij)
    except Boeking.DoesNotExist as error:
        raise StapNietMogelijk from error
    stappen = []
    wijzigingen.sort(key=lambda een: int(een["lesson"]))
    for een, boeking in zip(wijzigingen, boekingen, strict=True):
        (voor,) = parse_toewijzingen({"assignments": [een["before"]]})
        na = next(_list_na([een]), None)
        plekken = tuple(list_herstelplekken(boeking, gaten))
        if boeking.begin != get_begin(voor) or [_wie(plek) for plek in plekken] != list(voor.wie):
            raise StapNietMogelijk
        stappen.append(_Stap(boeking, plekken, voor, na))
    return stappen


def _list_na(wijzigingen: Iterable[Mapping[str, Any]]) -> Iterator[Afspraak]:
    """Yield what these changes make of their lessons; none where a lesson loses its moment."""
    for een in wijzigingen:
        if een["after"]:
            yield from parse_toewijzingen({"assignments": [een["after"]]})


def _wie(plek: Plek) -> str:
    toezegging = get_toezegging(plek)
    return str(toezegging.hoofdrolspeler_id) if toezegging else UITVALLER


def _geef_op(stap: _Stap, *, nu: datetime, door: Gebruiker | None) -> None:
    """Give up the moment of a lesson that makes room; it waits to be planned again."""
    if stap.na is None:
        geef_moment_op(boeking_id=stap.boeking.pk, reden=MAAKT_PLAATS, nu=nu, door=door)


def _laat_gaan(stap: _Stap, *, nu: datetime, door: Gebruiker | None) -> None:
    """Let go of who hands this lesson on."""
    if stap.na is None or stap.is_verzet:
        return
    for plek, oud, nieuw in zip(stap.plekken, stap.voor.wie, stap.na.wie, strict=True):
        toezegging = get_toezegging(plek)
        if toezegging is not None and oud != nieuw:
            trek_inzet_in(inzet_id=toezegging.pk, reden=NEEMT_OVER, nu=nu, door=door)


def _verzet(stap: _Stap, *, nu: datetime, door: Gebruiker | None) -> None:
    """Move the lesson; who comes along is asked for the new moment, others are thanked."""
    if stap.na is None or not stap.is_verzet:
        return
    afscheid = {
        inzet.pk: ANDER_TEAM
        for plek, nieuw in zip(stap.plekken, stap.na.wie, strict=True)
        for inzet in _list_open(plek)
        if str(inzet.hoofdrolspeler_id) != nieuw
    }
    verzet_boeking(
        boeking_id=stap.boeking.pk,
        begin=get_begin(stap.na),
        reden=VERZET_OMDAT,
        afscheid=afscheid,
        nu=nu,
        door=door,
    )


def _list_vragen(stap: _Stap) -> Iterator[Planvraag]:
    """Yield who is new at this lesson."""
    if stap.na is None:
        return
    begin = get_begin(stap.na)
    for plek, oud, nieuw in zip(stap.plekken, stap.voor.wie, stap.na.wie, strict=True):
        blijft = oud == nieuw and not stap.is_verzet
        if blijft or any(str(een.hoofdrolspeler_id) == nieuw for een in _list_open(plek)):
            continue
        yield Planvraag(plek.pk, int(nieuw), begin)


def _list_beloofd(stappen: Collection[_Stap]) -> dict[int, list[Tijdvak]]:
    """Return by person when they come in the lessons of an offer, before it is applied."""
    beloofd: dict[int, list[Tijdvak]] = defaultdict(list)
    for toezegging in (get_toezegging(plek) for stap in stappen for plek in stap.plekken):
        if toezegging is not None:
            beloofd[toezegging.hoofdrolspeler_id].append(Tijdvak(toezegging.begin, toezegging.eind))
    return beloofd


def _vraag(
    vragen: Collection[Planvraag],
    *,
    losgelaten: Mapping[int, Collection[Tijdvak]],
    nu: datetime,
    door: Gebruiker | None,
) -> None:
    """Ask these people, if each of them can still come now that everything else is as it will be.

    The offer of the planner may be days old.
    """
    for bezwaar in list_bezwaren_nu(vragen, losgelaten=losgelaten, nu=nu).values():
        raise Weigering(bezwaar)
    for plek_id, wie, _ in vragen:
        nodig_uit(plek_id=plek_id, hoofdrolspeler_id=wie, nu=nu, door=door)


def _list_open(plek: Plek) -> list[Inzet]:
    return list(Inzet.objects.filter(plek=plek, status__in=OPEN_INZETTEN))
