"""When a lesson is told of once more."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from boekingen.domain.lesherinnering import bepaal_dag_ervoor, bepaal_herinnering_school

ZONE = ZoneInfo("Europe/Amsterdam")


def op(maand: int, dag: int, uur: int = 9, minuut: int = 0) -> datetime:
    return datetime(2027, maand, dag, uur, minuut, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("begin", "school", "persoon"),
    [
        (op(2, 5), op(2, 2, 8), op(2, 4, 16)),
        (op(2, 2), op(1, 30, 8), op(2, 1, 16)),
        # Sunday becomes Saturday.
        (op(2, 3), op(1, 30, 8), op(2, 2, 16)),
        (op(2, 1), op(1, 29, 8), op(1, 30, 16)),
        # Second Christmas day, Christmas, then a Friday; across both clock changes.
        (op(12, 28), op(12, 24, 8), op(12, 27, 16)),
        (op(3, 29), op(3, 26, 8), op(3, 27, 16)),
        (op(11, 2, 8, 30), op(10, 30, 8), op(11, 1, 16)),
    ],
)
def test_moments_lie_outside_quiet_hours_and_before_the_lesson(begin, school, persoon):
    lang_geleden = op(1, 4)
    assert bepaal_herinnering_school(nu=lang_geleden, begin=begin) == school
    assert bepaal_dag_ervoor(nu=lang_geleden, begin=begin) == persoon


def test_who_just_heard_hears_no_more():
    begin = op(2, 5)
    assert bepaal_herinnering_school(nu=op(2, 1, 8), begin=begin) == op(2, 2, 8)
    assert bepaal_herinnering_school(nu=op(2, 1, 8, 1), begin=begin) is None
    assert bepaal_dag_ervoor(nu=op(2, 4, 15, 59), begin=begin) == op(2, 4, 16)
    assert bepaal_dag_ervoor(nu=op(2, 4, 16), begin=begin) is None


def test_who_should_have_heard_hears_late_rather_than_never():
    nu, begin, gepland = op(2, 4, 16, 30), op(2, 5), op(2, 4, 16)
    assert bepaal_dag_ervoor(nu=nu, begin=begin, gepland=gepland) == gepland
    assert bepaal_dag_ervoor(nu=nu, begin=begin, gepland=op(2, 3, 16)) is None
