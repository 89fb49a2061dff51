"""Whether pages and mail keep their speed while a season of a whole city is planned beside them.

The planner runs as the worker starts it, with the same way of giving way; the listing is made anew
every time, and a real worker sends the mails.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import quantiles

from tests.bench.belasting import build_vraag, vraag
from tests.bench.post import Post
from tests.bench.register import Cijfer, meting
from tests.bench.terrein import ROOT, ZONDER_CACHE, Terrein
from tests.factories.seizoenen import make_seizoen

LIJST = "/lesaanbod/"
ZAAD, LIMIET = 11, 600
RUSTIG, DRUK = 10.0, 30.0
MAILS = 20
WIJKT = "10"
"""How far the child of the worker gives way (``plan_seizoen``, ``WIJK_VOOR_ANDEREN``)."""


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure the listing before and during, and mails during."""
    with Post(terrein, "drukte") as post, werker(post):
        env = {**post.env, "DJANGO_SETTINGS_MODULE": ZONDER_CACHE}
        _ = terrein.statisch
        poort = terrein.start("lesaanbod.config.wsgi", env)
        for _ in range(10):  # both workers have the templates it is made from
            vraag(poort, build_vraag(LIJST))
        voor = meet_lijst(poort, RUSTIG)
        with planner(terrein, post) as plant, mails(post) as brieven:
            tijdens = meet_lijst(poort, DRUK)
            traagste = max(json.loads(brieven.communicate()[0].splitlines()[-1]))
            plande_nog = plant.poll() is None
    if not plande_nog:
        raise RuntimeError("The plan was ready before the measuring was.")
    yield Cijfer(naam="listing, p95", value=voor, unit="ms", limit=None, better="lower")
    yield Cijfer(
        naam="listing while a season is planned, p95",
        value=tijdens, unit="ms", limit=None, better="lower",
    )  # fmt: skip
    yield Cijfer(
        naam="listing while planning / without",
        value=tijdens / voor, unit="ratio", limit=2, better="lower",
    )  # fmt: skip
    yield Cijfer(
        naam="slowest mail while a season is planned",
        value=traagste, unit="s", limit=5, better="lower",
    )  # fmt: skip


def meet_lijst(poort: int, seconden: float) -> float:
    """Ask the list, one after another for so long; return the 95th percentile in milliseconds."""
    verzoek, tijden = build_vraag(LIJST), []
    einde = time.perf_counter() + seconden
    while (begin := time.perf_counter()) < einde:
        vraag(poort, verzoek)
        tijden.append(1000 * (time.perf_counter() - begin))
    return quantiles(tijden, n=20)[-1]


@contextmanager
def werker(post: Post) -> Iterator[None]:
    """Keep a worker at work."""
    opdracht = [sys.executable, "manage.py", "werk"]
    proces = subprocess.Popen(opdracht, env=post.env, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        proces.terminate()
        proces.wait(30)


@contextmanager
def planner(terrein: Terrein, post: Post) -> Iterator[subprocess.Popen[bytes]]:
    """Plan a season of full size for as long as this lasts; starts when its first plan is there."""
    seizoen = terrein.map / "seizoen.json"
    seizoen.write_text(json.dumps(make_seizoen(ZAAD, maat=1.0)))
    opdracht = [sys.executable, "manage.py", "plan_seizoen", "--scenario", str(seizoen)]
    opdracht += ["--uit", str(terrein.map / "uit.json"), "--tijdslimiet", str(LIMIET)]
    proces = subprocess.Popen(
        ["nice", "-n", WIJKT, *opdracht], env=post.env, cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert proces.stderr is not None  # asked for
    try:
        proces.stderr.readline()
        yield proces
    finally:
        proces.terminate()
        proces.communicate()


@contextmanager
def mails(post: Post) -> Iterator[subprocess.Popen[bytes]]:
    """Queue mails meanwhile, by a process that tells how long each took."""
    opdracht = [sys.executable, "-m", "tests.bench.meet_drukte", str(MAILS)]
    proces = subprocess.Popen(opdracht, env=post.env, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait()
