"""The long storms: sixty-four clients doing anything, for 60 s, and twenty times for 5 s."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein

STORM = "tests/boekingen/services/test_storm.py"
LANG = 60
KORT = 5
KEREN = 20


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Count the storms in which a promise was broken; none may."""
    databases = {"SQLite": {}}
    if terrein.postgres:
        databases["PostgreSQL"] = {"DATABASE_URL": terrein.postgres}
    keren = KEREN // len(databases)
    for naam, omgeving in databases.items():
        for seconden, keer in ((LANG, 1), (KORT, keren)):
            yield Cijfer(
                naam=f"broken storms of {keer}, {seconden} s, 64 clients, {naam}",
                value=tel_gebroken(omgeving, seconden=seconden, keer=keer),
                unit="storms", limit=0, better="lower",
            )  # fmt: skip


def tel_gebroken(omgeving: dict[str, str], *, seconden: int, keer: int) -> int:
    """Play ``keer`` storms of ``seconden`` in a process of pytest; return how many failed."""
    opdracht = [sys.executable, "-m", "pytest", STORM, "-k", "sixty_four", "-p", "no:xdist"]
    env = os.environ | omgeving | {"STORM_SECONDEN": str(seconden), "STORM_KEER": str(keer)}
    gedaan = subprocess.run(opdracht, env=env, capture_output=True, text=True, check=False)
    geslaagd = re.search(r"(\d+) passed", gedaan.stdout)
    if geslaagd is None or int(geslaagd[1]) < keer:
        print(gedaan.stdout[-2000:])
    return keer - (int(geslaagd[1]) if geslaagd else 0)
