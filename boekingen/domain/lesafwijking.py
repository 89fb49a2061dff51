"""What an editor must know of bookings when a lesson changes: numbers, in plain words.

A booking keeps its own copies of duration and roles (design.md, section 4). So a change of the
lesson leaves it as it was; the editor is told how many bookings count on what stood there before.
Nothing here knows of a person, a school or a date.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from lesaanbod.domain.lesfeiten import Gast, format_gasten


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelopzet:
    """What an onderdeel asks for: how long, and who come."""

    duur: int
    gasten: frozenset[Gast]

    @property
    def rollen(self) -> frozenset[tuple[str, int]]:
        """The roles with their numbers, however they are written."""
        return frozenset((gast.naam, gast.aantal) for gast in self.gasten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boekingtelling:
    """How many open bookings count on the same onderdeel in the same way."""

    sleutel: UUID
    opzet: Deelopzet
    aantal: int


def format_boekingen(aantal: int, *, soort: str = "") -> str:
    """Return «1 boeking» or «4 open boekingen»."""
    return " ".join(filter(None, [str(aantal), soort, "boeking" if aantal == 1 else "boekingen"]))


def list_afwijkingen(
    tellingen: Iterable[Boekingtelling], opzet: Mapping[UUID, Deelopzet]
) -> list[str]:
    """Return one sentence per way in which open bookings differ from the lesson as it is now."""
    aantallen: Counter[str] = Counter()
    for telling in tellingen:
        for gevolg in _list_gevolgen(telling, opzet.get(telling.sleutel)):
            aantallen[gevolg] += telling.aantal
    return [_format_gevolg(gevolg, aantal) for gevolg, aantal in aantallen.items()]


def _list_gevolgen(telling: Boekingtelling, deel: Deelopzet | None) -> list[str]:
    """Return what the bookings count on that the onderdeel no longer says."""
    if deel is None:
        return ["op een onderdeel dat niet meer in de les staat"]
    gevolgen = []
    if telling.opzet.duur != deel.duur:
        gevolgen.append(f"op {telling.opzet.duur} minuten")
    if telling.opzet.rollen != deel.rollen:
        gasten = sorted(telling.opzet.gasten, key=lambda gast: gast.naam)
        gevolgen.append(f"op {format_gasten(gasten)}" if gasten else "op niemand")
    return gevolgen


def _format_gevolg(gevolg: str, aantal: int) -> str:
    """Return «4 boekingen rekenen op 60 minuten.»."""
    return f"{format_boekingen(aantal)} {'rekent' if aantal == 1 else 'rekenen'} {gevolg}."
