from datetime import UTC, datetime

import pytest

from boekingen.domain.dagen import tel_dagen
from tests.boekingen.wereld import op


@pytest.mark.parametrize(
    ("van", "tot", "dagen"),
    [
        (op(1, 11, 9), op(1, 11, 17), 0),
        (op(1, 11, 23, 59), op(1, 12, 0, 1), 1),
        (op(1, 11), op(1, 10), -1),
        (op(3, 27), op(3, 29), 2),
        # 23.30 UTC is the next day in Utrecht already.
        (datetime(2027, 1, 11, 23, 30, tzinfo=UTC), op(1, 12), 0),
    ],
)
def test_tel_dagen_by_the_calendar_of_utrecht(van, tot, dagen):
    assert tel_dagen(van=van, tot=tot) == dagen
