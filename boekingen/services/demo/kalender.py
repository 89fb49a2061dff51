"""School days around today, so that the demo is sensible on whatever day it is made."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from boekingen.domain.schooldagen import ZONE, beoordeel_dag

REGIO = "Midden"


def is_goede_dag(dag: date, weekdag: int) -> bool:
    """Return whether ``dag`` is that ISO day of the week and no school is closed then."""
    oordeel = beoordeel_dag(dag, regio=REGIO)
    return dag.isoweekday() == weekdag and oordeel.mag and oordeel.waarschuwing is None


def list_momenten(
    *, vanaf: datetime, aantal: int, weekdag: int, uur: int, terug: bool = False
) -> list[datetime]:
    """Return ``aantal`` moments on that day of the week, at least a week apart, in order.

    The first is after ``vanaf``; with ``terug`` the last is before it.
    """
    stap = timedelta(days=-1 if terug else 1)
    gevonden: list[datetime] = []
    for dag in _dagen(vanaf.astimezone(ZONE).date() + stap, stap):
        if len(gevonden) == aantal:
            break
        if is_goede_dag(dag, weekdag):
            gevonden.append(datetime.combine(dag, time(uur), ZONE))
    return sorted(gevonden)


def _dagen(dag: date, stap: timedelta) -> Iterator[date]:
    while True:
        yield dag
        dag += stap
