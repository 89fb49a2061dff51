"""Publishing that nobody clicks on: what an editor planned for a moment."""

from datetime import datetime

from django.core.management import call_command

from wagtail.models import Page, Revision


def publiceer_geplande(*, nu: datetime) -> int:
    """Publish and take offline what editors planned for ``nu`` or before; return how many."""
    eerder = _tel_geplande(nu)
    if eerder:
        call_command("publish_scheduled", verbosity=0)
    return max(eerder - _tel_geplande(nu), 0)


def _tel_geplande(nu: datetime) -> int:
    """Return how many pages are due to go online or offline."""
    online: int = Revision.objects.filter(approved_go_live_at__lt=nu).count()
    offline: int = Page.objects.filter(live=True, expire_at__lt=nu).count()
    return online + offline
