"""``manage.py demo``: an invented catalogue and city to try the site with."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from boekingen.services.demo import vul_demo
from lesaanbod.services.berichten import verstuur_klaarstaande
from lesaanbod.services.demo import vul_lesaanbod


class Command(BaseCommand):
    """Fills the site once; a second time changes nothing."""

    help = "Vult de site met verzonnen lessen, scholen, mensen en aanvragen."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Fill, and send the mails the invented requests brought about."""
        if not settings.DEBUG:
            raise CommandError("De demo is er alleen op een ontwikkelsite (DEBUG=on).")
        nu = timezone.now()
        vul_lesaanbod(nu=nu)
        if not vul_demo(nu=nu):
            self.stdout.write("De demo staat er al. Er is niets veranderd.")
            return
        while verstuur_klaarstaande(nu=timezone.now()):
            pass
        self.stdout.write("De demo is gevuld.")
