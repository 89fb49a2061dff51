"""``manage.py verwerk_antwoord < mail.eml``: one mail that came in, for an MTA or by hand."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from boekingen.domain.binnenpost import MAX_BYTES
from boekingen.services.post import verwerk_antwoord


class Command(BaseCommand):
    """Read one message from standard input and say what came of it."""

    help = "Verwerk één binnengekomen mail van standaardinvoer, en zeg wat ervan kwam."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Process it. Whatever is in it, the command ends well: an MTA must not bounce it."""
        inhoud = sys.stdin.buffer.read(MAX_BYTES + 1)
        gevolg = verwerk_antwoord(inhoud=inhoud, nu=timezone.now())
        self.stdout.write(gevolg.value)
