"""How long things may take."""

from datetime import datetime, timedelta

WISSELTIJD = timedelta(minutes=15)
"""Time between two classes that have the same lesson after each other."""

ANTWOORDTIJDEN: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(days=21), timedelta(days=5)),
    (timedelta(days=7), timedelta(days=2)),
    (timedelta(days=2), timedelta(days=1)),
)
"""Time until the lesson, and how long a hoofdrolspeler then gets to answer."""


def bepaal_antwoord_voor(*, nu: datetime, begin: datetime) -> datetime:
    """Return until when a hoofdrolspeler may answer an invitation sent at ``nu``.

    The nearer the lesson, the shorter; with under two days to go it is half the time left.
    Both moments are aware; the answer is never after ``begin``.
    """
    rest = begin - nu
    for vanaf, antwoordtijd in ANTWOORDTIJDEN:
        if rest >= vanaf:
            return nu + antwoordtijd
    return nu + max(rest, timedelta(0)) / 2


def get_begin_voor_groep(*, wens: datetime, index: int, duur: int) -> datetime:
    """Return when class number ``index`` (from 0) begins if the first begins at ``wens``.

    Classes that are not taught together have the lesson after each other, ``duur`` minutes each,
    with the WISSELTIJD between.
    """
    return wens + index * (timedelta(minutes=duur) + WISSELTIJD)


def get_duur_voor_groepen(*, duur: int, groepen: int) -> int:
    """Return the minutes from the begin of the first class to the end of the last."""
    return groepen * duur + (groepen - 1) * int(WISSELTIJD.total_seconds() // 60)
