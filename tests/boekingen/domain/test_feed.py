"""The bytes of a feed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from boekingen.domain.feed import Feeddetail, Feedles, build_feed
from boekingen.domain.icalregels import fold
from tests.ical_js import read_with_ical_js
from tests.itip_ics import check_ics

NU = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
UUR = timedelta(hours=1)
LES = Feedles(
    uid="les-abcdefghijklmnopqrstuv-s@kapotsterk.example",
    sequence=1,
    dtstamp=NU - timedelta(days=2),
    begin=NU + timedelta(days=20),
    eind=NU + timedelta(days=20) + UUR,
    titel="Kapot Sterk, les 2: Wat gebeurt er; in mijn buurt? (groep 8A)",
    omschrijving="U komt als wijkagent.\nKenmerk: KS-27-0042",
    plaats="De Buitenbocht, Kersenhof 12, 3500 AA Utrecht, een héél lange straat zonder einde",
    is_zeker=True,
    beeindigd_op=None,
)


def build(*lessen, detail=Feeddetail.PLAATS, nu=NU):
    return build_feed(
        lessen,
        detail=detail,
        organisator_adres="lesaanbod@kapotsterk.example",
        organisator_naam='Kapot Sterk "& lesaanbod"',
        nu=nu,
        hooguit=UUR,
    )


@pytest.mark.parametrize("detail", list(Feeddetail))
@pytest.mark.parametrize("aantal", [1, 3])
def test_feed_keeps_every_rule(detail, aantal):
    lessen = [replace(LES, uid=f"les-{nummer}abc-s@x.example") for nummer in range(aantal)]
    assert check_ics(build(*lessen, detail=detail).inhoud, method="PUBLISH") == []


def test_feed_reads_back_as_it_was_meant(tmp_path):
    weg = replace(LES, uid="les-weg-s@x.example", sequence=2, beeindigd_op=NU)
    pad = tmp_path / "feed.ics"
    pad.write_bytes(build(LES, weg).inhoud)
    een, ander = Calendar.from_ical(pad.read_bytes()).walk("VEVENT")
    assert (een["SUMMARY"], een["LOCATION"]) == (LES.titel, LES.plaats)
    assert een["DESCRIPTION"] == LES.omschrijving
    assert [str(event["STATUS"]) for event in (een, ander)] == ["CONFIRMED", "CANCELLED"]
    assert [event["sequence"] for event in read_with_ical_js([pad])] == [1, 2]


def test_by_default_a_feed_says_only_that_there_is_a_lesson():
    inhoud = build(LES, detail=Feeddetail.TIJD).inhoud.decode()
    assert "SUMMARY:Les\r\n" in inhoud
    for woord in ("Buitenbocht", "Kersenhof", "wijkagent", "KS-27", "8A", "LOCATION"):
        assert woord not in inhoud
    assert "Buitenbocht" not in build(LES, detail=Feeddetail.LES).inhoud.decode()


def test_cancelled_lesson_stays_thirty_days_and_then_goes():
    weg = replace(LES, beeindigd_op=NU)
    dertig = NU + timedelta(days=30)
    assert b"STATUS:CANCELLED" in build(weg, nu=dertig - timedelta(seconds=1)).inhoud
    assert b"BEGIN:VEVENT" not in build(weg, nu=dertig).inhoud


def test_same_lessons_give_the_same_bytes_until_one_leaves():
    eerst, later = build(LES), build(LES, nu=NU + UUR)
    assert (eerst.inhoud, eerst.etag) == (later.inhoud, later.etag)
    assert eerst.geldig_tot == NU + UUR
    einde = LES.eind + timedelta(days=30)
    assert build(LES, nu=einde - timedelta(minutes=1)).geldig_tot == einde


def test_empty_feed_is_a_calendar():
    inhoud = build().inhoud
    assert inhoud.startswith(b"BEGIN:VCALENDAR\r\n")
    assert inhoud.endswith(b"END:VCALENDAR\r\n")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_fold_keeps_every_character_within_the_octets(tekst):
    gevouwen = fold(tekst)
    regels = gevouwen.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, regels)) <= 75
    assert all(regel.decode() is not None for regel in regels)
    assert gevouwen.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == tekst
