"""A diary of 5,000 events read, from the start of the child process to its answer."""

import json
import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import ROOT, Terrein
from tests.hoofdrolspelers.agendas import UUR, VENSTER, event, kalender

AFSPRAKEN = 5000
ELKE = 50
RONDEN = 3


@meting
def meet(_terrein: Terrein) -> Iterator[Cijfer]:
    """Measure the worst of three readings; every fiftieth event repeats for 40 weeks."""
    vraag = {
        "van": VENSTER.begin.isoformat(),
        "tot": VENSTER.eind.isoformat(),
        "uid_domein": "",
        "eigen_adressen": [],
        "seconden": 5,
        "bytes": 512 * 1024 * 1024,
    }
    inhoud = json.dumps(vraag).encode() + b"\n" + build_agenda()
    yield Cijfer(
        naam=f"diary of {AFSPRAKEN} events read, child process included",
        value=max(lees(inhoud) for _ in range(RONDEN)), unit="s", limit=4, better="lower",
    )  # fmt: skip


def build_agenda() -> bytes:
    """Return a year of a busy person, in the zone of Outlook."""
    return kalender(
        *(
            event(
                f"DTSTART;TZID=W. Europe Standard Time:2026{n % 12 + 1:02}{n % 28 + 1:02}T090000",
                UUR,
                *(["RRULE:FREQ=WEEKLY;COUNT=40"] if n % ELKE == 0 else []),
                uid=str(n),
            )
            for n in range(AFSPRAKEN)
        )
    )


def lees(inhoud: bytes) -> float:
    """Return how long one reading takes; what comes out must hold time."""
    begin = perf_counter()
    kind = subprocess.run(
        [sys.executable, "-m", "hoofdrolspelers.services.agenda_kind"],
        input=inhoud, stdout=subprocess.PIPE, cwd=ROOT, check=True,
    )  # fmt: skip
    duur = perf_counter() - begin
    assert json.loads(kind.stdout)["bezet"]
    return round(duur, 2)
