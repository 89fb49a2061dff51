"""Applying a plan: every appointment is checked again, and nothing is half applied."""

from itertools import count

import pytest

from boekingen.domain.planning.planner import plan_seizoen
from boekingen.domain.planning.scenario import Afspraak
from boekingen.domain.weigeringen import NietInzetbaar
from boekingen.models import Inzet
from boekingen.selectors.planning_seizoen import build_scenario
from boekingen.selectors.planvragen import list_bezwaren_nu
from boekingen.services.seizoensplan import (
    ANDERE_PLEKKEN,
    BESTAAT_NIET,
    ONBEKENDE,
    STAAT_ANDERS,
    Overgeslagen,
    list_vragen,
    lock_alles,
    pas_plan_toe,
)
from lesaanbod.models import Bericht
from tests.boekingen.plannen import maak_wereld, vraag_serie
from tests.boekingen.wereld import ga_weg, op, status

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return maak_wereld(op(1, 4))


def plan(wereld):
    uit = plan_seizoen(
        build_scenario(nu=wereld.nu), klok=count(0, 1e-6).__next__, oplossen=None, ronden=20
    )
    assert uit.overgebleven == ()
    return uit.afspraken


def test_a_plan_is_applied_whole_and_twice_is_once(wereld):
    aanvraag = vraag_serie(wereld)
    afspraken = plan(wereld)
    eerst = pas_plan_toe(afspraken=afspraken, nu=wereld.nu, door=None)
    assert set(eerst.toegepast) == {str(een.pk) for een in aanvraag.boekingen.all()}
    assert eerst.overgeslagen == ()
    assert {status(een) for een in aanvraag.boekingen.all()} == {"voorgesteld"}
    assert sorted(Inzet.objects.values_list("plek__boeking_id", "hoofdrolspeler_id")) == sorted(
        (int(een.les), int(wie)) for een in afspraken for wie in een.wie
    )
    assert Bericht.objects.filter(brief="inzet_gevraagd").count() == 3
    again = pas_plan_toe(afspraken=afspraken, nu=wereld.nu, door=None)
    assert again.toegepast == again.overgeslagen == ()
    assert Inzet.objects.count() == 3


def test_who_was_taken_meanwhile_is_reported_and_that_lesson_stays_as_it_was(wereld):
    samen = wereld.aanvraag(wereld.les({"rolmodel": 1, "wijkagent": 1}), [op(2, 2)])
    alleen = wereld.aanvraag(wereld.les({"rolmodel": 1}), [op(2, 9)])
    afspraken = plan(wereld)
    agent = wereld.mensen[0]
    ander = wereld.boeking({"wijkagent": 1}, begin=op(2, 2))
    wereld.ja(wereld.vraag(ander, agent)[0])
    uit = pas_plan_toe(afspraken=afspraken, nu=wereld.nu, door=None)
    assert uit.toegepast == (str(alleen.boekingen.get().pk),)
    (over,) = uit.overgeslagen
    assert over.les == str(samen.boekingen.get().pk)
    assert over.reden
    assert status(samen.boekingen.get()) == "te_plannen"
    assert not Inzet.objects.filter(plek__boeking__aanvraag=samen).exists()


def test_who_went_away_meanwhile_is_not_asked_and_that_lesson_stays_as_it_was(wereld):
    agent, _ = wereld.mensen
    les = wereld.les({"wijkagent": 1, "rolmodel": 1})
    aanvragen = [wereld.aanvraag(les, [op(2, dag)]) for dag in (2, 16)]
    afspraken = plan(wereld)
    ga_weg(agent, op(2, 1), op(2, 12), nu=wereld.nu)
    uit = pas_plan_toe(afspraken=afspraken, nu=wereld.nu, door=None)
    weg, blijft = (een.boekingen.get() for een in aanvragen)
    assert uit.toegepast == (str(blijft.pk),)
    assert uit.overgeslagen == (
        Overgeslagen(str(weg.pk), "Een wijkagent uit dit voorstel is dan weg."),
    )
    assert status(weg) == "te_plannen"
    assert not Inzet.objects.filter(plek__boeking=weg).exists()


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"max_per_maand": 1}, "heeft deze maand al 1 les"),
        ({"dagen_vooraf": 60}, "wil het 60 dagen vooraf weten"),
        ({"deelname": "uitgenodigd"}, "doet nu even niet mee"),
    ],
)
def test_the_own_wishes_are_looked_at_again(wereld, velden, reden):
    agent, _ = wereld.mensen
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)])
    afspraken = plan(wereld)
    wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 16)), agent)[0])
    type(agent).objects.filter(pk=agent.pk).update(**velden)
    (over,) = pas_plan_toe(afspraken=afspraken, nu=wereld.nu, door=None).overgeslagen
    assert over.reden == f"Een wijkagent uit dit voorstel {reden}."


@pytest.mark.parametrize("aantal", [1, 3])
def test_judging_a_plan_takes_as_many_queries_however_long_it_is(
    wereld, aantal, django_assert_num_queries
):
    les = wereld.les({"wijkagent": 1, "rolmodel": 1})
    for dag in range(2, 2 + aantal):
        wereld.aanvraag(les, [op(2, dag)])
    afspraken = plan(wereld)
    plekken = lock_alles(afspraken)
    vragen = [vraag for een in afspraken for vraag in list_vragen(een, plekken)]
    assert len(vragen) == 2 * aantal
    with django_assert_num_queries(12):
        assert list_bezwaren_nu(vragen, nu=wereld.nu) == {}


def test_a_lesson_that_moved_or_went_meanwhile_is_reported(wereld):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)]).boekingen.get()
    (afspraak,) = plan(wereld)
    weg = Afspraak("999999", afspraak.dag, afspraak.begin, afspraak.wie)
    te_veel = Afspraak(afspraak.les, afspraak.dag, afspraak.begin, afspraak.wie * 2)
    onbekend = Afspraak(afspraak.les, afspraak.dag, afspraak.begin, ("R00-S049",))
    vertrokken = Afspraak(afspraak.les, afspraak.dag, afspraak.begin, ("999999",))
    uit = pas_plan_toe(afspraken=[weg, te_veel, onbekend, vertrokken], nu=wereld.nu, door=None)
    assert [een.reden for een in uit.overgeslagen] == [
        ANDERE_PLEKKEN,
        ONBEKENDE,
        NietInzetbaar.uitleg,
        BESTAAT_NIET,
    ]
    wereld.stel_voor(boeking, op(2, 3))
    uit = pas_plan_toe(afspraken=[afspraak], nu=wereld.nu, door=None)
    assert [een.reden for een in uit.overgeslagen] == [STAAT_ANDERS]
    assert Inzet.objects.count() == 0
