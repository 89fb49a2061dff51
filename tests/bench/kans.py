"""The chance of a place: to work out for the whole demo city, and to serve."""

from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure both in the database of the demo, and work the words out the long way."""
    _ = terrein.statisch
    gemeten = terrein.draai("meet_kans", env=terrein.omgeving(terrein.map / "kans"))
    for wat, limit, unit in (("bereken", 1000, "ms"), ("serveer", 5, "ms"), ("anders", 0, "words")):
        yield Cijfer(
            naam=f"kans op een plek: {NAMEN[wat]}, {gemeten['lessen']} lessons",
            value=gemeten[wat], unit=unit, limit=limit, better="lower",
        )  # fmt: skip


NAMEN = {
    "bereken": "work out, p95",
    "serveer": "serve, p95",
    "anders": "other than the long way",
}
