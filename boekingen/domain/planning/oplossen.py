"""Run the solver, in this process or in one of its own.

A solver is foreign code with a large appetite: it can be missing, fail, or be killed for memory. In
a process of its own that costs nothing: every better timetable has come over already, so the
best so far is here, and a line says what happened.
"""

import multiprocessing
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Protocol

from .niveaus import Bewijs, OplosserSoort, plan_in_niveaus
from .probleem import Probleem
from .rooster import Rooster
from .scenario import Afspraak, Scenario
from .verloop import Verloop, Voortgang


class Methode(Protocol):
    """What the solver is used for; it travels to another process, so it holds values only."""

    def __call__(
        self, rooster: Rooster, verloop: Verloop, soort: type[OplosserSoort]
    ) -> tuple[Rooster, Bewijs]:
        """Return a timetable at least as good, and what is proven."""

    def sleutel(self, rooster: Rooster) -> tuple[int, ...]:
        """Return by what timetables are compared; larger is better."""


@dataclass(frozen=True, slots=True)
class Seizoen:
    """Plan a whole season, level by level."""

    def __call__(
        self, rooster: Rooster, verloop: Verloop, soort: type[OplosserSoort]
    ) -> tuple[Rooster, Bewijs]:
        """Return the best timetable and the proven bounds."""
        return plan_in_niveaus(rooster, verloop, soort)

    def sleutel(self, rooster: Rooster) -> tuple[int, ...]:
        """Compare by the five integers."""
        return rooster.get_uitkomst().sleutel


SEIZOEN = Seizoen()
Oplossen = Callable[[Rooster, Verloop, Methode], tuple[Rooster, Bewijs, tuple[str, ...]]]

GEEN_SOLVER = (
    "De oplosser (highspy) is hier niet: gepland met vuistregels. "
    "Dat is goed, maar niet bewezen het beste."
)
SOLVER_MISLUKT = "De oplosser stopte met een fout: dit is het beste plan tot dan toe."
SOLVER_WEG = "De oplosser is onderweg afgebroken: dit is het beste plan tot dan toe."
# How often the other process is looked at, and how long it may take to stop.
KIJK_SECONDEN, UITLOOP_SECONDEN = 0.1, 15.0


def load_oplosser() -> type[OplosserSoort] | None:
    """Return the solver, or None where ``highspy`` is missing."""
    try:
        soort: type[OplosserSoort] = import_module(".highs", __package__).Oplosser
    except ImportError:
        return None
    return soort


def los_op(
    rooster: Rooster, verloop: Verloop, methode: Methode = SEIZOEN
) -> tuple[Rooster, Bewijs, tuple[str, ...]]:
    """Return the timetable made better in this process, what is proven, and lines to read."""
    soort = load_oplosser()
    if soort is None:
        return rooster, Bewijs(), (GEEN_SOLVER,)
    if verloop.moet_stoppen():
        return rooster, Bewijs(), ()
    try:
        return *methode(rooster, verloop, soort), ()
    except (RuntimeError, MemoryError):
        return rooster, Bewijs(), (SOLVER_MISLUKT,)


def los_apart_op(
    rooster: Rooster, verloop: Verloop, methode: Methode = SEIZOEN
) -> tuple[Rooster, Bewijs, tuple[str, ...]]:
    """Do as ``los_op`` in a process of its own, which may fail, hang or be killed."""
    if verloop.moet_stoppen():
        return rooster, Bewijs(), ()
    context = multiprocessing.get_context("spawn")
    hier, daar = context.Pipe()
    proces = context.Process(
        target=_werk_apart,
        args=(
            daar,
            methode,
            rooster.probleem.scenario,
            rooster.get_afspraken(),
            verloop.klok,
            verloop.over,
        ),
        daemon=True,
    )
    proces.start()
    daar.close()
    try:
        return _luister(hier, rooster, verloop, methode)
    finally:
        hier.close()
        proces.join(KIJK_SECONDEN)
        if proces.is_alive():
            proces.kill()
            proces.join()


def _luister(
    hier: Connection, rooster: Rooster, verloop: Verloop, methode: Methode
) -> tuple[Rooster, Bewijs, tuple[str, ...]]:
    """Take in what the other process tells until it is ready, gone, or too late."""
    beste, gevraagd = rooster, False
    while verloop.seconden < verloop.tijdslimiet + UITLOOP_SECONDEN:
        if not gevraagd and verloop.moet_stoppen():
            gevraagd = _vraag_te_stoppen(hier)
        if not hier.poll(KIJK_SECONDEN):
            continue
        try:
            soort, afspraken, rest = hier.recv()
        except (EOFError, OSError):
            return beste, Bewijs(), (SOLVER_WEG,)
        nieuw = Rooster(rooster.probleem)
        nieuw.zet_afspraken(afspraken)
        if methode.sleutel(nieuw) >= methode.sleutel(beste):
            beste = nieuw
        if soort == "klaar":
            bewijs, meldingen = rest
            return beste, bewijs, meldingen
        verloop.grens = rest.grens
        verloop.meld(rest.stap, beste)
    return beste, Bewijs(), (SOLVER_WEG,)


def _vraag_te_stoppen(hier: Connection) -> bool:
    try:
        hier.send("stop")
    except OSError:
        return True
    return True


def _werk_apart(
    daar: Connection,
    methode: Methode,
    scenario: Scenario,
    afspraken: tuple[Afspraak, ...],
    klok: Callable[[], float],
    seconden: float,
) -> None:
    """Solve in this process; tells of every better timetable, and of the end."""
    # HiGHS greets on standard output, which belongs to whoever started us.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    rooster = Rooster(Probleem(scenario))
    rooster.zet_afspraken(afspraken)

    def meld(voortgang: Voortgang, beste: Rooster) -> None:
        daar.send(("beter", beste.get_afspraken(), voortgang))

    verloop = Verloop(klok=klok, tijdslimiet=seconden, stop=daar.poll, meld=meld)
    beste, bewijs, meldingen = los_op(rooster, verloop, methode)
    daar.send(("klaar", beste.get_afspraken(), (bewijs, meldingen)))
