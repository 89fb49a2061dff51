"""How long it takes to get from one lesson to the next.

An estimate by school and wijk, meant to be on the safe side inside one city: nothing at the same
school, so many minutes inside a wijk, more to another. A place we know too little of counts as
another wijk. Source: a wijk of Utrecht is some 3 kilometres across and its middle some 5 from the
next; walking 5, cycling 15 kilometres an hour, by car with looking for a place, by bus with
waiting. No roads and no timetables.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Vervoermiddel(StrEnum):
    """How a person travels."""

    LOPEN = "lopen"
    FIETS = "fiets"
    OV = "ov"
    AUTO = "auto"


ZELFDE_SCHOOL = timedelta(0)
ZELFDE_WIJK = {
    Vervoermiddel.LOPEN: timedelta(minutes=35),
    Vervoermiddel.FIETS: timedelta(minutes=15),
    Vervoermiddel.OV: timedelta(minutes=30),
    Vervoermiddel.AUTO: timedelta(minutes=20),
}
ANDERE_WIJK = {
    Vervoermiddel.LOPEN: timedelta(minutes=75),
    Vervoermiddel.FIETS: timedelta(minutes=30),
    Vervoermiddel.OV: timedelta(minutes=45),
    Vervoermiddel.AUTO: timedelta(minutes=30),
}
WOORDEN = {
    Vervoermiddel.LOPEN: "lopen",
    Vervoermiddel.FIETS: "fietsen",
    Vervoermiddel.OV: "met bus of tram",
    Vervoermiddel.AUTO: "met de auto",
}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a lesson is given; None is unknown, or no school at all."""

    school_id: int | None
    wijk_id: int | None


def schat_reistijd(
    van: Plaats, naar: Plaats, middel: Vervoermiddel = Vervoermiddel.FIETS
) -> timedelta:
    """Return the estimated time between two places; the direction makes no difference."""
    if van.school_id is not None and van.school_id == naar.school_id:
        return ZELFDE_SCHOOL
    if van.wijk_id is not None and van.wijk_id == naar.wijk_id:
        return ZELFDE_WIJK[middel]
    return ANDERE_WIJK[middel]


def format_reistijd(reistijd: timedelta, middel: Vervoermiddel) -> str:
    """Return «ongeveer 15 minuten fietsen»."""
    return f"ongeveer {int(reistijd.total_seconds() // 60)} minuten {WOORDEN[middel]}"
