"""``make lighthouse``: four scores of four pages on a telephone, of the production build.

Every page is measured ``RONDEN`` times; a score is the median, for other work on the machine is
felt. Prints a table and writes reports to ``DATA_DIR/lighthouse`` and scores to
``DATA_DIR/lighthouse.json``. Ends with 1 when a score is below 100.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.gewicht import PAGINAS
from tests.bench.register import Cijfer, format_regel, schrijf_json
from tests.bench.terrein import Terrein

RONDEN = 3
CATEGORIEEN = ("performance", "accessibility", "best-practices", "seo")
CHROME_VLAGGEN = "--headless=new --no-sandbox --disable-gpu"


def main(programma: str) -> int:
    """Measure with the Lighthouse at this path."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit(
            "No Chromium found: install the package chromium (for example: apt install chromium)."
        )
    data_dir = Path(os.environ.get("DATA_DIR") or "var")
    rapporten = data_dir / "lighthouse"
    rapporten.mkdir(parents=True, exist_ok=True)
    cijfers = []
    with Terrein() as terrein:
        poort = terrein.start_site(terrein.klein, app="tests.bench.achter_proxy")
        training = terrein.draai("vind_training", env=terrein.omgeving(terrein.klein))
        for naam, pad in {**PAGINAS, "training": training}.items():
            metingen = []
            for ronde in range(1, RONDEN + 1):
                bestand = rapporten / f"{naam}-{ronde}.json"
                meet(programma, chromium, f"http://127.0.0.1:{poort}{pad}", bestand)
                metingen.append(json.loads(bestand.read_text()))
            for soort in CATEGORIEEN:
                cijfer = Cijfer(
                    naam=f"Lighthouse {naam}: {soort}",
                    value=median(lees_score(meting, soort) for meting in metingen),
                    unit="", limit=100, better="higher",
                )  # fmt: skip
                cijfers.append(cijfer)
                print(format_regel(cijfer), flush=True)
            for gebrek in list_gebreken(metingen[-1]):
                print(f"  {gebrek}")
    schrijf_json(cijfers, data_dir / "lighthouse.json")
    return 0 if all(cijfer.is_gehaald for cijfer in cijfers) else 1


def meet(programma: str, chromium: str, adres: str, bestand: Path) -> None:
    """Let Lighthouse look at a page as a telephone; its report goes to ``bestand``."""
    subprocess.run(
        [
            programma, adres, "--quiet", "--no-enable-error-reporting", "--output=json",
            f"--output-path={bestand}", f"--only-categories={','.join(CATEGORIEEN)}",
            f"--chrome-flags={CHROME_VLAGGEN}",
        ],
        env=os.environ | {"CHROME_PATH": chromium}, check=True,
    )  # fmt: skip


def lees_score(meting: dict[str, Any], soort: str) -> float:
    """Return a score as people read it, 0 to 100; 0 where Lighthouse could not give one."""
    return round(100 * (meting["categories"][soort]["score"] or 0))


def list_gebreken(meting: dict[str, Any]) -> list[str]:
    """Return what costs points: the audits that weigh and are not whole."""
    return [
        f"{soort}: {audit['title']} ({audit.get('displayValue') or audit['scoreDisplayMode']})"
        for soort in CATEGORIEEN
        for verwijzing in meting["categories"][soort]["auditRefs"]
        if verwijzing["weight"]
        and (audit := meting["audits"][verwijzing["id"]])["scoreDisplayMode"]
        not in {"notApplicable", "manual", "informative"}
        and (audit["score"] is None or audit["score"] < 0.9)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
