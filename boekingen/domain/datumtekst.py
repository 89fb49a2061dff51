"""Days in Dutch words; the domain has no translations of Django at hand."""

from datetime import date

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
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


def format_dag(datum: date) -> str:
    """Return day and month, as in "3 januari"."""
    return f"{datum.day} {MAANDEN[datum.month - 1]}"


def format_weekdag(datum: date) -> str:
    """Return weekday, day and month, as in "dinsdag 2 februari"."""
    return f"{WEEKDAGEN[datum.weekday()]} {format_dag(datum)}"
