"""Make the first beheerder: no password, the second factor comes at the first login."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from lesaanbod.services.beheerders import GebruikerGesloten, maak_beheerder


class Command(BaseCommand):
    """``manage.py maak_beheerder EMAIL``; doing it twice changes nothing."""

    help = "Maakt de persoon met dit e-mailadres beheerder."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the address."""
        parser.add_argument("email", help="het e-mailadres waarmee de beheerder inlogt")

    def handle(self, *args: Any, email: str, **options: Any) -> None:  # noqa: ARG002
        """Make the beheerder and say how to log in."""
        try:
            validate_email(email)
            is_nieuw = maak_beheerder(email=email, nu=timezone.now())
        except ValidationError as fout:
            raise CommandError(f"{email!r} is geen e-mailadres.") from fout
        except GebruikerGesloten as fout:
            message = f"{email} is gesloten. Laat een andere beheerder de persoon weer openen."
            raise CommandError(message) from fout
        if not is_nieuw:
            self.stdout.write(f"{email} was al beheerder. Er is niets veranderd.")
            return
        self.stdout.write(f"{email} is beheerder. Log in op /account/login/ met een code per mail.")
