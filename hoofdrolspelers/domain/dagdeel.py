"""The two halves of a day, as a page shows them and a thumb changes them."""

from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum

from .beschikbaarheid import AMSTERDAM, get_dag
from .persoonstijd import Tijdgegevens, bereken_aangeboden
from .tijdvak import Tijdvak
from .uitzondering import Uitzonderingen, Uitzonderingsoort

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


def wissel(
    oud: Uitzonderingen, gegevens: Tijdgegevens, *, dag: date, dagdeel: Dagdeel, vrij: bool
) -> Uitzonderingen:
    """Return the exceptions that make one half of a day free or not, as few as it takes.

    First what was said of that half is taken back; only when the rhythm then says otherwise, an
    exception is kept.
    """
    helft = get_dagdeel(dag, dagdeel)
    zonder = oud.wis([helft])
    is_vrij = bool(bereken_aangeboden(replace(gegevens, weg=(), extra=()), helft))
    if vrij and not is_vrij:
        return zonder.voeg_toe(Uitzonderingsoort.EXTRA, [get_kernuren(dag, dagdeel)])
    if is_vrij and not vrij:
        return zonder.voeg_toe(Uitzonderingsoort.WEG, [helft])
    return zonder


def is_te_herstellen(
    oud: Uitzonderingen, gegevens: Tijdgegevens, *, dag: date, dagdeel: Dagdeel, vrij: bool
) -> bool:
    """Whether the opposite change, made after this one, brings back exactly what was said before.

    Not where hours were given for that half: the change takes their place.
    """
    nieuw = wissel(oud, gegevens, dag=dag, dagdeel=dagdeel, vrij=vrij)
    terug = wissel(nieuw, gegevens, dag=dag, dagdeel=dagdeel, vrij=not vrij)
    return terug == oud.wis([])


def _op(dag: date, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, AMSTERDAM)
