"""The solver may be missing, fail, be killed or be told to stop: the best so far stays."""

import os
import signal
import subprocess
import sys
import time
from itertools import count

import pytest

from boekingen.domain.planning import oplossen
from boekingen.domain.planning.planner import GESTOPT, plan_seizoen
from tests.boekingen.domain.planning.nakijken import list_fouten, naar_toewijzingen
from tests.factories.seizoenen import lees, make_seizoen

SCENARIO = make_seizoen(6, maat=0.08)


def plan(oplosser, ronden=50, **opties):
    uit = plan_seizoen(
        lees(SCENARIO),
        klok=time.monotonic,
        oplossen=oplosser,
        ronden=ronden,
        tijdslimiet=60,
        **opties,
    )
    assert list_fouten(SCENARIO, naar_toewijzingen(uit)) == []
    return uit


def test_a_process_of_its_own_comes_to_the_same():
    hier, daar = plan(oplossen.los_op), plan(oplossen.los_apart_op)
    assert daar.uitkomst == hier.uitkomst
    assert daar.bewijs == hier.bewijs
    assert daar.meldingen == ()


def test_without_highspy_the_plan_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "boekingen.domain.planning.highs", None)
    uit = plan(oplossen.los_op)
    assert uit.meldingen == (oplossen.GEEN_SOLVER,)
    assert uit.uitkomst.waarde > 0
    assert uit.verschil is None


@pytest.mark.parametrize("fout", [RuntimeError, MemoryError])
def test_a_solver_that_fails_leaves_the_heuristic(monkeypatch, fout):
    class Kapot:
        def __init__(self, model):
            raise fout

    monkeypatch.setattr(oplossen, "load_oplosser", lambda: Kapot)
    assert plan(oplossen.los_op).meldingen == (oplossen.SOLVER_MISLUKT,)


def test_a_solver_that_is_killed_leaves_the_best_so_far():
    """Kill -9 as soon as the process has told of a first better timetable."""
    gezien = []

    def meld(voortgang, _rooster):
        gezien.append(voortgang)
        kinderen = list_kinderen()
        if voortgang.stap == "waarde" and kinderen:
            os.kill(kinderen[0], signal.SIGKILL)

    uit = plan(oplossen.los_apart_op, meld=meld, ronden=0)
    assert uit.meldingen == (oplossen.SOLVER_WEG,)
    assert uit.uitkomst.waarde >= max(een.waarde for een in gezien if een.stap == "waarde")
    assert list_kinderen() == []


def test_a_solver_killed_at_birth_leaves_the_heuristic(monkeypatch):
    monkeypatch.setattr(oplossen, "_werk_apart", sterf)
    uit = plan(oplossen.los_apart_op)
    assert uit.meldingen == (oplossen.SOLVER_WEG,)
    assert uit.uitkomst.waarde > 0


def sterf(*_alles):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_stop_reaches_the_other_process():
    begonnen = []
    uit = plan(
        oplossen.los_apart_op,
        stop=lambda: bool(begonnen) and bool(list_kinderen()),
        meld=lambda voortgang, _rooster: begonnen.append(voortgang),
    )
    assert GESTOPT in uit.meldingen
    assert list_kinderen() == []


def test_the_site_runs_without_the_solver():
    """Nothing but the solver's own module imports it, so no web process carries it."""
    code = (
        "import sys, boekingen.domain.planning.planner, boekingen.domain.planning.uitvoer;"
        "sys.exit('highspy' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def list_kinderen():
    """Return the solver processes that this process started and that still run."""
    import multiprocessing

    return [kind.pid for kind in multiprocessing.active_children()]


def test_a_clock_that_ran_out_starts_no_solver():
    klok = count(0, 10).__next__
    uit = plan_seizoen(lees(SCENARIO), klok=klok, tijdslimiet=30, ronden=50)
    assert uit.bewijs.waarde is None
