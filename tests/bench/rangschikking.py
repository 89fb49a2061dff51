"""Ranking for one place in a city of 4,000 people with 200 days of masks."""

from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein

MENSEN = 4000


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure from the question to the people in order with their reasons, through the ORM."""
    env = terrein.omgeving(terrein.map / "mensen")
    boeking = terrein.draai("bouw_mensen", str(MENSEN), env=env)
    gemeten = terrein.draai("meet_rangschikking", str(boeking), env=env)
    for wat, naam, limit, unit in (
        ("p95", f"ranking among {MENSEN} people, p95", 20, "ms"),
        ("vragen", "queries of a ranking", 10, "each"),
        ("verschil", "queries more or less between rankings", 0, "each"),
    ):
        yield Cijfer(naam=naam, value=gemeten[wat], unit=unit, limit=limit, better="lower")
