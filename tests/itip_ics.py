"""The R rules: are these bytes a calendar message that every diary program understands?

Written from RFC 5545 and 5546, without the icalendar library that builds our messages.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

R_RULES = {
    "R1": "every line ends in CRLF, also the last",
    "R2": "UTF-8 without byte order mark or control characters",
    "R3": "no line over 75 octets",
    "R4": "no fold inside a UTF-8 character",
    "R5": "exactly , ; \\ and line breaks escaped in texts",
    "R6": "parameter values quoted where needed, one value, no escapes",
    "R7": "one VCALENDAR from byte 0, nested well, only content lines",
    "R10": "VERSION 2.0 and PRODID once, CALSCALE only GREGORIAN",
    "R11": "METHOD once, on VCALENDAR, the expected one",
    "R12": "one VEVENT, and nothing beside or inside it",
    "R13": "no feed properties in an invitation",
    "R20": "UID of 1 to 255 octets, without spaces, no row number",
    "R21": "DTSTAMP present; DTSTAMP, CREATED, LAST-MODIFIED in UTC",
    "R22": "SEQUENCE an integer of 0 to 2147483647",
    "R23": "DTSTART and DTEND in UTC, DTEND later, no DURATION",
    "R24": "no TZID, no VTIMEZONE",
    "R25": "one ORGANIZER, mailto: and a bare address that is read",
    "R26": "one ATTENDEE, who is asked once and is not the ORGANIZER",
    "R27": "STATUS CONFIRMED or TENTATIVE in REQUEST, CANCELLED in CANCEL",
    "R28": "SUMMARY present",
    "R30": "no recurrence",
    "R31": "no HTML in DESCRIPTION",
    "R32": "TRANSP OPAQUE",
    "R33": "in PUBLISH no ATTENDEE, but an ORGANIZER",
    "R34": "single properties once",
}
TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION")
FEED_ONLY = ("NAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL")
REPEATABLE = ("ATTENDEE", "CATEGORIES", "COMMENT", "CONTACT")
STAMPS = ("DTSTAMP", "CREATED", "LAST-MODIFIED")
RECURRENCE = frozenset({"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"})
ASKED_OR_ANSWERED = {
    ("NEEDS-ACTION", "TRUE"),
    ("ACCEPTED", None),
    ("DECLINED", None),
    ("TENTATIVE", None),
}
ALLOWED_STATUS = {"REQUEST": ("CONFIRMED", "TENTATIVE"), "CANCEL": ("CANCELLED",)}

LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)"
    r'(?P<params>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*)'
    r":(?P<value>.*)",
    re.DOTALL,
)
PARAM = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)')
ONE_VALUE = re.compile(r'"[^"^\\]*"|[^",^\\]*')
TEXT = re.compile(r"(?:[^\\,;]|\\[\\,;nN])*")
ADDRESS = re.compile(r"(?i:mailto):([^\s@<>\"(),:;\\]+@[^\s@<>\"(),:;\\]+)")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]")
NO_REPLY = re.compile(r"(do[-_.]?)?not?[-_.]?reply")
HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^>]*)?/?>|&(?:nbsp|amp|lt|gt|#\d+);")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """One content line, unfolded."""

    name: str
    params: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes undone."""
        return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], self.value)

    @property
    def address(self) -> str:
        """The bare address in lower case, or nothing."""
        match = ADDRESS.fullmatch(self.value)
        return match[1].lower() if match else ""

    @property
    def moment(self) -> datetime | None:
        """The value as UTC, or None when it is anything else."""
        if self.params or not re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", self.value):
            return None
        try:
            return datetime.strptime(self.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """What stands between one BEGIN and END, without the components inside it."""

    name: str
    props: list[Prop]

    def get(self, name: str) -> list[Prop]:
        """Return the properties of this name."""
        return [prop for prop in self.props if prop.name == name]

    def values(self, name: str) -> list[str]:
        """Return the raw values of the properties of this name."""
        return [prop.value for prop in self.get(name)]

    def first(self, name: str) -> str:
        """Return the raw value of the first property of this name, or nothing."""
        return next(iter(self.values(name)), "")

    def moment(self, name: str) -> datetime | None:
        """Return the first property of this name as UTC, if it is."""
        return next((prop.moment for prop in self.get(name)), None)


def unfold(ics: bytes) -> list[str]:
    """Return the logical lines; what is not UTF-8 becomes a replacement character."""
    text = re.sub(rb"\r*\n[ \t]", b"", ics).decode("utf-8", "replace").removeprefix("\ufeff")
    lines = re.split("\r*\n", text)
    return lines if lines[-1] else lines[:-1]


def read_components(ics: bytes) -> list[Component]:
    """Return the components in the order of their BEGIN, without lines that are no property."""
    stack: list[Component] = []
    found = []
    for match in filter(None, map(LINE.fullmatch, unfold(ics))):
        name = match["name"].upper()
        if name == "BEGIN":
            stack.append(Component(name=match["value"].upper(), props=[]))
            found.append(stack[-1])
        elif name == "END":
            stack = stack[:-1]
        elif stack:
            params = {key.upper(): word for key, word in PARAM.findall(match["params"])}
            stack[-1].props.append(Prop(name=name, params=params, value=match["value"]))
    return found


def read_events(ics: bytes) -> list[Component]:
    """Return the VEVENTs."""
    return [component for component in read_components(ics) if component.name == "VEVENT"]


def check_ics(ics: bytes, method: str) -> list[str]:
    """Return the R rules that these bytes break as a message of this METHOD, in order.

    ``method`` is REQUEST, CANCEL, or PUBLISH for a feed, where the rules that only concern
    invitations (R12, R13, R25, R26, R27) give way to R33.
    """
    components = read_components(ics)
    broken = _check_bytes(ics) | _check_lines(unfold(ics)) | _check_calendar(components, method)
    if method != "PUBLISH":
        broken |= _check_itip(components)
    for event in read_events(ics):
        broken |= _check_event(event)
        broken |= _check_feed(event) if method == "PUBLISH" else _check_invitation(event, method)
    return [rule for rule in R_RULES if rule in broken]


def _check_bytes(ics: bytes) -> set[str]:
    broken = set()
    if not ics.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", ics):
        broken.add("R1")
    lines = re.split(rb"\r*\n", ics)
    try:
        text = re.sub(rb"\r*\n[ \t]", b"", ics).decode()
    except UnicodeDecodeError:
        broken.add("R2")
    else:
        if CONTROL.search(text):
            broken.add("R2")
        if any(not _is_utf8(line) for line in lines):
            broken.add("R4")
    if any(len(line) > 75 for line in lines):
        broken.add("R3")
    if not re.match(rb"BEGIN:VCALENDAR\r*\n", ics) or b"" in lines[:-1]:
        broken.add("R7")
    return broken


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _check_lines(lines: list[str]) -> set[str]:
    broken = set()
    stack: list[str] = []
    closed = 0
    for line in lines:
        match = LINE.fullmatch(line)
        if not match:
            broken.add("R6" if re.match(r"[A-Za-z0-9-]+;[A-Za-z0-9-]+=", line) else "R7")
            continue
        if not all(ONE_VALUE.fullmatch(value) for _, value in PARAM.findall(match["params"])):
            broken.add("R6")
        name, value = match["name"].upper(), match["value"]
        if name == "BEGIN":
            stack.append(value)
        elif name == "END":
            broken |= {"R7"} if not stack or stack.pop() != value else set()
            closed += not stack
        elif not stack:
            broken.add("R7")
        elif name in TEXTS and not TEXT.fullmatch(value):
            broken.add("R5")
    if stack or closed != 1:
        broken.add("R7")
    return broken


def _check_calendar(components: list[Component], method: str) -> set[str]:
    broken = set()
    calendar = components[0] if components else Component(name="", props=[])
    prodid = calendar.values("PRODID")
    if calendar.values("VERSION") != ["2.0"] or len(prodid) != 1 or not prodid[0].strip():
        broken.add("R10")
    if calendar.values("CALSCALE") not in ([], ["GREGORIAN"]):
        broken.add("R10")
    everywhere = [prop for component in components for prop in component.props]
    if (
        calendar.values("METHOD") != [method]
        or [prop.name for prop in everywhere].count("METHOD") > 1
    ):
        broken.add("R11")
    if any("TZID" in prop.params for prop in everywhere):
        broken.add("R24")
    if any(component.name == "VTIMEZONE" for component in components):
        broken.add("R24")
    return broken


def _check_itip(components: list[Component]) -> set[str]:
    broken = set()
    if [component.name for component in components] != ["VCALENDAR", "VEVENT"]:
        broken.add("R12")
    names = [prop.name for component in components for prop in component.props]
    if any(name in FEED_ONLY or name.startswith("X-WR-") for name in names):
        broken.add("R13")
    return broken


def _check_event(event: Component) -> set[str]:
    broken = _check_identity(event) | _check_times(event)
    names = [prop.name for prop in event.props if prop.name not in REPEATABLE]
    if len(names) != len(set(names)):
        broken.add("R34")
    if not RECURRENCE.isdisjoint(names):
        broken.add("R30")
    if not any(prop.text.strip() for prop in event.get("SUMMARY")):
        broken.add("R28")
    if any(HTML.search(prop.text) for prop in event.get("DESCRIPTION")):
        broken.add("R31")
    if event.first("TRANSP") != "OPAQUE":
        broken.add("R32")
    return broken


def _check_identity(event: Component) -> set[str]:
    broken = set()
    uid = event.first("UID")
    if not 1 <= len(uid.encode()) <= 255 or re.search(r"\s|^\d+(@|$)", uid):
        broken.add("R20")
    stamps = [prop for name in STAMPS for prop in event.get(name)]
    if event.moment("DTSTAMP") is None or any(prop.moment is None for prop in stamps):
        broken.add("R21")
    sequence = event.first("SEQUENCE")
    if not re.fullmatch(r"[0-9]{1,10}", sequence) or int(sequence) > 2147483647:
        broken.add("R22")
    return broken


def _check_times(event: Component) -> set[str]:
    begin, end = event.moment("DTSTART"), event.moment("DTEND")
    if begin is None or end is None or end <= begin or event.get("DURATION"):
        return {"R23"}
    return set()


def _check_feed(event: Component) -> set[str]:
    good = not event.get("ATTENDEE") and any(prop.address for prop in event.get("ORGANIZER"))
    return set() if good else {"R33"}


def _check_invitation(event: Component, method: str) -> set[str]:
    broken = set()
    organizers = [prop.address for prop in event.get("ORGANIZER")]
    if len(organizers) != 1 or not organizers[0] or NO_REPLY.match(organizers[0]):
        broken.add("R25")
    attendees = event.get("ATTENDEE")
    if len(attendees) != 1 or not _is_good_attendee(attendees[0], organizers):
        broken.add("R26")
    if event.first("STATUS") not in ALLOWED_STATUS.get(method, ()):
        broken.add("R27")
    return broken


def _is_good_attendee(attendee: Prop, organizers: list[str]) -> bool:
    params = attendee.params
    return (
        attendee.address not in ("", *organizers)
        and params.get("ROLE") == "REQ-PARTICIPANT"
        and params.get("CUTYPE") == "INDIVIDUAL"
        and bool(params.get("CN", "").strip('" '))
        and (params.get("PARTSTAT"), params.get("RSVP")) in ASKED_OR_ANSWERED
    )
