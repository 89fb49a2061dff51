"""Absurd addresses of the list and of a lesson, with 2,400 lessons behind them."""

import time
from collections.abc import Iterator
from statistics import median
from urllib.parse import quote

from tests.bench.belasting import build_vraag, vraag
from tests.bench.register import Cijfer, meting
from tests.bench.terrein import ZONDER_CACHE, Terrein

RONDEN = 5
ONZIN = {
    "word of 10 kB": "zoekwoord=" + "x" * 10_000,
    "10 kB of NUL": "zoekwoord=" + "%00" * 3_300,
    "ten thousand &": "&" * 10_000,
    "names without end": "a=1&" * 2_500,
    "1,500 words": "zoekwoord=" + "+".join(f"les{nummer}" for nummer in range(1500)),
    "many words": "zoekwoord=" + quote(" ".join("abcdefghijklmnopqrstuvwxyz")),
    "many unknown": "&".join(f"niveau={nummer}" for nummer in range(1000)),
    "NUL": "zoekwoord=" + quote("\x00geld\x00") + "&niveau=" + quote("\x00"),
    "right to left": "zoekwoord=" + quote("\u202egeld\u202c שלום مدرسة"),
    "SQL": "zoekwoord=" + quote("' OR 1=1; DROP TABLE lesaanbod_lespage; --"),
    "wildcards": "zoekwoord=" + quote("%_%_%_%_%"),
    "no text": "zoekwoord=%FF%FE&niveau=%80",
    "page 999": "pagina=999",
    "everything": "zoekwoord=de&niveau=vo&niveau=groep-8&niveau=mbo&sorteer=duur&pagina=999",
}


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Take the slowest of all, each by its median; every answer must be a whole page."""
    poort = terrein.start_site(terrein.groot, DJANGO_SETTINGS_MODULE=ZONDER_CACHE)
    for _ in range(6):
        vraag(poort, build_vraag("/lesaanbod/"))
    tijden = {
        f"{naam}, {pad}": meet_adres(poort, f"{pad}?{vraag}")
        for pad in ("/lesaanbod/", "/lesaanbod/kapot-sterk/")
        for naam, vraag in ONZIN.items()
    }
    traagste = max(tijden, key=lambda naam: tijden[naam])
    print(f"slowest: {traagste}")
    yield Cijfer(
        naam="absurd address, slowest",
        value=tijden[traagste], unit="ms", limit=200, better="lower",
    )  # fmt: skip


def meet_adres(poort: int, adres: str) -> float:
    """Return the median of the milliseconds it takes."""
    tijden = []
    for _ in range(RONDEN):
        begin = time.perf_counter()
        vraag(poort, build_vraag(adres))
        tijden.append((time.perf_counter() - begin) * 1000)
    return median(tijden)
