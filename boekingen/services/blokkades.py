"""Schools to which a hoofdrolspeler does not come."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.models import Schoolblokkade
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


def blokkeer_school(
    *, hoofdrolspeler_id: int, school_id: int, reden: str, nu: datetime, door: Gebruiker | None
) -> Schoolblokkade:
    """Keep this person from being asked for this school; again with another reason renews it.

    What was promised stays. The reason stands nowhere else, also not in the log.
    """
    with transaction.atomic():
        lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        blokkade, _ = Schoolblokkade.objects.update_or_create(
            hoofdrolspeler_id=hoofdrolspeler_id,
            school_id=school_id,
            defaults={"reden": reden, "gezet_op": nu, "gezet_door": door},
        )
        log(hoofdrolspeler_id, "school geblokkeerd", nu=nu, door=door)
    return blokkade


def geef_school_vrij(
    *, hoofdrolspeler_id: int, school_id: int, nu: datetime, door: Gebruiker | None
) -> None:
    """Let this person be asked for this school again; a second time changes nothing."""
    with transaction.atomic():
        lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        rijen = Schoolblokkade.objects.filter(hoofdrolspeler=hoofdrolspeler_id, school=school_id)
        if rijen.delete()[0]:
            log(hoofdrolspeler_id, "school vrijgegeven", nu=nu, door=door)


def vergeet_blokkades(*, hoofdrolspeler_id: int) -> None:
    """Drop every reason of somebody who leaves."""
    Schoolblokkade.objects.filter(hoofdrolspeler=hoofdrolspeler_id).delete()


def log(hoofdrolspeler_id: int, wat: str, *, nu: datetime, door: Gebruiker | None) -> None:
    """Write that it happened, not why or for which school."""
    noteer(
        onderwerp_soort="hoofdrolspeler", onderwerp_id=hoofdrolspeler_id, wat=wat, door=door, nu=nu
    )
