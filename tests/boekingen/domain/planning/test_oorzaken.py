"""Every cause once, by hand: one lesson for one agent, and what is wrong with it."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from boekingen.domain.planning.oorzaken import Soort
from boekingen.domain.planning.planner import plan_seizoen
from boekingen.domain.planning.probleem import Probleem
from boekingen.domain.planning.scenario import Grenzen
from tests.boekingen.domain.planning.test_planner import plan
from tests.factories.seizoenen import WEGING, lees

MAANDAG = "2026-11-02"


def make_scenario(*, opties=((MAANDAG, "10:00"),), rollen=("agent",), mensen=({},), vast=()):
    """Return one school with the lesson «les» and, before it in the series, «eerst»."""
    persoon = {
        "roles": ["agent"],
        "qualified": ["les"],
        "levels": ["po"],
        "home": {"x": 0, "y": 0},
        "home_wijk": "w",
        "areas": ["w"],
        "speed_m_per_min": 300,
        "max_travel_min": 30,
        "max_day": 1,
        "max_week": 1,
        "max_month": 1,
        "max_season": 1,
        "weekly": [{"weekday": dag, "from": "09:00", "to": "12:00"} for dag in range(1, 6)],
        "exceptions": [],
        "busy": [],
        "preferred_schools": [],
        "blocked_schools": [],
    }
    lessen = [
        {
            "id": naam,
            "type": "les",
            "duration_min": 60,
            "roles": list(rollen),
            "options": [{"date": d, "start": t, "rank": 0} for d, t in momenten],
            "excluded_speakers": [],
        }
        for naam, momenten in (("eerst", vast), ("les", opties))
    ]
    return {
        "schema": "match-scenario/1",
        "id": "oorzaken",
        "timezone": "Europe/Amsterdam",
        "horizon": {"from": "2026-10-26", "to": "2026-12-18"},
        "travel": {"overhead_min": 5, "buffer_min": 10},
        "objective": dict(WEGING),
        "calendars": {"midden": ["2026-11-03"]},
        "schools": [
            {
                "id": "school",
                "wijk": "w",
                "level": "po",
                "x": 0,
                "y": 600,
                "calendar": "midden",
                "closed_days": ["2026-11-04"],
                "had_lesson_last_year": False,
            }
        ],
        "requests": [
            {
                "id": "aanvraag",
                "school": "school",
                "submitted_at": "2026-06-01T08:00:00Z",
                "min_gap_days": 3,
                "lessons": lessen if vast else lessen[1:],
            }
        ],
        "speakers": [persoon | {"id": f"p{nr}"} | anders for nr, anders in enumerate(mensen)],
        "fixed": [
            {"lesson": "eerst", "date": dag, "start": tijd, "speakers": ["p0"]}
            for dag, tijd in vast
        ],
    }


@pytest.mark.parametrize(
    ("scenario", "soort", "tekst"),
    [
        ({"opties": ()}, Soort.GEEN_MOMENT, "Er is geen moment gewenst."),
        (
            {"opties": [("2026-11-03", "10:00"), ("2026-11-04", "10:00"), ("2026-11-07", "10:00")]},
            Soort.GESLOTEN,
            "Op geen van de gewenste dagen (3) is de school open.",
        ),
        ({"mensen": ()}, Soort.NIEMAND_GESCHIKT, "Er is geen agent."),
        (
            {"mensen": ({"areas": []}, {"levels": ["vo"]}, {"areas": ["x"]})},
            Soort.NIEMAND_GESCHIKT,
            (
                "Geen agent kan hier deze les geven. Van de 3: 2 werkt niet in deze wijk, "
                "1 geeft geen les op dit niveau."
            ),
        ),
        (
            {"mensen": ({"weekly": []},)},
            Soort.NIEMAND_VRIJ,
            "Op het enige moment is er geen agent vrij.",
        ),
        (
            {
                "mensen": (
                    {"busy": [{"start": "2026-11-02T09:30:00Z", "end": "2026-11-02T11:00:00Z"}]},
                )
            },
            Soort.NIEMAND_VRIJ,
            "Op het enige moment is er geen agent vrij.",
        ),
        (
            {"rollen": ("agent", "agent"), "mensen": ({},)},
            Soort.TE_WEINIG,
            "Er zijn te weinig mensen vrij: wie kan, kan maar één van de plekken vullen.",
        ),
        (
            {"vast": [("2026-10-30", "10:00")], "mensen": ({"max_season": 2, "max_week": 2},)},
            None,
            None,
        ),
        (
            {"vast": [("2026-11-01", "10:00")], "mensen": ({"max_season": 9, "max_month": 9},)},
            Soort.BEVESTIGD,
            "Naast wat al bevestigd is, past geen van de gewenste momenten meer.",
        ),
        ({"mensen": ({"max_day": 0},)}, Soort.VOL, "Wie kan, is al aan het eigen maximum."),
    ],
)
def test_cause(scenario, soort, tekst):
    uit = plan(make_scenario(**scenario))
    assert [(een.oorzaak.soort, een.oorzaak.tekst) for een in uit.overgebleven] == (
        [(soort, tekst)] if soort else []
    )


def test_who_is_full_is_counted():
    scenario = make_scenario()
    ander = scenario["requests"][0] | {"id": "b", "school": "ander"}
    ander["lessons"] = [ander["lessons"][0] | {"id": "b1"}]
    scenario["schools"].append(scenario["schools"][0] | {"id": "ander"})
    scenario["requests"].append(ander)
    (over,) = plan(scenario).overgebleven
    assert over.oorzaak.soort == Soort.VOL
    assert over.oorzaak.rol == "agent"
    assert over.oorzaak.tekst == (
        "Geen agent heeft nog ruimte in november 2026: 1 aan het maximum van het seizoen."
    )
    assert over.wat_helpt == ("Een extra agent op maandag 2 november om 10.00 uur.",)


def test_the_nearest_other_moment_is_told():
    scenario = make_scenario(opties=[("2026-11-04", "10:00")])
    (over,) = plan(scenario).overgebleven
    assert over.wat_helpt == ("Ook kunnen op donderdag 5 november om 10.00 uur.",)


def test_who_was_asked_for_one_moment_is_planned_at_another():
    """The second lesson at that moment is no other matter: there the same person can come."""
    woensdag, donderdag = date(2026, 11, 11), date(2026, 11, 12)
    opties = [(dag.isoformat(), "10:00") for dag in (woensdag, donderdag)]
    scenario = lees(make_scenario(opties=opties))
    (aanvraag,) = scenario.aanvragen
    (les,) = aanvraag.lessen
    gevraagd = replace(les, id="gevraagd", niet_op=frozenset({(woensdag, 600, "p0")}))
    probleem = Probleem(replace(scenario, aanvragen=(replace(aanvraag, lessen=(les, gevraagd)),)))
    assert [[probleem.dag(keuze) for keuze in een.keuzes] for een in probleem.lessen] == [
        [woensdag, donderdag],
        [donderdag],
    ]


def test_nobody_is_free_where_everybody_was_asked():
    scenario = lees(make_scenario())
    (aanvraag,) = scenario.aanvragen
    (les,) = aanvraag.lessen
    les = replace(les, niet_op=frozenset({(les.momenten[0].dag, 600, "p0")}))
    scenario = replace(scenario, aanvragen=(replace(aanvraag, lessen=(les,)),))
    (over,) = plan_seizoen(scenario, klok=count(0, 1e-6).__next__, oplossen=None).overgebleven
    assert over.oorzaak.soort == Soort.NIEMAND_VRIJ


@pytest.mark.parametrize(
    ("grens", "dag", "past"),
    [
        ("dag", date(2026, 11, 11), False),
        ("dag", date(2026, 11, 12), True),
        ("week", date(2026, 11, 9), False),
        ("week", date(2026, 11, 16), True),
        ("maand", date(2026, 11, 30), False),
        ("maand", date(2026, 12, 1), True),
        ("schooljaar", date(2026, 8, 31), False),
        ("schooljaar", date(2026, 7, 31), True),
    ],
)
def test_a_lesson_outside_the_scenario_counts_in_every_limit(grens, dag, past):
    """One lesson is wanted on Wednesday 11 November by somebody who gives one on ``dag``."""
    scenario = lees(make_scenario(opties=[("2026-11-11", "10:00")]))
    (persoon,) = scenario.personen.values()
    ruim = Grenzen(dag=9, week=9, maand=9, seizoen=9, schooljaar=9)
    persoon = replace(persoon, eerder={dag: 1}, grenzen=replace(ruim, **{grens: 1}))
    probleem = Probleem(replace(scenario, personen={persoon.id: persoon}))
    assert bool(probleem.lessen[0].keuzes) == past
