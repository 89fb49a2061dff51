"""``manage.py demo``: an invented catalogue and city to try the site with."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from boekingen.services.demo import vul_demo
from lesaanbod.domain.taal import opsomming
from lesaanbod.selectors import list_gebruikers
from lesaanbod.selectors.bestemmingen import list_bestemmingen
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
        if vul_demo(nu=nu):
            while verstuur_klaarstaande(nu=timezone.now()):
                pass
            self.stdout.write("De demo is gevuld.")
        else:
            self.stdout.write("De demo staat er al. Er is niets veranderd.")
        self.tell_where()

    def tell_where(self) -> None:
        """Name the addresses, and the people one can be."""
        self.stdout.write(f"\n  Site     {settings.SITE_URL}/")
        if settings.DEMO:
            self.stdout.write(
                f"  Demo     {settings.SITE_URL}/demo/  (wees iemand anders, lees de mails)"
            )
        self.stdout.write(f"  Planning {settings.SITE_URL}/planning/")
        self.stdout.write(f"  Beheer   {settings.SITE_URL}/beheer/\n\n")
        for gebruiker in list_gebruikers():
            plekken = opsomming(plek.naam for plek in list_bestemmingen(gebruiker))
            self.stdout.write(f"  {gebruiker!s:<22} {gebruiker.email:<38} {plekken}")
        self.stdout.write("")
