"""Somebody falls out: three offers, each right, each no worse than the one before."""

import copy
import time
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from boekingen.domain.planning.herplan import herplan
from boekingen.domain.planning.uitval import Uitval, stel_voor
from tests.boekingen.domain.planning.nakijken import list_fouten, list_lessen, naar_toewijzingen
from tests.boekingen.domain.planning.test_oorzaken import make_scenario
from tests.boekingen.domain.planning.test_planner import plan
from tests.factories.seizoenen import lees, make_klein_seizoen, make_seizoen


def stuur_weg(scenario, uitval):
    """Return the scenario in which this person is away from then on."""
    anders = copy.deepcopy(scenario)
    for persoon in anders["speakers"]:
        if persoon["id"] == uitval.persoon:
            persoon["exceptions"] = persoon["exceptions"] + [
                {"date": (uitval.van + timedelta(nr)).isoformat(), "available": False}
                for nr in range((uitval.tot_en_met - uitval.van).days + 1)
            ]
    return anders


def kijk_na(scenario, afspraken, uitval, reparatie):
    """Check one offer against the rules and against what it says of itself."""
    na = naar_toewijzingen(reparatie)
    assert list_fouten(stuur_weg(scenario, uitval), na, met_vast=False) == []
    voor = {een.les: een for een in afspraken}
    nieuw = {een.les: een for een in reparatie.afspraken}
    gaten = {een.les for een in afspraken if uitval.raakt(een)}
    assert set(reparatie.gaten) == gaten
    assert set(reparatie.open) == gaten - set(nieuw)
    assert set(nieuw) == set(voor) - set(reparatie.open)
    assert {een.les for een in reparatie.wijzigingen} == {
        les for les, een in voor.items() if nieuw.get(les) != een
    }
    for een in afspraken:
        if een.dag < uitval.van:
            assert nieuw[een.les] == een
    for een in reparatie.wijzigingen:
        assert (een.voor, een.na) == (voor[een.les], nieuw.get(een.les))
        if een.na:
            erbij = set(een.na.wie) - set(een.voor.wie)
            assert erbij <= reparatie.mensen


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.sampled_from(["p0", "p1", "p2"]), st.integers(0, 8))
def test_the_offers_on_small_seasons(zaad, wie, later):
    scenario = make_klein_seizoen(zaad)
    afspraken = plan(scenario).afspraken
    uitval = Uitval(wie, date(2026, 10, 22) + timedelta(later), date(2026, 11, 6))
    direct, keten = stel_voor(lees(scenario), afspraken, uitval)
    derde = herplan(lees(scenario), afspraken, uitval, klok=time.monotonic)
    for reparatie in (direct, keten, derde):
        kijk_na(scenario, afspraken, uitval, reparatie)
    assert set(direct.gered) <= set(keten.gered)
    assert len(keten.gered) <= len(derde.gered)
    # A colleague on the same date touches no other lesson and no moment.
    assert all(een.les in direct.gaten and not een.verzet for een in direct.wijzigingen)


def test_the_offers_on_a_season_of_a_tenth():
    scenario = make_seizoen(3, maat=0.1)
    afspraken = plan(scenario, None, ronden=200).afspraken
    wie = max(scenario["speakers"], key=lambda p: sum(p["id"] in een.wie for een in afspraken))
    uitval = Uitval(wie["id"], date(2026, 11, 20), date(2027, 7, 9))
    direct, keten = stel_voor(lees(scenario), afspraken, uitval)
    derde = herplan(lees(scenario), afspraken, uitval, klok=time.monotonic)
    for reparatie in (direct, keten, derde):
        kijk_na(scenario, afspraken, uitval, reparatie)
    assert len(direct.gered) <= len(keten.gered) <= len(derde.gered)


def make_uitval(**opties):
    """Return two lessons on one morning at one school, their plan, and the drop-out of «p0»."""
    scenario = make_scenario(**opties)
    afspraken = plan(scenario).afspraken
    (gat,) = afspraken
    return lees(scenario), afspraken, Uitval(gat.wie[0], gat.dag, gat.dag)


def test_a_colleague_on_the_same_date():
    scenario, afspraken, uitval = make_uitval(mensen=({}, {}))
    direct, _ = stel_voor(scenario, afspraken, uitval)
    (wijziging,) = direct.wijzigingen
    assert not wijziging.verzet
    assert direct.mensen == {"p0", "p1"}
    assert direct.open == ()


def test_another_wished_moment_when_nobody_can_come_that_day():
    scenario, afspraken, uitval = make_uitval(
        opties=[("2026-11-02", "10:00"), ("2026-11-05", "10:00")]
    )
    direct, keten = stel_voor(scenario, afspraken, uitval)
    assert direct.open == ("les",)
    (wijziging,) = keten.wijzigingen
    assert wijziging.verzet
    assert keten.open == ()


def test_a_chain_hands_another_lesson_on():
    """Only p1 can replace p0, but gives another lesson that week; p2 can take that one."""
    scenario = make_scenario(mensen=({"areas": ["w"]}, {"areas": ["w", "v"]}, {"areas": ["v"]}))
    ander = copy.deepcopy(scenario["requests"][0]) | {"id": "b", "school": "ander"}
    ander["lessons"][0] |= {"id": "b1"}
    ander["lessons"][0]["options"][0]["date"] = "2026-11-05"
    scenario["requests"].append(ander)
    scenario["schools"].append(scenario["schools"][0] | {"id": "ander", "wijk": "v"})
    scenario["fixed"] = [
        {"lesson": "les", "date": "2026-11-02", "start": "10:00", "speakers": ["p0"]},
        {"lesson": "b1", "date": "2026-11-05", "start": "10:00", "speakers": ["p1"]},
    ]
    afspraken = plan(scenario).afspraken
    uitval = Uitval("p0", date(2026, 11, 2), date(2026, 12, 1))
    direct, keten = stel_voor(lees(scenario), afspraken, uitval)
    assert direct.open == ("les",)
    assert {een.les: een.na.wie for een in keten.wijzigingen} == {"les": ("p1",), "b1": ("p2",)}
    assert keten.mensen == {"p0", "p1", "p2"}
    kijk_na(scenario, afspraken, uitval, keten)


def test_the_planner_moves_as_little_as_it_can():
    """Two steps away: only the third offer finds it, and it changes three appointments."""
    scenario = make_scenario(
        mensen=({"areas": ["w"]}, {"areas": ["w", "v"]}, {"areas": ["v", "u"]}, {"areas": ["u"]})
    )
    for nr, (wijk, wie) in enumerate([("v", "p1"), ("u", "p2")]):
        ander = copy.deepcopy(scenario["requests"][0]) | {"id": f"b{nr}", "school": f"s{nr}"}
        ander["lessons"][0] |= {"id": f"b{nr}-1"}
        scenario["requests"].append(ander)
        scenario["schools"].append(scenario["schools"][0] | {"id": f"s{nr}", "wijk": wijk})
        scenario["fixed"].append(
            {"lesson": f"b{nr}-1", "date": "2026-11-02", "start": "10:00", "speakers": [wie]}
        )
    scenario["fixed"].append(
        {"lesson": "les", "date": "2026-11-02", "start": "10:00", "speakers": ["p0"]}
    )
    afspraken = plan(scenario).afspraken
    uitval = Uitval("p0", date(2026, 11, 2), date(2026, 12, 1))
    _, keten = stel_voor(lees(scenario), afspraken, uitval)
    assert keten.open == ("les",)
    derde = herplan(lees(scenario), afspraken, uitval, klok=time.monotonic)
    kijk_na(scenario, afspraken, uitval, derde)
    assert derde.open == ()
    assert {een.les for een in derde.wijzigingen} == set(list_lessen(scenario))
    assert not any(een.verzet for een in derde.wijzigingen)


def test_what_was_before_the_drop_out_never_changes():
    scenario, afspraken, uitval = make_uitval(mensen=({}, {}))
    later = Uitval(uitval.persoon, uitval.van + timedelta(1), uitval.tot_en_met + timedelta(9))
    direct, keten = stel_voor(scenario, afspraken, later)
    assert direct.gaten == keten.gaten == ()
    assert direct.afspraken == afspraken
    assert direct.mensen == frozenset()
