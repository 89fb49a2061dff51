"""The first two offers after a drop-out, in a city of which a whole season is confirmed."""

from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein

NU = "2027-08-23T09:00:00+02:00"
"""The first Monday of a school year: all of it is still to come."""


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure from the question to both offers in words, everything read from the database."""
    env = terrein.omgeving(terrein.map / "seizoen")
    lessen = terrein.draai("bouw_seizoen", NU, env=env)
    gemeten = terrein.draai("meet_herstelpagina", NU, env=env)
    naam = f"colleague and chain among {lessen} lessons"
    for wat, deel, limit in (("traagst", "slowest", 1), ("processor", "processor", None)):
        yield Cijfer(
            naam=f"{naam}, {deel}", value=gemeten[wat], unit="s", limit=limit, better="lower"
        )
    yield Cijfer(
        naam=f"{naam}: mended",
        value=100 * gemeten["gered"] / gemeten["gaten"], unit="%", limit=None, better="higher",
    )  # fmt: skip
