"""The R rules bite: one spoilt invitation after another."""

import pytest

from tests.itip_ics import R_RULES, check_ics, read_components, read_events, unfold
from tests.itip_samples import CANCEL, REQUEST

EVENT = REQUEST[REQUEST.index(b"BEGIN:VEVENT") : REQUEST.index(b"END:VCALENDAR")]
UID = b"UID:les-abc-s@lesaanbod.example"
END = b"END:VEVENT"
CN = b"CN=Noa de Vries;"
ZONE = b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT"
RULE = b"RRULE:FREQ=DAILY\r\nEND:VEVENT"
SECOND = b"ATTENDEE:mailto:piet@politie.example\r\nEND:VEVENT"
SELF = b"mailto:lessen@lesaanbod.example"
BARE = b"ORGANIZER:mailto:lessen@lesaanbod.example"
NAMED = b"ORGANIZER:mailto:Lessen <lessen@lesaanbod.example>"

# What is replaced, by what, and every rule that breaks by it. Once, at the first place.
SPOILT = [
    (b"VERSION:2.0\r\n", b"VERSION:2.0\n", ["R1"]),
    (b"VERSION:2.0\r\n", b"VERSION:2.0\r\r\n", ["R1"]),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR", ["R1"]),
    (b"pen mee", b"pen\rmee", ["R1"]),
    (b"pen mee", b"pen\x07mee", ["R2"]),
    (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", ["R2", "R7"]),
    (b"\xe2\x80\x93", b"\x96", ["R2"]),
    (b"Neem een", b"Neem alsjeblieft allemaal een nieuwe", ["R3"]),
    (b"\xe2\x80\x93", b"\xe2\x80\r\n \x93", ["R4"]),
    (b"zeggen\\,", b"zeggen,", ["R5"]),
    (b"zeggen\\,", b"zeggen\\:", ["R5"]),
    (b"8A\\;", b"8A;", ["R5"]),
    (CN, b"CN=Noa^nde Vries;", ["R6"]),
    (CN, b'CN="Noa\\, Vries";', ["R6"]),
    (CN, b"CN=Noa, Vries;", ["R6"]),
    (CN, b"CN=Noa; Vries;", ["R6", "R26"]),
    (CN, b'CN=Noa "N" Vries;', ["R6", "R26"]),
    (b"BEGIN:VCALENDAR", b"\r\nBEGIN:VCALENDAR", ["R7"]),
    (b"SUMMARY", b"\r\nSUMMARY", ["R7"]),
    (b"SUMMARY", b"zomaar een regel\r\nSUMMARY", ["R7"]),
    (b"END:VEVENT\r\n", b"", ["R7"]),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nX-NA:1\r\n", ["R7"]),
    (b"VERSION:2.0", b"VERSION:1.0", ["R10"]),
    (b"VERSION:2.0", b"VERSION:2.0\r\nVERSION:2.0", ["R10"]),
    (b"PRODID:-//Voorbeeld//Agenda//NL\r\n", b"", ["R10"]),
    (b"CALSCALE:GREGORIAN", b"CALSCALE:HEBREW", ["R10"]),
    (b"METHOD:REQUEST\r\n", b"", ["R11"]),
    (b"METHOD:REQUEST", b"METHOD:PUBLISH", ["R11"]),
    (UID, UID + b"\r\nMETHOD:REQUEST", ["R11"]),
    (EVENT, EVENT + EVENT, ["R12"]),
    (EVENT, b"", ["R12"]),
    (END, ALARM, ["R12"]),
    (b"METHOD", b"X-WR-CALNAME:Lessen\r\nMETHOD", ["R13"]),
    (b"METHOD", b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nMETHOD", ["R13"]),
    (UID + b"\r\n", b"", ["R20"]),
    (UID, b"UID:42", ["R20"]),
    (UID, b"UID:42@lesaanbod.example", ["R20"]),
    (UID, b"UID:les abc", ["R20"]),
    (UID, b"UID:" + b"\r\n ".join([b"a" * 64] * 4), ["R20"]),
    (b"DTSTAMP:20270111T080000Z\r\n", b"", ["R21"]),
    (b"DTSTAMP:20270111T080000Z", b"DTSTAMP:20270111T080000", ["R21"]),
    (b"CREATED:20270110T080000Z", b"CREATED:20270110T080000", ["R21"]),
    (b"LAST-MODIFIED:20270111", b"LAST-MODIFIED:20271311", ["R21"]),
    (b"SEQUENCE:0\r\n", b"", ["R22"]),
    (b"SEQUENCE:0", b"SEQUENCE:-1", ["R22"]),
    (b"SEQUENCE:0", b"SEQUENCE:1768118400000", ["R22"]),
    (b"SEQUENCE:0", b"SEQUENCE:2147483648", ["R22"]),
    (b"DTEND:20270309T09", b"DTEND:20270309T08", ["R23"]),
    (b"DTEND:20270309T090000Z\r\n", b"", ["R23"]),
    (b"DTSTART:20270309T080000Z", b"DTSTART:20270309T080000", ["R23"]),
    (b"DTSTART:20270309T080000Z", b"DTSTART:2027-03-09T08:00:00Z", ["R23"]),
    (b"STATUS", b"DURATION:PT1H\r\nSTATUS", ["R23"]),
    (b"DTSTART:20270309T080000Z", b"DTSTART;TZID=UTC:20270309T080000", ["R23", "R24"]),
    (b"BEGIN:VEVENT", ZONE, ["R12", "R24"]),
    (b'ORGANIZER;CN="Lessen, Utrecht":mailto:', b"ORGANIZER:", ["R25"]),
    (b'ORGANIZER;CN="Lessen, Utrecht":mailto:lessen@lesaanbod.example', NAMED, ["R25"]),
    (b"mailto:lessen@", b"mailto:no-reply@", ["R25"]),
    (b"mailto:lessen@", b"mailto:donotreply@", ["R25"]),
    (b"ATTENDEE;", BARE + b"\r\nATTENDEE;", ["R25", "R34"]),
    (END, SECOND, ["R26"]),
    (b"RSVP=TRUE", b"RSVP=FALSE", ["R26"]),
    (b"NEEDS-ACTION", b"ACCEPTED", ["R26"]),
    (b"REQ-PARTICIPANT", b"OPT-PARTICIPANT", ["R26"]),
    (b"INDIVIDUAL", b"ROOM", ["R26"]),
    (CN, b"", ["R26"]),
    (b"mailto:noa@politie.example", SELF, ["R26"]),
    (b"STATUS:TENTATIVE", b"STATUS:CANCELLED", ["R27"]),
    (b"STATUS:TENTATIVE\r\n", b"", ["R27"]),
    (b"SUMMARY:Gastles: nee zeggen\\, hoe doe je dat?\r\n", b"", ["R28"]),
    (END, RULE, ["R30"]),
    (b"Groep 8A", b"<p>Groep 8A</p>", ["R31"]),
    (b"TRANSP:OPAQUE", b"TRANSP:TRANSPARENT", ["R32"]),
    (b"TRANSP:OPAQUE\r\n", b"", ["R32"]),
    (UID, UID + b"\r\n" + UID, ["R34"]),
    (b"SUMMARY", b"STATUS:TENTATIVE\r\nSUMMARY", ["R34"]),
]


@pytest.mark.parametrize(("old", "new", "broken"), SPOILT)
def test_check_ics_names_what_is_spoilt(old, new, broken):
    spoilt = REQUEST.replace(old, new, 1)
    assert spoilt != REQUEST
    assert check_ics(spoilt, "REQUEST") == broken


def test_check_ics_has_a_sample_of_every_rule():
    assert {rule for _, _, broken in SPOILT for rule in broken} | {"R33"} == set(R_RULES)


def test_check_ics_accepts_a_good_request():
    assert check_ics(REQUEST, "REQUEST") == []


@pytest.mark.parametrize("partstat", [b"ACCEPTED", b"DECLINED", b"TENTATIVE"])
def test_check_ics_accepts_an_answer_without_a_question(partstat):
    known = REQUEST.replace(b"NEEDS-ACTION", partstat).replace(b";RSVP=TRUE", b"")
    assert check_ics(known, "REQUEST") == []


def test_check_ics_accepts_a_good_cancel():
    assert check_ics(CANCEL, "CANCEL") == []


def test_check_ics_wants_cancelled_with_two_l():
    assert check_ics(CANCEL.replace(b"CANCELLED", b"CANCELED"), "CANCEL") == ["R27"]


def test_check_ics_refuses_a_cancel_sent_as_request():
    assert check_ics(CANCEL.replace(b"METHOD:CANCEL", b"METHOD:REQUEST"), "CANCEL") == ["R11"]


def _build_feed() -> bytes:
    event = EVENT.partition(b"ATTENDEE")[0] + b"END:VEVENT\r\n"
    feed = REQUEST.replace(EVENT, event + event.replace(b"abc", b"def"))
    return feed.replace(b"METHOD:REQUEST", b"METHOD:PUBLISH\r\nNAME:Lessen")


def test_check_ics_accepts_a_feed_of_two():
    assert check_ics(_build_feed(), "PUBLISH") == []


def test_check_ics_refuses_an_attendee_in_a_feed():
    assert check_ics(REQUEST.replace(b"METHOD:REQUEST", b"METHOD:PUBLISH"), "PUBLISH") == ["R33"]


def test_check_ics_wants_an_organizer_in_a_feed():
    assert check_ics(_build_feed().replace(b"ORGANIZER;", b"X-NA;"), "PUBLISH") == ["R33"]


@pytest.mark.parametrize("rubbish", [b"", b"<html>inloggen</html>", b"\x00\xff" * 40, b"END:X\r\n"])
def test_check_ics_never_crashes_on_rubbish(rubbish):
    assert {"R7", "R10", "R11", "R12"} <= set(check_ics(rubbish, "REQUEST"))


def test_unfold_joins_what_was_folded():
    assert unfold(b"A:1\r\n 2\r\n\t3\r\nB:\xc3\r\n \xa9\r\n") == ["A:123", "B:é"]


def test_read_components_keeps_what_stands_inside_apart():
    names = [component.name for component in read_components(REQUEST.replace(END, ALARM))]
    assert names == ["VCALENDAR", "VEVENT", "VALARM"]


def test_prop_text_undoes_escapes_from_left_to_right():
    (event,) = read_events(REQUEST.replace(b"Gastles: nee zeggen", rb"C:\\nieuw\, \;\N"))
    assert event.get("SUMMARY")[0].text == "C:\\nieuw, ;\n, hoe doe je dat?"
