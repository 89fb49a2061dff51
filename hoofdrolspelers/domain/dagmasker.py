"""One day of one person as 63 bits, one for every quarter of an hour from 07.00 up to 22.45.

Bit 0 is 07.00 to 07.15 on the clock of Europe/Amsterdam, bit 62 is 22.30 to 22.45. The bit of a
quarter is set when the person is free in any part of it; a lesson needs the bits of every quarter
it touches. So a mask lets through everybody who is really free, and some more: who is let through
is looked at exactly. Nothing before 07.00 or after 22.45 is in a mask, so it refuses nothing
there. Both clock changes are at night, outside every mask. 63 bits fit a signed bigint.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from .beschikbaarheid import AMSTERDAM, get_dag, list_dagen
from .persoonstijd import Tijdgegevens, bereken_vrij, get_vakantienaam
from .ritmeperiode import Ritmestuk
from .tijdvak import Tijdvak, doorsnede

KWARTIEREN = 63
KWARTIER = timedelta(minutes=15)
BEGIN = time(7)
DAG = timedelta(days=1)
VOL = (1 << KWARTIEREN) - 1


@dataclass(frozen=True, slots=True)
class Dagmasker:
    """The bits of one local day."""

    datum: date
    bits: int


def bouw_masker(tijdvakken: Iterable[Tijdvak], dag: date) -> int:
    """Return the bits of the quarters of ``dag`` that the spans touch."""
    begin = _get_maskerbegin(dag)
    bits = 0
    for tijdvak in tijdvakken:
        eerste = max((tijdvak.begin - begin) // KWARTIER, 0)
        laatste = min(-((begin - tijdvak.eind) // KWARTIER), KWARTIEREN)
        if eerste < laatste:
            bits |= (1 << laatste) - (1 << eerste)
    return bits


def bouw_lesmaskers(tijdvak: Tijdvak) -> tuple[Dagmasker, ...]:
    """Return which bits a lesson needs on the days it touches; days without bits are left out."""
    maskers = (Dagmasker(dag, bouw_masker((tijdvak,), dag)) for dag in list_dagen(tijdvak))
    return tuple(masker for masker in maskers if masker.bits)


def bouw_dagmaskers(gegevens: Tijdgegevens, *, vanaf: date, tm: date) -> Iterator[Dagmasker]:
    """Yield the masks of the days from ``vanaf`` up to and including ``tm`` that are not empty.

    A day on which nothing but the rhythm counts has the mask of its weekday, so a whole year costs
    little; a day that is touched by anything else is worked out exactly first.
    """
    geraakt = _list_vrij_op_geraakte_dagen(gegevens, vanaf=vanaf, tm=tm)
    gewoon: dict[tuple[int, tuple[Ritmestuk, ...]], int] = {}
    per_weekdag = [
        tuple(stuk for stuk in gegevens.ritme if stuk.blok.weekdag == weekdag)
        for weekdag in range(1, 8)
    ]
    for nummer in range((tm - vanaf).days + 1):
        dag = vanaf + nummer * DAG
        if dag in geraakt:
            bits = bouw_masker(geraakt[dag], dag)
        elif not gegevens.in_vakanties and get_vakantienaam(dag):
            bits = 0
        else:
            stukken = tuple(s for s in per_weekdag[dag.weekday()] if s.periode.bevat(dag))
            sleutel = (dag.weekday(), stukken)
            if sleutel not in gewoon:
                gewoon[sleutel] = _masker_van_ritme(stukken)
            bits = gewoon[sleutel]
        if bits:
            yield Dagmasker(dag, bits)


@lru_cache(maxsize=2048)
def _get_maskerbegin(dag: date) -> datetime:
    """Return the moment at which the first bit of a day begins."""
    return datetime.combine(dag, BEGIN, AMSTERDAM).astimezone(UTC)


def _list_vrij_op_geraakte_dagen(
    gegevens: Tijdgegevens, *, vanaf: date, tm: date
) -> dict[date, list[Tijdvak]]:
    """Return the exact free spans of the days that more than rhythm and holidays touches.

    The stretch from the first of them to the last is worked out at once.
    """
    venster = Tijdvak(get_dag(vanaf).begin, get_dag(tm).eind)
    rijen = (*gegevens.extra, *gegevens.weg, *gegevens.vastgelegd, *gegevens.eigen_agenda)
    per_dag: dict[date, list[Tijdvak]] = {
        dag: [] for tijdvak in doorsnede(rijen, (venster,)) for dag in list_dagen(tijdvak)
    }
    if per_dag:
        stretch = Tijdvak(get_dag(min(per_dag)).begin, get_dag(max(per_dag)).eind)
        for tijdvak in bereken_vrij(gegevens, stretch):
            for dag in list_dagen(tijdvak):
                if dag in per_dag:
                    per_dag[dag].append(tijdvak)
    return per_dag


def _masker_van_ritme(stukken: Iterable[Ritmestuk]) -> int:
    """Return the bits that blocks on the wall clock touch; the same on every day."""
    bits = 0
    for stuk in stukken:
        eerste = max(_kwartier(stuk.blok.begin, naar_boven=False), 0)
        laatste = min(_kwartier(stuk.blok.eind, naar_boven=True), KWARTIEREN)
        if eerste < laatste:
            bits |= (1 << laatste) - (1 << eerste)
    return bits


def _kwartier(tijd: time, *, naar_boven: bool) -> int:
    """Return how many quarters after 07.00 a time is, rounded down or up."""
    sinds = datetime.combine(date.min, tijd) - datetime.combine(date.min, BEGIN)
    return -(-sinds // KWARTIER) if naar_boven else sinds // KWARTIER
