"""``python -m tests.bench [GROUP…]``: measure, print a table, write ``DATA_DIR/bench.json``.

Ends with 1 when a figure misses its limit or a group breaks.
"""

import os
import sys
import time
import traceback
from pathlib import Path

from tests.bench.register import Cijfer, format_regel, lees_metingen, schrijf_json
from tests.bench.terrein import Terrein


def main(namen: list[str]) -> int:
    """Run the groups of these names, or all of them."""
    metingen = lees_metingen()
    if onbekend := set(namen) - set(metingen):
        sys.exit(f"Unknown: {', '.join(sorted(onbekend))}. There are: {', '.join(metingen)}.")
    cijfers: list[Cijfer] = []
    gebroken = []
    begin = time.monotonic()
    with Terrein() as terrein:
        for naam in namen or metingen:
            print(f"\n{naam} ({time.monotonic() - begin:.0f} s)", flush=True)
            try:
                for cijfer in metingen[naam](terrein):
                    cijfers.append(cijfer)
                    print(format_regel(cijfer), flush=True)
            except Exception:  # noqa: BLE001  # the other groups still tell something
                traceback.print_exc()
                gebroken.append(naam)
    bestand = Path(os.environ.get("DATA_DIR") or "var") / "bench.json"
    schrijf_json(cijfers, bestand)
    gemist = [cijfer.naam for cijfer in cijfers if not cijfer.is_gehaald]
    print(f"\n{len(cijfers)} figures in {time.monotonic() - begin:.0f} s, in {bestand}")
    for wat, lijst in {"Missed": gemist, "Broken": gebroken}.items():
        if lijst:
            print(f"{wat}: {', '.join(lijst)}")
    return 1 if gemist or gebroken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
