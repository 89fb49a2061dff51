"""Throughput against an empty Django view of 20 kB under the same gunicorn, pairs in turn."""

from collections.abc import Iterator
from statistics import median

from tests.bench.belasting import build_vraag, meet_doorvoer, vraag
from tests.bench.register import Cijfer, meting
from tests.bench.terrein import ZONDER_CACHE, Terrein

RONDEN = 9
SECONDEN = 1.2
LIJST, LES = "/lesaanbod/", "/lesaanbod/kapot-sterk/"


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure the list and a lesson, made anew and kept."""
    leeg = terrein.start_leeg()
    vers = terrein.start_site(terrein.klein, DJANGO_SETTINGS_MODULE=ZONDER_CACHE)
    bewaard = terrein.start_site(terrein.klein)
    for naam, poort, pad, limiet in [
        ("listing uncached", vers, LIJST, 0.036),
        ("lesson uncached", vers, LES, 0.05),
        ("listing cached", bewaard, LIJST, 0.75),
        ("lesson cached", bewaard, LES, 0.75),
    ]:
        for _ in range(10):  # both workers have the page, and the templates it is made from
            vraag(poort, build_vraag(pad))
        verhouding, per_seconde = vergelijk(leeg, poort, pad)
        yield Cijfer(
            naam=f"throughput {naam} / empty view",
            value=verhouding, unit="ratio", limit=limiet, better="higher",
        )  # fmt: skip
        yield Cijfer(
            naam=f"throughput {naam}", value=per_seconde, unit="1/s", limit=None, better="higher"
        )


def vergelijk(leeg: int, poort: int, pad: str) -> tuple[float, float]:
    """Return the median of the ratios of pairs, and of the answers per second of the page."""
    paren = []
    for ronde in range(RONDEN):
        # Who goes first takes turns: a machine that grows busier then favours neither.
        volgorde = [(leeg, "/"), (poort, pad)][:: 1 if ronde % 2 else -1]
        snelheid = {wie: meet_doorvoer(wie, waar, SECONDEN) for wie, waar in volgorde}
        paren.append((snelheid[poort] / snelheid[leeg], snelheid[poort]))
    return median(paar[0] for paar in paren), median(paar[1] for paar in paren)
