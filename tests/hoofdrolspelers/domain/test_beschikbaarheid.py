"""A weekly rhythm on the wall clock, as real time."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.beschikbaarheid import (
    OngeldigRitmeblok,
    Ritmeblok,
    voeg_ritme_samen,
)
from hoofdrolspelers.domain.persoonstijd import get_ritme
from hoofdrolspelers.domain.ritmeperiode import Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak, doorsnede, trek_af, verenig

from .spans import get_minutes

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZONDAG = 7


def lokaal(dag: int, uur: int, minuut: int = 0, maand: int = 1, fold: int = 0) -> datetime:
    return datetime(2027, maand, dag, uur, minuut, tzinfo=AMSTERDAM, fold=fold)


def utc(maand: int, dag: int, uur: int, minuut: int = 0) -> datetime:
    return datetime(2027, maand, dag, uur, minuut, tzinfo=UTC)


def blok(weekdag: int, begin: str, eind: str) -> Ritmeblok:
    return Ritmeblok(weekdag, time.fromisoformat(begin), time.fromisoformat(eind))


def ritme_in(ritme, venster: Tijdvak) -> tuple[Tijdvak, ...]:
    return get_ritme([Ritmestuk(blok) for blok in ritme], venster)


WEEK = Tijdvak(lokaal(11, 0), lokaal(18, 0))
LENTE = Tijdvak(lokaal(28, 0, maand=3), lokaal(29, 0, maand=3))
HERFST = Tijdvak(lokaal(31, 0, maand=10), utc(10, 31, 23))


@pytest.mark.parametrize(
    ("weekdag", "begin", "eind"),
    [
        (0, time(8), time(9)),
        (8, time(8), time(9)),
        (1, time(9), time(9)),
        (1, time(22), time(6)),
        (1, time(8, tzinfo=UTC), time(9)),
        (1, time(8), time(9, tzinfo=UTC)),
    ],
)
def test_ritmeblok_refuses_what_is_no_block_of_a_day(weekdag, begin, eind):
    with pytest.raises(OngeldigRitmeblok):
        Ritmeblok(weekdag, begin, eind)


def test_voeg_ritme_samen_joins_within_a_day_only():
    ritme = [
        blok(2, "12:00", "13:00"),
        blok(1, "10:00", "12:00"),
        blok(1, "08:00", "11:00"),
        blok(1, "12:00", "12:30"),
        blok(1, "14:00", "15:00"),
        blok(1, "14:15", "14:30"),
    ]
    assert voeg_ritme_samen(ritme) == (
        blok(1, "08:00", "12:30"),
        blok(1, "14:00", "15:00"),
        blok(2, "12:00", "13:00"),
    )


def test_get_ritme_gives_the_wall_clock_of_each_weekday():
    ritme = [blok(1, "08:30", "12:00"), blok(5, "13:00", "16:00")]
    assert ritme_in(ritme, WEEK) == (
        Tijdvak(utc(1, 11, 7, 30), utc(1, 11, 11)),
        Tijdvak(utc(1, 15, 12), utc(1, 15, 15)),
    )


def test_get_ritme_clips_to_the_window():
    venster = Tijdvak(lokaal(11, 9), lokaal(11, 10))
    assert ritme_in([blok(1, "08:00", "17:00")], venster) == (venster,)


def test_get_ritme_takes_the_local_day_of_a_window_in_utc():
    """Monday 00.30 in Utrecht is still Sunday in UTC."""
    venster = Tijdvak(utc(1, 10, 23), utc(1, 11, 1))
    assert ritme_in([blok(1, "00:00", "01:00")], venster) == (
        Tijdvak(utc(1, 10, 23), utc(1, 11, 0)),
    )


def test_get_ritme_without_rhythm_is_empty():
    assert ritme_in([], WEEK) == ()


def test_get_ritme_follows_the_wall_clock_over_the_spring_change():
    venster = Tijdvak(lokaal(26, 0, maand=3), lokaal(30, 0, maand=3))
    ritme = [blok(5, "09:00", "10:00"), blok(1, "09:00", "10:00")]
    assert ritme_in(ritme, venster) == (
        Tijdvak(utc(3, 26, 8), utc(3, 26, 9)),
        Tijdvak(utc(3, 29, 7), utc(3, 29, 8)),
    )


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        pytest.param("01:00", "02:00", [((0, 0), (1, 0))], id="before"),
        pytest.param("02:00", "03:00", [], id="the skipped hour"),
        pytest.param("02:15", "02:45", [], id="in the skipped hour"),
        pytest.param("02:30", "03:00", [], id="to the end of the skipped hour"),
        pytest.param("01:30", "02:30", [((0, 30), (1, 0))], id="into it"),
        pytest.param("02:30", "04:00", [((1, 0), (2, 0))], id="out of it"),
        pytest.param("01:00", "04:00", [((0, 0), (2, 0))], id="around it"),
        pytest.param("03:00", "04:00", [((1, 0), (2, 0))], id="after"),
    ],
)
def test_get_ritme_on_the_day_of_the_spring_change(begin, eind, verwacht):
    """28 March 2027: from 01.00 UTC on, Utrecht is two hours ahead."""
    assert ritme_in([blok(ZONDAG, begin, eind)], LENTE) == tuple(
        Tijdvak(utc(3, 28, *van), utc(3, 28, *tot)) for van, tot in verwacht
    )


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        pytest.param("01:00", "02:00", [((30, 23), (31, 0))], id="before"),
        pytest.param("02:00", "03:00", [((31, 0), (31, 2))], id="the double hour"),
        pytest.param(
            "02:15", "02:45", [((31, 0.25), (31, 0.75)), ((31, 1.25), (31, 1.75))], id="in"
        ),
        pytest.param(
            "01:30", "02:30", [((30, 23.5), (31, 0.5)), ((31, 1), (31, 1.5))], id="into it"
        ),
        pytest.param(
            "02:30", "04:00", [((31, 0.5), (31, 1)), ((31, 1.5), (31, 3))], id="out of it"
        ),
        pytest.param("01:00", "04:00", [((30, 23), (31, 3))], id="around it"),
        pytest.param("03:00", "04:00", [((31, 2), (31, 3))], id="after"),
    ],
)
def test_get_ritme_on_the_day_of_the_autumn_change(begin, eind, verwacht):
    """31 October 2027: from 01.00 UTC on, Utrecht is one hour ahead."""
    assert ritme_in([blok(ZONDAG, begin, eind)], HERFST) == tuple(
        Tijdvak(*(datetime(2027, 10, dag, tzinfo=UTC) + timedelta(hours=uur) for dag, uur in rand))
        for rand in verwacht
    )


def test_get_ritme_of_whole_sundays_last_23_and_25_hours():
    heel = [blok(ZONDAG, "00:00", "23:59")]
    (lente,) = ritme_in(heel, LENTE)
    (herfst,) = ritme_in(heel, HERFST)
    assert (lente.duur, herfst.duur) == (
        timedelta(hours=22, minutes=59),
        timedelta(hours=24, minutes=59),
    )


TIJDEN = st.builds(time, st.integers(0, 5), st.sampled_from([0, 10, 30, 45]))
BLOKKEN = (
    st.tuples(st.sampled_from([1, 6, 7]), TIJDEN, TIJDEN)
    .filter(lambda blok: blok[1] < blok[2])
    .map(lambda blok: Ritmeblok(*blok))
)
NACHTEN = st.sampled_from([utc(3, 27, 20), utc(10, 30, 20), utc(1, 16, 20)])
RITMES = st.lists(BLOKKEN, max_size=5)


@given(RITMES, NACHTEN)
def test_get_ritme_is_every_minute_at_which_the_wall_clock_is_in_a_block(ritme, nacht):
    venster = Tijdvak(nacht, nacht + timedelta(hours=12))
    expected = {
        minute
        for minute in get_minutes([venster])
        if any(
            blok.weekdag == (wall := minute.astimezone(AMSTERDAM)).isoweekday()
            and blok.begin <= wall.time() < blok.eind
            for blok in ritme
        )
    }
    assert get_minutes(ritme_in(ritme, venster)) == expected


@given(RITMES, NACHTEN)
def test_get_ritme_and_the_rest_are_the_window(ritme, nacht):
    venster = Tijdvak(nacht, nacht + timedelta(hours=12))
    vrij = ritme_in(ritme, venster)
    rest = trek_af([venster], vrij)
    assert verenig(vrij, rest) == (venster,)
    assert doorsnede(vrij, rest) == ()


@given(RITMES, NACHTEN)
def test_voeg_ritme_samen_changes_no_free_time(ritme, nacht):
    venster = Tijdvak(nacht, nacht + timedelta(hours=12))
    samen = voeg_ritme_samen(ritme)
    assert ritme_in(samen, venster) == ritme_in(ritme, venster)
