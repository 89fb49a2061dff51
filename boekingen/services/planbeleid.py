"""When the season planner starts by itself: after registration closes, or every week."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.planbeleid import Beleid, bepaal_volgende
from boekingen.domain.weigeringen import PlanningLoopt, StapNietMogelijk
from boekingen.models import Planbeleid
from boekingen.services.seizoensplannen import start_plan
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

TIJDSLIMIET = 300
"""Nobody waits for a plan that starts at six in the morning."""


def zet_beleid(
    *,
    soort: Beleid,
    sluit_op: date | None,
    weken_vooraf: int,
    nu: datetime,
    door: Gebruiker | None,
) -> Planbeleid:
    """Say when a season is planned. Raises ``StapNietMogelijk`` for a deadline that has passed."""
    volgende = bepaal_volgende(soort, sluit_op=sluit_op, nu=nu)
    if soort is Beleid.SLUITING and volgende is None:
        raise StapNietMogelijk(
            "Kies als laatste dag van de inschrijving vandaag of later, hooguit twee jaar vooruit."
        )
    with transaction.atomic():
        beleid, _ = Planbeleid.objects.update_or_create(
            pk=1,
            defaults={
                "soort": soort.value,
                "sluit_op": sluit_op if soort is Beleid.SLUITING else None,
                "weken_vooraf": weken_vooraf,
                "volgende_op": volgende,
            },
        )
        noteer(onderwerp_soort="planbeleid", onderwerp_id=1, wat=soort.value, door=door, nu=nu)
    return beleid


def start_op_tijd(nu: datetime) -> int:
    """Start the plan that is due at ``nu``; returns how many.

    While another run is at work it waits; a proposal that nobody decided on goes out of use.
    """
    with transaction.atomic():
        beleid = (
            Planbeleid.objects.select_for_update(skip_locked=True)
            .filter(volgende_op__lte=nu)
            .first()
        )
        if beleid is None:
            return 0
        try:
            start_plan(tijdslimiet=TIJDSLIMIET, nu=nu, door=None)
        except PlanningLoopt:
            return 0
        beleid.volgende_op = bepaal_volgende(Beleid(beleid.soort), sluit_op=None, nu=nu)
        beleid.save(update_fields=["volgende_op"])
    return 1
