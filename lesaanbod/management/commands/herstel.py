"""``manage.py herstel``: put a back-up back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lesaanbod.services.databasekopie import DatabasekopieMislukt
from lesaanbod.services.reservekopie import (
    AndereDatabase,
    DatabaseNietLeeg,
    ReservekopieBeschadigd,
    herstel,
)


class Command(BaseCommand):
    """Check a back-up and put it back; web and worker must be off."""

    help = "Zet een reservekopie terug. Zet eerst de site en de werker uit."
    requires_system_checks: list[str] = []  # noqa: RUF012 - works on an empty database

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the file and ``--ja``."""
        parser.add_argument("bestand", type=Path, help="De reservekopie (.tar.gz).")
        parser.add_argument(
            "--ja", action="store_true", help="Overschrijf ook een database die niet leeg is."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Put it back and say what to do next; a refusal leaves everything as it was."""
        try:
            manifest = herstel(bestand=options["bestand"], overschrijf=options["ja"])
        except DatabaseNietLeeg as error:
            raise CommandError(
                "De database is niet leeg. Alles daarin gaat verloren. "
                "Wilt u dat? Voeg dan --ja toe."
            ) from error
        except (ReservekopieBeschadigd, AndereDatabase, DatabasekopieMislukt) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Teruggezet: {sum(manifest.tabellen.values())} rijen van {manifest.gemaakt_op}.\n"
            "Draai nu manage.py migrate. Start dan de site en de werker. Berichten die toen "
            "wachtten, gaan dan weg, ook als zij na de kopie al verstuurd zijn."
        )
