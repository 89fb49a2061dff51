"""Many clients on one clock signal: for tests of what must hold when all press at once."""

import gc
import os
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from django.db import connection, connections

FORK = get_context("fork")
SECONDS_BEFORE_START = 0.05


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What one client came back with: a value, or the name and text of what it raised."""

    value: Any = None
    error: str = ""
    text: str = ""


GEEN_ANTWOORD = Uitkomst(error="GeenAntwoord", text="The process hung or died.")


def run_at_once(
    functions: Sequence[Callable[[], object]], *, timeout: float = 60.0
) -> list[Uitkomst]:
    """Run every function in a process of its own, all from one moment, and return in order.

    Each process opens its own database connection and reports ready; only when all are there is a
    moment named, and each spins until it has come. Values must be picklable. Who hangs or dies is
    killed after ``timeout`` seconds and comes back as ``GEEN_ANTWOORD``. Use it with
    ``transactional_db``: the processes see only what was committed.
    """
    connections.close_all()
    gc.freeze()  # or every child, collecting garbage, copies all the memory it shares with us
    deadline = time.monotonic() + timeout
    clients = [_Client(function) for function in functions]
    try:
        failed = [client.read(deadline) for client in clients]
        start = time.monotonic() + SECONDS_BEFORE_START
        for client in clients:
            client.go(start)
        return [
            early or client.read(deadline) or GEEN_ANTWOORD
            for client, early in zip(clients, failed, strict=True)
        ]
    finally:
        for client in clients:
            client.stop()
        gc.unfreeze()


class _Client:
    """One forked process with a pipe each way."""

    def __init__(self, function: Callable[[], object]) -> None:
        signal, self._signal = FORK.Pipe(duplex=False)
        self._answer, answer = FORK.Pipe(duplex=False)
        self._process = FORK.Process(target=_live, args=(function, signal, answer), daemon=True)
        self._process.start()
        # With our copies closed, a dead child reads as end-of-file instead of as silence.
        signal.close()
        answer.close()

    def read(self, deadline: float) -> Uitkomst | None:
        """Return what the child sent: None for «ready»; ``GEEN_ANTWOORD`` on hanging or dying."""
        if not self._answer.poll(max(0.0, deadline - time.monotonic())):
            return GEEN_ANTWOORD
        try:
            return self._answer.recv()
        except EOFError:
            return GEEN_ANTWOORD

    def go(self, start: float) -> None:
        with suppress(BrokenPipeError):
            self._signal.send(start)

    def stop(self) -> None:
        if self._process.is_alive():
            self._process.join(0.5)
        self._process.kill()
        self._process.join()
        self._signal.close()
        self._answer.close()


def _live(function: Callable[[], object], signal: Connection, answer: Connection) -> None:
    """Be one client; leave through ``os._exit``, so that nothing of pytest is torn down twice."""
    try:
        connection.ensure_connection()
        answer.send(None)
        start = signal.recv()
        while time.monotonic() < start:
            os.sched_yield()
        answer.send(_try(function))
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must not wait for it
        answer.send(Uitkomst(error="StormError", text=traceback.format_exc()))
    finally:
        os._exit(0)


def _try(function: Callable[[], object]) -> Uitkomst:
    try:
        return Uitkomst(value=function())
    except Exception as error:  # noqa: BLE001 - the name of it is the answer
        return Uitkomst(error=type(error).__name__, text=str(error))
