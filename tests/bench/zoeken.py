"""Search over 2,400 lessons, on SQLite and, where there is one, on PostgreSQL."""

from collections.abc import Iterator

from tests.bench.register import Cijfer, meting
from tests.bench.terrein import GROOT, Terrein


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Measure the whole search: filters, counts, order and cards."""
    omgevingen = {"SQLite": terrein.omgeving(terrein.groot)}
    if terrein.postgres:
        omgevingen["PostgreSQL"] = terrein.omgeving(
            terrein.map / "postgres", DATABASE_URL=terrein.postgres
        )
        terrein.draai("bouw", str(GROOT), env=omgevingen["PostgreSQL"])
    else:
        print("PostgreSQL: not reachable, not measured")
    for database, env in omgevingen.items():
        tijden = terrein.draai("meet_zoeken", env=env)
        yield Cijfer(
            naam=f"search {tijden['aanbod']} lessons, {database}, p95",
            value=tijden["p95"], unit="ms", limit=80, better="lower",
        )  # fmt: skip
