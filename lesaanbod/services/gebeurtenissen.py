"""Write the log."""

from datetime import datetime

from lesaanbod.models import Gebeurtenis, Gebruiker


def noteer(
    *,
    onderwerp_soort: str,
    onderwerp_id: object,
    wat: str,
    door: Gebruiker | None,
    nu: datetime,
    waarom: str = "",
) -> Gebeurtenis:
    """Store and return one Gebeurtenis: ``door`` (None: the site itself) did ``wat`` at ``nu``.

    Call it in the transaction of the change itself: both happen, or neither.
    """
    return Gebeurtenis.objects.create(
        onderwerp_soort=onderwerp_soort,
        onderwerp_id=str(onderwerp_id),
        wat=wat,
        door=door,
        op=nu,
        waarom=waarom,
    )
