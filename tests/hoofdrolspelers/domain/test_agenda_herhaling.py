"""Recurrence rules, held against another reader of them."""

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.agenda_herhaling import (
    OnbruikbareHerhaling,
    lees_herhaling,
    list_begins,
)

DAGEN = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
VANAF = datetime(2026, 3, 1)
TOT = datetime(2027, 9, 1)


def lijst(elementen, grootst=3):
    return st.lists(elementen, min_size=1, max_size=grootst, unique=True).map(
        lambda waarden: ",".join(map(str, waarden))
    )


def met_min(hoogste):
    return st.integers(1, hoogste) | st.integers(-hoogste, -1)


@st.composite
def regels(draw):
    """Rules that some day fulfils: dateutil searches up to the year 9999 in others."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    delen = {"FREQ": freq, "INTERVAL": draw(st.integers(1, 4))}
    if draw(st.booleans()):
        delen["BYHOUR"] = draw(lijst(st.integers(0, 23), 2))
    if freq in {"WEEKLY", "DAILY"} or draw(st.booleans()):
        delen["BYDAY"] = draw(lijst(st.sampled_from(DAGEN)))
    elif freq == "YEARLY" and draw(st.booleans()):
        delen["BYYEARDAY"] = draw(lijst(met_min(365)))
    elif draw(st.booleans()):
        delen["BYMONTHDAY"] = draw(lijst(met_min(28)))
    else:
        nummers = st.builds("{}{}".format, met_min(4), st.sampled_from(DAGEN))
        delen["BYDAY"] = draw(lijst(nummers))
    if "BYYEARDAY" not in delen and delen["INTERVAL"] == 1 and draw(st.booleans()):
        delen["BYMONTH"] = draw(lijst(st.integers(1, 12)))
    if freq in {"MONTHLY", "YEARLY"} and draw(st.booleans()):
        delen["BYSETPOS"] = draw(st.sampled_from([1, -1]))
    if draw(st.booleans()):
        delen["COUNT"] = draw(st.integers(1, 40))
    if draw(st.booleans()):
        delen["WKST"] = draw(st.sampled_from(DAGEN))
    return ";".join(f"{naam}={waarde}" for naam, waarde in delen.items())


@given(regels(), st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)))
def test_rule_gives_the_moments_that_dateutil_gives(regel, begin):
    begin = begin.replace(microsecond=0)
    ander = rrulestr(regel, dtstart=begin, cache=False)
    verwacht = []
    for moment in ander.xafter(VANAF - timedelta(seconds=1)):
        if moment > TOT:
            break
        verwacht.append(moment)
    assert list(list_begins(lees_herhaling(regel), begin, VANAF, TOT)) == verwacht


@pytest.mark.parametrize(
    ("regel", "momenten"),
    [
        # ISO week 53 of 2026 begins on Monday 28 December.
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", [datetime(2026, 12, 28, 9)]),
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO;COUNT=1", [datetime(2026, 12, 28, 9)]),
        # Without BYDAY the day of the week is that of DTSTART, a Thursday.
        ("FREQ=YEARLY;BYWEEKNO=20;COUNT=1", [datetime(2026, 5, 14, 9)]),
    ],
)
def test_weeks_are_those_of_iso_8601(regel, momenten):
    begin = datetime(2026, 1, 1, 9)
    assert list(list_begins(lees_herhaling(regel), begin, VANAF, TOT)) == momenten


@pytest.mark.parametrize(
    "regel",
    [
        "",
        "FREQ",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;COUNT=veel",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYDAY=+MO",
        "FREQ=DAILY;BYMONTH=",
        "FREQ=DAILY;BYMONTH=een",
        "FREQ=YEARLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYDAY=" + ",".join(["MO"] * 400),
    ],
)
def test_rule_that_cannot_be_read_is_refused(regel):
    with pytest.raises(OnbruikbareHerhaling):
        lees_herhaling(regel)


def test_part_of_a_program_itself_is_passed_over():
    assert lees_herhaling("freq=daily;x-eigen=1").freq == "DAILY"


def test_count_from_long_ago_is_refused_before_it_takes_long():
    regel = lees_herhaling("FREQ=DAILY;COUNT=10000000")
    with pytest.raises(OnbruikbareHerhaling):
        list(list_begins(regel, datetime(1500, 1, 1), VANAF, TOT))
