"""kill -9 of the planner's child and of the worker: the best so far stays, nothing is half."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

from django.db import connections

import pytest

from boekingen.management.planbewaker import Planbewaker
from boekingen.models import Inzet, Seizoensplan
from boekingen.services.seizoensplannen import start_plan, vraag_toepassen
from lesaanbod.models import Bericht
from tests.boekingen import plannen
from tests.boekingen.hangkind import start_omgeving
from tests.boekingen.wereld import status


@pytest.fixture
def wereld(transactional_db, nu):
    return plannen.maak_wereld(nu)


@pytest.fixture
def aanvraag(wereld):
    return plannen.vraag_serie(wereld)


def start(wereld, **anders):
    gewoon = {"tijdslimiet": 60, "nu": wereld.nu, "door": None}
    return start_plan(**gewoon | anders)


def lees(plan):
    return Seizoensplan.objects.get(pk=plan.pk)


@contextmanager
def halverwege(nu):
    """Let a worker start a child, and give the worker and its child when that is half-way."""
    kinderen = []

    def start_kind(claim):
        kinderen.append(
            subprocess.Popen(
                [sys.executable, "-m", "tests.boekingen.hangkind", str(claim.plan_id)],
                env=start_omgeving() | {"PLANCLAIM": claim.teken},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return kinderen[-1]

    connections.close_all()
    bewaker = Planbewaker(start_kind)
    assert bewaker(nu=nu) == 1
    (kind,) = kinderen
    try:
        assert kind.stdout.readline() == "halverwege\n"
        yield bewaker, kind
    finally:
        kind.kill()
        kind.communicate()


def test_a_killed_planner_leaves_its_best_plan_and_the_next_goes_on(wereld, aanvraag):
    plan = start(wereld)
    with halverwege(wereld.nu) as (bewaker, kind):
        kind.kill()
        kind.wait()
        best = lees(plan)
        assert best.status == "lopend"
        assert len(best.voorstel["assignments"]) == 2
        # The worker sees it, and the run waits for a child that does better.
        assert not bewaker.loopt()
    assert lees(plan).voorstel == best.voorstel
    assert plannen.werk(lees(plan).geclaimd_tot) == "klaar"
    assert lees(plan).pogingen == 2
    assert lees(plan).voorstel["assignments"] == best.voorstel["assignments"]
    assert Inzet.objects.count() == 0


def test_a_process_killed_while_applying_leaves_nothing_behind(wereld, aanvraag):
    plan = start(wereld, met_oplosser=False)
    plannen.werk(wereld.nu)
    vraag_toepassen(plan_id=plan.pk, nu=wereld.nu, door=None)
    with halverwege(wereld.nu) as (bewaker, kind):
        # One person was asked, and nobody sees it yet.
        assert not Inzet.objects.exists()
        kind.kill()
        kind.wait()
        assert not bewaker.loopt()
    assert not Inzet.objects.exists()
    assert not Bericht.objects.filter(brief="inzet_gevraagd").exists()
    assert {status(een) for een in aanvraag.boekingen.all()} == {"te_plannen"}
    gelaten = lees(plan)
    assert (gelaten.status, gelaten.pogingen) == ("toepassen", 1)
    uit = plannen.pas_gevraagd_toe(gelaten.geclaimd_tot)
    assert (len(uit.toegepast), uit.overgeslagen) == (2, ())
    assert Inzet.objects.count() == 3
    assert Bericht.objects.filter(brief="inzet_gevraagd").count() == 3


def test_a_child_finishes_its_run_when_the_worker_is_killed(wereld, aanvraag):
    plan = start(wereld)
    connections.close_all()
    werker = subprocess.Popen(
        [sys.executable, "manage.py", "werk"],
        env=start_omgeving(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    kind = None
    try:
        for regel in werker.stderr:
            if gestart := re.search(rf"run {plan.pk} is done by process (\d+)", regel):
                kind = int(gestart[1])
                break
        werker.kill()
        # The child holds the other end of the pipe for as long as it lives.
        rest = werker.stderr.read()
    finally:
        werker.kill()
        werker.communicate()
        if kind is not None:
            kill_als_het_leeft(kind)
    assert f"run {plan.pk}: klaar" in rest
    assert (lees(plan).status, len(lees(plan).voorstel["assignments"])) == ("klaar", 2)


def kill_als_het_leeft(nummer):
    try:
        os.kill(nummer, signal.SIGKILL)
    except ProcessLookupError:
        return
