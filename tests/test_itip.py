"""The M and U rules bite: one spoilt mail or conversation after another."""

from datetime import UTC, datetime

import pytest

from tests.itip import RULES, check_mail, check_thread, read_event
from tests.itip_ics import R_RULES
from tests.itip_samples import CANCEL, REQUEST, build_mail

CALENDAR_TYPE = b'text/calendar; method=REQUEST; charset="utf-8"'
PLAIN_TYPE = b'Content-Type: text/plain; charset="utf-8"'
TO = b"To: Noa de Vries <noa@politie.example>"
ATTACHED = b"Content-Disposition: attachment"
BASE64 = b"Content-Transfer-Encoding: base64"
DATE = b"Date: Mon, 11 Jan 2027 09:00:00 +0100"
LINK = b"https://lesaanbod.example/uitnodiging/abc/"
MIXED, ALTERNATIVE = b"multipart/mixed", b"multipart/alternative"

# What is replaced, by what, and every rule that breaks by it. Once, at the first place.
SPOILT = [
    (MIXED, b"multipart/related", ["M1"]),
    (ALTERNATIVE, b"multipart/related", ["M1"]),
    (b"text/html", b"text/enriched", ["M1", "M11"]),
    (b"; method=REQUEST", b"", ["M2"]),
    (b"; method=REQUEST", b"; method=request", ["M2"]),
    (b"; method=REQUEST", b"; method=CANCEL", ["M2"]),
    (CALENDAR_TYPE, CALENDAR_TYPE.replace(b"utf-8", b"us-ascii"), ["M3"]),
    (CALENDAR_TYPE, b"text/calendar; method=REQUEST", ["M3"]),
    (CALENDAR_TYPE, CALENDAR_TYPE + b"\nContent-Disposition: inline", ["M5"]),
    (b"application/ics", b"application/octet-stream", ["M1", "M6"]),
    (b"application/ics", b"text/calendar", ["M1", "M6"]),
    (ATTACHED, b"Content-Disposition: inline", ["M6"]),
    (b"<lessen@lesaanbod", b"<piet@lesaanbod", ["M7"]),
    (b"<lessen@lesaanbod.example>", b"<lessen@lesaanbod.example>, <b@c.example>", ["M7"]),
    (TO, b"To: <piet@politie.example>", ["M8"]),
    (TO, TO + b", <piet@politie.example>", ["M8"]),
    (TO, TO + b"\nCc: <piet@politie.example>", ["M8"]),
    (TO, TO + b"\nBcc: <piet@politie.example>", ["M8"]),
    (TO, TO + b"\nReply-To: <piet@politie.example>", ["M9"]),
    (DATE + b"\n", b"", ["M10"]),
    (DATE, b"Date: gisteren", ["M10"]),
    (b"Message-ID: <1@lesaanbod.example>\n", b"", ["M10"]),
    (b"Message-ID: <1@lesaanbod.example>", b"Message-ID: 1", ["M10"]),
    (b"Kunt u een les geven op 9 maart?", b"", ["M10"]),
    (b"9 maart 2027 om", b"10 maart 2027 om", ["M11"]),
    (b"9.00 uur", b"19.00 uur", ["M11"]),
    (b"Voorbeeldlaan 1", b"Voorbeeldlaan 2", ["M11"]),
    (b"Voorbeeldlaan&nbsp;1", b"Voorbeeldlaan&nbsp;2", ["M11"]),
    (LINK, b"/uitnodiging/abc/", ["M11"]),
    (b'href="https:', b'href="', ["M11"]),
    (PLAIN_TYPE, PLAIN_TYPE.replace(b"plain", b"x-niets"), ["M1", "M11"]),
]


@pytest.mark.parametrize(("old", "new", "broken"), SPOILT)
def test_check_mail_names_what_is_spoilt(old, new, broken):
    mail = build_mail(REQUEST)
    spoilt = mail.replace(old, new, 1)
    assert spoilt != mail
    assert check_mail(spoilt) == broken


def test_check_mail_wants_base64():
    quoted = "=\n".join(f"={octet:02X}" for octet in REQUEST).encode()
    head, _, rest = build_mail(REQUEST).partition(BASE64)
    tail = rest.partition(b"--binnen--")[2]
    mail = head + b"Content-Transfer-Encoding: quoted-printable\n\n" + quoted
    assert check_mail(mail + b"\n--binnen--" + tail) == ["M4"]


def test_check_mail_compares_the_attachment_byte_for_byte():
    other = REQUEST.replace(b"Groep 8A", b"Groep 8B")
    assert check_mail(build_mail(REQUEST, attachment=other)) == ["M6"]


def test_check_mail_checks_the_calendar_part_too():
    assert check_mail(build_mail(REQUEST.replace(b"SEQUENCE:0\r\n", b""))) == ["R22"]


def test_check_mail_accepts_a_good_request():
    assert check_mail(build_mail(REQUEST)) == []


def test_check_mail_accepts_a_good_cancel_without_a_link():
    mail = build_mail(CANCEL)
    assert check_mail(mail.replace(b"https:", b"").replace(b"Antwoord op", b"Afgezegd")) == []


def test_check_mail_accepts_reply_to_the_organizer():
    mail = build_mail(REQUEST).replace(TO, TO + b"\nReply-To: lessen@lesaanbod.example")
    assert check_mail(mail) == []


def test_check_mail_refuses_a_mail_without_calendar():
    assert check_mail(b"Subject: hallo\n\nhallo\n") == ["M1", "M6", "M10"]


def _next(ics: bytes = REQUEST, **changes: str) -> bytes:
    """Return the next message: a second later, with these properties changed."""
    changes = {"DTSTAMP": "20270111T080001Z"} | changes
    lines = ics.decode().split("\r\n")
    for name, value in changes.items():
        lines = [f"{name}:{value}" if line.startswith(f"{name}:") else line for line in lines]
    return "\r\n".join(lines).encode()


def _thread(*messages: bytes) -> list[bytes]:
    return [build_mail(ics, message_id=str(number)) for number, ics in enumerate(messages)]


LATER = {"DTSTART": "20270310T080000Z", "DTEND": "20270310T090000Z"}
KNOWN = REQUEST.replace(b"NEEDS-ACTION", b"ACCEPTED").replace(b";RSVP=TRUE", b"")

GOOD_THREADS = [
    [REQUEST],
    [REQUEST, _next(SUMMARY="Andere titel")],
    [REQUEST, _next(KNOWN, STATUS="CONFIRMED")],
    [REQUEST, _next(SEQUENCE="1", **LATER)],
    [REQUEST, _next(SEQUENCE="1", LOCATION="Elders")],
    [REQUEST, _next(KNOWN, SEQUENCE="1", LOCATION="Elders")],
    [REQUEST, CANCEL],
    [KNOWN, _next(SEQUENCE="1", **LATER), _next(CANCEL, SEQUENCE="2", DTSTAMP="20270112T080000Z")],
]
SPOILT_THREADS = [
    ([REQUEST, _next(UID="les-def-s@lesaanbod.example")], ["U1"]),
    ([CANCEL, _next(SEQUENCE="1", DTSTAMP="20270112T080000Z")], ["U1"]),
    ([REQUEST, _next().replace(b"mailto:lessen@", b"mailto:piet@")], ["U2"]),
    ([REQUEST, _next(**LATER)], ["U3"]),
    ([REQUEST, _next(LOCATION="Elders")], ["U3"]),
    ([REQUEST, _next(SEQUENCE="1", SUMMARY="Andere titel")], ["U3"]),
    ([_next(SEQUENCE="2"), _next(SEQUENCE="1", DTSTAMP="20270112T080000Z")], ["U3"]),
    ([REQUEST, CANCEL.replace(b"SEQUENCE:1", b"SEQUENCE:0")], ["U3"]),
    ([REQUEST, _next(SUMMARY="Andere titel", DTSTAMP="20270111T080000Z")], ["U4"]),
    ([REQUEST, _next(SUMMARY="Andere titel", DTSTAMP="20270111T075959Z")], ["U4"]),
    ([REQUEST, _next(SUMMARY="Andere titel", DTSTAMP="straks")], ["U4"]),
    ([REQUEST, _next().replace(b"noa@politie", b"piet@politie")], ["U5"]),
    ([REQUEST, _next(KNOWN, SEQUENCE="1", **LATER)], ["U6"]),
]


@pytest.mark.parametrize("messages", GOOD_THREADS)
def test_check_thread_accepts_a_good_conversation(messages):
    assert check_thread(_thread(*messages)) == []


@pytest.mark.parametrize(("messages", "broken"), SPOILT_THREADS)
def test_check_thread_names_what_is_spoilt(messages, broken):
    assert check_thread(_thread(*messages)) == broken


def test_check_thread_passes_over_the_same_mail_sent_twice():
    assert check_thread([build_mail(REQUEST)] * 2) == []


def test_check_thread_refuses_the_same_bytes_in_a_new_mail():
    assert check_thread(_thread(REQUEST, REQUEST)) == ["U4"]


def test_check_thread_passes_over_a_letter_without_calendar():
    assert check_thread([*_thread(REQUEST), b"Subject: hallo\n\nhallo\n", *_thread(CANCEL)]) == []


def test_every_rule_of_mail_and_thread_has_a_sample():
    samples = SPOILT + [(None, None, broken) for _, broken in SPOILT_THREADS]
    sampled = {rule for _, _, broken in samples for rule in broken} | {"M4"}
    assert sampled == set(RULES) - set(R_RULES)


def test_read_event_reads_what_the_library_reads():
    assert read_event(CANCEL) == {
        "uid": "les-abc-s@lesaanbod.example",
        "sequence": 1,
        "dtstamp": datetime(2027, 1, 11, 8, 0, 1, tzinfo=UTC),
        "begin": datetime(2027, 3, 9, 8, tzinfo=UTC),
        "eind": datetime(2027, 3, 9, 9, tzinfo=UTC),
        "status": "CANCELLED",
        "partstat": "NEEDS-ACTION",
        "method": "CANCEL",
    }
