"""Mail: a thousand confirmations, how fast they leave, and what a kill -9 costs (nothing).

Workers, mail server and web processes are killed at moments that nobody chose. And the diaries that
hold the same lessons.
"""

from collections.abc import Iterator

from tests.bench.feeds import meet_feeds
from tests.bench.postterrein import Post
from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein
from tests.bench.webdoden import dood_tijdens_ja

BEVESTIGINGEN = 200
PER_DUIZEND = 1000 / BEVESTIGINGEN
"""Setting up a thousand lessons takes longer than confirming them: a fifth is measured."""
SNELHEID = 2000
GEDEELD = 10_000
BIJ_DOOD = 400
DODEN = 12


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure on SQLite; share the work on PostgreSQL, where there is one."""
    yield from meet_bevestigen(terrein)
    yield from meet_versturen(terrein)
    yield from meet_feeds(terrein)
    with Post(terrein, "doden") as post:
        terrein.draai("meet_post", "vul", str(BIJ_DOOD), env=post.env)
        post.dood_en_hervat(DODEN)
        yield from post.oordeel(f"after {DODEN} kills")
    with Post(terrein, "web") as post:
        yield from dood_tijdens_ja(post)
    if terrein.postgres is None:
        print("PostgreSQL: not reachable, not measured")
        return
    with Post(terrein, "samen", DATABASE_URL=terrein.postgres) as post:
        terrein.draai("bouw", "0", env=post.env)
        terrein.draai("meet_post", "vul", str(GEDEELD), env=post.env)
        post.werkers = [post.start_werker(1) for _ in range(2)]
        for werker in post.werkers:
            werker.wait()
        yield from post.oordeel(f"of {GEDEELD} by two workers, PostgreSQL", dubbel=0)


def meet_bevestigen(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure confirming lessons: all of it, and making the mails alone."""
    with Post(terrein, "bevestigen") as post:
        gemeten = terrein.draai("meet_post", "bevestig", str(BEVESTIGINGEN), env=post.env)
    for sleutel, naam, limiet in (
        ("mails", "mails of 1,000 confirmations made, SQLite", 10),
        ("mails, processor", "the same mails, processor", None),
        ("geheel", "1,000 confirmations as a whole, SQLite", None),
        ("geheel, processor", "1,000 confirmations as a whole, processor", None),
    ):
        yield Cijfer(
            naam=naam,
            value=gemeten[sleutel] * PER_DUIZEND, unit="s", limit=limiet, better="lower",
        )  # fmt: skip


def meet_versturen(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure how fast one worker sends."""
    with Post(terrein, "snelheid") as post:
        terrein.draai("meet_post", "vul", str(SNELHEID), env=post.env)
        gemeten = terrein.draai("meet_post", "werk", "1", env=post.env)
    aantal = gemeten["verzonden"]
    yield Cijfer(
        naam="mails a second, one worker, SQLite",
        value=aantal / gemeten["seconden"], unit="1/s", limit=100, better="higher",
    )  # fmt: skip
    yield Cijfer(
        naam="processor of the worker for a mail",
        value=gemeten["processor"] / aantal * 1000, unit="ms", limit=7, better="lower",
    )  # fmt: skip
