"""Is a whole mail with an invitation as Outlook, Google, Apple and Thunderbird want it?

Every check returns the numbers of the broken rules, in order, each once; an empty list is a good
message. ``RULES`` says what a number means. Only ``read_event`` uses the icalendar library that
also builds our messages.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import lru_cache
from html import unescape
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Calendar

from tests.itip_ics import R_RULES, Component, check_ics, read_components, read_events

__all__ = ["RULES", "check_ics", "check_mail", "check_thread", "read_event"]

RULES = R_RULES | {
    "M1": "mixed > alternative(plain, html, calendar last) + attachment",
    "M2": "Content-Type has method= as in the calendar, upper case",
    "M3": "calendar part in charset UTF-8",
    "M4": "calendar part in base64",
    "M5": "no Content-Disposition on the calendar part",
    "M6": "one text/calendar part, and an identical application/ics attachment",
    "M7": "From is the ORGANIZER",
    "M8": "To is the one ATTENDEE, no Cc, no Bcc",
    "M9": "Reply-To absent or the ORGANIZER",
    "M10": "Date, Message-ID and Subject present",
    "M11": "text and html say day, time and place; an invitation has a link too",
    "U1": "the same UID, and none after its CANCEL",
    "U2": "the same ORGANIZER",
    "U3": "SEQUENCE grows with a new time, a new place or CANCEL, else it stays",
    "U4": "DTSTAMP grows",
    "U5": "the same ATTENDEE",
    "U6": "a new time asks again: NEEDS-ACTION",
}
MONTHS = re.findall(
    r"\w+",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
SHAPE = [
    "multipart/mixed",
    "multipart/alternative",
    "text/plain",
    "text/html",
    "text/calendar",
    "application/ics",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail with its calendar part, for the rules that follow a conversation."""

    message_id: str
    ics: bytes
    method: str
    event: Component

    @property
    def when(self) -> tuple[str, str]:
        """The begin and end as they stand."""
        return self.event.first("DTSTART"), self.event.first("DTEND")

    @property
    def sequence(self) -> int:
        """The SEQUENCE, or -1 where it cannot be read."""
        value = self.event.first("SEQUENCE")
        return int(value) if value.isdecimal() else -1

    def address(self, name: str) -> str:
        """Return the address of the first ORGANIZER or ATTENDEE."""
        return next((prop.address for prop in self.event.get(name)), "")

    @property
    def partstat(self) -> str:
        """The PARTSTAT of the first ATTENDEE."""
        return next((prop.params.get("PARTSTAT", "") for prop in self.event.get("ATTENDEE")), "")


def check_mail(eml: bytes) -> list[str]:
    """Return the M rules that this mail breaks and the R rules that its calendar part breaks."""
    mail = _read(eml)
    parts = _find_parts(mail, "text/calendar")
    broken = _check_shape(mail) | _check_headers(mail)
    if parts:
        ics = parts[0].get_payload(decode=True)
        method = _read_method(ics)
        broken |= set(check_ics(ics, method if method in ("REQUEST", "CANCEL") else "REQUEST"))
        broken |= _check_part(parts[0], method)
        for event in read_events(ics)[:1]:
            broken |= _check_addresses(mail, event) | _check_bodies(mail, event, method)
    return _sort(broken)


def check_thread(emls: list[bytes]) -> list[str]:
    """Return the U rules broken by these mails of one UID and receiver, oldest first.

    Mails without a calendar part are passed over, and so is a mail sent once more as it was: the
    outbox delivers at least once.
    """
    messages: list[Message] = []
    for message in filter(None, map(_read_message, emls)):
        if (message.message_id, message.ics) not in [(m.message_id, m.ics) for m in messages]:
            messages.append(message)
    broken = set()
    for before, after in pairwise(messages):
        broken |= _check_step(before, after)
    return _sort(broken)


def read_event(ics: bytes) -> dict[str, object]:
    """Return uid, sequence, dtstamp, begin, eind, status, partstat, method as icalendar reads."""
    calendar = Calendar.from_ical(ics)
    (event,) = calendar.walk("VEVENT")
    return {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "dtstamp": event.decoded("DTSTAMP"),
        "begin": event.decoded("DTSTART"),
        "eind": event.decoded("DTEND"),
        "status": str(event["STATUS"]),
        "partstat": str(event["ATTENDEE"].params["PARTSTAT"]),
        "method": str(calendar["METHOD"]),
    }


def _sort(broken: set[str]) -> list[str]:
    return [rule for rule in RULES if rule in broken]


@lru_cache(maxsize=128)
def _read(eml: bytes) -> EmailMessage:
    """Return a mail, read once for all rules; nobody changes it."""
    return message_from_bytes(eml, policy=policy.default)


def _find_parts(mail: EmailMessage, content_type: str) -> list[EmailMessage]:
    return [part for part in mail.walk() if part.get_content_type() == content_type]


def _read_method(ics: bytes) -> str:
    return next((component.first("METHOD") for component in read_components(ics)), "")


def _read_message(eml: bytes) -> Message | None:
    mail = _read(eml)
    for part in _find_parts(mail, "text/calendar")[:1]:
        ics = part.get_payload(decode=True)
        for event in read_events(ics)[:1]:
            message_id = str(mail["Message-ID"])
            return Message(message_id=message_id, ics=ics, method=_read_method(ics), event=event)
    return None


def _check_shape(mail: EmailMessage) -> set[str]:
    broken = set()
    children = [len(list(part.iter_parts())) for part in mail.walk() if part.is_multipart()]
    if [part.get_content_type() for part in mail.walk()] != SHAPE or children != [2, 3]:
        broken.add("M1")
    calendars, copies = _find_parts(mail, "text/calendar"), _find_parts(mail, "application/ics")
    payloads = {part.get_payload(decode=True) for part in calendars + copies}
    dispositions = [part.get_content_disposition() for part in copies]
    if len(calendars) != 1 or dispositions != ["attachment"] or len(payloads) != 1:
        broken.add("M6")
    return broken


def _check_headers(mail: EmailMessage) -> set[str]:
    counts = [len(mail.get_all(name, [])) for name in ("Date", "Message-ID", "Subject")]
    good = counts == [1, 1, 1] and str(mail["Subject"]).strip() and _is_date(str(mail["Date"]))
    if not good or not re.fullmatch(r"<[^<>\s]+@[^<>\s]+>", str(mail["Message-ID"]).strip()):
        return {"M10"}
    return set()


def _is_date(value: str) -> bool:
    try:
        parsedate_to_datetime(value)
    except ValueError:
        return False
    return True


def _check_part(part: EmailMessage, method: str) -> set[str]:
    broken = set()
    params = part["Content-Type"].params
    if not method or params.get("method") != method:
        broken.add("M2")
    if params.get("charset", "").upper() != "UTF-8":
        broken.add("M3")
    if str(part["Content-Transfer-Encoding"]).lower() != "base64":
        broken.add("M4")
    if part["Content-Disposition"] is not None:
        broken.add("M5")
    return broken


def _check_addresses(mail: EmailMessage, event: Component) -> set[str]:
    broken = set()
    organizers = [prop.address for prop in event.get("ORGANIZER")]
    attendees = [prop.address for prop in event.get("ATTENDEE")]
    if _read_addresses(mail, "From") != organizers:
        broken.add("M7")
    if _read_addresses(mail, "To") != attendees or mail["Cc"] or mail["Bcc"]:
        broken.add("M8")
    if mail["Reply-To"] is not None and _read_addresses(mail, "Reply-To") != organizers:
        broken.add("M9")
    return broken


def _read_addresses(mail: EmailMessage, name: str) -> list[str]:
    headers = mail.get_all(name, [])
    return [address.addr_spec.lower() for header in headers for address in header.addresses]


def _check_bodies(mail: EmailMessage, event: Component, method: str) -> set[str]:
    begin = event.moment("DTSTART")
    bodies = {kind: _find_parts(mail, f"text/{kind}") for kind in ("plain", "html")}
    if begin is None or not all(bodies.values()):
        return {"M11"}
    place = " ".join(prop.text for prop in event.get("LOCATION"))
    for kind, parts in bodies.items():
        body = parts[0].get_content()
        words = unescape(re.sub(r"(?s)<(style|script)\b.*?</\1>|<[^>]*>", " ", body))
        seen = words if kind == "html" else body
        link = 'href="http' if kind == "html" else "http"
        if not _says(seen, begin, place) or (method == "REQUEST" and link not in body):
            return {"M11"}
    return set()


def _says(body: str, begin: datetime, place: str) -> bool:
    """Whether the text has the day and hour of Amsterdam and every word of the place."""
    local = begin.astimezone(ZoneInfo("Europe/Amsterdam"))
    day = rf"\b{local.day}\s+{MONTHS[local.month - 1]}\b"
    hour = rf"\b0?{local.hour}[.:]{local.minute:02}\b"
    has_place = set(re.findall(r"\w+", place.lower())) <= set(re.findall(r"\w+", body.lower()))
    return bool(re.search(day, body) and re.search(hour, body)) and has_place


def _check_step(before: Message, after: Message) -> set[str]:
    broken = set()
    if after.event.first("UID") != before.event.first("UID") or before.method == "CANCEL":
        broken.add("U1")
    if after.address("ORGANIZER") != before.address("ORGANIZER"):
        broken.add("U2")
    if not _is_sequence_right(before, after):
        broken.add("U3")
    stamps = before.event.moment("DTSTAMP"), after.event.moment("DTSTAMP")
    if None in stamps or stamps[1] <= stamps[0]:
        broken.add("U4")
    if after.address("ATTENDEE") != before.address("ATTENDEE"):
        broken.add("U5")
    if after.method == "REQUEST" and after.when != before.when and after.partstat != "NEEDS-ACTION":
        broken.add("U6")
    return broken


def _is_sequence_right(before: Message, after: Message) -> bool:
    places = before.event.values("LOCATION"), after.event.values("LOCATION")
    if after.method == "CANCEL" or after.when != before.when or places[0] != places[1]:
        return after.sequence > before.sequence
    return after.sequence == before.sequence
