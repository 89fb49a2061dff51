"""The long storms on each database: sixty-four clients do anything, 60 s and twenty times 5 s.

Both databases at the same time, which makes the storm no milder and the bench half as long.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

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
    with ThreadPoolExecutor() as pool:
        gebroken = dict(zip(databases, pool.map(speel_alle, databases.values()), strict=True))
    for naam, aantallen in gebroken.items():
        for (seconden, keer), aantal in zip(((LANG, 1), (KORT, KEREN)), aantallen, strict=True):
            yield Cijfer(
                naam=f"broken storms of {keer}, {seconden} s, 64 clients, {naam}",
                value=aantal, unit="storms", limit=0, better="lower",
            )  # fmt: skip


def speel_alle(omgeving: dict[str, str]) -> tuple[int, int]:
    """Play the long one and the short ones; return how many of each were broken."""
    return (
        tel_gebroken(omgeving, seconden=LANG, keer=1),
        tel_gebroken(omgeving, seconden=KORT, keer=KEREN),
    )


def tel_gebroken(omgeving: dict[str, str], *, seconden: int, keer: int) -> int:
    """Play ``keer`` storms of ``seconden`` in a process of pytest; return how many failed."""
    opdracht = [sys.executable, "-m", "pytest", STORM, "-k", "sixty_four", "-p", "no:xdist"]
    env = os.environ | omgeving | {"STORM_SECONDEN": str(seconden), "STORM_KEER": str(keer)}
    gedaan = subprocess.run(opdracht, env=env, capture_output=True, text=True, check=False)
    geslaagd = re.search(r"(\d+) passed", gedaan.stdout)
    if geslaagd is None or int(geslaagd[1]) < keer:
        print(gedaan.stdout[-2000:])
    return keer - (int(geslaagd[1]) if geslaagd else 0)
