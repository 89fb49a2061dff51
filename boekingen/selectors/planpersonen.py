"""Everybody who might give a lesson, with all that the ranking looks at, for the planner.

The same wishes and limits count as in the ranking for one lesson, so that no proposal holds what
the desk would be advised against.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from boekingen.domain.factoren import get_capaciteit
from boekingen.domain.planning.scenario import ONBEGRENSD, Grenzen, Persoon, Punt, School
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import InzetStatus
from boekingen.domain.telvensters import build_telvensters
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import get_toezegging
from boekingen.selectors.kandidaten import list_blokkades
from boekingen.selectors.plangegevens import (
    get_niveaus,
    get_plaats_id,
    get_soort,
    get_wijk,
    op_de_klok,
)
from hoofdrolspelers.domain import reistijd
from hoofdrolspelers.domain.beschikbaarheid import list_dagen
from hoofdrolspelers.domain.persoon import Persoon as Mens
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen

ALLE_NIVEAUS = "alle"
GEEN_PUNT = Punt(-1, -1)
DAGEINDE = 24 * 60


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the lessons ask of people, apart from time; worked out once for everybody.

    ``soorten`` has the page and the levels of each kind of lesson, ``rollen`` the names.
    """

    wijken: frozenset[str]
    soorten: Mapping[str, tuple[int, frozenset[int]]]
    rollen: Mapping[int, str]


def build_personen(
    boekingen: list[Boeking],
    scholen: Mapping[str, School],
    *,
    venster: Tijdvak,
    nu: datetime,
    ids: Collection[int] | None = None,
) -> dict[str, Persoon]:
    """Return everybody by number as text, with their time in ``venster``, as it is ``nu``.

    ``ids`` narrows it to these people. A constant number of queries.
    """
    mensen = list_personen(rol_id=None, venster=venster, ids=ids)
    eigen, eerder = _list_eigen_tijd(boekingen), _tel_eerder(boekingen, nu=nu)
    geweigerd, vraag = _list_geweigerd(boekingen), _lees_vraag(boekingen)
    # From today on: a repair may be about a lesson of later today.
    vandaag, tot = (moment.astimezone(ZONE).date() for moment in (nu, venster.eind))
    dagen = [vandaag + timedelta(days=nr) for nr in range((tot - vandaag).days + 2)]
    return {
        str(mens.id): replace(
            _build_persoon(mens, eigen[mens.id], vraag, scholen, dagen=dagen),
            eerder=eerder[mens.id],
            geweigerde_scholen=geweigerd[mens.id],
        )
        for mens in mensen
    }


def _lees_vraag(boekingen: list[Boeking]) -> Vraag:
    return Vraag(
        wijken=frozenset({get_wijk(boeking) for boeking in boekingen} | {""}),
        soorten={
            get_soort(boeking): (boeking.les_id, get_niveaus(boeking)) for boeking in boekingen
        },
        rollen={
            plek.rol_id: plek.rol.naam for boeking in boekingen for plek in boeking.plekken.all()
        },
    )


def _list_eigen_tijd(boekingen: list[Boeking]) -> dict[int, set[Tijdvak]]:
    """Return per person the time that these lessons take, which is planned and not just busy."""
    eigen = defaultdict(set)
    for boeking in boekingen:
        for plek in boeking.plekken.all():
            inzet = get_toezegging(plek)
            if inzet:
                eigen[inzet.hoofdrolspeler_id].add(Tijdvak(inzet.begin, inzet.eind))
    return eigen


def _tel_eerder(boekingen: list[Boeking], *, nu: datetime) -> dict[int, Counter[date]]:
    """Return per person and day the lessons that are not among these, as far as they can count.

    Whatever became of the lesson or of its request: as in the ranking for one lesson, a yes that
    stands counts against the limits of its day, week, month and school year.
    """
    hier = {boeking.pk for boeking in boekingen}
    sinds = min(venster.begin for venster in build_telvensters(nu).values())
    rijen = Inzet.objects.filter(status=InzetStatus.TOEGEZEGD.value, begin__gte=sinds).values_list(
        "hoofdrolspeler_id", "begin", "plek__boeking_id"
    )
    uit: dict[int, Counter[date]] = defaultdict(Counter)
    for mens, begin, boeking in rijen.order_by():
        if boeking not in hier:
            uit[mens][begin.astimezone(ZONE).date()] += 1
    return uit


def _list_geweigerd(boekingen: list[Boeking]) -> dict[int, frozenset[str]]:
    """Return per person the places of schools to which this person does not come."""
    plaatsen = defaultdict(set)
    for boeking in boekingen:
        plaatsen[boeking.aanvraag.contact.school_id].add(get_plaats_id(boeking))
    uit: dict[int, frozenset[str]] = defaultdict(frozenset)
    for mens, school in list_blokkades(school_ids=plaatsen):
        uit[mens] |= plaatsen[school]
    return uit


def _mag_geven(mens: Mens, les_id: int, niveaus: frozenset[int]) -> bool:
    """Return whether this person was chosen for the lesson, at these levels."""
    return niveaus <= mens.niveau_ids and (not mens.les_ids or les_id in mens.les_ids)


def _minuten(duur: timedelta) -> int:
    return int(duur.total_seconds() // 60)


def _verdeel_over_dagen(vrij: Iterable[Tijdvak]) -> dict[date, tuple[tuple[int, int], ...]]:
    """Return per day the minutes from and to; a span of more days counts on each of them."""
    uit: dict[date, tuple[tuple[int, int], ...]] = defaultdict(tuple)
    for tijdvak in vrij:
        (eerste, begin), (laatste, eind) = op_de_klok(tijdvak.begin), op_de_klok(tijdvak.eind)
        for dag in list_dagen(tijdvak):
            van, tot = begin if dag == eerste else 0, eind if dag == laatste else DAGEINDE
            uit[dag] = (*uit[dag], (van, tot))
    return dict(uit)


def _list_pauzedagen(mens: Mens, dagen: list[date]) -> frozenset[date]:
    """Return the days on which this person gives no lessons: a pause, and too short a notice.

    ``dagen`` begin today.
    """
    vroegst = dagen[0] + timedelta(days=mens.dagen_vooraf)
    pauze = mens.pauze
    return frozenset(
        dag for dag in dagen if dag < vroegst or (pauze is not None and pauze.bevat(dag))
    )


def _build_persoon(
    mens: Mens,
    eigen: set[Tijdvak],
    vraag: Vraag,
    scholen: Mapping[str, School],
    *,
    dagen: list[date],
) -> Persoon:
    eigen_wijken = {str(wijk) for wijk in mens.wijk_ids}
    rollen = {naam for rol_id, naam in vraag.rollen.items() if rol_id in mens.rol_ids}
    return Persoon(
        id=str(mens.id),
        # Who takes no part now, or whose diary is too old, keeps what was promised, no more.
        rollen=frozenset(rollen if mens.is_actief and not mens.heeft_oude_agenda else ()),
        soorten=frozenset(soort for soort, wat in vraag.soorten.items() if _mag_geven(mens, *wat)),
        niveaus=frozenset({ALLE_NIVEAUS}),
        thuis=replace(GEEN_PUNT, wijk=str(mens.vertrekwijk_id or "")),
        thuiswijk="",
        wijken=frozenset(eigen_wijken | {""} if eigen_wijken else vraag.wijken),
        snelheid=1,
        max_reistijd=ONBEGRENSD if mens.max_reisminuten is None else mens.max_reisminuten,
        grenzen=Grenzen(
            dag=_grens(mens.max_per_dag),
            week=_grens(mens.max_per_week),
            maand=mens.max_per_maand,
            seizoen=ONBEGRENSD,
            schooljaar=_grens(mens.max_per_schooljaar),
        ),
        weekritme={},
        extra=_verdeel_over_dagen(mens.vrij),
        afwezig=_list_pauzedagen(mens, dagen),
        bezet=tuple(
            (een.begin.astimezone(UTC), een.eind.astimezone(UTC))
            for een in (*mens.bezet, *mens.eigen_agenda)
            if een not in eigen
        ),
        vaste_scholen=frozenset(
            school.id for school in scholen.values() if school.wijk in eigen_wijken
        ),
        geweigerde_scholen=frozenset(),
        per_wijk=(
            _minuten(reistijd.ZELFDE_WIJK[mens.vervoermiddel]),
            _minuten(reistijd.ANDERE_WIJK[mens.vervoermiddel]),
        ),
        rust=_minuten(mens.rust),
        capaciteit=get_capaciteit(mens),
    )


def _grens(hooguit: int | None) -> int:
    return ONBEGRENSD if hooguit is None else hooguit
