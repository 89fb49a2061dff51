"""The bytes of one calendar message: an invitation (REQUEST) or its withdrawal (CANCEL).

RFC 5545 is the format, RFC 5546 the conversation. Where a rule is stricter than these (one event
and one attendee a message, UTC only), Outlook, Google or Apple taught it; ``tests/itip.py`` holds
the same rules under their numbers.
"""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Literal

from .icalregels import PRODID, clean_naam, clean_regel, clean_tekst, escape, format_utc, vouw
from .mailadres import is_uitnodigbaar

MAX_UID = 255  # octets, RFC 7986 section 5.3
MAX_SEQUENCE = 2**31 - 1  # RFC 5545 section 3.3.8

_UID = re.compile(r"(?!\d+(?:@|$))[A-Za-z0-9._@+-]+")


class Partstat(StrEnum):
    """What the receiver answered, as far as we know (RFC 5545 section 3.2.12)."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"


class UitnodigingOngeldig(ValueError):
    """No calendar message can be made of this; names the field, never its value."""


class NaiefTijdstip(UitnodigingOngeldig):
    """A time without a zone: nobody knows when that is."""


class GebrokenSeconde(UitnodigingOngeldig):
    """iCalendar has whole seconds; rounding in silence would make stored and sent differ."""


class EindNietNaBegin(UitnodigingOngeldig):
    """The lesson ends at or before its begin, counted in UTC."""


class AdresOngeldig(UitnodigingOngeldig):
    """Not a bare mail address that may follow ``mailto:``."""


class OrganisatorIsDeelnemer(UitnodigingOngeldig):
    """The organiser cannot be asked for an own meeting: clients then show no buttons."""


class UidOngeldig(UitnodigingOngeldig):
    """Empty, over 255 octets, a row number, or with a character that would need escaping."""


class SequenceOngeldig(UitnodigingOngeldig):
    """Not an integer of 0 to 2147483647."""


class TitelLeeg(UitnodigingOngeldig):
    """RFC 5546 section 3.2.2 wants a SUMMARY."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaUitnodiging:
    """What one receiver's diary should hold under one UID.

    ``dtstamp`` is the moment of this message, see ``next_dtstamp``. ``is_zeker`` False shows the
    lesson as TENTATIVE. Texts may hold anything; what a calendar cannot carry is left out when
    the bytes are built. Raises a subclass of ``UitnodigingOngeldig`` for the rest.
    """

    uid: str
    sequence: int
    dtstamp: datetime
    begin: datetime
    eind: datetime
    titel: str
    omschrijving: str
    plaats: str
    organisator_adres: str
    organisator_naam: str
    deelnemer_adres: str
    deelnemer_naam: str
    partstat: Partstat
    is_zeker: bool
    aangemaakt_op: datetime | None = None

    def __post_init__(self) -> None:
        _check_uid(self.uid)
        if type(self.sequence) is not int or not 0 <= self.sequence <= MAX_SEQUENCE:
            raise SequenceOngeldig("sequence")
        self._check_tijden()
        _check_adres("organisator_adres", self.organisator_adres)
        _check_adres("deelnemer_adres", self.deelnemer_adres)
        if self.organisator_adres.casefold() == self.deelnemer_adres.casefold():
            raise OrganisatorIsDeelnemer("deelnemer_adres")
        if not clean_regel(self.titel):
            raise TitelLeeg("titel")

    def _check_tijden(self) -> None:
        for veld in ("dtstamp", "begin", "eind"):
            if _to_utc(veld, getattr(self, veld)).microsecond:
                raise GebrokenSeconde(veld)
        if self.aangemaakt_op is not None:
            _to_utc("aangemaakt_op", self.aangemaakt_op)
        # In UTC: two times in the same zone are compared by the clock on the wall, which lies
        # in the night that the clock goes back.
        if self.eind.astimezone(UTC) <= self.begin.astimezone(UTC):
            raise EindNietNaBegin("eind")


def build_request(uitnodiging: AgendaUitnodiging) -> bytes:
    """Return the whole .ics of an invitation or update, CRLF, UTF-8."""
    status = "CONFIRMED" if uitnodiging.is_zeker else "TENTATIVE"
    return _build("REQUEST", status, uitnodiging)


def build_cancel(uitnodiging: AgendaUitnodiging) -> bytes:
    """Return the whole .ics that takes this UID out of the receiver's diary."""
    return _build("CANCEL", "CANCELLED", uitnodiging)


def make_uid(soort: Literal["s", "d"], domein: str) -> str:
    """Return a new UID for a speaker (``s``) or a docent (``d``).

    Random, because it comes back in the answer and so proves that the sender got the invitation.
    Raises ``UidOngeldig`` when ``domein`` does not fit in a UID.
    """
    if soort not in ("s", "d") or not domein:
        raise UidOngeldig("uid")
    uid = f"les-{secrets.token_urlsafe(16)}-{soort}@{domein}"
    _check_uid(uid)
    return uid


def next_dtstamp(nu: datetime, vorige: datetime | None) -> datetime:
    """Return the DTSTAMP of a message made at ``nu``, in whole seconds UTC.

    Always later than ``vorige``, the stamp of the last message under the same UID: a client drops
    a message whose stamp has not grown (RFC 5546 section 2.1.5). Raises ``NaiefTijdstip``.
    """
    stempel = _to_utc("nu", nu).replace(microsecond=0)
    if vorige is None:
        return stempel
    return max(stempel, _to_utc("vorige", vorige).replace(microsecond=0) + timedelta(seconds=1))


def _build(methode: str, status: str, uitnodiging: AgendaUitnodiging) -> bytes:
    return vouw(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:{PRODID}",
            "CALSCALE:GREGORIAN",
            f"METHOD:{methode}",
            *_list_regels(status, uitnodiging),
            "END:VCALENDAR",
        ]
    )


def _list_regels(status: str, uitnodiging: AgendaUitnodiging) -> Iterator[str]:
    """Yield the lines of the one event, unfolded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uitnodiging.uid}"
    yield f"SEQUENCE:{uitnodiging.sequence}"
    yield f"DTSTAMP:{format_utc(uitnodiging.dtstamp)}"
    yield f"DTSTART:{format_utc(uitnodiging.begin)}"
    yield f"DTEND:{format_utc(uitnodiging.eind)}"
    yield f"STATUS:{status}"
    yield "TRANSP:OPAQUE"
    teksten = {
        "SUMMARY": clean_regel(uitnodiging.titel),
        "DESCRIPTION": clean_tekst(uitnodiging.omschrijving),
        "LOCATION": clean_regel(uitnodiging.plaats),
    }
    yield from (f"{naam}:{escape(tekst)}" for naam, tekst in teksten.items() if tekst)
    yield _build_organisator(uitnodiging)
    yield _build_deelnemer(uitnodiging)
    if uitnodiging.aangemaakt_op is not None:
        yield f"CREATED:{format_utc(uitnodiging.aangemaakt_op)}"
        yield f"LAST-MODIFIED:{format_utc(uitnodiging.dtstamp)}"
    yield "END:VEVENT"


def _build_organisator(uitnodiging: AgendaUitnodiging) -> str:
    adres = uitnodiging.organisator_adres
    naam = clean_naam(uitnodiging.organisator_naam) or adres
    return f'ORGANIZER;CN="{naam}":mailto:{adres}'


def _build_deelnemer(uitnodiging: AgendaUitnodiging) -> str:
    adres = uitnodiging.deelnemer_adres
    naam = clean_naam(uitnodiging.deelnemer_naam) or adres
    rsvp = ";RSVP=TRUE" if uitnodiging.partstat is Partstat.NEEDS_ACTION else ""
    return (
        f'ATTENDEE;CN="{naam}";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT'
        f";PARTSTAT={uitnodiging.partstat.value}{rsvp}:mailto:{adres}"
    )


def _to_utc(veld: str, tijdstip: datetime) -> datetime:
    if tijdstip.utcoffset() is None:
        raise NaiefTijdstip(veld)
    return tijdstip.astimezone(UTC)


def _check_uid(uid: str) -> None:
    if not _UID.fullmatch(uid) or len(uid) > MAX_UID:
        raise UidOngeldig("uid")


def _check_adres(veld: str, adres: str) -> None:
    if not is_uitnodigbaar(adres):
        raise AdresOngeldig(veld)
