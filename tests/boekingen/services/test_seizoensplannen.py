"""A run of the planner: one at a time, never half, and what was best is never lost."""

import subprocess
import sys
from datetime import timedelta
from itertools import count

from django.db import DatabaseError

import pytest

from boekingen.domain.status import PlanStatus
from boekingen.domain.weigeringen import GeenVoorstel, PlanningLoopt, StapNietMogelijk
from boekingen.management.planbewaker import Planbewaker
from boekingen.models import Inzet, Seizoensplan
from boekingen.services import planuitvoering, seizoensplan
from boekingen.services.planclaims import (
    LEASE,
    MEESTE_POGINGEN,
    NIET_TOEGEPAST,
    TE_VAAK,
    Claim,
    claim_plan,
    geef_claim_op,
)
from boekingen.services.plantoepassing import is_toepassing, pas_seizoensplan_toe
from boekingen.services.planuitvoering import FOUT
from boekingen.services.seizoensplan import STAAT_ANDERS
from boekingen.services.seizoensplannen import start_plan, stop_plan, vraag_toepassen
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen import plannen
from tests.boekingen.wereld import op, status
from tests.factories.lesaanbod import GebruikerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return plannen.maak_wereld(op(1, 4))


@pytest.fixture
def aanvraag(wereld):
    return plannen.vraag_serie(wereld)


def start(wereld, **anders):
    gevraagd = {"tijdslimiet": 60, "met_oplosser": False, "nu": wereld.nu, "door": None} | anders
    return start_plan(**gevraagd)


def werk(wereld, claim=None, **anders):
    return plannen.werk(wereld.nu, claim=claim, **anders)


def pas_toe(wereld, plan):
    return plannen.pas_toe(plan, wereld.nu)


def lees(plan):
    return Seizoensplan.objects.get(pk=plan.pk)


def test_a_run_from_the_question_to_what_came_of_it(wereld, aanvraag):
    plan = start(wereld)
    assert werk(wereld) is PlanStatus.KLAAR
    plan = lees(plan)
    assert (plan.status, plan.is_bezig, plan.claim, plan.geclaimd_tot) == ("klaar", None, "", None)
    assert plan.voorstel["unserved"] == []
    assert plan.voorstel["lessons"] == 2
    assert (plan.waarde, plan.stap) == (plan.voorstel["objective"]["value"], "klaar")
    assert len(pas_toe(wereld, plan).toegepast) == 2
    assert {status(een) for een in aanvraag.boekingen.all()} == {"voorgesteld"}
    assert Bericht.objects.filter(brief="inzet_gevraagd").count() == 3
    gebeurd = Gebeurtenis.objects.filter(onderwerp_soort="seizoensplan").order_by("pk")
    assert list(gebeurd.values_list("wat", flat=True)) == [
        "wachtend",
        "lopend",
        "klaar",
        "toepassen",
        "toegepast",
    ]
    with pytest.raises(GeenVoorstel):
        vraag_toepassen(plan_id=plan.pk, nu=wereld.nu, door=None)
    assert Inzet.objects.count() == 3


def test_what_changed_meanwhile_is_kept_with_the_plan(wereld, aanvraag):
    plan = start(wereld)
    werk(wereld)
    eerste = aanvraag.boekingen.earliest("nummer")
    wereld.stel_voor(eerste, op(2, 1))
    pas_toe(wereld, plan)
    (over,) = lees(plan).toepassing["overgeslagen"]
    assert over == {"les": str(eerste.pk), "reden": STAAT_ANDERS}


def test_two_runs_at_once_are_refused_in_words(wereld):
    start(wereld)
    with pytest.raises(PlanningLoopt, match="Er loopt al een planning"):
        start(wereld)
    claim_plan(nu=wereld.nu)
    with pytest.raises(PlanningLoopt):
        start(wereld)
    assert Seizoensplan.objects.count() == 1


def test_a_new_run_puts_the_old_proposal_away_and_keeps_what_was_pinned(wereld, aanvraag):
    oud = start(wereld)
    werk(wereld)
    eerste, tweede = lees(oud).voorstel["assignments"]
    # Without the pin the first lesson would stay at its only wish; pin another person for it.
    nieuw = start(wereld, houd_vast=[eerste["lesson"]])
    assert lees(oud).status == "vervallen"
    assert nieuw.vastgezet == [eerste]
    with pytest.raises(GeenVoorstel):
        vraag_toepassen(plan_id=oud.pk, nu=wereld.nu, door=None)
    werk(wereld)
    assert lees(nieuw).voorstel["assignments"] == [eerste, tweede]


def test_a_pin_holds_where_the_planner_would_choose_another(wereld):
    wereld.persoon("wijkagent")
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 2)]).boekingen.get()
    plan = start(wereld)
    werk(wereld)
    (toewijzing,) = lees(plan).voorstel["assignments"]
    agenten = {str(een.pk) for een in wereld.mensen if een.rollen.filter(naam="wijkagent")}
    (ander,) = agenten - set(toewijzing["speakers"])
    Seizoensplan.objects.update(voorstel={"assignments": [toewijzing | {"speakers": [ander]}]})
    nieuw = start(wereld, houd_vast=[str(boeking.pk)])
    werk(wereld)
    assert lees(nieuw).voorstel["assignments"][0]["speakers"] == [ander]


def test_stopping_keeps_the_best_so_far(wereld, aanvraag):
    plan = start(wereld)
    claim = claim_plan(nu=wereld.nu)
    stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None)
    stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None)
    assert werk(wereld, claim) is PlanStatus.GESTOPT
    assert len(lees(plan).voorstel["assignments"]) == 2
    assert Gebeurtenis.objects.filter(wat="stop_gevraagd").count() == 1
    with pytest.raises(StapNietMogelijk):
        stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None)
    assert len(pas_toe(wereld, plan).toegepast) == 2


def test_stopping_what_did_not_begin_drops_it(wereld):
    plan = start(wereld)
    assert stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None).status == "vervallen"
    assert claim_plan(nu=wereld.nu) is None
    start(wereld)


def test_a_dead_process_loses_its_run_and_the_next_keeps_what_was_best(wereld, aanvraag):
    plan = start(wereld, tijdslimiet=900)
    dood = claim_plan(nu=wereld.nu)
    # It said something once, and then no more.
    eind = {"stop": iter([False] + [True] * 10**6).__next__}
    assert werk(wereld, dood, klok=count(0, 3).__next__, **eind) is None
    best = lees(plan)
    assert best.status == "lopend"
    assert best.voorstel["assignments"]
    assert best.pogingen == 0
    ander = claim_plan(nu=wereld.nu + LEASE)
    assert ander.teken != dood.teken
    # Whoever comes back from the dead writes nothing.
    assert werk(wereld, dood) is None
    assert lees(plan).claim == ander.teken
    assert werk(wereld, ander) is PlanStatus.KLAAR


def test_a_run_that_keeps_dying_is_reported_with_what_there_is(wereld):
    plan = start(wereld)
    nu = wereld.nu
    for _ in range(MEESTE_POGINGEN):
        assert claim_plan(nu=nu) is not None
        assert claim_plan(nu=nu) is None
        nu += LEASE
    Seizoensplan.objects.update(voorstel={"assignments": []})
    assert claim_plan(nu=nu) is None
    plan = lees(plan)
    assert (plan.status, plan.reden) == ("mislukt", TE_VAAK)
    assert plan.voorstel == {"assignments": []}
    start(wereld)


def test_a_dead_run_that_was_asked_to_stop_is_stopped(wereld):
    plan = start(wereld)
    claim_plan(nu=wereld.nu)
    stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None)
    assert claim_plan(nu=wereld.nu + LEASE) is None
    assert lees(plan).status == "gestopt"


def test_a_fault_ends_the_run_and_says_so(wereld, monkeypatch):
    plan = start(wereld)
    monkeypatch.setattr(planuitvoering, "build_oplossing", lambda _plan: {}["weg"])
    monkeypatch.setattr(planuitvoering, "plan_seizoen", lambda *_a, **_k: {}["weg"])
    with pytest.raises(KeyError):
        werk(wereld)
    assert (lees(plan).status, lees(plan).reden) == ("mislukt", FOUT)


def test_a_database_that_is_away_for_a_while_does_not_end_the_run(wereld, aanvraag, monkeypatch):
    start(wereld)

    def weg(_puls):
        raise DatabaseError

    monkeypatch.setattr(planuitvoering.Puls, "klop", weg)
    assert werk(wereld, klok=count(0, 3).__next__) is PlanStatus.KLAAR


def test_the_claim_moves_on_while_it_works(wereld, aanvraag):
    plan = start(wereld)
    later = wereld.nu + timedelta(seconds=50)
    claim = claim_plan(nu=wereld.nu)
    gezien = []

    def stop():
        gezien.append(lees(plan).geclaimd_tot)
        return False

    werk(wereld, claim, klok=count(0, 3).__next__, kijk=lambda: later, stop=stop)
    assert gezien[0] == wereld.nu + LEASE
    assert gezien[-1] == later + LEASE


def test_applying_is_one_step_that_nobody_does_twice(wereld, aanvraag):
    plan = start(wereld)
    werk(wereld)
    coordinator = GebruikerFactory()
    vraag_toepassen(plan_id=plan.pk, nu=wereld.nu, door=coordinator)
    with pytest.raises(GeenVoorstel):
        vraag_toepassen(plan_id=plan.pk, nu=wereld.nu, door=None)
    with pytest.raises(PlanningLoopt):
        start(wereld)
    with pytest.raises(StapNietMogelijk):
        stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None)
    assert not Inzet.objects.exists()
    claim = claim_plan(nu=wereld.nu)
    assert is_toepassing(claim)
    assert claim_plan(nu=wereld.nu) is None
    # A claim to plan with, or somebody else's, applies nothing.
    assert werk(wereld, claim) is None
    assert pas_seizoensplan_toe(claim=Claim(plan.pk, "een ander"), nu=wereld.nu) is None
    assert not Inzet.objects.exists()
    assert len(pas_seizoensplan_toe(claim=claim, nu=wereld.nu).toegepast) == 2
    assert pas_seizoensplan_toe(claim=claim, nu=wereld.nu) is None
    assert not is_toepassing(claim)
    plan = lees(plan)
    assert (plan.status, plan.is_bezig, plan.claim) == ("toegepast", None, "")
    assert (plan.toegepast_door, plan.toegepast_op) == (coordinator, wereld.nu)
    assert Inzet.objects.count() == 3
    door = Gebeurtenis.objects.filter(onderwerp_soort="inzet").values_list("door", flat=True)
    assert set(door) == {coordinator.pk}


def test_a_fault_while_applying_undoes_all_of_it(wereld, aanvraag, monkeypatch):
    plan = start(wereld)
    werk(wereld)
    vraag_toepassen(plan_id=plan.pk, nu=wereld.nu, door=None)
    claim = claim_plan(nu=wereld.nu)
    echt, gedaan = seizoensplan.nodig_uit, []

    def breekt_de_derde_keer(**wie):
        if len(gedaan) == 2:
            raise DatabaseError
        gedaan.append(wie)
        return echt(**wie)

    monkeypatch.setattr(seizoensplan, "nodig_uit", breekt_de_derde_keer)
    with pytest.raises(DatabaseError):
        pas_seizoensplan_toe(claim=claim, nu=wereld.nu)
    assert len(gedaan) == 2
    assert not Inzet.objects.exists()
    assert not Bericht.objects.filter(brief="inzet_gevraagd").exists()
    assert {status(een) for een in aanvraag.boekingen.all()} == {"te_plannen"}
    assert lees(plan).status == "toepassen"
    # The worker sees its child fail; the next attempt finds everything as it was.
    geef_claim_op(claim=claim, nu=wereld.nu)
    monkeypatch.undo()
    uit = pas_seizoensplan_toe(claim=claim_plan(nu=wereld.nu), nu=wereld.nu)
    assert len(uit.toegepast) == 2


def test_a_proposal_that_cannot_be_applied_twice_is_reported_and_may_be_tried_again(
    wereld, aanvraag
):
    plan = start(wereld)
    stop_plan_na = claim_plan(nu=wereld.nu)
    stop_plan(plan_id=plan.pk, nu=wereld.nu, door=None)
    assert werk(wereld, stop_plan_na) is PlanStatus.GESTOPT
    vraag_toepassen(plan_id=plan.pk, nu=wereld.nu, door=None)
    nu = wereld.nu
    for _ in range(MEESTE_POGINGEN):
        assert claim_plan(nu=nu) is not None
        nu += LEASE
    assert claim_plan(nu=nu) is None
    plan = lees(plan)
    assert (plan.status, plan.reden, plan.is_bezig) == ("mislukt", NIET_TOEGEPAST, None)
    assert not Inzet.objects.exists()
    assert len(pas_toe(wereld, plan).toegepast) == 2
    assert lees(plan).reden == ""


def slaap(_claim):
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


def test_the_worker_looks_after_one_child_and_gives_a_killed_one_a_second_chance(wereld):
    plan = start(wereld)
    kinderen = []
    bewaker = Planbewaker(lambda claim: kinderen.append(slaap(claim)) or kinderen[-1])
    assert [bewaker(nu=wereld.nu) for _ in range(2)] == [1, 0]
    assert len(kinderen) == 1
    kinderen[0].kill()
    kinderen[0].wait()
    # The claim ends on the clock of the worker, years before this world.
    assert bewaker(nu=wereld.nu) == 1
    assert lees(plan).pogingen == 2
    bewaker.neem_afscheid()
    assert kinderen[1].returncode is not None
    assert not bewaker.loopt()


def test_giving_up_a_claim_that_is_gone_changes_nothing(wereld):
    plan = start(wereld)
    claim_plan(nu=wereld.nu)
    geef_claim_op(claim=Claim(plan.pk, "een ander"), nu=wereld.nu)
    assert lees(plan).geclaimd_tot == wereld.nu + LEASE
