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

from .beschikbaarheid import AMSTERDAM, get_dag, list_dagen
from .persoonstijd import Tijdgegevens, bereken_vrij, get_vakantienaam
from .ritmeperiode import Ritmestuk
from .tijdvak import Tijdvak

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

    def past_in(self, vrij: int) -> bool:
        """Whether every quarter of this mask is in ``vrij``."""
        return vrij & self.bits == self.bits


def bouw_masker(tijdvakken: Iterable[Tijdvak], dag: date) -> int:
    """Return the bits of the quarters of ``dag`` that the spans touch."""
    begin = datetime.combine(dag, BEGIN, AMSTERDAM).astimezone(UTC)
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
    geraakt = _list_geraakt(gegevens)
    gewoon: dict[tuple[int, tuple[Ritmestuk, ...]], int] = {}
    per_weekdag = [
        tuple(stuk for stuk in gegevens.ritme if stuk.blok.weekdag == weekdag)
        for weekdag in range(1, 8)
    ]
    for nummer in range((tm - vanaf).days + 1):
        dag = vanaf + nummer * DAG
        if dag in geraakt:
            bits = bouw_masker(bereken_vrij(gegevens, get_dag(dag)), dag)
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


def _list_geraakt(gegevens: Tijdgegevens) -> set[date]:
    """Return the days that are touched by anything but rhythm and holidays."""
    rijen = (gegevens.extra, gegevens.weg, gegevens.vastgelegd, gegevens.eigen_agenda)
    return {dag for rij in rijen for tijdvak in rij for dag in list_dagen(tijdvak)}


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
