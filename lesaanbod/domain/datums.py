"""Dates and times as a Dutch reader says them; for screens, mails and log lines alike.

An aware moment is shown in the time of Utrecht. A naive one is refused: nobody knows what it means.
Source of the forms: style rules in the README ("9.00 uur", the weekday always written out).
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = (
    "jan.",
    "feb.",
    "mrt.",
    "apr.",
    "mei",
    "juni",
    "juli",
    "aug.",
    "sep.",
    "okt.",
    "nov.",
    "dec.",
)


UREN_PER_DAG = 24


def naar_lokaal(moment: datetime) -> datetime:
    """Return the moment in the time of Utrecht; raise ``ValueError`` for a naive one."""
    if moment.tzinfo is None:
        raise ValueError(f"A moment without a time zone cannot be shown: {moment!r}")
    return moment.astimezone(AMSTERDAM)


def _dag(waarde: date) -> date:
    """Return the local day of a date or a moment."""
    return naar_lokaal(waarde).date() if isinstance(waarde, datetime) else waarde


def format_datum(waarde: date) -> str:
    """Return «dinsdag 24 november 2026»."""
    dag = _dag(waarde)
    return f"{format_dag(dag)} {dag.year}"


def format_dag(waarde: date) -> str:
    """Return «dinsdag 24 november», for where the year is clear."""
    dag = _dag(waarde)
    return f"{DAGEN[dag.weekday()]} {format_dagmaand(dag)}"


def format_dagmaand(waarde: date) -> str:
    """Return «24 november», for where the weekday would be in the way."""
    dag = _dag(waarde)
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def format_datum_kort(waarde: date) -> str:
    """Return «di 24 nov.», for dense tables only."""
    dag = _dag(waarde)
    return f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN_KORT[dag.month - 1]}"


def format_rest(rest: timedelta) -> str:
    """Return «nog 3 dagen», «nog 1 dag» or «nog 5 uur», rounded down; «nu» when nothing is left."""
    uren = int(rest.total_seconds() // 3600)
    if rest <= timedelta(0):
        return "nu"
    if uren < 1:
        return "nog geen uur"
    if uren < UREN_PER_DAG:
        return f"nog {uren} uur"
    dagen = uren // UREN_PER_DAG
    return "nog 1 dag" if dagen == 1 else f"nog {dagen} dagen"


def format_tijd(moment: datetime) -> str:
    """Return «9.00 uur»."""
    lokaal = naar_lokaal(moment)
    return f"{lokaal.hour}.{lokaal.minute:02} uur"


def format_tijden(begin: datetime, eind: datetime) -> str:
    """Return «9.00 tot 10.00 uur»; with both days written out where they differ."""
    if _dag(begin) != _dag(eind):
        return f"{format_tijd(begin)} tot {format_moment(eind)}"
    return f"{format_tijd(begin).removesuffix(' uur')} tot {format_tijd(eind)}"


def format_moment(begin: datetime, eind: datetime | None = None) -> str:
    """Return «dinsdag 24 november 2026, 9.00 uur», or «…, 9.00 tot 10.00 uur»."""
    tijd = format_tijd(begin) if eind is None else format_tijden(begin, eind)
    return f"{format_datum(begin)}, {tijd}"
