"""Masks of a day, held against the exact answer."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok, get_dag
from hoofdrolspelers.domain.dagmasker import (
    KWARTIEREN,
    VOL,
    Dagmasker,
    bouw_dagmaskers,
    bouw_lesmaskers,
    bouw_masker,
)
from hoofdrolspelers.domain.persoonstijd import Tijdgegevens, bereken_vrij
from hoofdrolspelers.domain.ritmeperiode import Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak, trek_af

from .tijden import AMSTERDAM, weken

DINSDAG = date(2027, 1, 12)
ZOMERTIJD, WINTERTIJD = date(2027, 3, 28), date(2027, 10, 31)
GROOTSTE_BIGINT = 2**63 - 1


def om(begin: str, eind: str, dag: date = DINSDAG) -> Tijdvak:
    randen = (time.fromisoformat(begin), time.fromisoformat(eind))
    return Tijdvak(*(datetime.combine(dag, rand, AMSTERDAM) for rand in randen))


@pytest.mark.parametrize(
    ("begin", "eind", "bits"),
    [
        pytest.param("07:00", "07:15", 0b1, id="first quarter"),
        pytest.param("07:00", "07:16", 0b11, id="touches the second"),
        pytest.param("07:10", "07:20", 0b11, id="not on a quarter"),
        pytest.param("06:00", "07:00", 0, id="before the mask"),
        pytest.param("06:59", "07:01", 0b1, id="into the mask"),
        pytest.param("22:30", "22:45", 1 << 62, id="last quarter"),
        pytest.param("22:44", "23:30", 1 << 62, id="out of the mask"),
        pytest.param("22:45", "23:30", 0, id="after the mask"),
        pytest.param("00:00", "23:59", VOL, id="all"),
    ],
)
@pytest.mark.parametrize("dag", [DINSDAG, ZOMERTIJD, WINTERTIJD])
def test_bouw_masker_sets_every_quarter_that_is_touched(begin, eind, bits, dag):
    assert bouw_masker([om(begin, eind, dag)], dag) == bits


def test_a_mask_of_a_whole_day_fits_a_bigint():
    assert VOL == GROOTSTE_BIGINT
    assert VOL.bit_length() == KWARTIEREN


def test_bouw_lesmaskers_of_a_lesson_at_a_quarter_to_nine():
    assert bouw_lesmaskers(om("08:45", "09:30")) == (Dagmasker(DINSDAG, 0b111 << 7),)


def test_bouw_lesmaskers_of_a_night_has_the_bits_of_both_days():
    nacht = Tijdvak(
        datetime(2027, 1, 12, 22, 40, tzinfo=AMSTERDAM),
        datetime(2027, 1, 13, 7, 5, tzinfo=AMSTERDAM),
    )
    assert bouw_lesmaskers(nacht) == (
        Dagmasker(DINSDAG, 1 << 62),
        Dagmasker(date(2027, 1, 13), 1),
    )
    assert bouw_lesmaskers(om("23:00", "23:30")) == ()


def test_bouw_dagmaskers_leaves_out_days_without_a_free_quarter():
    gegevens = Tijdgegevens(
        ritme=(Ritmestuk(Ritmeblok(2, time(8), time(9))),), weg=(om("00:00", "23:59"),)
    )
    maskers = list(bouw_dagmaskers(gegevens, vanaf=DINSDAG, tm=date(2027, 1, 26)))
    assert maskers == [
        Dagmasker(date(2027, 1, 19), 0b1111 << 4),
        Dagmasker(date(2027, 1, 26), 0b1111 << 4),
    ]


@given(weken())
def test_the_quick_masks_are_the_exact_free_time_rounded_outwards(week):
    maandag, gegevens = week
    dagen = [maandag + timedelta(days=nummer) for nummer in range(7)]
    snel = {m.datum: m.bits for m in bouw_dagmaskers(gegevens, vanaf=dagen[0], tm=dagen[-1])}
    for dag in dagen:
        exact = bouw_masker(bereken_vrij(gegevens, get_dag(dag)), dag)
        assert snel.get(dag, 0) == exact, dag


@given(weken(), st.integers(0, 7 * 24 * 60), st.integers(1, 180))
def test_whoever_is_really_free_is_let_through(week, minuut, duur):
    """The prefilter: a lesson that fits exactly always fits the masks of its days."""
    maandag, gegevens = week
    begin = datetime.combine(maandag, time(), UTC) + timedelta(minutes=minuut)
    les = Tijdvak(begin, begin + timedelta(minutes=duur))
    rand = Tijdvak(les.begin - timedelta(days=1), les.eind + timedelta(days=1))
    exact = not trek_af((les,), bereken_vrij(gegevens, rand))
    tot = maandag + timedelta(days=9)
    maskers = {m.datum: m.bits for m in bouw_dagmaskers(gegevens, vanaf=maandag, tm=tot)}
    doorgelaten = all(not m.bits & ~maskers.get(m.datum, 0) for m in bouw_lesmaskers(les))
    assert doorgelaten or not exact


@given(weken(), st.integers(0, 6))
def test_a_quarter_that_is_not_in_the_mask_holds_no_free_moment(week, nummer):
    maandag, gegevens = week
    dag = maandag + timedelta(days=nummer)
    bits = bouw_masker(bereken_vrij(gegevens, get_dag(dag)), dag)
    begin = datetime.combine(dag, time(7), AMSTERDAM).astimezone(UTC)
    for kwartier in range(KWARTIEREN):
        van = begin + kwartier * timedelta(minutes=15)
        vrij = bereken_vrij(gegevens, Tijdvak(van, van + timedelta(minutes=15)))
        assert bool(vrij) == bool(bits >> kwartier & 1)
