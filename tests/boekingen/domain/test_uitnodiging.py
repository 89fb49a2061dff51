"""The bytes of invitations, read back by three readers that did not write them."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from unicodedata import category
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boekingen.domain.uitnodiging import (
    AdresOngeldig,
    AgendaUitnodiging,
    EindNietNaBegin,
    GebrokenSeconde,
    NaiefTijdstip,
    OrganisatorIsDeelnemer,
    Partstat,
    SequenceOngeldig,
    TitelLeeg,
    UidOngeldig,
    UitnodigingOngeldig,
    build_cancel,
    build_request,
    make_uid,
    next_dtstamp,
)
from tests.ical_js import read_with_ical_js
from tests.itip import read_event
from tests.itip_ics import Component, check_ics, read_components, read_events

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GOLDEN = Path(__file__).with_name("gouden") / "uitnodiging.ics"
UITNODIGING = AgendaUitnodiging(
    uid="les-3q2-7wAAAAAAAAAAAAAAAA-s@lesaanbod.example",
    sequence=3,
    dtstamp=datetime(2027, 1, 11, 9, 0, tzinfo=AMSTERDAM),
    begin=datetime(2027, 6, 8, 9, 0, tzinfo=AMSTERDAM),
    eind=datetime(2027, 6, 8, 10, 30, tzinfo=AMSTERDAM),
    titel="Gastles Kapot Sterk: nee zeggen, hoe doe je dat?",
    omschrijving="Groep 8A; 26 leerlingen.\n\nContact op de dag: Noor Yıldız, 06-00000000 👋🏽",
    plaats="De Klimroos, Voorbeeldlaan 1, 3511 AA Utrecht",
    organisator_adres="lessen@lesaanbod.example",
    organisator_naam="Kapot Sterk & lesaanbod, Utrecht",
    deelnemer_adres="noa.o'brien+les@politie.example",
    deelnemer_naam="Noa “de wijkagent” O’Brien",
    partstat=Partstat.NEEDS_ACTION,
    is_zeker=False,
    aangemaakt_op=datetime(2027, 1, 10, 23, 30, 15, 999, tzinfo=AMSTERDAM),
)
HARD = "👮🏽‍♀️é,;:\\N\\n\"'^^n\r\n\r\t\x00\x0b\x85\u2028\ufeff\ud800 x"
TEXT = st.text(max_size=400) | st.text(alphabet=list(HARD), max_size=200)


def read_one(ics: bytes) -> Component:
    """Return the one event, by the checker's own reader."""
    (event,) = read_events(ics)
    return event


def expect_text(text: str) -> str:
    """Say again, letter by letter, what a calendar text keeps of what somebody typed."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    for line_break in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029":
        text = text.replace(line_break, "\n")
    return "".join(
        letter
        for letter in text
        if letter == "\n" or not (category(letter) in ("Cc", "Cs") or letter == "\ufeff")
    ).strip()


def expect_line(text: str) -> str:
    return " ".join(expect_text(text).split())


def expect_name(name: str) -> str:
    return expect_line("".join(letter for letter in name if letter not in '"^\\'))


def test_build_request_is_the_golden_file():
    assert build_request(UITNODIGING) == GOLDEN.read_bytes()


@pytest.mark.parametrize("partstat", list(Partstat))
@pytest.mark.parametrize("is_zeker", [True, False])
def test_build_request_breaks_no_rule(partstat, is_zeker):
    ics = build_request(replace(UITNODIGING, partstat=partstat, is_zeker=is_zeker))
    assert check_ics(ics, "REQUEST") == []


@pytest.mark.parametrize("partstat", list(Partstat))
def test_build_cancel_breaks_no_rule(partstat):
    assert check_ics(build_cancel(replace(UITNODIGING, partstat=partstat)), "CANCEL") == []


def test_build_request_is_read_alike_by_the_library():
    assert read_event(build_request(UITNODIGING)) == {
        "uid": UITNODIGING.uid,
        "sequence": 3,
        "dtstamp": datetime(2027, 1, 11, 8, 0, tzinfo=UTC),
        "begin": datetime(2027, 6, 8, 7, 0, tzinfo=UTC),
        "eind": datetime(2027, 6, 8, 8, 30, tzinfo=UTC),
        "status": "TENTATIVE",
        "partstat": "NEEDS-ACTION",
        "method": "REQUEST",
    }


def test_build_request_and_cancel_are_read_alike_by_ical_js(tmp_path):
    paths = [tmp_path / "request.ics", tmp_path / "cancel.ics"]
    paths[0].write_bytes(build_request(UITNODIGING))
    paths[1].write_bytes(build_cancel(UITNODIGING))
    event = {
        "uid": UITNODIGING.uid,
        "method": "REQUEST",
        "start": "2027-06-08T07:00:00.000Z",
        "end": "2027-06-08T08:30:00.000Z",
        "sequence": 3,
    }
    assert read_with_ical_js(paths) == [event, event | {"method": "CANCEL"}]


@pytest.mark.parametrize(("is_zeker", "status"), [(True, ["CONFIRMED"]), (False, ["TENTATIVE"])])
def test_build_request_status_says_whether_it_is_sure(is_zeker, status):
    ics = build_request(replace(UITNODIGING, is_zeker=is_zeker))
    assert read_one(ics).values("STATUS") == status


@pytest.mark.parametrize("is_zeker", [True, False])
def test_build_cancel_is_cancelled_whatever_it_was(is_zeker):
    ics = build_cancel(replace(UITNODIGING, is_zeker=is_zeker))
    assert read_one(ics).values("STATUS") == ["CANCELLED"]


def test_build_request_asks_only_who_has_not_answered():
    asked = read_one(build_request(UITNODIGING)).get("ATTENDEE")[0].params
    known = read_one(build_request(replace(UITNODIGING, partstat=Partstat.ACCEPTED)))
    assert (asked["PARTSTAT"], asked.get("RSVP")) == ("NEEDS-ACTION", "TRUE")
    assert known.get("ATTENDEE")[0].params == {
        key: "ACCEPTED" if key == "PARTSTAT" else value
        for key, value in asked.items()
        if key != "RSVP"
    }


def test_build_request_leaves_out_what_is_empty():
    ics = build_request(replace(UITNODIGING, omschrijving=" \n", plaats="", aangemaakt_op=None))
    names = {prop.name for prop in read_one(ics).props}
    assert names == {
        *("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "STATUS"),
        *("TRANSP", "SUMMARY", "ORGANIZER", "ATTENDEE"),
    }


def test_build_request_dates_creation_and_change_in_utc():
    event = read_one(build_request(UITNODIGING))
    assert event.values("CREATED") == ["20270110T223015Z"]
    assert event.values("LAST-MODIFIED") == event.values("DTSTAMP") == ["20270111T080000Z"]


def test_build_request_has_no_zone_alarm_or_link_beside_the_event():
    ics = build_request(UITNODIGING)
    assert [component.name for component in read_components(ics)] == ["VCALENDAR", "VEVENT"]
    assert read_one(ics).values("URL") == []


def test_build_request_names_nameless_people_by_their_address():
    ics = build_request(replace(UITNODIGING, organisator_naam='"', deelnemer_naam=" \t"))
    event = read_one(ics)
    assert event.get("ORGANIZER")[0].params["CN"].strip('"') == UITNODIGING.organisator_adres
    assert event.get("ATTENDEE")[0].params["CN"].strip('"') == UITNODIGING.deelnemer_adres


def test_build_request_keeps_a_typed_backslash_n_as_it_was_typed():
    ics = build_request(replace(UITNODIGING, omschrijving="map C:\\Nieuw\\nieuw"))
    assert read_one(ics).get("DESCRIPTION")[0].text == "map C:\\Nieuw\\nieuw"


@settings(max_examples=100, deadline=None)
@given(titel=TEXT, omschrijving=TEXT, plaats=TEXT, organisator=TEXT, deelnemer=TEXT)
@example(
    titel="👮🏽‍♀️" * 1250,
    omschrijving=HARD * 250,
    plaats="\\" * 5000,
    organisator="é, " * 1600,
    deelnemer='"' + ";:" * 2500,
)
@example(
    titel="Les\r\nATTENDEE:mailto:x@y.example\r\nEND:VEVENT",
    omschrijving="a\nMETHOD:CANCEL",
    plaats="\rX:1",
    organisator='x":mailto:x@y.example\r\nX:1',
    deelnemer="a^nb^'c\\n",
)
def test_build_request_survives_whatever_people_type(
    lezers, titel, omschrijving, plaats, organisator, deelnemer
):
    uitnodiging = replace(
        UITNODIGING,
        titel=f"Les {titel}",
        omschrijving=f"Les {omschrijving}",
        plaats=f"Les {plaats}",
        organisator_naam=f"Les {organisator}",
        deelnemer_naam=f"Les {deelnemer}",
    )
    ics = build_request(uitnodiging)
    assert set(check_ics(ics, "REQUEST")) <= {"R31"}  # somebody may type <b>
    assert max(map(len, ics.split(b"\r\n"))) <= 75
    event, plain = read_one(ics), read_one(build_request(UITNODIGING))
    assert [prop.name for prop in event.props] == [prop.name for prop in plain.props]
    assert {name: event.get(name)[0].text for name in ("SUMMARY", "DESCRIPTION", "LOCATION")} == {
        "SUMMARY": expect_line(uitnodiging.titel),
        "DESCRIPTION": expect_text(uitnodiging.omschrijving),
        "LOCATION": expect_line(uitnodiging.plaats),
    }
    names = {name: event.get(name)[0].params["CN"].strip('"') for name in ("ORGANIZER", "ATTENDEE")}
    assert names == {
        "ORGANIZER": expect_name(uitnodiging.organisator_naam),
        "ATTENDEE": expect_name(uitnodiging.deelnemer_naam),
    }
    assert lezers.list_klachten([ics]) == []


NAIVE = datetime(2027, 6, 8, 9, 15)
AWARE = datetime(2027, 6, 8, 9, 15, tzinfo=UTC)
FRACTION = AWARE.replace(microsecond=1)
REFUSED = [
    ({"dtstamp": NAIVE}, NaiefTijdstip, "dtstamp"),
    ({"begin": NAIVE}, NaiefTijdstip, "begin"),
    ({"eind": NAIVE}, NaiefTijdstip, "eind"),
    ({"aangemaakt_op": NAIVE}, NaiefTijdstip, "aangemaakt_op"),
    ({"dtstamp": FRACTION}, GebrokenSeconde, "dtstamp"),
    ({"begin": UITNODIGING.begin + timedelta(microseconds=1)}, GebrokenSeconde, "begin"),
    ({"eind": UITNODIGING.eind + timedelta(microseconds=1)}, GebrokenSeconde, "eind"),
    ({"eind": UITNODIGING.begin}, EindNietNaBegin, "eind"),
    ({"eind": UITNODIGING.begin - timedelta(seconds=1)}, EindNietNaBegin, "eind"),
    ({"uid": ""}, UidOngeldig, "uid"),
    ({"uid": "42"}, UidOngeldig, "uid"),
    ({"uid": "42@lesaanbod.example"}, UidOngeldig, "uid"),
    ({"uid": "les 42"}, UidOngeldig, "uid"),
    ({"uid": "les,42"}, UidOngeldig, "uid"),
    ({"uid": "les-42\n"}, UidOngeldig, "uid"),
    ({"uid": "é" * 10}, UidOngeldig, "uid"),
    ({"uid": "a" * 256}, UidOngeldig, "uid"),
    ({"sequence": -1}, SequenceOngeldig, "sequence"),
    ({"sequence": 2**31}, SequenceOngeldig, "sequence"),
    ({"sequence": True}, SequenceOngeldig, "sequence"),
    ({"sequence": 1.0}, SequenceOngeldig, "sequence"),
    ({"titel": " \r\n\x00"}, TitelLeeg, "titel"),
    ({"deelnemer_adres": "lessen@LESAANBOD.example"}, OrganisatorIsDeelnemer, "deelnemer_adres"),
]


@pytest.mark.parametrize(("changes", "error", "field"), REFUSED)
def test_agenda_uitnodiging_refuses_what_no_calendar_can_hold(changes, error, field):
    with pytest.raises(error, match=f"^{field}$"):
        replace(UITNODIGING, **changes)


@pytest.mark.parametrize("field", ["organisator_adres", "deelnemer_adres"])
@pytest.mark.parametrize(
    "address",
    [
        "",
        "noa",
        "@politie.example",
        "noa@",
        "mailto:noa@politie.example",
        "Noa <noa@politie.example>",
        "noa@politie.example\r\nX:1",
        "noa@politie.example\n",
        "noa@politie.example,piet@politie.example",
        '"no a"@politie.example',
        "noa..v@politie.example",
        "noa%40@politie.example",
        "noa?cc=piet@politie.example",
        "noa@politie..example",
        "noa@-politie.example",
        "nöa@politie.example",
        f"{'n' * 240}@politie.example",
    ],
)
def test_agenda_uitnodiging_refuses_what_is_no_bare_address(field, address):
    with pytest.raises(AdresOngeldig, match=f"^{field}$"):
        replace(UITNODIGING, **{field: address})


def test_every_refusal_is_a_value_error_of_one_family():
    named = {error for _, error, _ in REFUSED} | {AdresOngeldig}
    assert named == set(UitnodigingOngeldig.__subclasses__())
    assert issubclass(UitnodigingOngeldig, ValueError)


@pytest.mark.parametrize("changes", [{"sequence": 2**31 - 1}, {"uid": "a" * 255}])
def test_agenda_uitnodiging_takes_the_utmost(changes):
    assert check_ics(build_request(replace(UITNODIGING, **changes)), "REQUEST") == []


def test_agenda_uitnodiging_counts_the_hour_that_comes_twice():
    first = datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM)
    event = read_one(build_request(replace(UITNODIGING, begin=first, eind=first.replace(fold=1))))
    assert event.values("DTSTART") == ["20271031T003000Z"]
    assert event.values("DTEND") == ["20271031T013000Z"]


def test_agenda_uitnodiging_refuses_an_end_before_begin_in_the_hour_that_comes_twice():
    first = datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM)
    with pytest.raises(EindNietNaBegin):
        replace(UITNODIGING, begin=first.replace(fold=1), eind=first + timedelta(minutes=15))


@pytest.mark.parametrize("soort", ["s", "d"])
def test_make_uid_is_random_and_says_for_whom(soort):
    uids = {make_uid(soort, "lesaanbod.example") for _ in range(50)}
    pattern = rf"les-[A-Za-z0-9_-]{{22}}-{soort}@lesaanbod\.example"
    assert len(uids) == 50
    assert [uid for uid in uids if not re.fullmatch(pattern, uid)] == []


@pytest.mark.parametrize(
    ("soort", "domein"), [("x", "a.example"), ("s", ""), ("s", "a b"), ("d", "a" * 250)]
)
def test_make_uid_refuses_what_makes_no_uid(soort, domein):
    with pytest.raises(UidOngeldig):
        make_uid(soort, domein)


def test_next_dtstamp_is_now_in_whole_seconds_utc():
    nu = datetime(2027, 1, 11, 9, 0, 0, 999999, tzinfo=AMSTERDAM)
    stamp = next_dtstamp(nu, None)
    assert (stamp, stamp.tzinfo) == (datetime(2027, 1, 11, 8, tzinfo=UTC), UTC)


@pytest.mark.parametrize(
    ("vorige", "expected"),
    [
        (datetime(2027, 1, 11, 7, 59, 59, tzinfo=UTC), datetime(2027, 1, 11, 8, 0, 0, tzinfo=UTC)),
        (datetime(2027, 1, 11, 8, 0, 0, tzinfo=UTC), datetime(2027, 1, 11, 8, 0, 1, tzinfo=UTC)),
        (datetime(2027, 1, 11, 9, 0, tzinfo=AMSTERDAM), datetime(2027, 1, 11, 8, 0, 1, tzinfo=UTC)),
        (datetime(2027, 1, 11, 8, 5, 0, 7, tzinfo=UTC), datetime(2027, 1, 11, 8, 5, 1, tzinfo=UTC)),
    ],
)
def test_next_dtstamp_grows_past_the_last_one(vorige, expected):
    nu = datetime(2027, 1, 11, 9, 0, 0, 5, tzinfo=timezone(timedelta(hours=1)))
    assert next_dtstamp(nu, vorige) == expected


@pytest.mark.parametrize(("nu", "vorige"), [(NAIVE, None), (AWARE, NAIVE)])
def test_next_dtstamp_refuses_naive_times(nu, vorige):
    with pytest.raises(NaiefTijdstip):
        next_dtstamp(nu, vorige)
