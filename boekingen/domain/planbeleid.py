"""When the season planner starts by itself, and which appointments are then final.

Confirming requests in batches as they come costs a twelfth of what could be; planning once after a
deadline costs nothing, and «yes now, moment and person later» a twentieth (matching study). So
there are two ways beside asking by hand: once, on the morning after registration closes, or every
Monday morning, where only what lies within some weeks gets its moment and the rest a promise.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from .schooldagen import ZONE

VROEG = time(6)
MEESTE_WEKEN = 26
VERSTE_SLUITING = timedelta(days=730)


class Beleid(StrEnum):
    """When a season is planned."""

    HAND = "hand"
    SLUITING = "sluiting"
    WEKELIJKS = "wekelijks"


def bepaal_volgende(beleid: Beleid, *, sluit_op: date | None, nu: datetime) -> datetime | None:
    """Return when the planner starts by itself after ``nu``; None when it does not.

    ``sluit_op`` is the last day on which schools can register, from today to two years ahead.
    """
    vandaag = nu.astimezone(ZONE).date()
    if beleid is Beleid.SLUITING:
        if sluit_op is None or not vandaag <= sluit_op <= vandaag + VERSTE_SLUITING:
            return None
        return datetime.combine(sluit_op + timedelta(days=1), VROEG, tzinfo=ZONE)
    if beleid is Beleid.WEKELIJKS:
        maandag = vandaag + timedelta(days=7 - vandaag.weekday())
        return datetime.combine(maandag, VROEG, tzinfo=ZONE)
    return None


def bepaal_vast_tot(beleid: Beleid, *, weken_vooraf: int, nu: datetime) -> date | None:
    """Return the last day that becomes final when a proposal is applied; None for every day."""
    if beleid is not Beleid.WEKELIJKS:
        return None
    return nu.astimezone(ZONE).date() + timedelta(weeks=weken_vooraf)
