"""``manage.py plan_seizoen --uit uit.json [--scenario in.json]``: plan a whole season."""

import json
import logging
import os
import signal
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Self, TypeVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from boekingen.domain.planning.lezen import parse_scenario
from boekingen.domain.planning.oplossen import Oplossen, los_apart_op
from boekingen.domain.planning.planner import Plan, plan_seizoen
from boekingen.domain.planning.rooster import Rooster
from boekingen.domain.planning.uitvoer import build_oplossing, parse_oplossing
from boekingen.domain.planning.veld import ScenarioFout
from boekingen.domain.planning.verloop import Voortgang
from boekingen.selectors.planning_seizoen import build_scenario
from boekingen.services.planclaims import Claim
from boekingen.services.plantoepassing import is_toepassing, pas_seizoensplan_toe
from boekingen.services.planuitvoering import werk_plan_uit
from boekingen.services.seizoensplan import pas_plan_toe
from lesaanbod.services.eigen_bestanden import maak_eigen_bestand

logger = logging.getLogger(__name__)

WIJK_VOOR_ANDEREN = 10
# A national season is 37 MB.
GROOTSTE_BESTAND = 200_000_000
LANGSTE_LIMIET = 24 * 3600
TOON_OVER, TOON_HULP = 20, 5
_Inhoud = TypeVar("_Inhoud")


def parse_limiet(tekst: str) -> float:
    """Return a number of seconds; refuses what is none."""
    try:
        seconden = float(tekst)
    except ValueError:
        seconden = 0.0
    if not 1 <= seconden <= LANGSTE_LIMIET:
        raise ArgumentTypeError(f"geef een aantal seconden van 1 tot {LANGSTE_LIMIET}")
    return seconden


class Command(BaseCommand):
    """Plan, tell how it goes, and write the proposal whole or not at all."""

    help = (
        "Plant een heel seizoen: welke les wanneer met wie, wat overblijft en waarom. "
        "Ctrl-C stopt en bewaart het beste plan tot dan toe."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the files, the time limit and ``--zonder-solver``."""
        parser.add_argument(
            "--scenario",
            type=Path,
            metavar="IN",
            help="Bestand match-scenario/1; zonder dit de open aanvragen van de site.",
        )
        wat = parser.add_mutually_exclusive_group(required=True)
        wat.add_argument("--uit", type=Path, metavar="UIT", help="Waar het voorstel komt.")
        wat.add_argument(
            "--toepassen",
            type=Path,
            metavar="VOORSTEL",
            help="Kies de momenten van dit voorstel en vraag de mensen, voor zover dat nog kan.",
        )
        wat.add_argument(
            "--plan",
            type=int,
            metavar="NUMMER",
            help="Werk een planning van het bureau uit of pas die toe; dit start de werker zelf.",
        )
        parser.add_argument(
            "--tijdslimiet",
            type=parse_limiet,
            default=120.0,
            metavar="S",
            help="Seconden die de planning hooguit duurt (120).",
        )
        parser.add_argument(
            "--zonder-solver", action="store_true", help="Plan met vuistregels alleen."
        )

    def handle(
        self,
        *_args: Any,
        scenario: Path | None,
        uit: Path | None,
        toepassen: Path | None,
        plan: int | None,
        tijdslimiet: float,
        zonder_solver: bool,
        **_options: Any,
    ) -> None:
        """Make a proposal, or apply one; a wrong file or path is refused before anything."""
        if toepassen:
            self.pas_toe(toepassen)
        elif plan is not None:
            self.werk_uit(Claim(plan, os.environ.get("PLANCLAIM", "")))
        elif uit:
            self.plan(scenario, uit, tijdslimiet, oplossen=None if zonder_solver else los_apart_op)

    def plan(
        self, scenario: Path | None, uit: Path, tijdslimiet: float, oplossen: Oplossen | None
    ) -> None:
        """Read, plan, write and report."""
        if not uit.parent.is_dir() or uit.is_dir():
            raise CommandError(f"Hier kan geen voorstel komen: {uit}. Controleer het pad.")
        gelezen = lees(scenario, parse_scenario) if scenario else build_scenario(nu=timezone.now())
        with Stopknop() as stop:
            plan = plan_seizoen(
                gelezen,
                klok=time.monotonic,
                tijdslimiet=tijdslimiet,
                oplossen=oplossen,
                stop=stop,
                meld=self.toon_voortgang,
            )
        write_heel(uit, json.dumps(build_oplossing(plan), ensure_ascii=False, indent=1))
        self.stdout.write(format_verslag(plan))

    def werk_uit(self, claim: Claim) -> None:
        """Do a run that the worker claimed: planning gives way to web pages and mail.

        Applying does not, because others wait for the rows it holds.
        """
        if is_toepassing(claim):
            toegepast = pas_seizoensplan_toe(claim=claim, nu=timezone.now())
            hoe = "left to another" if toegepast is None else "applied"
        else:
            os.nice(WIJK_VOOR_ANDEREN)
            with Stopknop() as stop:
                uit = werk_plan_uit(claim=claim, klok=time.monotonic, kijk=timezone.now, stop=stop)
            hoe = uit or "left to another"
        logger.info("plan_seizoen: run %s: %s", claim.plan_id, hoe)

    def pas_toe(self, voorstel: Path) -> None:
        """Apply a proposal and tell what was not applied, and why."""
        uit = pas_plan_toe(afspraken=lees(voorstel, parse_oplossing), nu=timezone.now(), door=None)
        self.stdout.write(f"{len(uit.toegepast)} lessen toegepast: de mensen zijn gevraagd.")
        for een in uit.overgeslagen:
            self.stdout.write(f"  Les {een.les} niet: {een.reden}")

    def toon_voortgang(self, voortgang: Voortgang, _rooster: Rooster) -> None:
        """Write one line on progress."""
        grens = "" if voortgang.grens is None else f", hooguit {voortgang.grens}"
        self.stderr.write(
            f"{voortgang.seconden:6.1f} s  {voortgang.stap}: "
            f"waarde {voortgang.waarde}, datums {voortgang.datums}{grens}"
        )


class Stopknop:
    """Turns the first Ctrl-C or SIGTERM into «enough»; a second one ends the command."""

    def __init__(self) -> None:
        self._gevraagd = False
        self._vorige: dict[int, Any] = {}

    def __call__(self) -> bool:
        """Return whether somebody asked to stop."""
        return self._gevraagd

    def __enter__(self) -> Self:
        for teken in (signal.SIGINT, signal.SIGTERM):
            self._vorige[teken] = signal.signal(teken, self._vraag)
        return self

    def __exit__(self, *_fout: object) -> None:
        for teken, vorige in self._vorige.items():
            signal.signal(teken, vorige)

    def _vraag(self, teken: int, _frame: FrameType | None) -> None:
        self._gevraagd = True
        signal.signal(teken, self._vorige[teken])


def lees(pad: Path, parse: Callable[[bytes], _Inhoud]) -> _Inhoud:
    """Return what is in a file; ``CommandError`` names the field that is wrong."""
    try:
        if pad.stat().st_size > GROOTSTE_BESTAND:
            raise CommandError(f"{pad} is te groot.")
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise CommandError(f"{pad} is niet te lezen. Controleer het pad.") from fout
    try:
        return parse(inhoud)
    except ScenarioFout as fout:
        raise CommandError(f"{pad.name}: {fout}. Er is niets geschreven.") from fout


def write_heel(pad: Path, tekst: str) -> None:
    """Write a file so that there is always either the old or the whole new one.

    It says who will be where and when, so it is closed to other users of the machine.
    """
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
    try:
        maak_eigen_bestand(tijdelijk)
        tijdelijk.write_text(tekst, encoding="utf-8")
        tijdelijk.replace(pad)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise CommandError(f"Het voorstel is niet te schrijven naar {pad}.") from fout


def format_verslag(plan: Plan) -> str:
    """Return the report: how much, how good, what is left over and what would help."""
    uitkomst = plan.uitkomst
    aantal = len(plan.afspraken) + len(plan.overgebleven)
    punten = (
        f"Waarde {uitkomst.waarde}, datums {uitkomst.datums}, wijk {uitkomst.wijk}, "
        f"oneerlijk {uitkomst.oneerlijk}, reistijd {uitkomst.reistijd}."
    )
    gepland = f"{len(plan.afspraken)} van {aantal} lessen gepland in {plan.seconden:.0f} s."
    regels = [gepland, punten]
    if plan.verschil is not None:
        regels.append(
            "Bewezen: meer waarde kan niet."
            if plan.verschil == 0
            else f"Hooguit {plan.verschil:.2%} onder het beste dat kan ({plan.bewijs.waarde})."
        )
    regels += plan.meldingen
    if plan.overgebleven:
        regels.append(f"Overgebleven: {len(plan.overgebleven)} lessen.")
    for een in plan.overgebleven[:TOON_OVER]:
        hulp = " ".join(een.wat_helpt)
        regels.append(f"  {een.les}: {een.oorzaak.tekst}{' Wat helpt: ' + hulp if hulp else ''}")
    if len(plan.overgebleven) > TOON_OVER:
        regels.append(f"  … en {len(plan.overgebleven) - TOON_OVER} meer, in het bestand.")
    regels += [f"Wat helpt: {een.tekst}" for een in plan.hulp[:TOON_HULP]]
    return "\n".join(regels)
