"""Who may work at a run of the season planner: one process at a time, as long as it lives.

The claim of a process that died runs out, and the next worker takes the run over; after
``MEESTE_POGINGEN`` it is reported as failed.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from boekingen.domain.status import PlanStatus
from boekingen.models import Seizoensplan
from boekingen.services.seizoensplannen import lock_plan, log, zet_status

LEASE = timedelta(minutes=1)
"""How long a process may say nothing before another takes its run over."""

MEESTE_POGINGEN = 2
TE_VAAK = "De planning is twee keer afgebroken. Het beste plan tot dan toe is bewaard."
NIET_TOEGEPAST = (
    "Het toepassen is twee keer afgebroken. Er is niets toegepast. Probeer het nog eens."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work at one run."""

    plan_id: int
    teken: str


def claim_plan(*, nu: datetime) -> Claim | None:
    """Take the run that waits, or one whose process died; None when there is none.

    A run that was asked to stop while nobody worked at it ends here, and so does one that was
    broken off too often.
    """
    with transaction.atomic():
        plan = (
            Seizoensplan.objects.select_for_update(skip_locked=True)
            .filter(Q(geclaimd_tot__isnull=True) | Q(geclaimd_tot__lte=nu), is_bezig=True)
            .order_by("pk")
            .first()
        )
        if plan is None:
            return None
        is_toepassing = plan.status == PlanStatus.TOEPASSEN.value
        if plan.stop_gevraagd_op is not None and not is_toepassing:
            zet_status(plan, PlanStatus.GESTOPT, nu=nu, door=None)
            return None
        if plan.pogingen >= MEESTE_POGINGEN:
            reden = NIET_TOEGEPAST if is_toepassing else TE_VAAK
            zet_status(plan, PlanStatus.MISLUKT, nu=nu, door=None, reden=reden)
            return None
        is_overname = bool(plan.claim)
        plan.pogingen += 1
        plan.claim = secrets.token_urlsafe(20)
        plan.geclaimd_tot = nu + LEASE
        if plan.status == PlanStatus.WACHTEND.value:
            zet_status(plan, PlanStatus.LOPEND, nu=nu, door=None)
        else:
            plan.save()
            if is_overname:
                log(plan, "overgenomen", nu=nu, door=None)
    return Claim(plan.pk, plan.claim)


def lock_geclaimd(claim: Claim, status: PlanStatus) -> Seizoensplan | None:
    """Lock the run and return it, or None when it is no longer ours or no longer so far."""
    plan = lock_plan(claim.plan_id)
    is_onze = plan.claim == claim.teken and plan.status == status.value
    return plan if is_onze else None


def geef_claim_op(*, claim: Claim, nu: datetime, was_gevraagd: bool = False) -> None:
    """Let the next worker take the run over at once: its process is gone.

    ``was_gevraagd``: it was told to leave, as at a restart, which counts as no attempt.
    """
    with transaction.atomic():
        plan = lock_plan(claim.plan_id)
        if plan.is_bezig and plan.claim == claim.teken:
            plan.geclaimd_tot = nu
            plan.pogingen -= was_gevraagd
            plan.save(update_fields=["geclaimd_tot", "pogingen"])
