"""The planner against every way there is, on seasons small enough to try them all."""

import copy
from calendar import monthrange
from itertools import count

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boekingen.domain.planning import planner
from boekingen.domain.planning.oplossen import los_op
from boekingen.domain.planning.planner import plan_seizoen
from tests.bench.basislijnen import plan_om_beurten, plan_op_volgorde
from tests.boekingen.domain.planning.nakijken import (
    get_waarde,
    list_fouten,
    list_lessen,
    naar_toewijzingen,
    probeer_alles,
)
from tests.factories.seizoenen import lees, make_klein_seizoen, make_seizoen

ZADEN = st.integers(0, 10**6)
RONDEN = 60


def plan(scenario, oplossen=los_op, ronden=RONDEN, **opties):
    return plan_seizoen(
        lees(scenario), klok=count(0, 1e-6).__next__, oplossen=oplossen, ronden=ronden, **opties
    )


@given(ZADEN)
@example(20000)  # highspy 1.16.0 found twelve dates here and gave back the eleven it began with
def test_the_solver_reaches_what_trying_everything_reaches(zaad):
    scenario = make_klein_seizoen(zaad)
    uit = plan(scenario)
    toewijzingen = naar_toewijzingen(uit)
    assert list_fouten(scenario, toewijzingen) == []
    assert get_waarde(scenario, toewijzingen) == uit.uitkomst.waarde == probeer_alles(scenario)
    assert uit.bewijs.waarde == uit.uitkomst.waarde
    assert uit.bewijs.datums == uit.uitkomst.datums


@given(ZADEN)
def test_without_solver_nothing_is_broken_and_nothing_promised_too_much(zaad):
    scenario = make_klein_seizoen(zaad)
    uit = plan(scenario, oplossen=None)
    toewijzingen = naar_toewijzingen(uit)
    assert list_fouten(scenario, toewijzingen) == []
    assert get_waarde(scenario, toewijzingen) == uit.uitkomst.waarde <= probeer_alles(scenario)


@settings(max_examples=40)
@given(ZADEN)
def test_one_more_free_person_never_lowers_the_value(zaad):
    scenario = make_klein_seizoen(zaad)
    voor = plan(scenario).uitkomst.waarde
    erbij = {
        **scenario["speakers"][0],
        "id": "nieuw",
        "roles": ["agent", "officier"],
        "areas": ["wijk0", "wijk1"],
        "exceptions": [],
        "busy": [],
    }
    scenario["speakers"].append(erbij)
    assert plan(scenario).uitkomst.waarde >= voor


@settings(max_examples=40)
@given(ZADEN, st.data())
def test_what_is_confirmed_never_moves_and_counts(zaad, data):
    scenario = make_klein_seizoen(zaad)
    uit = naar_toewijzingen(plan(scenario))
    scenario["fixed"] = data.draw(
        st.lists(st.sampled_from(uit), unique_by=lambda een: een["lesson"]) if uit else st.just([])
    )
    for oplossen in (los_op, None):
        opnieuw = plan(scenario, oplossen)
        toewijzingen = naar_toewijzingen(opnieuw)
        assert list_fouten(scenario, toewijzingen) == []
        assert opnieuw.uitkomst.waarde == get_waarde(scenario, toewijzingen)
    assert plan(scenario).uitkomst.waarde == get_waarde(scenario, uit)


@settings(max_examples=40)
@given(ZADEN)
def test_the_causes_are_true(zaad):
    """What would help, added while the rest stays, serves the lesson; and planning gains by it."""
    scenario = make_klein_seizoen(zaad)
    uit = plan(scenario)
    for over in uit.overgebleven:
        for anders in _pas_toe(scenario, over):
            vrij = copy.deepcopy(anders)
            anders["fixed"] = naar_toewijzingen(uit)
            gepland = {een.les for een in plan(anders).afspraken}
            assert over.les in gepland
            winst = get_waarde(scenario, [{"lesson": les} for les in gepland])
            assert plan(vrij).uitkomst.waarde >= winst > uit.uitkomst.waarde


def _pas_toe(scenario, over):
    """Yield the scenario with the other moment, and with the extra people."""
    if over.ander_moment:
        anders = copy.deepcopy(scenario)
        les = list_lessen(anders)[over.les][2]
        moment = over.ander_moment
        les["options"].append(
            {
                "date": moment.dag.isoformat(),
                "start": f"{moment.begin // 60:02}:{moment.begin % 60:02}",
                "rank": 5,
            }
        )
        yield anders
    if over.extra_mensen:
        anders = copy.deepcopy(scenario)
        for _, _, les in list_lessen(anders).values():
            if les["id"] != over.les:
                les["excluded_speakers"] = [f"extra{nr}" for nr in range(len(over.extra_mensen))]
        for nr, een in enumerate(over.extra_mensen):
            anders["speakers"].append(
                {
                    **anders["speakers"][0],
                    "id": f"extra{nr}",
                    "roles": [een.rol],
                    "areas": ["wijk0", "wijk1"],
                    "weekly": [],
                    "busy": [],
                    "max_day": 1,
                    "max_week": 1,
                    "max_month": 1,
                    "max_season": 1,
                    "exceptions": [
                        {
                            "date": een.dag.isoformat(),
                            "available": True,
                            "from": "08:00",
                            "to": "17:00",
                        }
                    ],
                }
            )
        yield anders


def test_the_same_season_gives_the_same_plan():
    scenario = make_seizoen(5, maat=0.06)
    een, ander = plan(scenario), plan(scenario)
    assert een.afspraken == ander.afspraken
    assert plan(scenario, None).afspraken == plan(scenario, None).afspraken


@pytest.mark.parametrize("zaad", [1, 2])
def test_a_season_of_a_sixth_is_planned_better_than_one_by_one(zaad):
    scenario = make_seizoen(zaad, maat=0.16)
    met, zonder = plan(scenario, ronden=400), plan(scenario, None, ronden=1500)
    for uit in (met, zonder):
        assert list_fouten(scenario, naar_toewijzingen(uit)) == []
    beurten = plan_om_beurten(lees(scenario)).get_uitkomst().waarde
    volgorde = plan_op_volgorde(lees(scenario)).get_uitkomst().waarde
    assert met.verschil == 0
    assert met.uitkomst.sleutel >= zonder.uitkomst.sleutel
    assert zonder.uitkomst.waarde >= 0.97 * met.uitkomst.waarde
    assert met.uitkomst.waarde >= 1.08 * max(beurten, volgorde)


def test_help_is_true():
    """With as many extra lessons as it says, planning again serves what it says, or more."""
    scenario = make_seizoen(1, maat=0.1)
    uit = plan(scenario)
    assert uit.hulp
    for hulp in (uit.hulp[0], uit.hulp[-1]):
        assert f"minstens {hulp.lessen} les" in hulp.tekst
        anders = copy.deepcopy(scenario)
        anders["speakers"].append(verzin_spreker(scenario, hulp))
        beter = plan(anders)
        assert list_fouten(anders, naar_toewijzingen(beter)) == []
        assert beter.uitkomst.waarde >= uit.uitkomst.waarde + hulp.waarde > uit.uitkomst.waarde
        # Nothing that was planned has to move for it.
        vast = anders | {"fixed": naar_toewijzingen(uit)}
        assert len(plan(vast).afspraken) >= len(uit.afspraken) + hulp.lessen


def verzin_spreker(scenario, hulp):
    """Return somebody who can give any lesson of this role, so many of them in this month."""
    jaar, maand = divmod(hulp.maand - 1, 12)
    return {
        **scenario["speakers"][0],
        "id": "extra",
        "roles": [hulp.rol],
        "qualified": sorted({les["type"] for *_, les in list_lessen(scenario).values()}),
        "levels": ["po", "vo", "mbo"],
        "areas": sorted({school["wijk"] for school in scenario["schools"]}),
        "speed_m_per_min": 1_000_000,
        "max_travel_min": 1000,
        "max_day": hulp.extra,
        "max_week": hulp.extra,
        "max_month": hulp.extra,
        "max_season": hulp.extra,
        "blocked_schools": [],
        "busy": [],
        "weekly": [],
        "exceptions": [
            {
                "date": f"{jaar}-{maand + 1:02}-{dag:02}",
                "available": True,
                "from": "00:00",
                "to": "24:00",
            }
            for dag in range(1, monthrange(jaar, maand + 1)[1] + 1)
        ],
    }


def test_stopping_keeps_the_best_so_far():
    scenario = make_seizoen(3, maat=0.06)
    gemeld = []
    uit = plan(
        scenario,
        ronden=100_000,
        stop=lambda: len(gemeld) > 1,
        meld=lambda voortgang, _rooster: gemeld.append(voortgang.waarde),
    )
    assert planner.GESTOPT in uit.meldingen
    assert uit.uitkomst.waarde >= max(gemeld)
    assert list_fouten(scenario, naar_toewijzingen(uit)) == []


def test_the_end_of_the_time_keeps_the_best_so_far():
    scenario = make_seizoen(3, maat=0.06)
    uit = plan_seizoen(lees(scenario), klok=count(0, 0.01).__next__, tijdslimiet=1, oplossen=None)
    assert planner.TIJD_OM in uit.meldingen
    assert list_fouten(scenario, naar_toewijzingen(uit)) == []


def test_an_empty_season_is_a_plan():
    scenario = make_klein_seizoen(1) | {"requests": [], "fixed": []}
    assert plan(scenario).afspraken == ()
    assert plan(scenario | {"speakers": []}, None).overgebleven == ()
