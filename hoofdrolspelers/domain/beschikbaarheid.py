"""From a weekly rhythm on the wall clock to spans of real time.

A moment is free when the clock on the wall in Utrecht then shows a time inside a block of that
weekday. That one rule settles both clock changes (Directive 2000/84/EC, articles 2 and 3): the
hour that is skipped in spring is nobody's time, the hour that comes twice in autumn is free twice.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .tijdvak import Tijdvak, build_tijdvak, voeg_samen

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAANDAG, ZONDAG = 1, 7


class OngeldigRitmeblok(ValueError):
    """A block on no day of the week, that ends before it begins, or with a zone of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Ritmeblok:
    """One block of a week: day by ISO 8601 (Monday is 1), wall clock times, half-open.

    Raises ``OngeldigRitmeblok`` for a day outside 1-7, an end that is not after the begin (a night
    is two blocks), and a time that carries a zone.
    """

    weekdag: int
    begin: time
    eind: time

    def __post_init__(self) -> None:
        zoned = self.begin.tzinfo is not None or self.eind.tzinfo is not None
        if zoned or not MAANDAG <= self.weekdag <= ZONDAG or self.eind <= self.begin:
            raise OngeldigRitmeblok(f"{self.weekdag} {self.begin} - {self.eind}")


STANDAARDWEEK = tuple(
    Ritmeblok(weekdag, time(8, 30), time(15, 30)) for weekdag in range(MAANDAG, MAANDAG + 5)
)
"""What somebody is taken to mean who joins and says nothing else: working days, lesson hours."""


def voeg_ritme_samen(ritme: Iterable[Ritmeblok]) -> tuple[Ritmeblok, ...]:
    """Return the same week with overlapping and touching blocks of a day made one, in order."""
    samen: list[Ritmeblok] = []
    for blok in sorted(ritme):
        vorig = samen[-1] if samen else None
        if vorig and vorig.weekdag == blok.weekdag and blok.begin <= vorig.eind:
            samen[-1] = Ritmeblok(blok.weekdag, vorig.begin, max(vorig.eind, blok.eind))
        else:
            samen.append(blok)
    return tuple(samen)


def get_dag(dag: date) -> Tijdvak:
    """Return a whole local day: 23, 24 or 25 hours."""
    return Tijdvak(*_get_dagranden(dag))


def list_dagen(venster: Tijdvak) -> Iterator[date]:
    """Yield the local days that a window touches, in order."""
    dag = venster.begin.astimezone(AMSTERDAM).date()
    laatste = (venster.eind - timedelta.resolution).astimezone(AMSTERDAM).date()
    while dag <= laatste:
        yield dag
        dag += timedelta(days=1)


@lru_cache(maxsize=4096)
def zet_blok_op_dag(blok: Ritmeblok, dag: date) -> tuple[Tijdvak, ...]:
    """Return the real time of a block: one span, or what a clock change makes of it."""
    dagbegin, dageind = _get_dagranden(dag)
    voor, na = _offset(dagbegin), _offset(dageind)
    if voor == na:
        stukken = [_with_offset(blok, dag, voor, dagbegin, dageind)]
    else:
        wissel = _find_change(dagbegin, dageind)
        stukken = [
            _with_offset(blok, dag, voor, dagbegin, wissel),
            _with_offset(blok, dag, na, wissel, dageind),
        ]
    return voeg_samen(stuk for stuk in stukken if stuk is not None)


def _with_offset(
    blok: Ritmeblok, dag: date, offset: timedelta, vanaf: datetime, tot: datetime
) -> Tijdvak | None:
    """Return the block read with one offset, as far as that offset holds."""
    begin = datetime.combine(dag, blok.begin, UTC) - offset
    eind = datetime.combine(dag, blok.eind, UTC) - offset
    return build_tijdvak(max(begin, vanaf), min(eind, tot))


@lru_cache(maxsize=2048)
def _get_dagranden(dag: date) -> tuple[datetime, datetime]:
    """Return the first moment of a local day and of the next; asked often, for the same days."""
    return _midnight(dag), _midnight(dag + timedelta(days=1))


def _midnight(dag: date) -> datetime:
    return datetime.combine(dag, time(), AMSTERDAM).astimezone(UTC)


@lru_cache(maxsize=4096)
def _offset(moment: datetime) -> timedelta:
    return moment.astimezone(AMSTERDAM).utcoffset() or timedelta()


def _find_change(dagbegin: datetime, dageind: datetime) -> datetime:
    """Return the first second of a day with the offset that the next day begins with."""
    na = _offset(dageind)
    seconds = bisect_left(
        range(int((dageind - dagbegin).total_seconds())),
        x=True,
        key=lambda second: _offset(dagbegin + timedelta(seconds=second)) == na,
    )
    return dagbegin + timedelta(seconds=seconds)
