"""A weekly rhythm that holds for a while: «dit schooljaar», «tot de zomer», «vanaf dan».

What is said last counts: a new rhythm for some weeks is laid over what stood there, and what
sticks out on either side stays. So on every day one rhythm holds, and it is clear which.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .beschikbaarheid import Ritmeblok

DAG = timedelta(days=1)
ZOMER_EINDIGT = (7, 31)


class OngeldigePeriode(ValueError):
    """The last day comes before the first."""


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from ``vanaf`` up to and including ``tm``; None is without an end on that side.

    Raises ``OngeldigePeriode`` when the last day comes before the first.
    """

    vanaf: date | None = None
    tm: date | None = None

    def __post_init__(self) -> None:
        if self.vanaf and self.tm and self.tm < self.vanaf:
            raise OngeldigePeriode(f"{self.vanaf} - {self.tm}")

    @property
    def begin(self) -> date:
        """The first day; the first of all days where there is none."""
        return self.vanaf or date.min

    @property
    def eind(self) -> date:
        """The last day; the last of all days where there is none."""
        return self.tm or date.max

    def bevat(self, dag: date) -> bool:
        """Whether ``dag`` is one of the days."""
        return self.begin <= dag <= self.eind

    def raakt(self, ander: "Periode") -> bool:
        """Whether the two share a day."""
        return self.begin <= ander.eind and ander.begin <= self.eind


ALTIJD = Periode()


@dataclass(frozen=True, slots=True)
class Ritmestuk:
    """One block of the week, and the days on which it holds."""

    blok: Ritmeblok
    periode: Periode = ALTIJD


@dataclass(frozen=True, slots=True)
class Ritmeperiode:
    """The whole week of a stretch of days; no blocks is a stretch without any time."""

    periode: Periode
    blokken: tuple[Ritmeblok, ...]


def leg_over(oud: Iterable[Ritmestuk], nieuw: Ritmeperiode) -> tuple[Ritmestuk, ...]:
    """Return the rhythm with ``nieuw`` laid over ``oud``."""
    rest = (deel for stuk in oud for deel in _zonder(stuk, nieuw.periode))
    return (*rest, *(Ritmestuk(blok, nieuw.periode) for blok in nieuw.blokken))


def _zonder(stuk: Ritmestuk, weg: Periode) -> Iterator[Ritmestuk]:
    """Yield what sticks out of ``weg`` on either side."""
    if not stuk.periode.raakt(weg):
        yield stuk
        return
    if stuk.periode.begin < weg.begin:
        yield replace(stuk, periode=Periode(stuk.periode.vanaf, weg.begin - DAG))
    if weg.eind < stuk.periode.eind:
        yield replace(stuk, periode=Periode(weg.eind + DAG, stuk.periode.tm))


def list_ritmeperiodes(stukken: Iterable[Ritmestuk], *, vanaf: date) -> tuple[Ritmeperiode, ...]:
    """Return stretch by stretch which week holds, from ``vanaf`` on, gaps included.

    Two neighbours with the same week are one. The last has no end.
    """
    rij = list(stukken)
    knippen = {vanaf}
    for stuk in rij:
        if stuk.periode.vanaf:
            knippen.add(stuk.periode.vanaf)
        if stuk.periode.tm and stuk.periode.tm < date.max:
            knippen.add(stuk.periode.tm + DAG)
    randen = sorted(dag for dag in knippen if dag >= vanaf)
    periodes: list[Ritmeperiode] = []
    for nummer, begin in enumerate(randen):
        tm = randen[nummer + 1] - DAG if nummer + 1 < len(randen) else None
        blokken = tuple(sorted(stuk.blok for stuk in rij if stuk.periode.bevat(begin)))
        if periodes and periodes[-1].blokken == blokken:
            periodes[-1] = Ritmeperiode(Periode(periodes[-1].periode.vanaf, tm), blokken)
        else:
            periodes.append(Ritmeperiode(Periode(begin, tm), blokken))
    return tuple(periodes)


def get_zomer(dag: date) -> date:
    """Return the last day of the school year that ``dag`` lies in: the next 31 July."""
    return date(dag.year + ((dag.month, dag.day) > ZOMER_EINDIGT), *ZOMER_EINDIGT)
