"""Somebody fell out: what the planner is asked, and its offers in words, for the desk.

The holes are the places of the person who fell out that nobody fills yet. In the scenario an
invented person who can give nothing stands in them, and that one «falls out»; only confirmed
lessons and the holes themselves may change: hands, or a moment that was wished.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Q, prefetch_related_objects

from boekingen.domain.planning.scenario import (
    Aanvraag,
    Afspraak,
    Grenzen,
    Les,
    Moment,
    Persoon,
    Punt,
    Scenario,
)
from boekingen.domain.planning.uitval import Reparatie, Uitval, stel_voor
from boekingen.domain.planning.uitvoer import build_reparatie_waarden
from boekingen.domain.plekken import Plekstand
from boekingen.domain.status import BoekingStatus, InzetStatus, Plansoort, Redencode
from boekingen.models import Boeking, Inzet, Plek, Seizoensplan
from boekingen.selectors.boekingen import get_toezegging
from boekingen.selectors.kandidaten import AL_GEVRAAGD
from boekingen.selectors.plangegevens import list_niet_op, op_de_klok
from boekingen.selectors.planning_seizoen import (
    build_scenario_van,
    list_momenten,
    list_planboekingen,
)
from boekingen.selectors.plekken import get_plekbeeld
from boekingen.selectors.seizoensplannen import (
    TE_BESLISSEN,
    Lesnaam,
    get_boekingen,
    get_lesnaam,
    get_moment_van,
)
from boekingen.selectors.toegang import check_coordinator
from hoofdrolspelers.selectors import list_profielen

UITVALLER = "uitval"
NIEMAND = "niemand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelvraag:
    """A drop-out as the planner reads it; ``gaten`` has the empty place per booking."""

    scenario: Scenario
    afspraken: tuple[Afspraak, ...]
    uitval: Uitval
    gaten: Mapping[int, int]

    def build_waarden(self, reparatie: Reparatie) -> dict[str, Any]:
        """Return an offer as the values that are kept, shown and applied."""
        rollen = {les.id: les.rollen for een in self.scenario.aanvragen for les in een.lessen}
        return build_reparatie_waarden(reparatie, self.gaten, rollen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigregel:
    """One lesson that changes in an offer; ``wie`` has role, who came, and who comes."""

    les: Lesnaam
    is_gat: bool
    van: datetime
    naar: datetime | None
    is_verzet: bool
    wie: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """One offer in words; ``waarden`` is what is applied."""

    nummer: int
    waarden: Mapping[str, Any]
    regels: tuple[Wijzigregel, ...]
    gered: int
    gaten: int
    mensen: tuple[str, ...]
    scholen: tuple[str, ...]
    meldingen: tuple[str, ...]
    is_als_vorige: bool = False

    @property
    def kenmerk(self) -> str:
        """Return a word for exactly this offer, so that what was seen is what is applied."""
        tekst = json.dumps(self.waarden, sort_keys=True)
        return hashlib.sha256(tekst.encode()).hexdigest()[:24]


def find_gaten(alle: list[Boeking], *, boeking_id: int, nu: datetime) -> dict[int, int]:
    """Return per coming lesson the place that the person who fell out of this one left empty."""
    gaten = {}
    wie = None
    boekingen = [
        een
        for een in alle
        if een.status == BoekingStatus.VOORGESTELD.value and een.begin and een.begin > nu
    ]
    for boeking in sorted(boekingen, key=lambda een: een.pk != boeking_id):
        for plek in boeking.plekken.all():
            inzet = find_uitval(boeking, plek, nu=nu)
            if inzet is None or (wie is not None and inzet.hoofdrolspeler_id != wie):
                continue
            if wie is None and boeking.pk != boeking_id:
                return {}
            wie = inzet.hoofdrolspeler_id
            gaten[boeking.pk] = plek.pk
            break
    return gaten


def find_uitval(boeking: Boeking, plek: Plek, *, nu: datetime) -> Inzet | None:
    """Return the yes that was lost at this place and that nobody made good, or None."""
    if get_plekbeeld(plek, begin=boeking.begin, nu=nu).stand is not Plekstand.VALT_UIT:
        return None
    weg = [
        een
        for een in plek.inzetten.all()
        if een.begin == boeking.begin
        and een.beantwoord_op is not None
        and een.status in (InzetStatus.AFGEMELD.value, InzetStatus.INGETROKKEN.value)
    ]
    return weg[-1] if weg else None


def telt_als_gevraagd(inzet: Inzet) -> bool:
    """Return whether this keeps somebody from being proposed for the same moment.

    As in the ranking, except that who comes stays. Whoever the desk let go is not asked back; who
    was thanked because somebody else was first, may come all the same.
    """
    if inzet.status == InzetStatus.INGETROKKEN.value:
        return inzet.redencode == Redencode.BUREAU.value or inzet.beantwoord_op is not None
    return inzet.status in AL_GEVRAAGD and inzet.status != InzetStatus.TOEGEZEGD.value


def list_herstelplekken(boeking: Boeking, gaten: Mapping[int, int]) -> list[Plek]:
    """Return the places that somebody fills, and the empty one, in the order of the planner."""
    return [
        plek
        for plek in boeking.plekken.all()
        if get_toezegging(plek) or plek.pk == gaten.get(boeking.pk)
    ]


def build_herstelvraag(
    *, boeking_id: int, nu: datetime, mag_verzetten: bool
) -> Herstelvraag | None:
    """Return what to ask the planner about this lesson, or None when nobody fell out of it.

    ``mag_verzetten``: lessons without a hole may also get another moment that was wished, for the
    planner. Without it they can only be handed on, and only what is near the holes is read. A
    constant number of queries.
    """
    open_ = list_planboekingen(
        nu, alleen=Q(status=BoekingStatus.VOORGESTELD.value), met_wensen=False
    )
    gaten = find_gaten(open_, boeking_id=boeking_id, nu=nu)
    if not gaten:
        return None
    ids = None if mag_verzetten else list_nabije_mensen(gaten)
    alleen = Q(begin__isnull=False)
    if ids is not None:
        alleen &= Q(plekken__inzetten__hoofdrolspeler__in=ids) | Q(
            aanvraag__boekingen__in=list(gaten)
        )
    boekingen = list_planboekingen(nu, alleen=alleen, met_wensen=mag_verzetten)
    if ids is not None:
        ids |= list_vulling(boekingen)
        prefetch_related_objects([een.aanvraag for een in boekingen if een.pk in gaten], "wensen")
    op_nummer = {str(boeking.pk): boeking for boeking in boekingen}
    basis = build_scenario_van(boekingen, nu=nu, ids=ids)
    dagen = [op_de_klok(een.begin)[0] for een in boekingen if een.pk in gaten and een.begin]
    scenario = replace(
        basis,
        van=min(basis.van, *dagen),
        aanvragen=tuple(
            _open(een, op_nummer, gaten, nu=nu, mag_verzetten=mag_verzetten)
            for een in basis.aanvragen
        ),
        personen={**basis.personen, UITVALLER: verzin_uitvaller()},
        vast=(),
    )
    afspraken = tuple(_lees_afspraak(een, gaten) for een in boekingen)
    return Herstelvraag(
        scenario=scenario,
        afspraken=afspraken,
        uitval=Uitval(UITVALLER, min(dagen), basis.tot_en_met),
        gaten=gaten,
    )


def list_nabije_mensen(gaten: Collection[int]) -> set[int]:
    """Return who may come to one of these lessons, or take a lesson over from who does.

    Whoever has a role of a hole may come, and hands on lessons in any role of their own.
    """
    rollen = set(Plek.objects.filter(boeking__in=gaten).values_list("rol__naam", flat=True))
    profielen = list_profielen()
    komen = [een for een in profielen if rollen & set(een.rollen)]
    rollen |= {rol for een in komen for rol in een.rollen}
    return {een.id for een in profielen if rollen & set(een.rollen)}


def list_vulling(boekingen: Iterable[Boeking]) -> set[int]:
    """Return who said yes to one of these lessons, from prefetched rows."""
    return {
        toezegging.hoofdrolspeler_id
        for boeking in boekingen
        for plek in boeking.plekken.all()
        if (toezegging := get_toezegging(plek))
    }


def _open(
    aanvraag: Aanvraag,
    op_nummer: dict[str, Boeking],
    gaten: Mapping[int, int],
    *,
    nu: datetime,
    mag_verzetten: bool,
) -> Aanvraag:
    return replace(
        aanvraag,
        lessen=tuple(
            _open_les(les, op_nummer[les.id], gaten, nu=nu, mag_verzetten=mag_verzetten)
            for les in aanvraag.lessen
        ),
    )


def _open_les(
    les: Les, boeking: Boeking, gaten: Mapping[int, int], *, nu: datetime, mag_verzetten: bool
) -> Les:
    """Return the lesson with the moments it may have; none when nothing of it may change."""
    assert boeking.begin is not None  # noqa: S101  # only lessons with a moment are here
    is_gat = boeking.pk in gaten
    mag = boeking.begin > nu and (is_gat or boeking.status == BoekingStatus.BEVESTIGD.value)
    wensen = mag and (is_gat or mag_verzetten)
    momenten = list(list_momenten(boeking, nu=nu)) if wensen else []
    dag, begin = op_de_klok(boeking.begin)
    if mag and (dag, begin) not in {(een.dag, een.begin) for een in momenten}:
        momenten.append(Moment(dag, begin, 0))
    plekken = list_herstelplekken(boeking, gaten)
    weg = [
        find_uitval(boeking, plek, nu=nu) for plek in plekken if plek.pk == gaten.get(boeking.pk)
    ]
    return replace(
        les,
        rollen=tuple(plek.rol.naam for plek in plekken),
        momenten=tuple(momenten),
        # Who fell out does not come in the own place, whenever the lesson is.
        niet=frozenset(str(inzet.hoofdrolspeler_id) for inzet in weg if inzet),
        niet_op=list_niet_op(boeking, telt_als_gevraagd),
    )


def _lees_afspraak(boeking: Boeking, gaten: Mapping[int, int]) -> Afspraak:
    assert boeking.begin is not None  # noqa: S101  # the caller looked
    toezeggingen = (get_toezegging(plek) for plek in list_herstelplekken(boeking, gaten))
    wie = tuple(str(een.hoofdrolspeler_id) if een else UITVALLER for een in toezeggingen)
    return Afspraak(str(boeking.pk), *op_de_klok(boeking.begin), wie)


def verzin_uitvaller() -> Persoon:
    """Return somebody who can give nothing, to stand in the holes."""
    return Persoon(
        id=UITVALLER,
        rollen=frozenset(),
        soorten=frozenset(),
        niveaus=frozenset(),
        thuis=Punt(-1, -1),
        thuiswijk="",
        wijken=frozenset(),
        snelheid=1,
        max_reistijd=0,
        grenzen=Grenzen(dag=10_000, week=10_000, maand=10_000, seizoen=10_000),
        weekritme={},
        extra={},
        afwezig=frozenset(),
        bezet=(),
        vaste_scholen=frozenset(),
        geweigerde_scholen=frozenset(),
    )


def list_aanbod(*, wie: Any, boeking_id: int, nu: datetime) -> list[Aanbod]:
    """Return the first two offers, and the third when the planner made one. Empty: no drop-out.

    Raises ``PermissionDenied``. A constant number of queries.
    """
    check_coordinator(wie)
    vraag = build_herstelvraag(boeking_id=boeking_id, nu=nu, mag_verzetten=False)
    if vraag is None:
        return []
    reparaties = stel_voor(vraag.scenario, vraag.afspraken, vraag.uitval)
    waarden: list[Mapping[str, Any]] = [vraag.build_waarden(een) for een in reparaties]
    plan = get_herstelplan(wie=wie, boeking_id=boeking_id)
    if plan is not None and plan.status in TE_BESLISSEN and "changes" in (plan.voorstel or {}):
        waarden.append(plan.voorstel or {})
    return _build_aanbod(waarden)


def get_herstelplan(*, wie: Any, boeking_id: int) -> Seizoensplan | None:
    """Return the newest repair by the planner for this lesson, or None."""
    check_coordinator(wie)
    plannen = Seizoensplan.objects.filter(soort=Plansoort.HERSTEL.value, boeking=boeking_id)
    return plannen.order_by("-pk").first()


def _build_aanbod(waarden: list[Mapping[str, Any]]) -> list[Aanbod]:
    lessen = {een["lesson"] for alles in waarden for een in alles["changes"]}
    boekingen = get_boekingen(lessen)
    namen = {str(een.id): een.naam for een in list_profielen()} | {UITVALLER: NIEMAND}
    uit = []
    for nummer, alles in enumerate(waarden, start=1):
        regels = tuple(
            _build_regel(boekingen[een["lesson"]], een, alles, namen)
            for een in alles["changes"]
            if een["lesson"] in boekingen and (een["after"] or een["lesson"] not in alles["gaps"])
        )
        uit.append(
            Aanbod(
                nummer=nummer,
                waarden=alles,
                regels=regels,
                gered=len(alles["rescued"]),
                gaten=len(alles["gaps"]),
                mensen=tuple(
                    sorted(namen.get(een, een) for een in alles["people"] if een != UITVALLER)
                ),
                scholen=tuple(sorted({regel.les.school for regel in regels if regel.is_verzet})),
                meldingen=tuple(alles["notes"]),
                is_als_vorige=nummer > 1 and alles["changes"] == waarden[nummer - 2]["changes"],
            )
        )
    return uit


def _build_regel(
    boeking: Boeking, wijziging: dict[str, Any], alles: Mapping[str, Any], namen: dict[str, str]
) -> Wijzigregel:
    voor, na = wijziging["before"], wijziging["after"]
    rollen = wijziging["roles"]
    van, naar = get_moment_van(voor), get_moment_van(na) if na else None
    return Wijzigregel(
        les=get_lesnaam(boeking),
        is_gat=wijziging["lesson"] in alles["gaps"],
        van=van,
        naar=naar,
        is_verzet=van != naar,
        wie=tuple(
            (rol, namen.get(oud, oud), namen.get(nieuw, nieuw))
            for rol, oud, nieuw in zip(
                rollen, voor["speakers"], na["speakers"] if na else voor["speakers"], strict=True
            )
            if oud != nieuw
        ),
    )
