"""When the planner starts by itself, on the clock of Utrecht."""

from datetime import date, datetime

import pytest

from boekingen.domain.planbeleid import Beleid, bepaal_vast_tot, bepaal_volgende
from boekingen.domain.schooldagen import ZONE

MAANDAG = datetime(2027, 3, 22, 9, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("beleid", "sluit_op", "verwacht"),
    [
        pytest.param(Beleid.HAND, None, None, id="by-hand-never"),
        pytest.param(
            Beleid.SLUITING,
            date(2027, 3, 27),
            datetime(2027, 3, 28, 6, 0, tzinfo=ZONE),
            id="the-morning-after-also-when-clocks-change",
        ),
        pytest.param(
            Beleid.SLUITING,
            date(2027, 3, 22),
            datetime(2027, 3, 23, 6, 0, tzinfo=ZONE),
            id="today-is-still-open",
        ),
        pytest.param(Beleid.SLUITING, date(2027, 3, 21), None, id="a-deadline-in-the-past"),
        pytest.param(Beleid.SLUITING, date(9999, 12, 31), None, id="the-last-day-there-is"),
        pytest.param(Beleid.SLUITING, None, None, id="no-deadline"),
        pytest.param(
            Beleid.WEKELIJKS,
            None,
            datetime(2027, 3, 29, 6, 0, tzinfo=ZONE),
            id="next-monday-not-this-one",
        ),
    ],
)
def test_when_it_starts(beleid, sluit_op, verwacht):
    assert bepaal_volgende(beleid, sluit_op=sluit_op, nu=MAANDAG) == verwacht


def test_what_is_final():
    assert bepaal_vast_tot(Beleid.HAND, weken_vooraf=6, nu=MAANDAG) is None
    assert bepaal_vast_tot(Beleid.SLUITING, weken_vooraf=6, nu=MAANDAG) is None
    assert bepaal_vast_tot(Beleid.WEKELIJKS, weken_vooraf=2, nu=MAANDAG) == date(2027, 4, 5)
