"""The open requests as a scenario: what stands is respected, what may be is planned."""

from datetime import timedelta
from itertools import count

import pytest

from boekingen.domain.planning.oorzaken import Soort
from boekingen.domain.planning.planner import plan_seizoen
from boekingen.models import Boeking, Plek
from boekingen.selectors.planning_seizoen import build_scenario
from boekingen.services import boekingen, inzetten
from tests.boekingen.wereld import Wereld, op, status
from tests.factories.hoofdrolspelers import (
    BezetTijdvakFactory,
    ExterneAgendaFactory,
    WijkFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return Wereld(nu=op(1, 4))


def plan(wereld):
    scenario = build_scenario(nu=wereld.nu)
    return plan_seizoen(scenario, klok=count(0, 1e-6).__next__, oplossen=None, ronden=50)


def pas_toe(wereld, uit):
    """Do by the services what the plan says, one appointment after the other."""
    for een in uit.afspraken:
        boeking = Boeking.objects.get(pk=een.les)
        if boeking.begin is None:
            begin = (
                op(een.dag.month, een.dag.day) - timedelta(hours=9) + timedelta(minutes=een.begin)
            )
            boekingen.stel_moment_voor(boeking_id=boeking.pk, begin=begin, nu=wereld.nu, door=None)
            plekken = Plek.objects.filter(boeking=boeking).order_by("rol__volgorde", "nummer", "pk")
            for plek, wie in zip(plekken, een.wie, strict=True):
                inzet = inzetten.nodig_uit(
                    plek_id=plek.pk, hoofdrolspeler_id=int(wie), nu=wereld.nu, door=None
                )
                wereld.ja(inzet)


def test_a_series_for_two_classes_is_planned_as_the_services_allow(wereld):
    agent, rolmodel = wereld.persoon("wijkagent"), wereld.persoon("rolmodel")
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1, "rolmodel": 1})
    aanvraag = wereld.aanvraag(les, klassen=["8A", "8B"])
    uit = plan(wereld)
    assert uit.overgebleven == ()
    assert len(uit.afspraken) == 4
    assert {wie for een in uit.afspraken for wie in een.wie} == {str(agent.pk), str(rolmodel.pk)}
    pas_toe(wereld, uit)
    assert {status(boeking) for boeking in aanvraag.boekingen.all()} == {"bevestigd"}
    assert plan(wereld).afspraken == uit.afspraken


def test_what_stands_never_moves_and_its_people_are_taken(wereld):
    agent = wereld.persoon("wijkagent")
    boeking = wereld.boeking({"wijkagent": 1}, begin=op(2, 2))
    (inzet,) = wereld.vraag(boeking, agent)
    wereld.ja(inzet)
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2, 9, 30)])
    uit = plan(wereld)
    (vast,) = uit.afspraken
    assert (vast.les, vast.dag, vast.wie) == (str(boeking.pk), op(2, 2).date(), (str(agent.pk),))
    (over,) = uit.overgebleven
    assert over.oorzaak.soort == Soort.BEVESTIGD


def test_a_lesson_that_still_asks_keeps_its_moment_and_the_order(wereld):
    wereld.persoon("wijkagent")
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1}, min_dagen_tussen=7)
    aanvraag = wereld.aanvraag(les, [op(2, 2), op(2, 9)])
    eerste, tweede = aanvraag.boekingen.order_by("nummer")
    wereld.stel_voor(eerste, op(2, 3))
    uit = plan(wereld)
    assert [een.les for een in uit.afspraken] == [str(eerste.pk)]
    assert uit.overgebleven[0].les == str(tweede.pk)


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"is_actief": False}, Soort.NIEMAND_GESCHIKT),
        ({"ritme": False}, Soort.NIEMAND_VRIJ),
        ({"max_per_maand": 1}, None),
    ],
)
def test_who_may_and_can_decides(wereld, velden, reden):
    wereld.persoon("wijkagent", **velden)
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)])
    assert [een.oorzaak.soort for een in plan(wereld).overgebleven] == ([reden] if reden else [])


def test_the_own_diary_keeps_somebody_from_being_planned(wereld):
    agent = wereld.persoon("wijkagent")
    agenda = ExterneAgendaFactory(hoofdrolspeler=agent)
    BezetTijdvakFactory(agenda=agenda, begin=op(2, 2, 9, 15), eind=op(2, 2, 9, 45))
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)])
    (over,) = plan(wereld).overgebleven
    assert over.oorzaak.soort == Soort.NIEMAND_VRIJ


def test_nobody_comes_outside_the_own_wijk(wereld):
    wereld.persoon("wijkagent", wijken=[WijkFactory()])
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)])
    (over,) = plan(wereld).overgebleven
    assert over.oorzaak.soort == Soort.NIEMAND_GESCHIKT


def test_a_contact_who_is_not_admitted_is_not_planned(wereld):
    wereld.persoon("wijkagent")
    wereld.contact = wereld.nieuwe_contactpersoon()
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)])
    assert build_scenario(nu=wereld.nu).aanvragen == ()


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_do_not_grow(wereld, aantal, django_assert_num_queries):
    for _ in range(aantal):
        wereld.persoon("wijkagent")
        wereld.aanvraag(wereld.les({"wijkagent": 1}, {"wijkagent": 1}))
    with django_assert_num_queries(14):
        build_scenario(nu=wereld.nu)
