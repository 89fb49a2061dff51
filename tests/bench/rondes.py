"""Four thousand places, as in matching/README.md section 3: how many fill, at what cost."""

from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein
from tests.boekingen.ronde_simulatie import simuleer

PLEKKEN = 4000
DAGEN = 4


@meting
def meet(_terrein: Terrein) -> Iterator[Cijfer]:
    """Let the real rule fill every place within four days."""
    gevuld, vragen = simuleer(aantal=PLEKKEN, dagen=DAGEN)
    yield Cijfer(
        naam=f"rondes: filled within {DAGEN} days",
        value=gevuld, unit="part", limit=0.99, better="higher",
    )  # fmt: skip
    yield Cijfer(
        naam=f"rondes: questions a place, {DAGEN} days",
        value=vragen, unit="each", limit=2.6, better="lower",
    )  # fmt: skip
