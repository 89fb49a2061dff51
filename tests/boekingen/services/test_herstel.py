"""Somebody falls out: an offer is applied whole, as it was shown, and everybody hears of it."""

from contextlib import suppress
from datetime import time, timedelta
from random import Random

import pytest

from boekingen.domain.planning.oplossen import los_op
from boekingen.domain.planning.uitval import stel_voor
from boekingen.domain.status import PlanStatus
from boekingen.domain.weigeringen import PlanningLoopt, StapNietMogelijk, Weigering
from boekingen.models import Inzet, Ronde, Seizoensplan
from boekingen.selectors.planning_herstel import build_herstelvraag, list_aanbod
from boekingen.services import inzetten
from boekingen.services.deelname import pauzeer_mens
from boekingen.services.herstel import ANDER_TEAM, NEEMT_OVER, pas_reparatie_toe, vraag_planner
from boekingen.services.rondes import zet_vraagwijze
from hoofdrolspelers.domain.deelname import Pauze
from hoofdrolspelers.models import Hoofdrolspeler
from lesaanbod.models import Bericht
from tests.boekingen import plannen
from tests.boekingen.uitval import aanbod, gevraagd, maak_keten, pas_toe, val_uit
from tests.boekingen.wereld import Wereld, brieven, ga_weg, laatste_brief, op, status, voeg_wens_toe
from tests.factories.hoofdrolspelers import WeekRitmeFactory
from tests.inloggen import make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return Wereld(nu=op(1, 4))


@pytest.fixture
def wie(wereld):
    return make_medewerker("coördinator")


def test_a_colleague_on_the_same_date_is_asked(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    ander = wereld.persoon("wijkagent")
    assert aanbod(wereld, wie, boeking) == []
    val_uit(wereld, inzet)
    direct, keten = aanbod(wereld, wie, boeking)
    (regel,) = direct.regels
    assert (regel.is_gat, regel.is_verzet, direct.gered, direct.gaten) == (True, False, 1, 1)
    assert regel.wie == (("wijkagent", "niemand", ander.gebruiker.naam),)
    assert direct.mensen == (ander.gebruiker.naam,)
    assert keten.kenmerk == direct.kenmerk
    assert pas_toe(wereld, boeking, direct) == (boeking.pk,)
    assert gevraagd(boeking) == [ander]
    assert status(boeking) == "voorgesteld"
    wereld.ja(Inzet.objects.get(hoofdrolspeler=ander))
    assert status(boeking) == "bevestigd"
    assert aanbod(wereld, wie, boeking) == []


def test_a_chain_hands_a_lesson_on_and_all_diaries_follow(wereld, wie):
    boeking, ander, tweede, derde = maak_keten(wereld)
    direct, keten = aanbod(wereld, wie, boeking)
    assert (direct.gered, direct.regels) == (0, ())
    assert {regel.les.boeking_id: regel.is_gat for regel in keten.regels} == {
        boeking.pk: True,
        ander.pk: False,
    }
    assert keten.mensen == tuple(sorted((tweede.gebruiker.naam, derde.gebruiker.naam)))
    eerder = laatste_brief()
    assert set(pas_toe(wereld, boeking, keten)) == {boeking.pk, ander.pk}
    assert (gevraagd(boeking), gevraagd(ander)) == ([tweede], [derde])
    weg = Inzet.objects.get(plek__boeking=ander, hoofdrolspeler=tweede)
    assert (weg.status, weg.reden, weg.vastlegging) == ("ingetrokken", NEEMT_OVER, None)
    assert sorted(brieven(eerder)) == sorted(
        [
            ("inzet_ingetrokken", tweede.gebruiker.email, "CANCEL"),
            (
                "les_onzeker",
                Bericht.objects.filter(brief="les_onzeker").latest("pk").aan,
                "REQUEST",
            ),
            ("inzet_gevraagd", tweede.gebruiker.email, "REQUEST"),
            ("inzet_gevraagd", derde.gebruiker.email, "REQUEST"),
        ]
    )


def test_what_changed_since_is_refused_and_nothing_is_half_done(wereld, wie):
    boeking, ander, *_ = maak_keten(wereld)
    _, keten = aanbod(wereld, wie, boeking)
    wereld.verzet(ander, op(2, 3, 13))
    eerder = laatste_brief()
    with pytest.raises(StapNietMogelijk):
        pas_toe(wereld, boeking, keten)
    assert gevraagd(boeking) == []
    assert laatste_brief() == eerder


def test_a_refusal_in_the_middle_takes_the_whole_offer_back(wereld, wie):
    boeking, ander, tweede, derde = maak_keten(wereld)
    _, keten = aanbod(wereld, wie, boeking)
    # The third is taken meanwhile, which only shows at the last step.
    bezet = wereld.boeking(begin=op(2, 2, 13))
    wereld.ja(wereld.vraag(bezet, derde)[0])
    eerder = laatste_brief()
    with pytest.raises(Exception, match="andere les"):
        pas_toe(wereld, boeking, keten)
    assert Inzet.objects.get(plek__boeking=ander, hoofdrolspeler=tweede).status == "toegezegd"
    assert laatste_brief() == eerder


def maak_verzetbaar(wereld):
    """The lesson has a second wish, on which the only other one is free."""
    boeking, inzet = wereld.bevestigd()
    voeg_wens_toe(boeking, op(2, 4))
    ander = wereld.persoon("wijkagent", ritme=False)
    WeekRitmeFactory(hoofdrolspeler=ander, weekdag=4, begin=time(8), eind=time(17))
    val_uit(wereld, inzet)
    return boeking, ander


def test_another_wished_moment_moves_the_lesson_and_asks(wereld, wie):
    boeking, ander = maak_verzetbaar(wereld)
    direct, keten = aanbod(wereld, wie, boeking)
    assert direct.gered == 0
    (regel,) = keten.regels
    assert (regel.is_verzet, regel.naar) == (True, op(2, 4))
    assert keten.scholen == (wereld.school.naam,)
    pas_toe(wereld, boeking, keten)
    boeking.refresh_from_db()
    assert boeking.begin == op(2, 4)
    assert gevraagd(boeking) == [ander]


def test_who_is_not_in_the_new_team_is_not_asked_for_the_new_moment_first(wereld, wie):
    boeking, _ = maak_verzetbaar(wereld)
    # Asked for the hole and free on both moments, but with no lesson left this month.
    gevraagde = wereld.persoon("wijkagent", max_per_maand=1)
    wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 9)), gevraagde)[0])
    (vraag,) = wereld.vraag(boeking, gevraagde)
    _, keten = aanbod(wereld, wie, boeking)
    eerder = laatste_brief()
    pas_toe(wereld, boeking, keten)
    aan_gevraagde = [een for een in brieven(eerder) if een[1] == gevraagde.gebruiker.email]
    assert aan_gevraagde == [("inzet_ingetrokken", gevraagde.gebruiker.email, "CANCEL")]
    vraag.refresh_from_db()
    assert (vraag.status, vraag.reden) == ("ingetrokken", ANDER_TEAM)


@pytest.mark.parametrize(
    "wens", [{"max_per_week": 1}, {"max_per_schooljaar": 1}, {"rust_minuten": 240}]
)
def test_who_said_yes_past_the_own_wishes_stays_and_breaks_no_offer(wereld, wie, wens):
    """Two lessons on one day of somebody who wants one: what no rule proposes now stands fast."""
    boeking, inzet = wereld.bevestigd()
    toegeeflijk = wereld.persoon("wijkagent", max_per_maand=9)
    for uur in (11, 13):
        ander = wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2, uur)]).boekingen.get()
        wereld.stel_voor(ander, op(2, 2, uur))
        wereld.ja(wereld.vraag(ander, toegeeflijk)[0])
    vrij = wereld.persoon("wijkagent")
    Hoofdrolspeler.objects.filter(pk=toegeeflijk.pk).update(**wens)
    val_uit(wereld, inzet)
    direct, keten = aanbod(wereld, wie, boeking)
    assert direct.mensen == keten.mensen == (vrij.gebruiker.naam,)
    vraag_planner(boeking_id=boeking.pk, nu=wereld.nu, door=wie)
    assert plannen.werk(wereld.nu, oplossen=los_op) is PlanStatus.KLAAR
    assert aanbod(wereld, wie, boeking)[2].mensen == (vrij.gebruiker.naam,)


@pytest.mark.parametrize("zaad", range(4))
def test_what_is_near_a_hole_is_all_that_the_first_two_offers_depend_on(wereld, zaad):
    """With everything read the same comes out: people of two roles, lessons of two places."""
    kans = Random(zaad)
    rollen = ["wijkagent", "rolmodel", "halt", "officier"]
    paren = ["wijkagent", "wijkagent rolmodel", "rolmodel halt", "halt", "rolmodel"]
    mensen = {
        paar: wereld.persoon(*paar.split(), max_per_dag=1, max_per_maand=3)
        for paar in [*paren, "officier"]
    }
    lessen = [wereld.les({rol: 1}) for rol in rollen] + [wereld.les({"wijkagent": 1, "halt": 1})]
    for nummer in range(12):
        les, begin = kans.choice(lessen), op(2, 1 + nummer % 4, 9 + 2 * kans.randrange(3))
        boeking = wereld.stel_voor(wereld.aanvraag(les, [begin]).boekingen.get(), begin)
        for plek in boeking.plekken.select_related("rol"):
            kunnen = [wie for paar, wie in mensen.items() if plek.rol.naam in paar.split()]
            with suppress(Weigering):
                inzet = inzetten.nodig_uit(
                    plek_id=plek.pk,
                    hoofdrolspeler_id=kans.choice(kunnen).pk,
                    nu=wereld.nu,
                    door=None,
                )
                wereld.ja(inzet)
    weg = kans.choice(list(Inzet.objects.filter(status="toegezegd").order_by("pk")))
    for inzet in Inzet.objects.filter(status="toegezegd", hoofdrolspeler=weg.hoofdrolspeler):
        val_uit(wereld, inzet)
    nabij, alles = (
        build_herstelvraag(boeking_id=weg.plek.boeking_id, nu=wereld.nu, mag_verzetten=ruim)
        for ruim in (False, True)
    )
    assert len(nabij.afspraken) < len(alles.afspraken)
    assert [
        (een.wijzigingen, een.gered)
        for een in stel_voor(nabij.scenario, nabij.afspraken, nabij.uitval)
    ] == [
        (een.wijzigingen, een.gered)
        for een in stel_voor(alles.scenario, alles.afspraken, alles.uitval)
    ]


def test_the_planner_makes_the_third_offer(wereld, wie):
    boeking, _, tweede, _ = maak_keten(wereld)
    plan = vraag_planner(boeking_id=boeking.pk, nu=wereld.nu, door=wie)
    with pytest.raises(PlanningLoopt):
        vraag_planner(boeking_id=boeking.pk, nu=wereld.nu, door=wie)
    assert plannen.werk(wereld.nu, oplossen=los_op) is PlanStatus.KLAAR
    derde_aanbod = aanbod(wereld, wie, boeking)[2]
    assert derde_aanbod.gered == 1
    pas_toe(wereld, boeking, derde_aanbod)
    assert gevraagd(boeking) == [tweede]
    plan.refresh_from_db()
    assert plan.status == "toegepast"


def test_an_old_offer_asks_nobody_who_went_away_since(wereld, wie):
    boeking, ander, tweede, derde = maak_keten(wereld)
    vraag_planner(boeking_id=boeking.pk, nu=wereld.nu, door=wie)
    assert plannen.werk(wereld.nu, oplossen=los_op) is PlanStatus.KLAAR
    derde_aanbod = aanbod(wereld, wie, boeking)[2]
    ga_weg(derde, op(2, 1), op(2, 12), nu=wereld.nu)
    with pytest.raises(Weigering, match=r"Een wijkagent uit dit voorstel is dan weg\."):
        pas_toe(wereld, boeking, derde_aanbod)
    assert gevraagd(boeking) == gevraagd(ander) == []
    assert Inzet.objects.get(plek__boeking=ander, hoofdrolspeler=tweede).status == "toegezegd"


def test_a_smaller_offer_puts_that_of_the_planner_away(wereld, wie):
    boeking, *_ = maak_keten(wereld)
    plan = vraag_planner(boeking_id=boeking.pk, nu=wereld.nu, door=wie)
    Seizoensplan.objects.update(status="klaar", is_bezig=None, voorstel={"changes": [], "gaps": {}})
    pas_toe(wereld, boeking, aanbod_van(wereld, wie, boeking))
    plan.refresh_from_db()
    assert plan.status == "vervallen"


def aanbod_van(wereld, wie, boeking):
    Seizoensplan.objects.update(voorstel={})
    return aanbod(wereld, wie, boeking)[1]


def test_a_lesson_may_make_room_and_is_then_to_be_planned_again(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    ander = wereld.boeking(begin=op(2, 2))
    tweede = wereld.persoon("wijkagent", max_per_dag=1)
    wereld.ja(wereld.vraag(ander, tweede)[0])
    val_uit(wereld, inzet)
    afspraak = {"lesson": str(ander.pk), "date": "2027-02-02", "start": "09:00"}
    gat = {"lesson": str(boeking.pk), "date": "2027-02-02", "start": "09:00"}
    waarden = {
        "gaps": {str(boeking.pk): boeking.plekken.get().pk},
        "changes": [
            {
                "lesson": str(ander.pk),
                "before": afspraak | {"speakers": [str(tweede.pk)]},
                "after": None,
            },
            {
                "lesson": str(boeking.pk),
                "before": gat | {"speakers": ["uitval"]},
                "after": gat | {"speakers": [str(tweede.pk)]},
            },
        ],
    }
    pas_reparatie_toe(boeking_id=boeking.pk, waarden=waarden, nu=wereld.nu, door=wie)
    assert (status(ander), gevraagd(boeking)) == ("te_plannen", [tweede])
    assert "Wij zoeken een ander moment" in Bericht.objects.get(brief="les_geannuleerd").tekst


def test_all_lessons_of_who_fell_out_are_looked_at_together(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    uitgevallen = inzet.hoofdrolspeler
    later = wereld.boeking(begin=op(2, 9))
    tweede = wereld.vraag(later, uitgevallen)[0]
    wereld.ja(tweede)
    val_uit(wereld, inzet)
    val_uit(wereld, tweede)
    wereld.persoon("wijkagent")
    direct, _ = aanbod(wereld, wie, boeking)
    assert (direct.gaten, direct.gered) == (2, 2)
    # Of somebody else's lesson nobody fell out.
    vreemd, _ = wereld.bevestigd(begin=op(2, 16))
    assert aanbod(wereld, wie, vreemd) == []


@pytest.mark.parametrize(
    ("velden", "pauze", "kan"),
    [
        ({}, None, True),
        ({}, Pauze(op(1, 25).date(), op(2, 12).date()), False),
        ({"dagen_vooraf": 1}, None, False),
    ],
)
def test_who_pauses_today_or_must_know_it_sooner_does_not_come_today(
    wereld, wie, velden, pauze, kan
):
    boeking, inzet = wereld.bevestigd(begin=op(2, 2, 14))
    ander = wereld.persoon("wijkagent", **velden)
    if pauze:
        pauzeer_mens(hoofdrolspeler_id=ander.pk, pauze=pauze, nu=wereld.nu, door=wie)
    wereld.nu = op(2, 2)
    val_uit(wereld, inzet)
    direct, _ = aanbod(wereld, wie, boeking)
    assert direct.mensen == ((ander.gebruiker.naam,) if kan else ())


def test_a_lesson_that_is_over_has_no_offers(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    wereld.persoon("wijkagent")
    val_uit(wereld, inzet)
    na = op(2, 2) + timedelta(hours=1)
    assert list_aanbod(wie=wie, boeking_id=boeking.pk, nu=na) == []


def test_a_lesson_page_says_whether_a_colleague_is_sought_by_itself(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    zet_vraagwijze(les_id=boeking.les_id, vervang_vanzelf=False, nu=wereld.nu, door=wie)
    val_uit(wereld, inzet)
    assert not Ronde.objects.exists()
    zet_vraagwijze(les_id=boeking.les_id, vervang_vanzelf=True, nu=wereld.nu, door=wie)
    ander, tweede = wereld.bevestigd(begin=op(2, 9))
    val_uit(wereld, tweede)
    assert Ronde.objects.get().plek.boeking == ander


def test_who_is_away_for_a_while_leaves_all_those_lessons_to_mend_at_once(wereld, wie):
    """Ill until the third: the desk pauses somebody, and mends what falls into those days."""
    agent, vrij = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    lessen = [wereld.boeking(begin=op(2, dag)) for dag in (2, 3, 4)]
    for boeking in lessen:
        wereld.ja(wereld.vraag(boeking, agent)[0])
    pauzeer_mens(
        hoofdrolspeler_id=agent.pk,
        pauze=Pauze(op(2, 1).date(), op(2, 3).date()),
        nu=wereld.nu,
        door=wie,
    )
    direct, _ = aanbod(wereld, wie, lessen[0])
    assert (direct.gered, direct.gaten, direct.mensen) == (2, 2, (vrij.gebruiker.naam,))
    assert set(pas_toe(wereld, lessen[0], direct)) == {lessen[0].pk, lessen[1].pk}
    assert [gevraagd(boeking) for boeking in lessen] == [[vrij], [vrij], []]
    assert status(lessen[2]) == "bevestigd"
