"""The open requests as a scenario: what stands is respected, what may be is planned."""

from datetime import date, timedelta
from itertools import count

import pytest

from boekingen.domain.planning.oorzaken import Soort
from boekingen.domain.planning.planner import plan_seizoen
from boekingen.models import Boeking, Plek
from boekingen.selectors.boekingen import with_alles
from boekingen.selectors.kandidaten import rangschik_voor_plek
from boekingen.selectors.planning_seizoen import build_scenario
from boekingen.services import afsluiting, boekingen, inzet_einde, inzetten
from boekingen.services.blokkades import blokkeer_school
from boekingen.services.termijnen import rond_lessen_af
from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort
from hoofdrolspelers.services.beschikbaarheid import zet_uitzondering
from tests.boekingen.wereld import Wereld, op, status, voeg_wens_toe
from tests.factories.boekingen import SchoolFactory
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


def rangschik(boeking, begin, nu, plek=None):
    """Return what the ranking of this one lesson says, for its first Plek."""
    alles = with_alles(Boeking.objects.filter(pk=boeking.pk)).get()
    plek = plek or alles.plekken.all()[0]
    return rangschik_voor_plek(boeking=alles, plek=plek, begin=begin, nu=nu, anderen=40)


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


@pytest.mark.parametrize("dag", [2, 3, 4])
def test_extra_days_in_a_row_count_on_each_of_them(wereld, dag):
    agent = wereld.persoon("wijkagent", ritme=False)
    zet_uitzondering(
        hoofdrolspeler_id=agent.pk,
        soort=Uitzonderingsoort.EXTRA,
        vanaf=date(2027, 2, 2),
        tm=date(2027, 2, 4),
        begin=None,
        eind=None,
        nu=wereld.nu,
        door=None,
    )
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, dag)])
    (een,) = plan(wereld).afspraken
    assert (een.dag, een.wie) == (date(2027, 2, dag), (str(agent.pk),))


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


def zegt_nee(inzet, nu):
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=nu, door=None)


def laat_verlopen(inzet, nu):
    inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=inzet.antwoord_voor)


def zegt_ja(inzet, nu):
    """Say yes to what the school then gives up: nobody said no."""
    inzetten.zeg_toe(inzet_id=inzet.pk, nu=nu, door=None)


@pytest.mark.parametrize("antwoord", [zegt_nee, laat_verlopen, zegt_ja])
def test_an_answer_counts_for_its_own_moment_only(wereld, antwoord):
    agent = wereld.persoon("wijkagent")
    les = wereld.les({"wijkagent": 1})
    boeking = wereld.aanvraag(les, [op(2, 2)]).boekingen.get()
    wereld.stel_voor(boeking, op(2, 2))
    antwoord(wereld.vraag(boeking, agent)[0], wereld.nu)
    boekingen.geef_moment_op(boeking_id=boeking.pk, reden="Kamp.", nu=wereld.nu, door=None)
    mag_weer = antwoord is zegt_ja
    assert len(plan(wereld).afspraken) == mag_weer
    voeg_wens_toe(boeking, op(2, 4))
    (een,) = plan(wereld).afspraken
    assert een.dag == (op(2, 2) if mag_weer else op(2, 4)).date()
    assert een.wie == (str(agent.pk),)


def andere_school(wereld, wijk=None):
    """Return the same city with a contact of another school, in a wijk of its own."""
    school = SchoolFactory(wijk=wijk or WijkFactory())
    return Wereld(nu=wereld.nu, school=school, niveau=wereld.niveau, rollen=wereld.rollen)


def vraag_twee(wereld, tweede, *wensen):
    """Let one school ask for the first moment and ``tweede`` for the second."""
    les = wereld.les({"wijkagent": 1})
    for stad, wens in zip((wereld, tweede), wensen, strict=True):
        stad.aanvraag(les, [wens])


NET = (op(2, 2, 9), op(2, 2, 10, 30))
"""Half an hour between two lessons of an hour."""


@pytest.mark.parametrize(
    ("velden", "elders", "over"),
    [
        ({}, True, 0),
        ({"vervoermiddel": "auto"}, True, 0),
        ({"vervoermiddel": "ov"}, True, 1),
        ({"vervoermiddel": "lopen"}, True, 1),
        ({"vervoermiddel": "lopen"}, False, 0),
        ({"rust_minuten": 30}, False, 0),
        ({"rust_minuten": 31}, False, 1),
        ({"rust_minuten": 1}, True, 1),
        ({"max_per_schooljaar": 2}, False, 0),
        ({"max_per_schooljaar": 1}, False, 1),
    ],
)
def test_travel_rest_and_the_limit_of_a_school_year_hold(wereld, velden, elders, over):
    wereld.persoon("wijkagent", **velden)
    vraag_twee(wereld, andere_school(wereld) if elders else wereld, *NET)
    uit = plan(wereld)
    assert len(uit.overgebleven) == over
    assert {een.oorzaak.soort for een in uit.overgebleven} <= {Soort.VOL}


@pytest.mark.parametrize(("hooguit", "over"), [(2, 0), (1, 1)])
def test_lessons_given_since_august_count_and_the_next_school_year_is_new(wereld, hooguit, over):
    """One was given in the autumn, of a request that is over; the second lesson is in September."""
    agent = wereld.persoon("wijkagent")
    eerder = Wereld(nu=op(1, 4) - timedelta(days=120), school=wereld.school, contact=wereld.contact)
    eerder.rollen, eerder.niveau = wereld.rollen, wereld.niveau
    boeking = eerder.boeking({"wijkagent": 1}, begin=op(1, 4) - timedelta(days=90))
    eerder.ja(eerder.vraag(boeking, agent)[0])
    rond_lessen_af(nu=wereld.nu)
    type(agent).objects.update(max_per_schooljaar=hooguit)
    vraag_twee(wereld, wereld, op(2, 2), op(9, 7))
    uit = plan(wereld)
    assert [een.oorzaak.soort for een in uit.overgebleven] == [Soort.VOL] * over
    komt = [een.dag.month for een in uit.afspraken if een.dag > wereld.nu.date()]
    assert komt == ([9] if over else [2, 9])


def trek_de_rest_in(boeking, nu):
    afsluiting.trek_aanvraag_in(aanvraag_id=boeking.aanvraag_id, reden="", nu=nu, door=None)


def meld_niet_doorgegaan(boeking, nu):
    boekingen.meld_niet_doorgegaan(boeking_id=boeking.pk, reden="Staking", nu=nu, door=None)


@pytest.mark.parametrize("grens", ["max_per_week", "max_per_maand", "max_per_schooljaar"])
@pytest.mark.parametrize("wat_er_van_kwam", [trek_de_rest_in, meld_niet_doorgegaan])
def test_a_yes_that_stands_counts_whatever_became_of_its_request(wereld, grens, wat_er_van_kwam):
    """One yes for Tuesday the 2nd, and another school asks for the Thursday after."""
    agent = wereld.persoon("wijkagent", **{grens: 1})
    nieuw = wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 4)]).boekingen.get()
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    boeking = wereld.aanvraag(les, [op(2, 2), op(3, 16)]).boekingen.earliest("nummer")
    wereld.stel_voor(boeking, op(2, 2))
    wereld.ja(wereld.vraag(boeking, agent)[0])
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 3))
    wereld.nu = op(2, 3)
    wat_er_van_kwam(boeking, wereld.nu)
    assert rangschik(nieuw, op(2, 4), wereld.nu).kandidaten == ()
    assert str(nieuw.pk) in {een.les for een in plan(wereld).overgebleven}
    type(agent).objects.update(**{grens: 2})
    assert len(rangschik(nieuw, op(2, 4), wereld.nu).kandidaten) == 1
    assert str(nieuw.pk) in {een.les for een in plan(wereld).afspraken}


def test_who_does_not_come_to_a_school_is_not_planned_there(wereld):
    agent = wereld.persoon("wijkagent")
    ander = andere_school(wereld)
    vraag_twee(wereld, ander, op(2, 2), op(2, 9))
    blokkeer_school(
        hoofdrolspeler_id=agent.pk, school_id=ander.school.pk, reden="", nu=wereld.nu, door=None
    )
    uit = plan(wereld)
    assert [een.dag for een in uit.afspraken] == [op(2, 2).date()]
    (over,) = uit.overgebleven
    assert over.oorzaak.soort == Soort.NIEMAND_GESCHIKT
    assert "1 komt niet op deze school" in over.oorzaak.tekst


@pytest.mark.parametrize(("minuten", "over"), [(None, 0), (30, 0), (29, 1)])
def test_nobody_travels_further_than_wanted(wereld, minuten, over):
    wereld.persoon("wijkagent", vertrekwijk=WijkFactory(), max_reisminuten=minuten)
    wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)])
    uit = plan(wereld)
    assert [een.oorzaak.soort for een in uit.overgebleven] == [Soort.NIEMAND_GESCHIKT] * over


def test_the_work_is_spread_over_what_everybody_can_give(wereld):
    """Two of three lessons for who can give twice as many; without that measure, whoever."""
    weinig = wereld.persoon("wijkagent", max_per_maand=2)
    veel = wereld.persoon("wijkagent", max_per_maand=4)
    les = wereld.les({"wijkagent": 1})
    for dag in (2, 9, 16):
        wereld.aanvraag(les, [op(2, dag)])
    wie = [een.wie[0] for een in plan(wereld).afspraken]
    assert (wie.count(str(veel.pk)), wie.count(str(weinig.pk))) == (2, 1)


def test_whatever_is_planned_the_ranking_of_one_lesson_would_propose_too(wereld):
    """A crowded week for people with wishes of every kind; one appointment after the other."""
    wijken = [wereld.wijk, WijkFactory()]
    scholen = [wereld, *(andere_school(wereld, wijk) for wijk in wijken)]
    for nummer, velden in enumerate(
        [
            {"vervoermiddel": "lopen", "max_per_week": 3},
            {"rust_minuten": 45, "vervoermiddel": "auto"},
            {"vertrekwijk": wijken[0], "max_reisminuten": 20},
            {"max_per_schooljaar": 3, "wijken": wijken[:1]},
            {"max_per_dag": 1, "dagen_vooraf": 30},
        ]
    ):
        agent = wereld.persoon("wijkagent", **velden)
        if nummer % 2:
            blokkeer_school(
                hoofdrolspeler_id=agent.pk,
                school_id=scholen[2].school.pk,
                reden="",
                nu=wereld.nu,
                door=None,
            )
    lessen = [wereld.les({"wijkagent": 1}), wereld.les({"wijkagent": 2})]
    for nummer in range(14):
        dag = op(2, 1 + nummer % 4, 9 + nummer % 5, 35 * (nummer % 2))
        scholen[nummer % 3].aanvraag(lessen[nummer % 2], [dag])
    uit = plan(wereld)
    assert len(uit.afspraken) >= 8
    assert uit.overgebleven
    for een in uit.afspraken:
        boeking = Boeking.objects.get(pk=een.les)
        begin = op(een.dag.month, een.dag.day, *divmod(een.begin, 60))
        boekingen.stel_moment_voor(boeking_id=boeking.pk, begin=begin, nu=wereld.nu, door=None)
        for plek, wie in zip(boeking.plekken.order_by("pk"), een.wie, strict=True):
            gerangschikt = rangschik(boeking, begin, wereld.nu, plek=plek)
            kunnen = {kandidaat.persoon.id for kandidaat in gerangschikt.kandidaten}
            assert int(wie) in kunnen, gerangschikt.anderen
            inzet = inzetten.nodig_uit(
                plek_id=plek.pk, hoofdrolspeler_id=int(wie), nu=wereld.nu, door=None
            )
            wereld.ja(inzet)


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_do_not_grow(wereld, aantal, django_assert_num_queries):
    for _ in range(aantal):
        wereld.persoon("wijkagent")
        wereld.aanvraag(wereld.les({"wijkagent": 1}, {"wijkagent": 1}))
    with django_assert_num_queries(20):
        build_scenario(nu=wereld.nu)
