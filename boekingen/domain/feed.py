"""The own diary of a hoofdrolspeler as a feed: METHOD:PUBLISH, RFC 5545 and RFC 7986.

The same UIDs and SEQUENCEs as the invitations, so that a diary that has both shows one. DTSTAMP is
the last change of the event, never now: an unchanged feed is the same bytes, with the same ETag.
How much it says is chosen by the person; the address of a feed is a secret that can leak, so by
default only that there is a lesson, and when.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .icalregels import (
    PRODID,
    clean_naam,
    clean_regel,
    clean_tekst,
    escape,
    format_utc,
    vouw,
)

NAAM = "Mijn lessen, Kapot Sterk"
VERSEN = "PT1H"
BLIJFT_NA_INTREKKING = timedelta(days=30)
BLIJFT_NA_LES = timedelta(days=30)
VOORUIT = timedelta(days=548)


class Feeddetail(StrEnum):
    """How much the feed says of a lesson."""

    TIJD = "tijd"
    LES = "les"
    PLAATS = "plaats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedles:
    """One lesson as it stands in the diary; an ended one shows as cancelled for a while.

    ``neemt_tijd`` False is a lesson of somebody else: it is good to know, and its reader is free.
    """

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
    neemt_tijd: bool = True


def build_publieke_uid(uid: str) -> str:
    """Return the UID of a lesson in a feed that is not of its own docent.

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
    inhoud = vouw(regels)
    verdwijnt = min((get_verdwijnt_op(les) for les in zichtbaar), default=nu + hooguit)
    etag = f'"{hashlib.sha256(inhoud).hexdigest()}"'
    return Feed(inhoud, etag, min(verdwijnt, nu + hooguit))


def list_regels(les: Feedles, detail: Feeddetail, organisator: str) -> Iterator[str]:
    """Yield the lines of one event, unfolded."""
    yield "BEGIN:VEVENT"
    yield f"UID:{les.uid}"
    yield f"SEQUENCE:{les.sequence}"
    yield f"DTSTAMP:{format_utc(les.dtstamp)}"
    yield f"LAST-MODIFIED:{format_utc(les.dtstamp)}"
    yield f"DTSTART:{format_utc(les.begin)}"
    yield f"DTEND:{format_utc(les.eind)}"
    zeker = "CONFIRMED" if les.is_zeker else "TENTATIVE"
    yield f"STATUS:{'CANCELLED' if les.beeindigd_op else zeker}"
    # What no longer happens takes no time, also where a diary keeps it in view.
    yield f"TRANSP:{'OPAQUE' if les.neemt_tijd and not les.beeindigd_op else 'TRANSPARENT'}"
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
