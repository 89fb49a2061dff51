"""The diary that somebody in the invented city keeps elsewhere, as Outlook saves one."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from boekingen.domain.schooldagen import ZONE

WINDOWS_ZONE = "W. Europe Standard Time"


def build_agendabestand(weekdagen: Iterable[int], *, nu: datetime) -> bytes:
    """Return a file with a sitting from 9.30 to 12.30 on these ISO days, every other week.

    The first is in the week after ``nu``; what each is about is in it too, as in a real one.
    """
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verzonnen//Agenda//NL"]
    vandaag = nu.astimezone(ZONE).date()
    maandag = vandaag + timedelta(days=7 - vandaag.weekday())
    for weekdag in weekdagen:
        dag = maandag + timedelta(days=weekdag - 1 + 7 * (weekdag % 2))
        regels += list_afspraak(f"{dag:%Y%m%d}", f"zitting-{weekdag}@demo.example")
    return "\r\n".join([*regels, "END:VCALENDAR", ""]).encode()


def list_afspraak(dag: str, uid: str) -> Iterator[str]:
    """Yield the lines of one repeated event."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{dag}T000000Z"
    yield f"DTSTART;TZID={WINDOWS_ZONE}:{dag}T093000"
    yield f"DTEND;TZID={WINDOWS_ZONE}:{dag}T123000"
    yield "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=40"
    yield "SUMMARY:Zitting"
    yield "END:VEVENT"
