"""What a coördinator decides of a person: for which lessons, levels and wijken."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from hoofdrolspelers.models import Hoofdrolspeler
from hoofdrolspelers.services.hoofdrolspelers import OnbekendeKeuze, set_werkgebied
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


@transaction.atomic
def zet_inzetbaarheid(
    *,
    hoofdrolspeler_id: int,
    les_ids: Collection[int],
    niveau_slugs: Collection[str],
    wijkcodes: Collection[str],
    nu: datetime,
    door: "Gebruiker | None",
) -> Hoofdrolspeler:
    """Keep for which lessons, levels and wijken somebody can be asked.

    No ``les_ids`` is every lesson of the role, no ``wijkcodes`` the whole city. Raises
    ``OnbekendeKeuze`` and ``OnbekendeHoofdrolspeler``.
    """
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    lessen = hoofdrolspeler.inzetbaar_voor
    bekend = set(lessen.model.objects.filter(pk__in=les_ids).values_list("pk", flat=True))
    if onbekend := set(les_ids) - bekend:
        raise OnbekendeKeuze(sorted(onbekend))
    lessen.set(bekend)
    set_werkgebied(hoofdrolspeler, niveau_slugs=niveau_slugs, wijkcodes=wijkcodes)
    noteer(
        onderwerp_soort="hoofdrolspeler",
        onderwerp_id=hoofdrolspeler.pk,
        wat="inzetbaarheid gewijzigd",
        door=door,
        nu=nu,
    )
    return hoofdrolspeler
