"""Mask and exact answer, free and busy, both clock changes: 2,000 examples of each property."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import ROOT, Terrein

WAAR = [
    f"tests/hoofdrolspelers/domain/test_{naam}.py"
    for naam in ("dagmasker", "persoonstijd", "beschikbaarheid")
]
MINSTENS = 8


@meting
def meet(_terrein: Terrein) -> Iterator[Cijfer]:
    """Count the properties that hold."""
    opdracht = [sys.executable, "-m", "pytest", *WAAR, "-m", "hypothesis", "-n", "2"]
    gedaan = subprocess.run(
        opdracht,
        env=os.environ | {"HYPOTHESIS_PROFILE": "lang"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    geslaagd = re.search(r"(\d+) passed", gedaan.stdout)
    if gedaan.returncode:
        print(gedaan.stdout[-2000:])
    yield Cijfer(
        naam="properties of time, 2,000 examples each",
        value=int(geslaagd[1]) if geslaagd and not gedaan.returncode else 0,
        unit="hold",
        limit=MINSTENS,
        better="higher",
    )
