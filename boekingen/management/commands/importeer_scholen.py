"""``manage.py importeer_scholen PAD…``: take in the school registers of DUO."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from boekingen.domain.registerbestand import RegisterOnleesbaar
from boekingen.domain.vestigingen import Sector
from boekingen.services.schoolregister import TeVeelVerdwenen, Verslag, importeer_register

# The largest real file is 2 MB.
GROOTSTE_BESTAND = 50_000_000
SECTOREN = {
    Sector.PO: "basisonderwijs",
    Sector.VO: "voortgezet onderwijs",
    Sector.SO: "speciaal onderwijs",
}


class Command(BaseCommand):
    """Take in each file by itself: all of it, or nothing with a reason."""

    help = (
        "Leest de schoolregisters van DUO in (po, vo, en sbo/so/vso), zoals u ze downloadt. "
        "Meldt per bestand wat er veranderde en welke regels niet meededen."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the paths and ``--sta-verdwijnen-toe``."""
        parser.add_argument("paden", nargs="+", type=Path, metavar="PAD", help="Bestand van DUO.")
        parser.add_argument(
            "--sta-verdwijnen-toe",
            action="store_true",
            help="Ga door als meer dan 5 procent van de bekende scholen zou verdwijnen.",
        )

    def handle(
        self, *_args: Any, paden: list[Path], sta_verdwijnen_toe: bool, **_options: Any
    ) -> None:
        """Report on every file; fails at the end when one of them was not taken."""
        mislukt = [pad for pad in paden if not self.importeer(pad, sta_verdwijnen_toe)]
        if mislukt:
            raise CommandError(f"{len(mislukt)} van {len(paden)} bestanden niet ingelezen.")

    def importeer(self, pad: Path, sta_verdwijnen_toe: bool) -> bool:  # noqa: FBT001
        """Take in one file and report; returns whether it was taken."""
        try:
            verslag = importeer_register(
                inhoud=read_bestand(pad),
                sta_verdwijnen_toe=sta_verdwijnen_toe,
                door=None,
                nu=timezone.now(),
            )
        except (RegisterOnleesbaar, TeVeelVerdwenen) as reden:
            self.stderr.write(f"{pad.name}: niet ingelezen, er is niets veranderd.\n  {reden}")
            return False
        self.stdout.write(format_verslag(pad.name, verslag))
        return True


def read_bestand(pad: Path) -> bytes:
    """Return the bytes of a file; ``RegisterOnleesbaar`` says what is wrong with the path."""
    if not pad.is_file():
        raise RegisterOnleesbaar("Dit bestand is er niet. Controleer het pad.")
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GROOTSTE_BESTAND + 1)
    except OSError as fout:
        raise RegisterOnleesbaar("Dit bestand is niet te openen. Controleer de rechten.") from fout
    if len(inhoud) > GROOTSTE_BESTAND:
        raise RegisterOnleesbaar("Dit bestand is veel groter dan een register. Controleer het pad.")
    return inhoud


def format_verslag(naam: str, verslag: Verslag) -> str:
    """Return the report of one file: counts first, then every row that was refused and why."""
    aantallen = {
        "nieuw": verslag.nieuw,
        "gewijzigd": verslag.gewijzigd,
        "ongewijzigd": verslag.ongewijzigd,
        "verdwenen": verslag.verdwenen,
        "teruggekeerd": verslag.teruggekeerd,
        "geweigerd": len(verslag.weigeringen),
    }
    regels = [f"{naam} ({SECTOREN[verslag.sector]})"]
    regels += [f"  {aantal:6} {woord}" for woord, aantal in aantallen.items()]
    regels += [f"  {verslag.aanwezig:6} scholen uit het register aanwezig"]
    regels += [f"  Regel {een.regel}: {een.reden}" for een in verslag.weigeringen]
    return "\n".join(regels)
