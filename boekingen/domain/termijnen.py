"""How long things may take."""

from datetime import UTC, datetime, time, timedelta

from lesaanbod.domain.stille_uren import is_feestdag

from .schooldagen import ZATERDAG, ZONE

WISSELTIJD = timedelta(minutes=15)
"""Time between two classes that have the same lesson after each other."""

ANTWOORDTIJDEN: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(days=21), timedelta(days=5)),
    (timedelta(days=7), timedelta(days=2)),
    (timedelta(days=2), timedelta(days=1)),
)
"""Time until the lesson, and how long a hoofdrolspeler then gets to answer."""

HELE_DAGEN_VANAF = timedelta(days=2)
"""With this time to answer or more, the answer is due at the end of a working day."""

WERKDAG_EINDIGT = time(17, 0)


def bepaal_antwoord_voor(*, nu: datetime, begin: datetime) -> datetime:
    """Return until when a hoofdrolspeler may answer an invitation sent at ``nu``, in UTC.

    The nearer the lesson, the shorter; with under two days to go it is half the time left. Rounded
    to a moment people keep: with two days or more the end of that working day, else the next whole
    hour. Both moments are aware; the answer is never after ``begin`` and never before ``nu``.
    """
    nu, begin = nu.astimezone(UTC), begin.astimezone(UTC)
    antwoordtijd = get_antwoordtijd(begin - nu)
    round_up = get_einde_werkdag if antwoordtijd >= HELE_DAGEN_VANAF else get_heel_uur
    return max(nu, min(round_up(nu + antwoordtijd), begin))


def get_antwoordtijd(rest: timedelta) -> timedelta:
    """Return how long somebody gets to answer when the lesson is ``rest`` away."""
    for vanaf, antwoordtijd in ANTWOORDTIJDEN:
        if rest >= vanaf:
            return antwoordtijd
    return max(rest, timedelta(0)) / 2


def get_einde_werkdag(moment: datetime) -> datetime:
    """Return the end of the working day of ``moment`` or the next one, in UTC."""
    dag = moment.astimezone(ZONE).date()
    while dag.weekday() >= ZATERDAG or is_feestdag(dag):
        dag += timedelta(days=1)
    return datetime.combine(dag, WERKDAG_EINDIGT, ZONE).astimezone(UTC)


def get_heel_uur(moment: datetime) -> datetime:
    """Return ``moment`` if it is a whole hour, else the next one.

    ``moment`` is in UTC; the clock in Amsterdam differs from it by whole hours.
    """
    heel = moment.replace(minute=0, second=0, microsecond=0)
    return heel if heel == moment else heel + timedelta(hours=1)


def get_begin_voor_groep(*, wens: datetime, index: int, duur: int) -> datetime:
    """Return when class number ``index`` (from 0) begins if the first begins at ``wens``.

    Classes that are not taught together have the lesson after each other, ``duur`` minutes each,
    with the WISSELTIJD between.
    """
    return wens + index * (timedelta(minutes=duur) + WISSELTIJD)


def get_duur_voor_groepen(*, duur: int, groepen: int) -> int:
    """Return the minutes from the begin of the first class to the end of the last."""
    return groepen * duur + (groepen - 1) * int(WISSELTIJD.total_seconds() // 60)
