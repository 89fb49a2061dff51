"""The day around a lesson that is asked: what comes before and after, and the way between.

Time that the own diary takes is in it too: when, never what or where.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from hoofdrolspelers.domain.beschikbaarheid import AMSTERDAM, get_dag
from hoofdrolspelers.domain.reistijd import Plaats, Vervoermiddel, format_reistijd, schat_reistijd
from hoofdrolspelers.domain.tijdvak import Tijdvak, doorsnede
from lesaanbod.domain.datums import format_tijd, format_tijden


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagles:
    """One lesson of a day, or time of the own diary: that has no ``plaats``.

    ``naam`` is empty where the reader may not know the school. Time of a diary is cut off where
    the day ends.
    """

    begin: datetime
    eind: datetime
    plaats: Plaats | None
    naam: str = ""
    is_deze: bool = False

    @property
    def is_agenda(self) -> bool:
        """Whether this is time that the own diary takes."""
        return self.plaats is None

    @property
    def tijden(self) -> str:
        """Return «9.00 tot 10.00 uur»; the end of the day is 24.00."""
        dag = get_dag(self.begin.astimezone(AMSTERDAM).date())
        if self.eind < dag.eind:
            return format_tijden(self.begin, self.eind)
        if self.begin <= dag.begin:
            return "hele dag"
        return f"{format_tijd(self.begin).removesuffix(' uur')} tot 24.00 uur"


@dataclass(frozen=True, slots=True)
class Dagregel:
    """One lesson with the way to the next one by ``middel``, in minutes; None after the last."""

    les: Dagles
    middel: Vervoermiddel
    reis: int | None = None
    tussen: int | None = None

    @property
    def onderweg(self) -> str:
        """Return the way in words; empty after the last."""
        if self.reis is None:
            return ""
        return format_reistijd(timedelta(minutes=self.reis), self.middel)

    @property
    def is_krap(self) -> bool:
        """Whether there is less time than the way takes."""
        return self.reis is not None and self.tussen is not None and self.tussen < self.reis


def build_dag(lessen: Iterable[Dagles], *, middel: Vervoermiddel) -> tuple[Dagregel, ...]:
    """Return the lessons of one day in order, each with the way to the next by ``middel``."""
    return tuple(_list_regels(sorted(lessen, key=lambda les: (les.begin, les.eind)), middel))


def _list_regels(lessen: list[Dagles], middel: Vervoermiddel) -> Iterator[Dagregel]:
    for les, volgende in pairwise(lessen):
        if les.plaats is None or volgende.plaats is None:
            yield Dagregel(les, middel)
            continue
        reis = schat_reistijd(les.plaats, volgende.plaats, middel)
        tussen = volgende.begin - les.eind
        yield Dagregel(les, middel, _minuten(reis), _minuten(tussen))
    yield from (Dagregel(les, middel) for les in lessen[-1:])


def list_agendablokken(
    bezet: Iterable[Tijdvak], *, dag: date, lessen: Iterable[Tijdvak]
) -> tuple[Dagles, ...]:
    """Return what the own diary takes of ``dag``, overlapping spans as one.

    A span equal to one of ``lessen`` is our own invitation, come back.
    """
    eigen = set(lessen)
    blokken = doorsnede((span for span in bezet if span not in eigen), (get_dag(dag),))
    return tuple(Dagles(begin=span.begin, eind=span.eind, plaats=None) for span in blokken)


def zonder_namen(dag: Iterable[Dagregel]) -> tuple[Dagregel, ...]:
    """Return the same day for a page without a login: times and travel, no other schools."""
    return tuple(
        regel if regel.les.is_deze else replace(regel, les=replace(regel.les, naam=""))
        for regel in dag
    )


def _minuten(duur: timedelta) -> int:
    return int(duur.total_seconds() // 60)
