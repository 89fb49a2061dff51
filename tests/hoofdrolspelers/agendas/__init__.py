"""Calendar files made for the tests, one per rule and trap, each with what it takes.

A case is a name, the lines of the file (those of VCALENDAR around them are added when they are not
there), and the busy spans in 2026 in UTC: «0105 0800-0900» or «0105 2300-0106 2300».
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from hoofdrolspelers.domain.tijdvak import Tijdvak

VENSTER = Tijdvak(datetime(2025, 12, 31, 23, tzinfo=UTC), datetime(2026, 12, 31, 23, tzinfo=UTC))
UUR = "DURATION:PT1H"
# Planted in every event; it may turn up nowhere.
TITEL = "Zitting Kanariezaak 10/123456-26"


@dataclass(frozen=True, slots=True)
class Geval:
    """One file and what it takes; ``meldt`` are words that must stand in its warnings."""

    naam: str
    inhoud: bytes
    bezet: tuple[Tijdvak, ...]
    meldt: tuple[str, ...] = field(default=())


def span(tekst: str) -> Tijdvak:
    """Return «0105 0800-0900» as a span of 2026."""
    van, tot = tekst.split("-")
    dag = van.split()[0]
    tot = tot if " " in tot else f"{dag} {tot}"
    begin, eind = (
        datetime.strptime(f"2026{deel}", "%Y%m%d %H%M").replace(tzinfo=UTC) for deel in (van, tot)
    )
    return Tijdvak(begin, eind)


def join_regels(regels: list[str]) -> str:
    """Return lines as one text."""
    return "\r\n".join(regels)


def event(*regels: str, uid: str = "a@x") -> str:
    """Return the lines of an event with a title, a place and somebody in it."""
    uids = [f"UID:{uid}"] if uid else []
    vast = [f"SUMMARY:{TITEL}", f"LOCATION:{TITEL}", f"DESCRIPTION:{TITEL}", f"COMMENT:{TITEL}"]
    return "\r\n".join(["BEGIN:VEVENT", *uids, *vast, *regels, "END:VEVENT"])


def kalender(*delen: str) -> bytes:
    """Return a whole file."""
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y", *delen, "END:VCALENDAR", ""]
    ).encode()


def geval(naam: str, delen: str | tuple[str, ...] | bytes, *bezet: str, meldt=()) -> Geval:
    """Return a case."""
    if isinstance(delen, str):
        delen = (delen,)
    inhoud = delen if isinstance(delen, bytes) else kalender(*delen)
    return Geval(naam, inhoud, tuple(span(tekst) for tekst in bezet), tuple(meldt))
