from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesaanbod.domain import stille_uren
from lesaanbod.domain.stille_uren import bepaal_vertrek, get_einde_stilte, is_dringend, is_stil
from tests.boekingen.wereld import ZONE, op


@pytest.mark.parametrize(
    ("moment", "stil"),
    [
        pytest.param(op(1, 12, 7, 29), True, id="before half past seven"),
        pytest.param(op(1, 12, 7, 30), False, id="half past seven"),
        pytest.param(op(1, 12, 20, 59), False, id="just before nine in the evening"),
        pytest.param(op(1, 12, 21), True, id="nine in the evening"),
        pytest.param(op(1, 16, 12), False, id="Saturday"),
        pytest.param(op(1, 17, 12), True, id="Sunday"),
        pytest.param(op(4, 27, 12), True, id="Koningsdag"),
        pytest.param(op(3, 29, 12), True, id="Easter Monday"),
        pytest.param(op(12, 27, 12), False, id="Monday in the Christmas holiday"),
        pytest.param(op(3, 26, 12), False, id="Good Friday is an ordinary day"),
    ],
)
def test_quiet_hours(moment, stil):
    assert is_stil(moment) is stil


@pytest.mark.parametrize(
    ("moment", "einde"),
    [
        pytest.param(op(1, 12, 12), op(1, 12, 12), id="not quiet"),
        pytest.param(op(1, 12, 6), op(1, 12, 7, 30), id="early"),
        pytest.param(op(1, 12, 22), op(1, 13, 7, 30), id="evening"),
        pytest.param(op(1, 16, 21, 30), op(1, 18, 7, 30), id="Saturday evening"),
        pytest.param(op(3, 27, 22), op(3, 30, 7, 30), id="Easter, with the clock change in it"),
        pytest.param(op(10, 30, 22), op(11, 1, 7, 30), id="the long night of the clock"),
        pytest.param(op(12, 24, 22), op(12, 27, 7, 30), id="Christmas"),
        pytest.param(
            datetime(2026, 12, 31, 22, tzinfo=ZONE), op(1, 2, 7, 30), id="New Year, in week 53"
        ),
    ],
)
def test_end_of_the_quiet_hours(moment, einde):
    assert get_einde_stilte(moment) == einde


@given(
    st.datetimes(op(1, 1).replace(tzinfo=None), op(12, 31).replace(tzinfo=None)).map(
        lambda lokaal: lokaal.replace(tzinfo=ZONE)
    )
)
def test_the_end_is_never_quiet_and_never_before(moment):
    einde = get_einde_stilte(moment)
    assert einde >= moment
    assert not is_stil(einde)
    assert einde.tzinfo is UTC


def test_quiet_hours_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(stille_uren, "is_stil", lambda _: True)
    with pytest.raises(ValueError, match="No morning"):
        get_einde_stilte(op(1, 12))


def test_a_lesson_on_monday_morning_cannot_wait_on_sunday():
    assert is_dringend(nu=op(1, 17, 9), begin=op(1, 18, 9))
    assert not is_dringend(nu=op(1, 16, 9), begin=op(1, 18, 9))


@pytest.mark.parametrize(
    ("begin", "vertrek"),
    [
        pytest.param(None, op(1, 18, 7, 30), id="no lesson"),
        pytest.param(op(1, 19), op(1, 18, 7, 30), id="later"),
        pytest.param(op(1, 18), op(1, 16, 22), id="near"),
    ],
)
def test_a_letter_waits_for_the_morning_unless_its_lesson_is_near(begin, vertrek):
    assert bepaal_vertrek(nu=op(1, 16, 22), begin=begin) == vertrek
