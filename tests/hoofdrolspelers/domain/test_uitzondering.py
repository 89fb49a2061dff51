"""Away and extra: what is said last counts."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok, get_dag
from hoofdrolspelers.domain.dagdeel import (
    Dagdeel,
    get_dagdeel,
    get_kernuren,
    is_te_herstellen,
    wissel,
)
from hoofdrolspelers.domain.persoonstijd import Tijdgegevens
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak, doorsnede, voeg_samen
from hoofdrolspelers.domain.uitzondering import (
    Uitzonderingen,
    Uitzonderingsoort,
    bouw_tijd,
)

from .spans import get_minutes, rijen
from .tijden import AMSTERDAM

DAG = date(2027, 1, 18)


def om(begin: tuple[int, int], eind: tuple[int, int], dag: int = 18) -> Tijdvak:
    return Tijdvak(*(datetime(2027, 1, dag, *rand, tzinfo=AMSTERDAM) for rand in (begin, eind)))


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        pytest.param(None, None, (get_dag(DAG),), id="whole day"),
        pytest.param(time(9), time(10, 30), (om((9, 0), (10, 30)),), id="hours"),
        pytest.param(None, time(10), (om((0, 0), (10, 0)),), id="from midnight"),
        pytest.param(
            time(20),
            None,
            (Tijdvak(om((20, 0), (21, 0)).begin, get_dag(DAG).eind),),
            id="until 24.00",
        ),
        pytest.param(time(0), None, (get_dag(DAG),), id="from 0.00 until 24.00"),
    ],
)
def test_bouw_tijd_of_one_day(begin, eind, verwacht):
    assert bouw_tijd(vanaf=DAG, tm=DAG, begin=begin, eind=eind) == verwacht


def test_bouw_tijd_until_midnight_of_two_days_touches_when_it_begins_at_midnight():
    tijd = bouw_tijd(vanaf=DAG, tm=date(2027, 1, 19), begin=time(0), eind=None)
    assert tijd == bouw_tijd(vanaf=DAG, tm=date(2027, 1, 19), begin=None, eind=None)


def test_bouw_tijd_in_the_hour_that_comes_twice_is_twice():
    """31 October 2027, 02.15 to 02.45."""
    nacht = bouw_tijd(
        vanaf=date(2027, 10, 31), tm=date(2027, 10, 31), begin=time(2, 15), eind=time(2, 45)
    )
    assert len(nacht) == 2


STAPPEN = st.lists(st.tuples(st.sampled_from([*Uitzonderingsoort, None]), rijen), max_size=5)


@given(STAPPEN)
def test_every_minute_is_what_was_said_of_it_last(stappen):
    stand = Uitzonderingen()
    gezegd = {}
    for soort, tijd in stappen:
        stand = stand.wis(tijd) if soort is None else stand.voeg_toe(soort, tijd)
        gezegd |= dict.fromkeys(get_minutes(tijd), soort)
    assert get_minutes(stand.weg) == {m for m, s in gezegd.items() if s is Uitzonderingsoort.WEG}
    assert get_minutes(stand.extra) == {
        m for m, s in gezegd.items() if s is Uitzonderingsoort.EXTRA
    }
    assert doorsnede(stand.weg, stand.extra) == ()
    assert stand.weg == voeg_samen(stand.weg)


@pytest.mark.parametrize("dag", [DAG, date(2027, 3, 28), date(2027, 10, 31)])
def test_the_two_halves_are_the_day_and_hold_the_hours_of_lessons(dag):
    helften = [get_dagdeel(dag, dagdeel) for dagdeel in Dagdeel]
    assert voeg_samen(helften) == (get_dag(dag),)
    assert doorsnede(helften[:1], helften[1:]) == ()
    for helft, dagdeel in zip(helften, Dagdeel, strict=True):
        assert helft.bevat(get_kernuren(dag, dagdeel))


WERKDAG = Tijdgegevens(ritme=(Ritmestuk(Ritmeblok(1, time(8), time(17, 30)), Periode()),))
OCHTEND = get_dagdeel(DAG, Dagdeel.OCHTEND)


@pytest.mark.parametrize(
    ("oud", "gegevens", "vrij", "terug"),
    [
        pytest.param(Uitzonderingen(), WERKDAG, False, True, id="nothing said"),
        pytest.param(Uitzonderingen(), Tijdgegevens(), True, True, id="no rhythm"),
        pytest.param(Uitzonderingen(weg=(get_dag(DAG),)), WERKDAG, True, True, id="leave"),
        pytest.param(
            Uitzonderingen(weg=(om((13, 0), (14, 0)),)), WERKDAG, False, True, id="other half"
        ),
        pytest.param(
            Uitzonderingen(weg=(om((10, 0), (11, 0)),)), WERKDAG, False, False, id="away an hour"
        ),
        pytest.param(
            Uitzonderingen(extra=(om((7, 0), (8, 0)),)), WERKDAG, False, False, id="an hour extra"
        ),
        pytest.param(
            Uitzonderingen(extra=(om((9, 0), (10, 0)),)), Tijdgegevens(), False, False, id="only"
        ),
    ],
)
def test_is_te_herstellen_where_no_hours_were_given_for_that_half(oud, gegevens, vrij, terug):
    keuze = {"dag": DAG, "dagdeel": Dagdeel.OCHTEND}
    nieuw = wissel(oud, gegevens, vrij=vrij, **keuze)
    weer = wissel(nieuw, gegevens, vrij=not vrij, **keuze)
    assert doorsnede(nieuw.weg, [OCHTEND]) == (() if vrij or not gegevens.ritme else (OCHTEND,))
    assert is_te_herstellen(oud, gegevens, vrij=vrij, **keuze) is terug
    assert (weer == oud) is terug
