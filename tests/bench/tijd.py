"""What keeping people's time costs: masks, a school year, an exception."""

import shutil
from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein

FIGUREN = {
    "masks": ("masks of 4,000 people to the horizon", "s", 60),
    "year": ("a school year of one person from rows", "ms", 20),
    "exception": ("keeping two weeks away, the whole page", "ms", 150),
}


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure on SQLite, in a process of its own."""
    data_dir = terrein.map / "tijd"
    shutil.copytree(terrein.klein, data_dir)
    gemeten = terrein.draai("meet_tijd", env=terrein.omgeving(data_dir))
    for sleutel, (naam, eenheid, limiet) in FIGUREN.items():
        yield Cijfer(naam=naam, value=gemeten[sleutel], unit=eenheid, limit=limiet, better="lower")
