"""A site with its mail server, workers and web server: to let them work, and to kill them.

The mail server is a process of its own on loopback that writes down what it takes. Afterwards every
mail must have been taken, every copy must be the bytes that its row says, and those of one UID must
have come in the order in which they were written.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.bench.register import Cijfer
from tests.bench.terrein import GUNICORN, ROOT, WORKERS, Terrein, vrije_poort

SPOED = 20
"""How much faster the clock of workers that are killed runs: a lease of a minute is 3 s."""
Proces = subprocess.Popen[bytes]


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
        self.webpoort = vrije_poort()
        self.web: Proces | None = None
        self.werkers: list[Proces] = []
        self.gedood: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self.server = self.start_server()
        return self

    def __exit__(self, *_args: object) -> None:
        for proces in (self.server, *self.werkers, *filter(None, [self.web])):
            proces.kill()
            proces.wait()

    def start_server(self) -> Proces:
        """Start the mail server, at the same port as before."""
        opdracht = [sys.executable, "-m", "tests.bench.smtpsink", str(self.poort)]
        return subprocess.Popen([*opdracht, str(self.aangenomen)], cwd=ROOT)

    def start_werker(self, spoed: int, *, blijft: bool = False) -> Proces:
        """Start a worker; it stops when nothing waits any more, unless it ``blijft``."""
        opdracht = [sys.executable, "-m", "tests.bench.meet_post", "werk", str(spoed)]
        return subprocess.Popen(
            [*opdracht, str(int(blijft))], env=self.env, cwd=ROOT, stdout=subprocess.DEVNULL
        )

    def start_web(self) -> None:
        """Start gunicorn with two processes; it starts another one for each that is killed."""
        opdracht = [sys.executable, "-m", "gunicorn", "-c", GUNICORN, "tests.bench.web"]
        opties = ["--workers", WORKERS, "--bind", f"127.0.0.1:{self.webpoort}"]
        stil = ["--log-level", "critical"]
        self.web = subprocess.Popen([*opdracht, *opties, *stil], env=self.env, cwd=ROOT)

    def list_webprocessen(self) -> list[int]:
        """Return the numbers of the processes that answer requests now."""
        assert self.web is not None
        kinderen = Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children")
        return [int(pid) for pid in kinderen.read_text().split()]

    def tel_aangenomen(self) -> int:
        """Return how many mails the mail server took."""
        return self.aangenomen.read_bytes().count(b"\n") if self.aangenomen.exists() else 0

    def dood(self, wat: str, worp: random.Random) -> None:
        """Kill one process with SIGKILL and see to it that another takes its place."""
        if wat == "web":
            # Gunicorn itself may be between two of them.
            if pids := self.list_webprocessen():
                with suppress(ProcessLookupError):
                    os.kill(worp.choice(pids), signal.SIGKILL)
                    self.gedood[wat] += 1
            return
        if wat == "server":
            self.server.kill()
            self.server.wait()
            self.server = self.start_server()
        else:
            welke = worp.randrange(len(self.werkers))
            self.werkers[welke].kill()
            self.werkers[welke].wait()
            self.werkers[welke] = self.start_werker(SPOED, blijft=True)
        self.gedood[wat] += 1

    def dood_en_hervat(self, keren: int) -> None:
        """Kill workers and mail server at random moments, and let others go on."""
        worp = random.Random()
        self.werkers = [self.start_werker(SPOED, blijft=True) for _ in range(2)]
        wacht_tot_bestand(self.aangenomen)
        for keer in range(keren):
            time.sleep(worp.uniform(0.05, 0.6))
            self.dood("server" if keer % 3 == 2 else "werker", worp)
        self.werk_af()

    def werk_af(self) -> None:
        """Let the workers go, and one send what is left."""
        for werker in self.werkers:
            werker.terminate()
            werker.wait()
        self.werkers = [self.start_werker(SPOED)]
        self.werkers[0].wait()

    def oordeel(self, wat: str, dubbel: int | None = None) -> Iterator[Cijfer]:
        """Compare what was taken with what was written."""
        stand = self.terrein.draai("meet_post", "stand", env=self.env)
        regels = [tuple(regel.split()) for regel in self.aangenomen.read_text().splitlines()]
        eerst: dict[str, int] = {}
        for plaats, (message_id, _) in enumerate(regels):
            eerst.setdefault(message_id, plaats)
        geschreven = {tuple(een) for reeks in stand["per_uid"].values() for een in reeks}
        # Mails without a UID are in no diary: nothing says in which order they leave.
        reeksen = [[mid for mid, _ in reeks] for uid, reeks in stand["per_uid"].items() if uid]
        fouten = {
            "lost": len(geschreven - set(regels)) + stand["niet"],
            "with other bytes, Message-ID or SEQUENCE": len(set(regels) - geschreven),
            "out of order": sum(
                sorted(reeks, key=lambda een: eerst.get(een, 0)) != reeks for reeks in reeksen
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
