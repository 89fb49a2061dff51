"""What was promised comes first: it may move, but it is never given up for others."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boekingen.domain.planning.oplossen import los_op
from boekingen.domain.planning.planner import plan_seizoen
from tests.factories.seizoenen import lees, make_klein_seizoen


def plan(scenario, oplossen=los_op):
    return plan_seizoen(scenario, klok=count(0, 1e-6).__next__, oplossen=oplossen, ronden=30)


def beloof(scenario, lessen):
    return replace(
        scenario,
        aanvragen=tuple(
            replace(een, lessen=tuple(replace(les, beloofd=les.id in lessen) for les in een.lessen))
            for een in scenario.aanvragen
        ),
    )


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.data())
def test_a_promise_holds_when_more_requests_come(zaad, data):
    alles = lees(make_klein_seizoen(zaad))
    eerst = replace(alles, aanvragen=alles.aanvragen[:2], vast=())
    gepland = {een.les for een in plan(eerst).afspraken}
    beloofd = {les for les in gepland if data.draw(st.booleans())}
    uit = plan(beloof(replace(alles, vast=()), beloofd))
    assert beloofd <= {een.les for een in uit.afspraken}
    assert not any("toegezegd" in een or "toegezegde" in een for een in uit.meldingen)


@pytest.mark.parametrize(("aantal", "zin"), [(1, "1 les die is"), (2, "2 toegezegde lessen")])
def test_a_promise_that_cannot_be_kept_is_said(aantal, zin):
    scenario = lees(make_klein_seizoen(1))
    lessen = [les.id for een in scenario.aanvragen for les in een.lessen][:aantal]
    leeg = replace(beloof(scenario, set(lessen)), personen={}, vast=())
    assert any(zin in een for een in plan(leeg, oplossen=None).meldingen)
