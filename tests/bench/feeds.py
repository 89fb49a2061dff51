"""Diaries that programs subscribe to: of a hoofdrolspeler, of a contact, and of a school."""

import shutil
from collections.abc import Iterator

from tests.bench.register import Cijfer
from tests.bench.terrein import Terrein

# Lessons → milliseconds in which a feed of so many may be built.
GROOTTES = {100: 150, 1000: 1000}
ONVERANDERD = 10


def meet_feeds(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure the three feeds on SQLite, with few and with many lessons; part of ``post``."""
    for lessen, limiet in GROOTTES.items():
        data_dir = terrein.map / f"feeds-{lessen}"
        shutil.copytree(terrein.klein, data_dir)
        gemeten = terrein.draai("meet_feeds", str(lessen), env=terrein.omgeving(data_dir))
        for wie, tijden in gemeten.items():
            yield Cijfer(
                naam=f"feed of {lessen} lessons, {wie}, built",
                value=tijden["built"], unit="ms", limit=limiet, better="lower",
            )  # fmt: skip
            yield Cijfer(
                naam=f"feed of {lessen} lessons, {wie}, unchanged",
                value=tijden["unchanged"], unit="ms", limit=ONVERANDERD, better="lower",
            )  # fmt: skip
