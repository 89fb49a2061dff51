"""What every reader must read alike in one calendar message."""

from dataclasses import dataclass
from datetime import datetime

from tests.itip_ics import read_components


class Onleesbaar(Exception):
    """A reader does not take these bytes; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """One event; times in UTC, texts without escapes, empty where there is none."""

    methode: str
    uid: str
    sequence: int
    begin: datetime
    eind: datetime
    status: str
    deelnemer: str
    partstat: str
    titel: str
    plaats: str
    omschrijving: str


def lees_zelf(ics: bytes) -> Afspraak:
    """Return what the reader of ``tests.itip_ics`` finds: what the others are held against."""
    agenda, event = read_components(ics)
    teksten = {
        veld: "".join(regel.text for regel in event.get(naam))
        for veld, naam in (
            ("titel", "SUMMARY"),
            ("plaats", "LOCATION"),
            ("omschrijving", "DESCRIPTION"),
        )
    }
    (deelnemer,) = event.get("ATTENDEE")
    return Afspraak(
        methode=agenda.first("METHOD"),
        uid=event.first("UID"),
        sequence=int(event.first("SEQUENCE")),
        begin=event.moment("DTSTART"),
        eind=event.moment("DTEND"),
        status=event.first("STATUS"),
        deelnemer=deelnemer.address,
        partstat=deelnemer.params["PARTSTAT"],
        **teksten,
    )
