"""Letters keep the quiet hours, unless somebody just asked for them or they cannot wait."""

from datetime import datetime
from typing import Any

from django.conf import settings

from boekingen.emails.brieven import BRIEVEN
from lesaanbod.domain.stille_uren import bepaal_vertrek
from lesaanbod.services.berichten import zet_klaar


def zet_brief_klaar(
    *, brief: str, nu: datetime, begin: datetime | None = None, **anders: Any
) -> None:
    """Queue a letter (``lesaanbod.services.berichten.zet_klaar``) for now, or for the morning.

    ``begin`` is that of the lesson it is about: what is near does not wait.
    """
    zet_klaar(brief=brief, nu=nu, niet_voor=bepaal_niet_voor(brief, nu, begin), **anders)


def bepaal_niet_voor(brief: str, nu: datetime, begin: datetime | None) -> datetime:
    """Return when a letter that is queued at ``nu`` may leave; a demo shows it at once."""
    if settings.DEMO or BRIEVEN[brief].meteen:
        return nu
    return bepaal_vertrek(nu=nu, begin=begin)
