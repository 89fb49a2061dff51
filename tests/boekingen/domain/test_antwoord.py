"""Reading what a diary program answers."""

import time
from datetime import UTC, datetime

import pytest

from boekingen.domain.antwoord import GeenAntwoord, Methode, get_methode, lees_antwoord
from boekingen.domain.binnenpost import lees_post
from tests.boekingen.antwoordmail import PROGRAMMAS, WINDOWS_ZONE, Vraag, agenda, ical, kaal

VRAAG = Vraag()


@pytest.mark.parametrize("programma", PROGRAMMAS)
@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_the_answer_of_every_program_is_read_the_same(programma, partstat):
    post = lees_post(PROGRAMMAS[programma](VRAAG.met(partstat=partstat)))
    antwoord = lees_antwoord(post.agenda)
    assert (antwoord.methode, antwoord.uid, antwoord.sequence) == (Methode.ANTWOORD, VRAAG.uid, 0)
    assert (antwoord.begin, antwoord.dtstamp) == (VRAAG.begin, VRAAG.dtstamp)
    assert antwoord.find_deelnemer(VRAAG.adres).partstat == partstat
    assert antwoord.organisator == ("" if programma == "exchange" else VRAAG.organisator)
    assert antwoord.toelichting == ""


@pytest.mark.parametrize(
    ("regel", "begin"),
    [
        ("DTSTART:20270202T080000Z", True),
        ("DTSTART;TZID=Europe/Amsterdam:20270202T090000", True),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20270202T090000", True),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Rome":20270202T090000', True),
        ("DTSTART;TZID=Romance Standard Time 1:20270202T090000", True),
        ("DTSTART;TZID=Customized Time Zone:20270202T090000", True),
        ("DTSTART:20270202T090000", True),
        ("DTSTART;TZID=GMT+0100:20270202T090000", True),
        ("DTSTART;TZID=America/New_York:20270202T090000", False),
        ("DTSTART;VALUE=DATE:20270202", False),
        ("DTSTART:99991231T235959", False),
        ("DTSTART:00010101T000000Z", False),
        ("DTSTART:gisteren", False),
        ("", False),
    ],
)
def test_the_moment_is_read_in_every_zone_that_programs_write(regel, begin):
    zone = WINDOWS_ZONE.replace("W. Europe Standard Time", "Customized Time Zone")
    regels = (f"UID:{VRAAG.uid}", f"DTSTAMP:{VRAAG.stempel}", regel)
    gelezen = lees_antwoord(agenda(VRAAG, *regels, voor=zone)).begin
    assert (gelezen == VRAAG.begin) is begin


@pytest.mark.parametrize(
    ("regel", "getal"),
    [
        ("SEQUENCE:3", 3),
        ("SEQUENCE;X=1: 3 ", 3),
        ("", None),
        ("SEQUENCE:-1", None),
        ("SEQUENCE:drie", None),
        ("SEQUENCE:99999999999999999999", None),
        ("SEQUENCE:٣", None),
    ],
)
def test_sequence_that_is_no_number_is_as_good_as_none(regel, getal):
    assert lees_antwoord(kaal(VRAAG.met(sequence=regel))).sequence == getal


def test_words_of_the_sender_are_unfolded_unescaped_and_kept_short():
    extra = "COMMENT:Ik ben ziek\\, helaas.\\nGroet\\; Ro\n bin \x07"
    assert lees_antwoord(kaal(VRAAG.met(extra=extra))).toelichting == (
        "Ik ben ziek, helaas. Groet; Robin"
    )
    lang = lees_antwoord(kaal(VRAAG.met(extra="COMMENT:" + "é" * 5000))).toelichting
    assert lang == "é" * 300


def test_who_answers_for_somebody_else_is_named():
    extra = (
        'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:Sec@Politie.example":mailto:BAAS@politie.example\n'
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:ander@x.example":mailto:een@x.example'
    )
    antwoord = lees_antwoord(kaal(VRAAG.met(extra=extra)))
    assert antwoord.find_deelnemer("baas@politie.example").namens == "sec@politie.example"
    assert antwoord.find_deelnemer("een@x.example").doorgegeven_aan == "ander@x.example"
    assert antwoord.find_deelnemer("niemand@x.example") is None


def test_only_so_many_attendees_are_looked_at():
    extra = "\n".join(f"ATTENDEE:mailto:a{nummer}@x.example" for nummer in range(500))
    assert len(lees_antwoord(kaal(VRAAG.met(extra=extra))).deelnemers) == 50


@pytest.mark.parametrize(
    "regel",
    [
        f"ATTENDEE:mailto:a{' ' * 500_000}b",
        f'ATTENDEE;SENT-BY="a{" " * 500_000}b":mailto:a@x.example',
    ],
)
def test_a_long_row_of_blanks_keeps_nobody_waiting(regel):
    begin = time.process_time()
    lees_antwoord(kaal(VRAAG.met(extra=regel)))
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "regel",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY",
    ],
)
@pytest.mark.parametrize("aantal", [20, 4000])
def test_zones_that_only_cost_time_keep_nobody_waiting(regel, aantal):
    zones = "".join(
        WINDOWS_ZONE.partition("BEGIN:DAYLIGHT")[0]
        .replace("W. Europe Standard Time", f"Bom {nummer}")
        .replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", regel)
        + "END:VTIMEZONE\n"
        for nummer in range(aantal)
    )
    assert zones.count(f"RRULE:{regel}") == aantal
    regels = (f"UID:{VRAAG.uid}", f"DTSTAMP:{VRAAG.stempel}", "DTSTART;TZID=Bom 1:20270202T090000")
    begin = time.process_time()
    assert lees_antwoord(agenda(VRAAG, *regels, voor=zones)).begin == VRAAG.begin
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("naam", [f"A{' ' * 500_000}B", "x" * 500_000, f"{'a/' * 250_000}b"])
def test_a_name_of_a_zone_without_end_keeps_nobody_waiting(naam):
    regels = (f"UID:{VRAAG.uid}", f"DTSTART;TZID={naam}:20270202T090000")
    begin = time.process_time()
    assert lees_antwoord(agenda(VRAAG, *regels)).begin == VRAAG.begin
    assert time.process_time() - begin < 5


EVENT = ("BEGIN:VEVENT", f"UID:{VRAAG.uid}", "END:VEVENT")


@pytest.mark.parametrize(
    "regels",
    [
        (),
        ("BEGIN:VCALENDAR", "METHOD:REPLY", "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", *EVENT, "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", "METHOD:REQUEST", *EVENT, "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", "METHOD:REPLY", "METHOD:COUNTER", *EVENT, "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", "METHOD:REPLY", *EVENT, *EVENT, "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", "METHOD:REPLY", *EVENT[:2], "UID:ander", "END:VEVENT", "END:VCALENDAR"),
        ("BEGIN:VCALENDAR", "METHOD:REPLY", *EVENT, "END:VCALENDAR") * 2,
        ("BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VTODO", "UID:x", "END:VTODO", "END:VCALENDAR"),
    ],
)
def test_what_is_not_one_answer_to_one_event_is_refused(regels):
    with pytest.raises(GeenAntwoord):
        lees_antwoord(ical(*regels))


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encoding_is_found_whatever_the_mail_says(codering):
    tekst = kaal(VRAAG.met(extra="COMMENT:Één keer")).decode().encode(codering)
    assert get_methode(tekst) == "REPLY"
    assert lees_antwoord(tekst).toelichting == "Één keer"


def test_moments_are_aware_and_in_utc():
    antwoord = lees_antwoord(kaal(VRAAG))
    assert antwoord.dtstamp == datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
    assert antwoord.begin.utcoffset() == antwoord.dtstamp.utcoffset()
