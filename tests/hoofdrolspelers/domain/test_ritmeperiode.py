"""Rhythms that hold for a while."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.ritmeperiode import (
    OngeldigePeriode,
    Periode,
    Ritmeperiode,
    Ritmestuk,
    get_zomer,
    leg_over,
    list_ritmeperiodes,
)

from .tijden import BLOKKEN, MAANDAGEN, periodes

NIEUWJAAR, MAART, APRIL = date(2027, 1, 1), date(2027, 3, 1), date(2027, 4, 1)
MAANDAG = Ritmeblok(1, time(8), time(12))
DINSDAG = Ritmeblok(2, time(8), time(12))
DAG = timedelta(days=1)


def test_a_period_refuses_a_last_day_before_the_first():
    with pytest.raises(OngeldigePeriode):
        Periode(MAART, NIEUWJAAR)
    assert Periode(MAART, MAART).bevat(MAART)


def test_leg_over_keeps_what_sticks_out_on_both_sides():
    oud = [Ritmestuk(MAANDAG)]
    nieuw = leg_over(oud, Ritmeperiode(Periode(MAART, APRIL), (DINSDAG,)))
    assert set(nieuw) == {
        Ritmestuk(MAANDAG, Periode(None, MAART - DAG)),
        Ritmestuk(DINSDAG, Periode(MAART, APRIL)),
        Ritmestuk(MAANDAG, Periode(APRIL + DAG, None)),
    }


def test_list_ritmeperiodes_names_every_stretch_and_joins_what_is_the_same():
    stukken = [
        Ritmestuk(MAANDAG, Periode(None, MAART - DAG)),
        Ritmestuk(MAANDAG, Periode(MAART, APRIL)),
        Ritmestuk(DINSDAG, Periode(APRIL + 2 * DAG, None)),
    ]
    assert list_ritmeperiodes(stukken, vanaf=NIEUWJAAR) == (
        Ritmeperiode(Periode(NIEUWJAAR, APRIL), (MAANDAG,)),
        Ritmeperiode(Periode(APRIL + DAG, APRIL + DAG), ()),
        Ritmeperiode(Periode(APRIL + 2 * DAG, None), (DINSDAG,)),
    )


@pytest.mark.parametrize(
    ("dag", "zomer"),
    [
        (date(2027, 1, 11), date(2027, 7, 31)),
        (date(2027, 7, 31), date(2027, 7, 31)),
        (date(2027, 8, 1), date(2028, 7, 31)),
    ],
)
def test_get_zomer_is_the_end_of_the_school_year(dag, zomer):
    assert get_zomer(dag) == zomer


STUKKEN = st.lists(st.builds(Ritmestuk, BLOKKEN, periodes(MAANDAGEN[0])), max_size=5)
NIEUWE = st.builds(Ritmeperiode, periodes(MAANDAGEN[0]), st.lists(BLOKKEN, max_size=3).map(tuple))


@given(STUKKEN, NIEUWE, st.integers(-10, 20))
def test_leg_over_changes_the_days_of_the_new_period_and_no_others(oud, nieuw, nummer):
    dag = MAANDAGEN[0] + nummer * DAG

    def op(stukken):
        return sorted(stuk.blok for stuk in stukken if stuk.periode.bevat(dag))

    verwacht = sorted(nieuw.blokken) if nieuw.periode.bevat(dag) else op(oud)
    assert op(leg_over(oud, nieuw)) == verwacht


@given(STUKKEN, st.integers(0, 20))
def test_list_ritmeperiodes_says_of_every_day_what_holds(stukken, nummer):
    vanaf = MAANDAGEN[0]
    dag = vanaf + nummer * DAG
    (geldig,) = [p for p in list_ritmeperiodes(stukken, vanaf=vanaf) if p.periode.bevat(dag)]
    assert list(geldig.blokken) == sorted(s.blok for s in stukken if s.periode.bevat(dag))
