"""Every rule and trap of icalendar.md section 3, from files made for it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.agenda_import import (
    GeenAgenda,
    build_leesvenster,
    lees_agenda,
    voeg_bezet_samen,
)
from tests.hoofdrolspelers.agendas import TITEL, UUR, VENSTER, event, kalender, span
from tests.hoofdrolspelers.agendas.herhaling import GEVALLEN as HERHALING
from tests.hoofdrolspelers.agendas.kapot import GEEN_AGENDA
from tests.hoofdrolspelers.agendas.kapot import GEVALLEN as KAPOT
from tests.hoofdrolspelers.agendas.zones import GEVALLEN as ZONES

GEVALLEN = [*ZONES, *HERHALING, *KAPOT]


def lees(inhoud, **kwargs):
    return lees_agenda(inhoud, VENSTER, uid_domein="ons.example", **kwargs)


def test_there_is_a_file_for_every_rule_and_no_name_twice():
    assert len({geval.naam for geval in GEVALLEN}) == len(GEVALLEN) >= 60


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_file_takes_exactly(geval):
    resultaat = lees(geval.inhoud)
    assert voeg_bezet_samen(resultaat) == geval.bezet
    gezegd = " ".join(resultaat.waarschuwingen)
    assert all(woorden in gezegd for woorden in geval.meldt), gezegd
    assert bool(gezegd) == bool(geval.meldt), gezegd
    assert TITEL not in gezegd


@pytest.mark.parametrize("naam", GEEN_AGENDA)
def test_what_is_no_calendar_is_refused_with_words(naam):
    inhoud, woorden = GEEN_AGENDA[naam]
    with pytest.raises(GeenAgenda, match=woorden):
        lees(inhoud)


def test_own_address_tells_who_declined():
    nee = "ATTENDEE;PARTSTAT=DECLINED:MAILTO:Ik@Werk.example"
    ja = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ander@werk.example"
    inhoud = kalender(event("DTSTART:20260105T080000Z", UUR, nee, ja))
    assert lees(inhoud).bezet == (span("0105 0800-0900"),)
    assert lees(inhoud, eigen_adressen=["IK@werk.example"]).bezet == ()
    assert lees(inhoud, eigen_adressen=["ander@werk.example"]).bezet != ()


def test_events_stay_apart_so_that_an_own_moment_can_be_recognised():
    inhoud = kalender(
        event("DTSTART:20260105T080000Z", UUR), event("DTSTART:20260105T090000Z", UUR, uid="b")
    )
    assert lees(inhoud).bezet == (span("0105 0800-0900"), span("0105 0900-1000"))


def test_nothing_but_times_comes_out():
    for geval in GEVALLEN:
        resultaat = lees(geval.inhoud)
        assert TITEL not in json.dumps(resultaat.waarschuwingen)
        assert TITEL not in repr(resultaat)


def test_mistakes_of_one_kind_are_counted_in_one_sentence():
    inhoud = kalender(*(event("DTSTART:kapot", UUR, uid=str(nummer)) for nummer in range(3)))
    assert lees(inhoud).waarschuwingen == ("3 afspraken: elke is niet te lezen en telt niet mee.",)


def test_calendar_without_any_event_says_so():
    assert lees(kalender()).is_leeg is True
    assert lees(kalender(event("DTSTART:19990105T080000Z", UUR))).is_leeg is False
    assert lees(kalender(event("DTSTART:kapot"))).is_leeg is False


def test_more_events_than_anybody_has_are_refused():
    inhoud = kalender(*["BEGIN:VEVENT\r\nDTSTART:20260105\r\nEND:VEVENT"] * 50_001)
    with pytest.raises(GeenAgenda, match="te veel"):
        lees(inhoud)


def test_leesvenster_is_a_month_back_and_eighteen_months_on():
    venster = build_leesvenster(datetime(2027, 1, 11, 9, 30, tzinfo=UTC))
    assert venster.begin == datetime(2026, 12, 12, tzinfo=UTC)
    assert venster.duur == timedelta(days=578)


REGELS = st.sampled_from(
    [
        b"BEGIN:VEVENT",
        b"END:VEVENT",
        b"END:VCALENDAR",
        b"BEGIN:VTIMEZONE",
        b"BEGIN:STANDARD",
        b"TZID:Eigen",
        b"TZOFFSETTO:+0100",
        b"DTSTART;TZID=Eigen:20260105T090000",
        b"DTSTART:20260105T080000Z",
        b"DTEND;VALUE=DATE:20260101",
        b"DURATION:PT1H",
        b"DURATION:-P3D",
        b"RRULE:FREQ=DAILY",
        b"RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
        b"RECURRENCE-ID;RANGE=THISANDFUTURE:20260106T080000Z",
        b"EXDATE:20260107",
        b"UID:a",
        b" gevouwen",
        b"X:\xff\xfe",
    ]
)


@given(st.lists(REGELS | st.binary(max_size=30), max_size=25))
def test_no_file_whatever_breaks_the_reading(regels):
    try:
        resultaat = lees(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + b"\r\n".join(regels))
    except GeenAgenda:
        return
    assert all(VENSTER.bevat(bezet) for bezet in resultaat.bezet)
    assert list(resultaat.bezet) == sorted(set(resultaat.bezet))
