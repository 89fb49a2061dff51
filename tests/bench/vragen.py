"""How often the list and a lesson ask the database, with the demo's catalogue and with 2,400."""

from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Count queries, made anew and kept."""
    _ = terrein.statisch
    for data_dir in (terrein.klein, terrein.groot):
        geteld = terrein.draai("tel_vragen", env=terrein.omgeving(data_dir))
        for naam, (vers, bewaard) in geteld["vragen"].items():
            basis = f"queries {naam}, {geteld['aanbod']} lessons"
            yield Cijfer(naam=basis, value=vers, unit="queries", limit=12, better="lower")
            yield Cijfer(
                naam=f"{basis}, cached", value=bewaard, unit="queries", limit=0, better="lower"
            )
