"""Reading an answer that came from somebody's diary: one iTIP message, RFC 5546 section 3.2.3.

As forgiving as diary programs are about the form (``agenda_regels``), and strict about what it is:
one event, one UID, and the address of who answers. Nothing here decides anything.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from hoofdrolspelers.domain.agenda_afspraak import Onleesbaar, lees_moment
from hoofdrolspelers.domain.agenda_regels import (
    GELEZEN,
    Eigenschap,
    Onderdeel,
    decodeer,
    lees_onderdelen,
)
from hoofdrolspelers.domain.agenda_zones import (
    AMSTERDAM,
    Zone,
    build_eigen_zones,
    find_afstand,
    find_bekende_zone,
)

from .icalregels import clean_tekst
from .uitnodiging import MAX_SEQUENCE

VELDEN = GELEZEN | {
    "COMMENT",
    "METHOD",
    "ORGANIZER",
}
MAX_TOELICHTING = 300
MAX_DEELNEMERS = 50
"""Nobody answers for more; what comes after these is not looked at."""

MAX_ZONEREGELS = 20
"""A clock has two; a mail with more than these is read as if it described no zone."""

_ONTSNAPT = re.compile(r"\\([\\;,nN])")
_MAILTO = re.compile("mailto:", re.IGNORECASE)
_METHODE = re.compile(r"^METHOD\s*(?:;[^:\r\n]*)?:\s*([A-Z-]{1,20})", re.MULTILINE | re.IGNORECASE)
_ZONES_TOT = datetime(2100, 1, 1)  # noqa: DTZ001 - build_eigen_zones wants UTC without a zone


class Methode(StrEnum):
    """What an attendee may send to an organiser; everything else is not for us."""

    ANTWOORD = "REPLY"
    TEGENVOORSTEL = "COUNTER"
    VERVERSING = "REFRESH"


class GeenAntwoord(ValueError):
    """Not one answer of one person to one event. The text says why, in English, for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """One ATTENDEE: bare addresses in lower case, PARTSTAT in upper case."""

    adres: str
    partstat: str
    namens: str = ""
    doorgegeven_aan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAntwoord:
    """What the message says. Moments are aware, in UTC; None where it says nothing readable.

    Of a COUNTER ``begin`` is the moment that is proposed.
    """

    methode: Methode
    uid: str
    sequence: int | None
    dtstamp: datetime | None
    begin: datetime | None
    organisator: str
    deelnemers: tuple[Deelnemer, ...]
    toelichting: str

    def find_deelnemer(self, adres: str) -> Deelnemer | None:
        """Return the first attendee with this address; who else stands there does not matter."""
        return next((een for een in self.deelnemers if een.adres == adres.casefold()), None)


def get_methode(ics: bytes) -> str:
    """Return the METHOD of a calendar file in upper case without reading it, or nothing."""
    gevonden = _METHODE.search(decodeer(ics))
    return gevonden[1].upper() if gevonden else ""


def lees_antwoord(ics: bytes) -> AgendaAntwoord:
    """Return the one answer in a calendar file. Raises ``GeenAntwoord``."""
    agendas = lees_onderdelen(decodeer(ics), frozenset(VELDEN)).soorten("VCALENDAR")
    if len(agendas) != 1:
        raise GeenAntwoord("not one calendar")
    (agenda,) = agendas
    methodes = {een.waarde.strip().upper() for een in agenda.alle("METHOD")}
    if len(methodes) != 1 or not methodes <= set(Methode):
        raise GeenAntwoord("not one METHOD of an answer")
    events = agenda.soorten("VEVENT")
    if len(events) != 1:
        raise GeenAntwoord("not one event")
    (event,) = events
    uids = {een.waarde.strip() for een in event.alle("UID")}
    if len(uids) != 1 or not (uid := uids.pop()):
        raise GeenAntwoord("not one UID")
    zone_van = build_zone_van(agenda)
    return AgendaAntwoord(
        methode=Methode(methodes.pop()),
        uid=uid,
        sequence=_lees_sequence(event.waarde("SEQUENCE")),
        dtstamp=_lees_utc(event.eerste("DTSTAMP"), zone_van),
        begin=_lees_utc(event.eerste("DTSTART"), zone_van),
        organisator=get_adres(event.eerste("ORGANIZER")),
        deelnemers=tuple(map(_lees_deelnemer, event.alle("ATTENDEE")[:MAX_DEELNEMERS])),
        toelichting=_lees_tekst(event.waarde("COMMENT"))[:MAX_TOELICHTING].strip(),
    )


def build_zone_van(agenda: Onderdeel) -> Callable[[str | None], Zone]:
    """Return what finds the zone of a TZID: a known name, the file's own, or an offset."""
    eigen: dict[str, Zone] | None = None

    def zone_van(tzid: str | None) -> Zone:
        nonlocal eigen
        naam = (tzid or agenda.waarde("X-WR-TIMEZONE")).strip().strip('"')
        if not naam:
            return AMSTERDAM
        if bekend := find_bekende_zone(naam):
            return bekend
        if eigen is None:
            zones = agenda.soorten("VTIMEZONE")
            delen = (deel for zone in zones for deel in zone.onderdelen)
            aantal = sum(len(deel.alle("RRULE")) for deel in delen)
            eigen = build_eigen_zones(zones, _ZONES_TOT) if aantal <= MAX_ZONEREGELS else {}
        return eigen.get(naam) or find_afstand(naam) or AMSTERDAM

    return zone_van


def get_adres(eigenschap: Eigenschap | None) -> str:
    """Return the bare address of an ATTENDEE or ORGANIZER in lower case, or nothing.

    Apple writes the path of a person and the address as a parameter.
    """
    if eigenschap is None:
        return ""
    waarde = eigenschap.waarde.strip()
    if not _MAILTO.match(waarde):
        waarde = eigenschap.parameters.get("EMAIL", "") or waarde
    return clean_adres(waarde)


def clean_adres(tekst: str) -> str:
    """Return a bare address in lower case, without ``mailto:`` and what may follow it."""
    return _MAILTO.sub("", tekst).partition("?")[0].strip().strip("<>").casefold()


def _lees_deelnemer(eigenschap: Eigenschap) -> Deelnemer:
    parameters = eigenschap.parameters
    return Deelnemer(
        adres=get_adres(eigenschap),
        partstat=parameters.get("PARTSTAT", "").upper(),
        namens=clean_adres(parameters.get("SENT-BY", "")),
        doorgegeven_aan=clean_adres(parameters.get("DELEGATED-TO", "")),
    )


def _lees_sequence(waarde: str) -> int | None:
    """Return the number; what is no number of RFC 5545 counts as left out."""
    if not waarde.isascii() or not waarde.isdigit() or len(waarde) > len(str(MAX_SEQUENCE)):
        return None
    return int(waarde)


def _lees_utc(
    eigenschap: Eigenschap | None, zone_van: Callable[[str | None], Zone]
) -> datetime | None:
    if eigenschap is None:
        return None
    try:
        moment = lees_moment(eigenschap, zone_van).utc
        # Far from any lesson, and near the ends of what a datetime can hold.
        return moment if timedelta(0) < moment - datetime(1990, 1, 1, tzinfo=UTC) else None
    except (Onleesbaar, OverflowError, ValueError):
        return None


def _lees_tekst(waarde: str) -> str:
    vrij = _ONTSNAPT.sub(lambda match: "\n" if match[1] in "nN" else match[1], waarde)
    return " ".join(clean_tekst(vrij).split())
