"""Long tests are spread over the processes, and none is lost."""

import pytest

from tests.volgorde import deal

STORMS, LONG, SHORT = ["s1", "s2"], ["l1", "l2", "l3", "l4", "l5"], [f"k{n}" for n in range(23)]


def test_every_stretch_begins_with_its_share_of_the_long_and_the_first_with_the_storms():
    row = deal(STORMS, LONG, SHORT, 3)
    assert (row[:3], row[10:12], row[20:22]) == (["s1", "s2", "l3"], ["l1", "l4"], ["l2", "l5"])


@pytest.mark.parametrize("processes", [1, 2, 3, 5, 9, 40])
@pytest.mark.parametrize("short", [SHORT, []])
def test_every_test_is_dealt_once_and_storms_come_first(processes, short):
    row = deal(STORMS, LONG, short, processes)
    assert sorted(row) == sorted([*STORMS, *LONG, *short])
    assert row[:2] == STORMS
