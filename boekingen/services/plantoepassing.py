"""Apply the proposal of a season, in a process of its own: minutes of work for a whole city.

Nothing is written before everything is: one transaction, which holds the row of the run as well. So
as long as it lives nobody takes the run over, and when its process dies the database undoes all of
it and the next worker begins anew.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from boekingen.domain.planbeleid import Beleid, bepaal_vast_tot
from boekingen.domain.planning.uitvoer import parse_toewijzingen
from boekingen.domain.status import PlanStatus
from boekingen.models import Planbeleid, Seizoensplan
from boekingen.services.planclaims import Claim, lock_geclaimd
from boekingen.services.seizoensplan import Toepassing, pas_plan_toe
from boekingen.services.seizoensplannen import zet_status


def is_toepassing(claim: Claim) -> bool:
    """Return whether this run has a proposal to apply, and not a plan to make."""
    return Seizoensplan.objects.filter(pk=claim.plan_id, status=PlanStatus.TOEPASSEN.value).exists()


def pas_seizoensplan_toe(*, claim: Claim, nu: datetime) -> Toepassing | None:
    """Apply a proposal: every appointment is checked again, and what changed is kept with the run.

    Returns what came of it, or None when the run is no longer ours.
    """
    with transaction.atomic():
        plan = lock_geclaimd(claim, PlanStatus.TOEPASSEN)
        if plan is None:
            return None
        beleid = Planbeleid.objects.first() or Planbeleid()
        uit = pas_plan_toe(
            afspraken=parse_toewijzingen(plan.voorstel or {}),
            nu=nu,
            door=plan.toegepast_door,
            vast_tot=bepaal_vast_tot(Beleid(beleid.soort), weken_vooraf=beleid.weken_vooraf, nu=nu),
            weken_vooraf=beleid.weken_vooraf,
        )
        plan.toepassing, plan.toegepast_op = asdict(uit), nu
        zet_status(plan, PlanStatus.TOEGEPAST, nu=nu, door=plan.toegepast_door)
    return uit
