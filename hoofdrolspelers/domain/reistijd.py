"""How long it takes to get from one lesson to the next.

A first estimate, by wijk only, meant to be on the safe side inside one city by bicycle: nothing at
the same school, a quarter of an hour inside a wijk, half an hour to another. A place we know too
little of counts as another wijk. No distances, no roads, no means of travel yet.
"""

from dataclasses import dataclass
from datetime import timedelta

ZELFDE_SCHOOL = timedelta(0)
ZELFDE_WIJK = timedelta(minutes=15)
ANDERE_WIJK = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a lesson is given; None is unknown, or no school at all."""

    school_id: int | None
    wijk_id: int | None


def schat_reistijd(van: Plaats, naar: Plaats) -> timedelta:
    """Return the estimated time between two places; the direction makes no difference."""
    if van.school_id is not None and van.school_id == naar.school_id:
        return ZELFDE_SCHOOL
    if van.wijk_id is not None and van.wijk_id == naar.wijk_id:
        return ZELFDE_WIJK
    return ANDERE_WIJK
