"""When a school and a hoofdrolspeler hear once more of a lesson that stands.

The school three days before, so that something can still be arranged; the person on the afternoon
of the day before. In quiet hours, on Sundays and on holidays it is the nearest day before that.
"""

from datetime import UTC, datetime, time, timedelta

from lesaanbod.domain.stille_uren import is_stil

from .schooldagen import ZONE

SCHOOL_DAGEN, SCHOOL_UUR = 3, time(8, 0)
PERSOON_DAGEN, PERSOON_UUR = 1, time(16, 0)
NET_BEVESTIGD = timedelta(days=1)
"""Who read the confirmation less long ago needs no reminder of it."""
LANGSTE_STILTE = 14


def bepaal_herinnering_school(*, nu: datetime, begin: datetime) -> datetime | None:
    """Return when to remind the school of a lesson confirmed at ``nu``; None when it just heard."""
    op = _dagen_ervoor(begin, SCHOOL_DAGEN, SCHOOL_UUR)
    return op if op - nu >= NET_BEVESTIGD else None


def bepaal_dag_ervoor(
    *, nu: datetime, begin: datetime, gepland: datetime | None = None
) -> datetime | None:
    """Return when to tell who comes that it is the next day; None when that has passed.

    ``gepland`` is the moment of somebody who was not told yet: that stands also when it has passed,
    so that who stays in a lesson that lost somebody else hears of it late rather than never.
    """
    op = _dagen_ervoor(begin, PERSOON_DAGEN, PERSOON_UUR)
    return op if op > nu or op == gepland else None


def _dagen_ervoor(begin: datetime, dagen: int, uur: time) -> datetime:
    dag = begin.astimezone(ZONE).date() - timedelta(days=dagen)
    momenten = (
        datetime.combine(dag - timedelta(days=terug), uur, ZONE) for terug in range(LANGSTE_STILTE)
    )
    return next(moment for moment in momenten if not is_stil(moment)).astimezone(UTC)
