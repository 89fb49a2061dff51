"""``manage.py maak_reservekopie``: one file with everything that must not be lost."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lesaanbod.services.databasekopie import DatabasekopieMislukt
from lesaanbod.services.reservekopie import maak_reservekopie


class Command(BaseCommand):
    """Write a back-up; the site may stay on."""

    help = "Maakt een reservekopie van database en media in één bestand. De site mag aan blijven."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the folder."""
        parser.add_argument(
            "map",
            nargs="?",
            type=Path,
            default=settings.DATA_DIR / "reservekopie",
            help="De map voor het bestand (standaard: reservekopie in DATA_DIR).",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file and say what is in it."""
        try:
            path, manifest = maak_reservekopie(folder=options["map"], nu=timezone.now())
        except DatabasekopieMislukt as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"Het bestand kon niet worden geschreven: {error}") from error
        self.stdout.write(str(path))
        self.stdout.write(
            f"{sum(manifest.tabellen.values())} rijen in {len(manifest.tabellen)} tabellen, "
            f"{len(manifest.bestanden) - 1} bestanden. Er staan persoonsgegevens in: "
            "bewaar het versleuteld."
        )
