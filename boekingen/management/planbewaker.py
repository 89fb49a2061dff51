"""Lets a child process work out and apply season plans, so that the worker goes on with mail."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from boekingen.services.planclaims import Claim, claim_plan, geef_claim_op

logger = logging.getLogger(__name__)

# How long a child may take to keep its best plan when the worker leaves.
AFSCHEID_SECONDEN = 10.0
Kind = subprocess.Popen[bytes]


def start_kind(claim: Claim) -> Kind:
    """Start the command that does one run; the claim goes by the environment, unlisted."""
    return subprocess.Popen(  # noqa: S603  # our own interpreter and command
        [sys.executable, "-m", "django", "plan_seizoen", "--plan", str(claim.plan_id)],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE, "PLANCLAIM": claim.teken},
        stdin=subprocess.DEVNULL,
        # A Ctrl-C in the terminal of the worker is for the worker, which passes it on in order.
        start_new_session=True,
    )


class Planbewaker:
    """At most one child at a time; a task of the worker."""

    def __init__(self, start: Callable[[Claim], Kind] = start_kind) -> None:
        self._start = start
        self._bezig: tuple[Claim, Kind] | None = None

    def __call__(self, nu: datetime) -> int:
        """Look after the child, or start one for a run that waits; returns how many started.

        The run of a child that was killed or failed is up for another attempt at once.
        """
        if self.loopt():
            return 0
        claim = claim_plan(nu=nu)
        if claim is None:
            return 0
        kind = self._start(claim)
        logger.info("werk: run %s is done by process %s", claim.plan_id, kind.pid)
        self._bezig = claim, kind
        return 1

    def loopt(self) -> bool:
        """Return whether a child is at work; one that ended is put away."""
        if self._bezig is None:
            return False
        claim, kind = self._bezig
        if kind.poll() is None:
            return True
        self._bezig = None
        if kind.returncode != 0:
            geef_claim_op(claim=claim, nu=timezone.now())
        return False

    def neem_afscheid(self) -> None:
        """Tell the child to leave its run, best plan kept, to the next worker."""
        if self._bezig is None:
            return
        claim, kind = self._bezig
        self._bezig = None
        kind.send_signal(signal.SIGTERM)
        try:
            kind.wait(AFSCHEID_SECONDEN)
        except subprocess.TimeoutExpired:
            kind.kill()
            kind.wait()
            geef_claim_op(claim=claim, nu=timezone.now(), was_gevraagd=True)
