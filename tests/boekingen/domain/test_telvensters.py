"""Where a day, a week, a month and a school year begin and end."""

from datetime import UTC, date, datetime

import pytest

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.telvensters import build_telvensters


@pytest.mark.parametrize(
    ("moment", "dag", "week", "maand", "schooljaar"),
    [
        (datetime(2027, 2, 2, 9, tzinfo=ZONE), (2, 3), (1, 8), ((2, 1), (3, 1)), 2026),
        (datetime(2027, 1, 31, 23, 30, tzinfo=UTC), (1, 2), (1, 8), ((2, 1), (3, 1)), 2026),
        (datetime(2027, 8, 1, 0, tzinfo=ZONE), (1, 2), (26, 2), ((8, 1), (9, 1)), 2027),
    ],
)
def test_build_telvensters_by_the_calendar_of_utrecht(moment, dag, week, maand, schooljaar):
    vensters = build_telvensters(moment)
    randen = {
        naam: tuple(rand.astimezone(ZONE).date() for rand in (venster.begin, venster.eind))
        for naam, venster in vensters.items()
    }
    assert list(randen) == ["dag", "week", "maand", "schooljaar"]
    assert tuple(rand.day for rand in randen["dag"]) == dag
    assert tuple(rand.day for rand in randen["week"]) == week
    assert tuple((rand.month, rand.day) for rand in randen["maand"]) == maand
    assert randen["schooljaar"] == (date(schooljaar, 8, 1), date(schooljaar + 1, 8, 1))


def test_a_week_crosses_the_year():
    """ISO week 53 of 2026 ends on 3 January 2027."""
    week = build_telvensters(datetime(2027, 1, 1, 9, tzinfo=ZONE))["week"]
    assert week.begin == datetime(2026, 12, 28, tzinfo=ZONE)
    assert week.eind == datetime(2027, 1, 4, tzinfo=ZONE)
