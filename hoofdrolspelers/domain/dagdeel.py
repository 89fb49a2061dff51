"""The two halves of a day, as a page shows them and a thumb changes them."""

from datetime import date, datetime, time
from enum import StrEnum

from .beschikbaarheid import AMSTERDAM, get_dag
from .tijdvak import Tijdvak

HALF_EEN = time(12, 30)
LESDAG_BEGINT = time(8)
LESDAG_EINDIGT = time(17, 30)


class Dagdeel(StrEnum):
    """Morning until half past twelve, afternoon and evening after it."""

    OCHTEND = "ochtend"
    MIDDAG = "middag"


def get_dagdeel(dag: date, dagdeel: Dagdeel) -> Tijdvak:
    """Return all of one half of a local day."""
    heel, half = get_dag(dag), _op(dag, HALF_EEN)
    if dagdeel is Dagdeel.OCHTEND:
        return Tijdvak(heel.begin, half)
    return Tijdvak(half, heel.eind)


def get_kernuren(dag: date, dagdeel: Dagdeel) -> Tijdvak:
    """Return the hours of one half in which lessons are given."""
    if dagdeel is Dagdeel.OCHTEND:
        return Tijdvak(_op(dag, LESDAG_BEGINT), _op(dag, HALF_EEN))
    return Tijdvak(_op(dag, HALF_EEN), _op(dag, LESDAG_EINDIGT))


def _op(dag: date, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, AMSTERDAM)
