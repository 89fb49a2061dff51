"""``manage.py werk``: the worker. Does what is due: mails, deadlines, diaries."""

import logging
import os
import select
import signal
import traceback
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from boekingen.management.planbewaker import Planbewaker
from boekingen.services.bundels import bundel_bevestigingen
from boekingen.services.lesherinneringen import stuur_dag_ervoor, stuur_lesherinneringen
from boekingen.services.planbeleid import start_op_tijd
from boekingen.services.post import ruim_post_op, verwerk_post
from boekingen.services.postbus import lees_postbus
from boekingen.services.rondestappen import zet_rondes
from boekingen.services.termijnen import (
    laat_uitnodigingen_verlopen,
    rond_lessen_af,
    stuur_herinneringen,
)
from boekingen.services.weekoverzichten import stuur_weekoverzichten
from hoofdrolspelers.services.agenda_verversen import meld_verouderde_agendas, ververs_agendas
from hoofdrolspelers.services.dagen import werk_dagen_bij
from hoofdrolspelers.services.deelname import werk_pauzes_bij
from lesaanbod.services.berichten import verstuur_klaarstaande
from lesaanbod.services.gezondheid import sla_hart
from lesaanbod.services.publicatie import publiceer_geplande

logger = logging.getLogger(__name__)

# With the round that follows, a mail leaves within five seconds.
PAUZE = 4.5
KIJK_NAAR_KIND = 0.5
BEWAKER = Planbewaker()

# What is due, in order: mails last, so that what the others queue leaves in the same round. Every
# task takes ``nu`` and returns how much it did; 0 means that nothing is left.
TAKEN: tuple[tuple[str, Callable[..., int]], ...] = (
    ("nieuwe post", lees_postbus),
    ("post verwerken", verwerk_post),
    ("uitnodigingen die verlopen", laat_uitnodigingen_verlopen),
    ("uitnodigingsrondes", zet_rondes),
    ("herinneringen", stuur_herinneringen),
    ("lessen die naderen", stuur_lesherinneringen),
    ("lessen van morgen", stuur_dag_ervoor),
    ("weekoverzicht", stuur_weekoverzichten),
    ("lessen die voorbij zijn", rond_lessen_af),
    ("pauzes die beginnen of eindigen", werk_pauzes_bij),
    ("pagina's op tijd", publiceer_geplande),
    ("eigen agenda's", ververs_agendas),
    ("agenda's die te oud zijn", meld_verouderde_agendas),
    ("vrije dagen", werk_dagen_bij),
    ("oude post", ruim_post_op),
    ("lessen tegelijk bevestigd", bundel_bevestigingen),
    ("planningen op tijd", start_op_tijd),
    ("seizoensplanner", BEWAKER),
    ("berichten", verstuur_klaarstaande),
)


class Stopteken:
    """Waits, until SIGTERM or SIGINT asks to stop.

    A pipe and not a ``threading.Event``: setting an Event in a signal handler can dead-lock with
    the wait that it interrupts.
    """

    def __enter__(self) -> Self:
        self.reader, self.writer = os.pipe()
        self.handlers = {
            number: signal.signal(number, self.handle) for number in (signal.SIGTERM, signal.SIGINT)
        }
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, handler in self.handlers.items():
            signal.signal(number, handler)
        os.close(self.reader)
        os.close(self.writer)

    def handle(self, _number: int, _frame: FrameType | None) -> None:
        """Ask to stop; the byte is never read, so the answer stays yes."""
        os.write(self.writer, b"x")

    def wait(self, seconds: float) -> bool:
        """Return whether stopping was asked for, at once or within ``seconds``."""
        return bool(select.select([self.reader], [], [], seconds)[0])


class Command(BaseCommand):
    """Do what is due, wait, and again, until told to stop."""

    help = "De werker: verstuurt berichten en doet wat aan de beurt is, tot u hem stopt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add ``--eenmalig``."""
        parser.add_argument(
            "--eenmalig", action="store_true", help="Doe wat aan de beurt is en stop dan."
        )

    def handle(self, *_args: Any, eenmalig: bool, **_options: Any) -> None:
        """Run rounds. With ``--eenmalig`` until one had nothing to do; fails if a task did."""
        with Stopteken() as stopteken:
            try:
                if eenmalig:
                    run_until_idle(stopteken)
                else:
                    run_until_stopped(stopteken)
            finally:
                BEWAKER.neem_afscheid()


def run_until_stopped(stopteken: Stopteken) -> None:
    """Round after round, with a pause when there was nothing to do."""
    logger.info("werk: started")
    busy = True
    while not stopteken.wait(0 if busy else PAUZE):
        busy = run_round(stopteken)[0] > 0
    logger.info("werk: stopped")


def run_until_idle(stopteken: Stopteken) -> None:
    """Run without pause; raises ``CommandError`` with the names of the tasks that failed.

    A season plan that is being worked out is waited for.
    """
    failed: set[str] = set()
    done = 1
    while (done or BEWAKER.loopt()) and not stopteken.wait(0 if done else KIJK_NAAR_KIND):
        done, names = run_round(stopteken)
        failed |= names
    if failed:
        raise CommandError(f"Mislukt: {', '.join(sorted(failed))}. Zie het logboek.")


def run_round(stopteken: Stopteken) -> tuple[int, set[str]]:
    """Do every task once; returns how much was done and the names of those that failed."""
    done, failed = 0, set[str]()
    for name, task in TAKEN:
        if stopteken.wait(0):
            break
        try:
            drop_broken_connections()
            sla_hart(nu=timezone.now())
            done += task(nu=timezone.now())
        except Exception as error:  # noqa: BLE001
            failed.add(name)
            logger.error("werk: %s failed: %s", name, describe_error(error))  # noqa: TRY400
    return done, failed


def drop_broken_connections() -> None:
    """Throw away a connection that a restart of the database has cut; the next query opens one."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()


def describe_error(error: Exception) -> str:
    """Return the kind and place of an error; not its text, which may hold personal data."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__qualname__} at {places}"
