"""Mail: a thousand confirmations, how fast they leave, and what a kill -9 costs (nothing).

The mail server is a process of its own on loopback; workers and server are killed at moments that
nobody chose. Afterwards every mail must have been taken, every copy must be the same, and those of
one UID must have come in the order in which they were written.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import ROOT, Terrein, vrije_poort

BEVESTIGINGEN = 200
PER_DUIZEND = 1000 / BEVESTIGINGEN
"""Setting up a thousand lessons takes longer than confirming them: a fifth is measured."""
SNELHEID = 2000
GEDEELD = 10_000
BIJ_DOOD = 400
DODEN = 12
SPOED = 20
"""How much faster the clock of killed workers runs: a lease of a minute is three seconds."""


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure on SQLite; share the work on PostgreSQL, where there is one."""
    with Post(terrein, "bevestigen") as post:
        gemeten = terrein.draai("meet_post", "bevestig", str(BEVESTIGINGEN), env=post.env)
    yield Cijfer(
        naam="mails of 1,000 confirmations made, SQLite",
        value=gemeten["mails"] * PER_DUIZEND, unit="s", limit=10, better="lower",
    )  # fmt: skip
    yield Cijfer(
        naam="1,000 confirmations as a whole, SQLite",
        value=gemeten["seconden"] * PER_DUIZEND, unit="s", limit=None, better="lower",
    )  # fmt: skip
    with Post(terrein, "snelheid") as post:
        terrein.draai("meet_post", "vul", str(SNELHEID), env=post.env)
        gemeten = terrein.draai("meet_post", "werk", "1", env=post.env)
    yield Cijfer(
        naam="mails a second, one worker, SQLite",
        value=gemeten["verzonden"] / gemeten["seconden"], unit="1/s", limit=100, better="higher",
    )  # fmt: skip
    with Post(terrein, "doden") as post:
        terrein.draai("meet_post", "vul", str(BIJ_DOOD), env=post.env)
        post.dood_en_hervat()
        yield from post.oordeel(f"after {DODEN} kills")
    if terrein.postgres is None:
        print("PostgreSQL: not reachable, not measured")
        return
    with Post(terrein, "samen", DATABASE_URL=terrein.postgres) as post:
        terrein.draai("bouw", "0", env=post.env)
        terrein.draai("meet_post", "vul", str(GEDEELD), env=post.env)
        werkers = [post.start_werker(1) for _ in range(2)]
        for werker in werkers:
            werker.wait()
        yield from post.oordeel(f"of {GEDEELD} by two workers, PostgreSQL", dubbel=0)


class Post:
    """A site of its own with a mail server that writes down what it takes."""

    def __init__(self, terrein: Terrein, naam: str, **anders: str) -> None:
        self.terrein, self.poort = terrein, vrije_poort()
        map_ = terrein.map / f"post-{naam}"
        if not anders:
            shutil.copytree(terrein.klein, map_)
        self.aangenomen = terrein.map / f"post-{naam}.txt"
        self.env = terrein.omgeving(
            map_, EMAIL_URL=f"smtp://127.0.0.1:{self.poort}", MAIL_TEMPO="0", **anders
        )

    def __enter__(self) -> Self:
        self.server = self.start_server()
        return self

    def __exit__(self, *_args: object) -> None:
        self.server.kill()
        self.server.wait()

    def start_server(self) -> subprocess.Popen[bytes]:
        """Start the mail server, at the same port as before."""
        opdracht = [sys.executable, "-m", "tests.bench.smtpsink", str(self.poort)]
        return subprocess.Popen([*opdracht, str(self.aangenomen)], cwd=ROOT)

    def start_werker(self, spoed: int) -> subprocess.Popen[bytes]:
        """Start a worker that stops when nothing waits any more."""
        opdracht = [sys.executable, "-m", "tests.bench.meet_post", "werk", str(spoed)]
        return subprocess.Popen(opdracht, env=self.env, cwd=ROOT, stdout=subprocess.DEVNULL)

    def dood_en_hervat(self) -> None:
        """Kill workers and mail server in turn, at random moments, and let others go on."""
        worp = random.Random(os.getpid())
        werkers = [self.start_werker(SPOED) for _ in range(2)]
        wacht_tot_bestand(self.aangenomen)
        for keer in range(DODEN):
            time.sleep(worp.uniform(0.05, 0.6))
            if keer % 3 == 2:
                self.server.kill()
                self.server.wait()
                self.server = self.start_server()
            else:
                werkers[keer % 2].kill()
                werkers[keer % 2].wait()
                werkers[keer % 2] = self.start_werker(SPOED)
        for werker in werkers:
            werker.wait()

    def oordeel(self, wat: str, dubbel: int | None = None) -> Iterator[Cijfer]:
        """Compare what was taken with what was written."""
        stand = self.terrein.draai("meet_post", "stand", env=self.env)
        regels = [regel.split() for regel in self.aangenomen.read_text().splitlines()]
        eerst: dict[str, int] = {}
        for plaats, (message_id, _) in enumerate(regels):
            eerst.setdefault(message_id, plaats)
        alle = [een for reeks in stand["per_uid"].values() for een in reeks]
        fouten = {
            "lost": len(set(alle) - set(eerst)) + stand["niet"],
            "strange or changed": len(set(eerst) - set(alle))
            + len({tuple(regel) for regel in regels})
            - len(eerst),
            "out of order": sum(
                sorted(reeks, key=lambda een: eerst.get(een, 0)) != reeks
                for reeks in stand["per_uid"].values()
            ),
        }
        for soort, aantal in fouten.items():
            yield Cijfer(
                naam=f"mails {soort}, {wat}", value=aantal, unit="mails", limit=0, better="lower"
            )
        yield Cijfer(
            naam=f"mails taken twice, {wat}",
            value=len(regels) - len(eerst), unit="mails", limit=dubbel, better="lower",
        )  # fmt: skip


def wacht_tot_bestand(bestand: Path, seconden: float = 60) -> None:
    """Wait until the first mail was taken."""
    einde = time.monotonic() + seconden
    while not bestand.exists() and time.monotonic() < einde:
        time.sleep(0.02)
