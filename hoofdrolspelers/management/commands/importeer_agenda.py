"""``manage.py importeer_agenda``: what a calendar file would block; nothing is stored."""

import json
from argparse import ArgumentParser
from collections import Counter
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError

from hoofdrolspelers.domain.agenda_import import GeenAgenda, voeg_bezet_samen
from hoofdrolspelers.domain.tijdvak import Tijdvak, build_tijdvak
from hoofdrolspelers.services.agenda_lezen import MAX_BESTAND, lees_veilig

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Command(BaseCommand):
    """Read calendar files and tell what they would block."""

    help = "Toont welke tijd agendabestanden bezet houden. Bewaart niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the files and the window."""
        parser.add_argument("bestanden", nargs="+", type=Path, metavar="PAD.ics")
        parser.add_argument("--van", required=True, type=date.fromisoformat, help="eerste dag")
        parser.add_argument("--tot", required=True, type=date.fromisoformat, help="dag erna")
        parser.add_argument("--json", action="store_true", help="als JSON, voor machines")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read every file; a bad one gets its message and stops nothing."""
        venster = build_tijdvak(get_middernacht(options["van"]), get_middernacht(options["tot"]))
        if venster is None:
            raise CommandError("Kies een --tot die later is dan --van.")
        namen = build_namen(options["bestanden"])
        uitkomst = {naam: lees_bestand(pad, venster) for naam, pad in namen.items()}
        if options["json"]:
            self.stdout.write(json.dumps(uitkomst, ensure_ascii=False, indent=1))
            return
        for naam, gelezen in uitkomst.items():
            self.stdout.write(f"{naam}: {gelezen['error'] or tel(gelezen['busy'])}")
            for regel in gelezen["warnings"]:
                self.stdout.write(f"  let op: {regel}")
            for begin, eind in gelezen["busy"]:
                self.stdout.write(f"  {begin} - {eind}")


def build_namen(paden: list[Path]) -> dict[str, Path]:
    """Return the files by name; two of one name in different folders by their whole path."""
    keren = Counter(pad.name for pad in set(paden))
    return {pad.name if keren[pad.name] == 1 else str(pad): pad for pad in paden}


def get_middernacht(dag: date) -> datetime:
    """Return the moment at which a day begins in the Netherlands."""
    return datetime.combine(dag, time(), AMSTERDAM)


def lees_bestand(pad: Path, venster: Tijdvak) -> dict[str, Any]:
    """Return what one file blocks, or why it could not be read."""
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(MAX_BESTAND + 1)
        resultaat = lees_veilig(inhoud=inhoud, venster=venster)
    except OSError:
        return {"busy": [], "error": "Dit bestand kunnen wij niet openen.", "warnings": []}
    except GeenAgenda as fout:
        return {"busy": [], "error": str(fout), "warnings": []}
    bezet = voeg_bezet_samen(resultaat)
    busy = [[schrijf(span.begin), schrijf(span.eind)] for span in bezet]
    return {"busy": busy, "error": None, "warnings": list(resultaat.waarschuwingen)}


def schrijf(moment: datetime) -> str:
    """Return a moment in UTC as «2026-01-05T08:00:00Z»."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def tel(busy: list[list[str]]) -> str:
    """Return how many spans are taken, in words."""
    return f"{len(busy)} keer bezet" if busy else "nergens bezet"
