"""What a figure is, which groups of figures there are, and whether they hold."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from tests.bench.terrein import Terrein

# The modules of this package that hold a group, in the order in which they run.
GROEPEN = (
    "vragen",
    "doorvoer",
    "zoeken",
    "gewicht",
    "onzin",
    "agenda",
    "tijd",
    "eigenschappen",
    "seizoen",
    "drukte",
    "herstelpagina",
    "rangschikking",
    "kans",
    "rondes",
    "post",
    "storm",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """One figure; without ``limit`` it is for information and cannot be missed."""

    naam: str
    value: float
    unit: str
    limit: float | None
    better: Literal["lower", "higher"]

    @property
    def is_gehaald(self) -> bool:
        """Whether the limit holds."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.better == "higher" else self.value <= self.limit


Meting = Callable[[Terrein], Iterator[Cijfer]]
METINGEN: dict[str, Meting] = {}


def meting(functie: Meting) -> Meting:
    """Register a group under the name of its module."""
    METINGEN[functie.__module__.rpartition(".")[2]] = functie
    return functie


def lees_metingen() -> dict[str, Meting]:
    """Return name → group, of every module in ``GROEPEN``."""
    for groep in GROEPEN:
        import_module(f"tests.bench.{groep}")
    return {groep: METINGEN[groep] for groep in GROEPEN}


def format_regel(cijfer: Cijfer) -> str:
    """Return a line of the table."""
    teken = {"lower": "≤", "higher": "≥"}[cijfer.better]
    grens = "" if cijfer.limit is None else f"{teken} {cijfer.limit:g}"
    oordeel = "" if cijfer.is_gehaald else "  MISSED"
    return f"{cijfer.naam:<44} {cijfer.value:>10.4g} {cijfer.unit:<8} {grens:>9}{oordeel}"


def schrijf_json(cijfers: list[Cijfer], bestand: Path) -> None:
    """Write name → value, unit, limit, better; figures of groups that did not run now stay."""
    alles = json.loads(bestand.read_text()) if bestand.exists() else {}
    for cijfer in cijfers:
        waarden = asdict(cijfer)
        alles[waarden.pop("naam")] = waarden
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(json.dumps(alles, indent=2, ensure_ascii=False) + "\n")
