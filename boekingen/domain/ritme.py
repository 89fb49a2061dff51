"""A fixed rhythm for a series: the same weekday every week or every other week."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from lesaanbod.domain.schoolvakanties import find_vrije_periode

from .schooldagen import beoordeel_dag

DAGEN_PER_WEEK = 7
HOOGSTENS_WEKEN = 104


def vul_ritme(
    *,
    weekdag: int,
    weken: int,
    vanaf: date,
    aantal: int,
    min_dagen_tussen: int,
    regio: str,
    verhinderdata: Collection[date] = (),
) -> tuple[date, ...]:
    """Return ``aantal`` days on ``weekdag`` (0 is Monday), ``weken`` weeks apart.

    Days on which the school is or may be closed are skipped by going one week on, and
    ``min_dagen_tussen`` always stays between. Fewer days come back when two years are not enough.
    """
    stap = max(weken * DAGEN_PER_WEEK, _rond_af(min_dagen_tussen))
    dagen: list[date] = []
    eerste = vanaf + timedelta(days=(weekdag - vanaf.weekday()) % DAGEN_PER_WEEK)
    for dag in _open_dagen(eerste, regio=regio, verhinderdata=verhinderdata):
        if len(dagen) == aantal:
            break
        if not dagen or (dag - dagen[-1]).days >= stap:
            dagen.append(dag)
    return tuple(dagen)


def _rond_af(dagen: int) -> int:
    """Return ``dagen`` rounded up to whole weeks."""
    return -(-dagen // DAGEN_PER_WEEK) * DAGEN_PER_WEEK


def _open_dagen(eerste: date, *, regio: str, verhinderdata: Collection[date]) -> Iterator[date]:
    """Yield ``eerste`` and the same weekday of later weeks, without what is or may be closed."""
    for week in range(HOOGSTENS_WEKEN):
        dag = eerste + timedelta(weeks=week)
        oordeel = beoordeel_dag(dag, regio=regio, verhinderdata=verhinderdata)
        if oordeel.mag and find_vrije_periode(regio, dag) is None:
            yield dag
