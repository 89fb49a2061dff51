"""For which lessons somebody can be asked: what a coördinator decides."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from hoofdrolspelers.services.hoofdrolspelers import OnbekendeKeuze
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


@transaction.atomic
def zet_inzetbaarheid(
    *,
    hoofdrolspeler_id: int,
    les_ids: Collection[int],
    nu: datetime,
    door: "Gebruiker | None",
) -> None:
    """Keep for which lessons somebody can be asked; none is every lesson of the role.

    Lessons somebody already gives stay. Raises ``OnbekendeKeuze`` for a lesson that is not there
    and ``OnbekendeHoofdrolspeler``.
    """
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    lessen = hoofdrolspeler.inzetbaar_voor
    bekend = set(lessen.model.objects.filter(id__in=les_ids).values_list("id", flat=True))
    if onbekend := set(les_ids) - bekend:
        raise OnbekendeKeuze(sorted(onbekend))
    lessen.set(bekend)
    noteer(
        onderwerp_soort="hoofdrolspeler",
        onderwerp_id=hoofdrolspeler.pk,
        wat="inzetbaarheid gewijzigd",
        door=door,
        nu=nu,
    )
