"""People say yes on the site while web processes, workers and the mail server are killed.

Who gets no answer presses again, as people do. What was answered must have happened, once, with its
letters; what happened without an answer (the process died in between) as well, or not at all.
"""

import http.client
import random
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from http import HTTPStatus
from itertools import cycle
from urllib.parse import urlencode

from tests.bench.postterrein import SPOED, Post
from tests.bench.register import Cijfer

VRAGEN = 40
TEGELIJK = 4
PAUZE = 0.2
"""Seconds before somebody presses again."""
GEDULD = 120
BEURTEN = ("web", "werker", "server")


def dood_tijdens_ja(post: Post) -> Iterator[Cijfer]:
    """Ask, press and kill until everybody had an answer; then compare."""
    worp = random.Random()
    vragen = post.terrein.draai("meet_post", "vraag", str(VRAGEN), env=post.env)
    post.start_web()
    post.werkers = [post.start_werker(SPOED, blijft=True) for _ in range(2)]
    with ThreadPoolExecutor(TEGELIJK) as draden:
        drukken = [draden.submit(druk_tot_antwoord, post.webpoort, *vraag) for vraag in vragen]
        gezien = dict.fromkeys(BEURTEN, 0)
        for wat in cycle(BEURTEN):
            time.sleep(worp.uniform(0.05, 0.8))
            if (klaar := tel_klaar(drukken)) == len(drukken):
                break
            gedaan = klaar if wat == "web" else post.tel_aangenomen()
            # Only what did something since is killed again: one that never starts proves nothing.
            if gedaan > gezien[wat]:
                post.dood(wat, worp)
                gezien[wat] = gedaan
    keren = [druk.result() for druk in drukken]
    post.werk_af()
    gezegd = post.terrein.draai("meet_post", "gezegd", env=post.env)
    wat = "web, workers and mail server killed"
    for naam, aantal in {
        f"yeses answered and lost, {wat}": len(vragen) - gezegd["ja"],
        f"lessons not confirmed, or half, {wat}": len(vragen) - gezegd["heel"],
    }.items():
        yield Cijfer(naam=naam, value=aantal, unit="lessons", limit=0, better="lower")
    for soort, aantal in sorted(post.gedood.items()):
        yield Cijfer(
            naam=f"kills of {soort}, {wat}", value=aantal, unit="kills", limit=1, better="higher"
        )
    yield Cijfer(
        naam=f"yeses pressed again, {wat}",
        value=sum(keren) - len(vragen), unit="presses", limit=None, better="lower",
    )  # fmt: skip
    yield from post.oordeel(wat)


def tel_klaar(drukken: list[Future[int]]) -> int:
    """Return how many had an answer; raises what went wrong."""
    return sum(bool(druk.result()) for druk in drukken if druk.done())


def druk_tot_antwoord(poort: int, pad: str, moment: str) -> int:
    """Say yes until the site answers; return how often that was. Raises ``TimeoutError``."""
    einde = time.monotonic() + GEDULD
    keren = 0
    while time.monotonic() < einde:
        keren += 1
        if druk(poort, pad, moment) == HTTPStatus.FOUND:
            return keren
        time.sleep(PAUZE)
    raise TimeoutError("Nobody answers.")


def druk(poort: int, pad: str, moment: str) -> int:
    """Press yes once; return the status, or 0 when the answer did not come."""
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
    koppen = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": "127.0.0.1",
    }
    try:
        verbinding.request("POST", pad, urlencode({"antwoord": "ja", "moment": moment}), koppen)
        antwoord = verbinding.getresponse()
        antwoord.read()
    except (OSError, http.client.HTTPException):
        return 0
    else:
        return antwoord.status
    finally:
        verbinding.close()
