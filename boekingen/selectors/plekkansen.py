"""The chance of a place of every lesson, for everybody: words a week, never people or counts.

Worked out for all lessons at once, from the same rows, and remembered for five minutes; a page that
shows it is kept five minutes more at most (``lesaanbod.paginacache``). So what a visitor reads is
never older than ten minutes.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.cache import cache

from boekingen.domain.lesminuten import Lesminuten
from boekingen.domain.plekkans import (
    SCHOOLDAGEN,
    WEKEN,
    Lesvraag,
    Onderdeelvraag,
    Plekkans,
    Weekkans,
    bereken_plekkans,
)
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import InzetStatus
from boekingen.domain.telvensters import build_telvensters
from boekingen.models import Inzet
from hoofdrolspelers.domain.beschikbaarheid import get_dag
from hoofdrolspelers.domain.dagdeel import Dagdeel
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen
from lesaanbod.domain.datums import format_dagmaand
from lesaanbod.selectors import Lesopzet, list_lesopzetten

SLEUTEL = "plekkansen"
HOUDBAAR = timedelta(minutes=5)
METEEN_ZICHTBAAR = 6
LANGSTE_TERMIJN = 365
EEN_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kansregel:
    """One row of the page: a week with its two words, or a holiday of one week or more."""

    week: str
    dagen: str
    ochtend: str = ""
    middag: str = ""
    vrij: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kansbeeld:
    """What the page of one lesson says; no ``eerste`` when nothing can be said."""

    eerste: tuple[Kansregel, ...]
    later: tuple[Kansregel, ...]
    op_aanvraag: tuple[str, ...]


def get_kansbeeld(*, les: Lesopzet, nu: datetime) -> Kansbeeld:
    """Return what the page of a live lesson says, at most five minutes old."""
    bewaard: tuple[datetime, dict[int, Kansbeeld]] | None = cache.get(SLEUTEL)
    if bewaard is None or les.les_id not in bewaard[1] or nu - bewaard[0] >= HOUDBAAR:
        bewaard = (nu, bereken_kansbeelden(nu=nu))
        cache.set(SLEUTEL, bewaard, timeout=HOUDBAAR.total_seconds())
    return bewaard[1].get(les.les_id, Kansbeeld(eerste=(), later=(), op_aanvraag=()))


def bereken_kansbeelden(*, nu: datetime) -> dict[int, Kansbeeld]:
    """Return what every bookable lesson says now, by number; a constant number of queries."""
    lessen = [les for les in list_lesopzetten() if les.boekbaar and les.onderdelen]
    minuten = lees_lesminuten(nu=nu, vooruit=max((v.min_dagen_vooraf for v in lessen), default=0))
    return {les.les_id: _build_beeld(bereken_plekkans(vraag(les), minuten), les) for les in lessen}


def lees_lesminuten(*, nu: datetime, vooruit: int) -> Lesminuten:
    """Return everybody's time from ``nu`` on, until twelve weeks after ``vooruit`` days."""
    vandaag = nu.astimezone(ZONE).date()
    tot = vandaag + timedelta(days=min(vooruit, LANGSTE_TERMIJN)) + (WEKEN + 1) * EEN_WEEK
    venster = Tijdvak(get_dag(vandaag).begin, get_dag(tot).eind)
    personen = list_personen(rol_id=None, venster=venster)
    return Lesminuten(personen, lessen=_list_lesbegins(vandaag, tot), vandaag=vandaag)


def vraag(les: Lesopzet) -> Lesvraag:
    """Return a lesson page as something to be filled."""
    return Lesvraag(
        les_id=les.les_id,
        niveau_ids=tuple(niveau.id for niveau in les.niveaus),
        min_dagen_vooraf=min(les.min_dagen_vooraf, LANGSTE_TERMIJN),
        in_avond=les.in_avond,
        onderdelen=tuple(
            Onderdeelvraag(onderdeel.duur, {rol.rol_id: rol.aantal for rol in onderdeel.rollen})
            for onderdeel in les.onderdelen
        ),
    )


def _list_lesbegins(vandaag: date, tot: date) -> dict[int, list[datetime]]:
    """Return when everybody's lessons begin in the school years of these days. One query."""
    begins: dict[int, list[datetime]] = defaultdict(list)
    van = build_telvensters(get_dag(vandaag).begin)["schooljaar"].begin
    tm = build_telvensters(get_dag(tot).begin)["schooljaar"].eind
    rijen: Any = Inzet.objects.filter(
        status=InzetStatus.TOEGEZEGD.value, begin__gte=van, begin__lt=tm
    ).values_list("hoofdrolspeler_id", "begin")
    for persoon_id, begin in rijen:
        begins[persoon_id].append(begin)
    return begins


def _build_beeld(kans: Plekkans, les: Lesopzet) -> Kansbeeld:
    """Return the words in the order of the page; a holiday of several weeks is one row."""
    namen = {rol.rol_id: rol.naam for deel in les.onderdelen for rol in deel.rollen}
    return Kansbeeld(
        eerste=tuple(_build_regels(kans.weken[:METEEN_ZICHTBAAR])),
        later=tuple(_build_regels(kans.weken[METEEN_ZICHTBAAR:])),
        op_aanvraag=tuple(naam for rol_id, naam in namen.items() if rol_id in kans.op_aanvraag),
    )


def _build_regels(weken: tuple[Weekkans, ...]) -> list[Kansregel]:
    regels: list[Kansregel] = []
    vrij: list[Weekkans] = []
    for week in weken:
        if vrij and vrij[-1].vrij != week.vrij:
            regels.append(_build_vrij(vrij))
            vrij = []
        if week.vrij:
            vrij.append(week)
        else:
            regels.append(
                Kansregel(
                    week=f"week {week.maandag.isocalendar().week}",
                    dagen=_format_dagen(week.maandag, week.maandag),
                    ochtend=week.kansen[Dagdeel.OCHTEND].value,
                    middag=week.kansen[Dagdeel.MIDDAG].value,
                )
            )
    return [*regels, _build_vrij(vrij)] if vrij else regels


def _build_vrij(weken: list[Weekkans]) -> Kansregel:
    nummers = [str(week.maandag.isocalendar().week) for week in weken]
    return Kansregel(
        week=f"week {' en '.join(dict.fromkeys((nummers[0], nummers[-1])))}"
        if len(weken) < 3  # noqa: PLR2004  # «week 52 en 53», «week 28 t/m 33»
        else f"week {nummers[0]} t/m {nummers[-1]}",
        dagen=_format_dagen(weken[0].maandag, weken[-1].maandag),
        vrij=weken[0].vrij,
    )


def _format_dagen(eerste: date, laatste: date) -> str:
    """Return «4 t/m 8 januari»: Monday of the first week up to Friday of the last."""
    vrijdag = laatste + timedelta(days=SCHOOLDAGEN - 1)
    van = f"{eerste.day}" if eerste.month == vrijdag.month else format_dagmaand(eerste)
    return f"{van} t/m {format_dagmaand(vrijdag)}"
