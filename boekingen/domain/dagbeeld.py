"""The day around a lesson that is asked: what comes before and after, and the way between."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from hoofdrolspelers.domain.reistijd import Plaats, schat_reistijd


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagles:
    """One lesson of a day; ``naam`` is empty where the reader may not know the school."""

    begin: datetime
    eind: datetime
    plaats: Plaats
    naam: str = ""
    is_deze: bool = False


@dataclass(frozen=True, slots=True)
class Dagregel:
    """One lesson with the way to the next one, in minutes; None after the last."""

    les: Dagles
    reis: int | None = None
    tussen: int | None = None

    @property
    def is_krap(self) -> bool:
        """Whether there is less time than the way takes."""
        return self.reis is not None and self.tussen is not None and self.tussen < self.reis


def build_dag(lessen: Iterable[Dagles]) -> tuple[Dagregel, ...]:
    """Return the lessons of one day in order, each with the way to the next."""
    return tuple(_list_regels(sorted(lessen, key=lambda les: (les.begin, les.eind))))


def _list_regels(lessen: list[Dagles]) -> Iterator[Dagregel]:
    for les, volgende in pairwise(lessen):
        reis = schat_reistijd(les.plaats, volgende.plaats)
        tussen = volgende.begin - les.eind
        yield Dagregel(les, _minuten(reis.total_seconds()), _minuten(tussen.total_seconds()))
    yield from (Dagregel(les) for les in lessen[-1:])


def zonder_namen(dag: Iterable[Dagregel]) -> tuple[Dagregel, ...]:
    """Return the same day for a page without a login: times and travel, no other schools."""
    return tuple(
        regel if regel.les.is_deze else replace(regel, les=replace(regel.les, naam=""))
        for regel in dag
    )


def _minuten(seconden: float) -> int:
    return int(seconden // 60)
