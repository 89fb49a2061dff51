"""The bytes of one calendar message: an invitation (REQUEST) or its withdrawal (CANCEL).

RFC 5545 is the format, RFC 5546 the conversation. Where a rule is stricter than these (one event
and one attendee a message, UTC only), Outlook, Google or Apple taught it; ``tests/itip.py`` holds
the same rules under their numbers.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vText

from .mailadres import is_uitnodigbaar

PRODID = "-//Kapot Sterk//Lesaanbod//NL"
MAX_UID = 255  # octets, RFC 7986 section 5.3
MAX_SEQUENCE = 2**31 - 1  # RFC 5545 section 3.3.8

_UID = re.compile(r"(?!\d+(?:@|$))[A-Za-z0-9._@+-]+")
_REGELEINDE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Control characters, the byte order mark and half surrogates (not UTF-8); the line feed stays.
_BESTURING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
# RFC 6868 would write ^ and " as escapes, which old clients show as they stand.
_NIET_IN_CN = re.compile(r'["^\\]')


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


class _Tekst(vText):
    r"""TEXT escaped as RFC 5545 section 3.3.11 says; ``vText`` takes a typed ``\N`` for a break."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Return the escaped value as UTF-8."""
        return re.sub(r"([\\;,])", r"\\\1", self).replace("\n", r"\n").encode()


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
    agenda = Calendar()
    agenda.add("version", "2.0")
    agenda.add("prodid", PRODID)
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", methode)
    agenda.add_component(_build_event(status, uitnodiging))
    ics: bytes = agenda.to_ical()
    return ics


def _build_event(status: str, uitnodiging: AgendaUitnodiging) -> Event:
    event = Event()
    event.add("uid", uitnodiging.uid)
    event.add("sequence", uitnodiging.sequence)
    event.add("dtstamp", uitnodiging.dtstamp.astimezone(UTC))
    event.add("dtstart", uitnodiging.begin.astimezone(UTC))
    event.add("dtend", uitnodiging.eind.astimezone(UTC))
    event.add("status", status)
    event.add("transp", "OPAQUE")
    _add_teksten(event, uitnodiging)
    event.add("organizer", _build_organisator(uitnodiging))
    event.add("attendee", _build_deelnemer(uitnodiging))
    if uitnodiging.aangemaakt_op is not None:
        aangemaakt_op = uitnodiging.aangemaakt_op.astimezone(UTC).replace(microsecond=0)
        event.add("created", aangemaakt_op)
        event.add("last-modified", uitnodiging.dtstamp.astimezone(UTC))
    return event


def _add_teksten(event: Event, uitnodiging: AgendaUitnodiging) -> None:
    teksten = {
        "summary": clean_regel(uitnodiging.titel),
        "description": clean_tekst(uitnodiging.omschrijving),
        "location": clean_regel(uitnodiging.plaats),
    }
    for naam, tekst in teksten.items():
        if tekst:
            event.add(naam, _Tekst(tekst))


def _build_organisator(uitnodiging: AgendaUitnodiging) -> vCalAddress:
    adres = vCalAddress(f"mailto:{uitnodiging.organisator_adres}")
    adres.params["CN"] = clean_naam(uitnodiging.organisator_naam) or uitnodiging.organisator_adres
    return adres


def _build_deelnemer(uitnodiging: AgendaUitnodiging) -> vCalAddress:
    adres = vCalAddress(f"mailto:{uitnodiging.deelnemer_adres}")
    adres.params["CN"] = clean_naam(uitnodiging.deelnemer_naam) or uitnodiging.deelnemer_adres
    adres.params["CUTYPE"] = "INDIVIDUAL"
    adres.params["ROLE"] = "REQ-PARTICIPANT"
    adres.params["PARTSTAT"] = uitnodiging.partstat.value
    if uitnodiging.partstat is Partstat.NEEDS_ACTION:
        adres.params["RSVP"] = "TRUE"
    return adres


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


def clean_tekst(tekst: str) -> str:
    """Return the text with only line feeds and printable characters, without blank ends."""
    return _BESTURING.sub("", _REGELEINDE.sub("\n", tekst).replace("\t", " ")).strip()


def clean_regel(tekst: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(clean_tekst(tekst).split())


def clean_naam(naam: str) -> str:
    """Return the name without what a quoted parameter cannot hold (RFC 5545 section 3.2)."""
    return clean_regel(_NIET_IN_CN.sub("", naam))
