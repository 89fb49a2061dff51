"""The own diary of a hoofdrolspeler as a feed: METHOD:PUBLISH, RFC 5545 and RFC 7986.

The same UIDs and SEQUENCEs as the invitations, so that a diary that has both shows one. DTSTAMP is
the last change of the event, never now: an unchanged feed is the same bytes, with the same ETag.
How much it says is chosen by the person; the address of a feed is a secret that can leak, so by
default only that there is a lesson, and when. The lines are written here and not by ``icalendar``,
which needs a second for what takes this 20 ms; ``tests/itip_ics.py``, ical.js and ``icalendar``
itself read them back.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from .uitnodiging import PRODID, clean_naam, clean_regel, clean_tekst

NAAM = "Mijn lessen, Kapot Sterk"
VERSEN = "PT1H"
BLIJFT_NA_INTREKKING = timedelta(days=30)
BLIJFT_NA_LES = timedelta(days=30)
VOORUIT = timedelta(days=548)
REGEL = 75
"""Octets of a line, RFC 5545 section 3.1."""


class Feeddetail(StrEnum):
    """How much the feed says of a lesson."""

    TIJD = "tijd"
    LES = "les"
    PLAATS = "plaats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedles:
    """One lesson as it stands in the diary; an ended one shows as cancelled for a while."""

    uid: str
    sequence: int
    dtstamp: datetime
    begin: datetime
    eind: datetime
    titel: str
    omschrijving: str
    plaats: str
    is_zeker: bool
    beeindigd_op: datetime | None


def build_publieke_uid(uid: str) -> str:
    """Return the UID of a lesson in the feed of a school, which anybody may read.

    Not that of the invitation: who knows that one could answer it. It follows from it, so that it
    stays the same, and does not lead back to it.
    """
    domein = uid.rpartition("@")[2]
    hash_ = hashlib.sha256(f"schoolfeed {uid}".encode()).digest()[:16]
    return f"les-{base64.urlsafe_b64encode(hash_).decode().rstrip('=')}-p@{domein}"


@dataclass(frozen=True, slots=True)
class Feed:
    """The bytes, their strong ETag, and until when they stay the same by themselves."""

    inhoud: bytes
    etag: str
    geldig_tot: datetime


def is_zichtbaar(les: Feedles, nu: datetime) -> bool:
    """Whether the feed shows ``les`` at ``nu``: 30 days back, 18 months ahead (F4)."""
    return les.begin < nu + VOORUIT and nu < get_verdwijnt_op(les)


def get_verdwijnt_op(les: Feedles) -> datetime:
    """Return when ``les`` leaves the feed."""
    weg = les.eind + BLIJFT_NA_LES
    return min(weg, les.beeindigd_op + BLIJFT_NA_INTREKKING) if les.beeindigd_op else weg


def build_feed(
    lessen: Iterable[Feedles],
    *,
    detail: Feeddetail,
    organisator_adres: str,
    organisator_naam: str,
    nu: datetime,
    hooguit: timedelta,
    kalendernaam: str = NAAM,
) -> Feed:
    """Return the whole feed for ``nu``; the same lessons give the same bytes.

    ``hooguit`` is how long it may be taken for unchanged without looking again. Nobody is named
    in it, and no school unless ``detail`` says so.
    """
    zichtbaar = [les for les in lessen if is_zichtbaar(les, nu)]
    naam = clean_naam(organisator_naam) or organisator_adres
    organisator = f'ORGANIZER;CN="{naam}":mailto:{organisator_adres}'
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escape(clean_regel(kalendernaam))}",
        f"X-WR-CALNAME:{escape(clean_regel(kalendernaam))}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{VERSEN}",
        f"X-PUBLISHED-TTL:{VERSEN}",
    ]
    for les in zichtbaar:
        regels += list_regels(les, detail, organisator)
    regels.append("END:VCALENDAR")
    inhoud = b"".join(fold(regel) for regel in regels)
    verdwijnt = min((get_verdwijnt_op(les) for les in zichtbaar), default=nu + hooguit)
    etag = f'"{hashlib.sha256(inhoud).hexdigest()}"'
    return Feed(inhoud, etag, min(verdwijnt, nu + hooguit))


def list_regels(les: Feedles, detail: Feeddetail, organisator: str) -> Iterator[str]:
    """Yield the lines of one event, unfolded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{les.uid}"
    yield f"SEQUENCE:{les.sequence}"
    yield f"DTSTAMP:{to_utc(les.dtstamp)}"
    yield f"LAST-MODIFIED:{to_utc(les.dtstamp)}"
    yield f"DTSTART:{to_utc(les.begin)}"
    yield f"DTEND:{to_utc(les.eind)}"
    zeker = "CONFIRMED" if les.is_zeker else "TENTATIVE"
    yield f"STATUS:{'CANCELLED' if les.beeindigd_op else zeker}"
    # What no longer happens takes no time, also where a diary keeps it in view.
    yield f"TRANSP:{'TRANSPARENT' if les.beeindigd_op else 'OPAQUE'}"
    yield f"SUMMARY:{escape(clean_regel(get_titel(les, detail)))}"
    if detail is Feeddetail.PLAATS:
        if les.omschrijving:
            yield f"DESCRIPTION:{escape(clean_tekst(les.omschrijving))}"
        yield f"LOCATION:{escape(clean_regel(les.plaats))}"
    yield organisator
    yield "END:VEVENT"


def get_titel(les: Feedles, detail: Feeddetail) -> str:
    """Return the SUMMARY: «Les», or the title for who chose so."""
    return "Les" if detail is Feeddetail.TIJD else les.titel


def to_utc(moment: datetime) -> str:
    """Return a moment in the basic form of UTC (R23, R24)."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escape(tekst: str) -> str:
    """Return TEXT as RFC 5545 section 3.3.11 writes it."""
    tekst = tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return tekst.replace("\n", "\\n")


def fold(regel: str) -> bytes:
    """Return one line in octets with its CRLF, folded, never inside a character (R3, R4)."""
    octetten = regel.encode()
    delen, begin, ruimte = [], 0, REGEL
    while len(octetten) - begin > ruimte:
        eind = begin + ruimte
        while octetten[eind] & 0xC0 == 0x80:  # noqa: PLR2004  # a byte inside a character
            eind -= 1
        delen.append(octetten[begin:eind])
        begin, ruimte = eind, REGEL - 1
    delen.append(octetten[begin:])
    return b"\r\n ".join(delen) + b"\r\n"
