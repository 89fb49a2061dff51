from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.ja_kans import HALVERING, ONBEKEND, EerderAntwoord, leer_kans

NU = datetime(2027, 1, 11, 8, tzinfo=UTC)
ANTWOORDEN = st.lists(
    st.builds(
        EerderAntwoord,
        st.timedeltas(timedelta(0), timedelta(days=1500)).map(lambda t: NU - t),
        st.booleans(),
    ),
    max_size=12,
)


def vandaag(*ja):
    return [EerderAntwoord(NU, antwoord) for antwoord in ja]


@pytest.mark.parametrize(
    ("antwoorden", "kans"),
    [
        ((), 2 / 3),
        ((True,), 3 / 4),
        ((False,), 2 / 4),
        ((True,) * 8 + (False,) * 2, 10 / 13),
    ],
)
def test_kans_is_yes_plus_two_over_asked_plus_three(antwoorden, kans):
    assert leer_kans(vandaag(*antwoorden), nu=NU) == pytest.approx(kans)


def test_an_answer_of_half_a_year_ago_counts_half():
    oud = [EerderAntwoord(NU - HALVERING, ja=False)]
    assert leer_kans(oud, nu=NU) == pytest.approx(2 / 3.5)


def test_an_answer_from_the_future_counts_once():
    assert leer_kans([EerderAntwoord(NU + HALVERING, ja=True)], nu=NU) == pytest.approx(3 / 4)


@given(ANTWOORDEN)
def test_kans_is_a_chance_and_never_sure(antwoorden):
    assert 0 < leer_kans(antwoorden, nu=NU) < 1


@given(ANTWOORDEN)
def test_a_yes_helps_and_a_no_harms(antwoorden):
    kans = leer_kans(antwoorden, nu=NU)
    assert leer_kans([*antwoorden, *vandaag(True)], nu=NU) > kans
    assert leer_kans([*antwoorden, *vandaag(False)], nu=NU) < kans


@given(ANTWOORDEN)
def test_the_order_of_answers_does_not_matter(antwoorden):
    assert leer_kans(antwoorden[::-1], nu=NU) == pytest.approx(leer_kans(antwoorden, nu=NU))


@given(ANTWOORDEN)
def test_time_alone_leads_back_to_not_knowing(antwoorden):
    assert leer_kans(antwoorden, nu=NU + 40 * HALVERING) == pytest.approx(ONBEKEND, abs=1e-6)
