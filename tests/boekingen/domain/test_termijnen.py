from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.termijnen import (
    bepaal_antwoord_voor,
    get_begin_voor_groep,
    get_duur_voor_groepen,
)

NU = datetime(2027, 1, 11, 8, tzinfo=UTC)  # a Monday


def lokaal(*delen: int) -> datetime:
    return datetime(*delen, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("tot_de_les", "antwoordtijd"),
    [
        (timedelta(days=60), timedelta(days=7, hours=8)),
        (timedelta(days=21), timedelta(days=7, hours=8)),
        (timedelta(days=20, hours=23), timedelta(days=2, hours=8)),
        (timedelta(days=7), timedelta(days=2, hours=8)),
        (timedelta(days=6, hours=23), timedelta(days=1)),
        (timedelta(days=2), timedelta(days=1)),
        (timedelta(days=1, hours=22), timedelta(hours=23)),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(0), timedelta(0)),
        (timedelta(hours=-3), timedelta(0)),
    ],
)
def test_bepaal_antwoord_voor_is_shorter_the_nearer_the_lesson(tot_de_les, antwoordtijd):
    assert bepaal_antwoord_voor(nu=NU, begin=NU + tot_de_les) - NU == antwoordtijd


@pytest.mark.parametrize(
    ("nu", "dagen_tot_de_les", "antwoord_voor"),
    [
        # Working days: the end of that day, also late in the evening.
        (lokaal(2027, 1, 11, 14, 51), 30, lokaal(2027, 1, 18, 17)),
        (lokaal(2027, 1, 13, 14, 51), 30, lokaal(2027, 1, 18, 17)),
        (lokaal(2027, 1, 11, 23, 30), 10, lokaal(2027, 1, 13, 17)),
        # Both clock changes lie between the question and the answer.
        (lokaal(2027, 3, 26, 14, 51), 30, lokaal(2027, 3, 31, 17)),
        # Easter Monday is no working day.
        (lokaal(2027, 3, 26, 14, 51), 10, lokaal(2027, 3, 30, 17)),
        (lokaal(2027, 10, 29, 14, 51), 30, lokaal(2027, 11, 3, 17)),
        (lokaal(2027, 10, 29, 14, 51), 10, lokaal(2027, 11, 1, 17)),
        # A day or less: the next whole hour, by the time that passes and not by the wall.
        (lokaal(2027, 3, 27, 14, 51), 3, lokaal(2027, 3, 28, 16)),
        (lokaal(2027, 10, 30, 14, 51), 3, lokaal(2027, 10, 31, 14)),
        (lokaal(2027, 1, 11, 14, 0), 3, lokaal(2027, 1, 12, 14)),
    ],
)
def test_bepaal_antwoord_voor_is_a_moment_people_keep(nu, dagen_tot_de_les, antwoord_voor):
    begin = nu + timedelta(days=dagen_tot_de_les)
    assert bepaal_antwoord_voor(nu=nu, begin=begin) == antwoord_voor


def test_bepaal_antwoord_voor_is_never_after_the_lesson_begins():
    begin = NU + timedelta(minutes=20)
    assert bepaal_antwoord_voor(nu=NU, begin=begin) == begin


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(ZONE)),
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=800)),
)
def test_bepaal_antwoord_voor_lies_between_now_and_the_lesson(nu, tot_de_les):
    begin = nu.astimezone(UTC) + tot_de_les
    antwoord_voor = bepaal_antwoord_voor(nu=nu, begin=begin)
    assert nu.astimezone(UTC) <= antwoord_voor <= begin
    op_het_uur = (antwoord_voor.minute, antwoord_voor.second, antwoord_voor.microsecond)
    assert antwoord_voor == begin or op_het_uur == (0, 0, 0)


@pytest.mark.parametrize(("index", "minuten"), [(0, 0), (1, 75), (3, 225)])
def test_get_begin_voor_groep_leaves_time_to_change_between_classes(index, minuten):
    begin = get_begin_voor_groep(wens=NU, index=index, duur=60)
    assert begin - NU == timedelta(minutes=minuten)


@pytest.mark.parametrize(("groepen", "minuten"), [(1, 60), (2, 135), (4, 285)])
def test_get_duur_voor_groepen_counts_from_the_first_to_the_last_minute(groepen, minuten):
    assert get_duur_voor_groepen(duur=60, groepen=groepen) == minuten
    laatste = get_begin_voor_groep(wens=NU, index=groepen - 1, duur=60)
    assert laatste + timedelta(minutes=60) == NU + timedelta(minutes=minuten)
