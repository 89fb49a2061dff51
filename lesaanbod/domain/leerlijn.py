"""One line of lessons for a theme, from groep 8 to mbo: what a class can do after this."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

_GETAL = re.compile(r"\d+")
_ALLE_JAREN = (0, 99)


@lru_cache(maxsize=200)
def lees_jaren(leerjaren: str) -> tuple[int, int]:
    """Return the first and the last year in a text; without a number in it all years."""
    getallen = [int(getal) for getal in _GETAL.findall(leerjaren)]
    return (min(getallen), max(getallen)) if getallen else _ALLE_JAREN


@dataclass(frozen=True, slots=True, kw_only=True)
class Halte:
    """A lesson that suits a level and years of it; ``volgorde`` is the place of that level."""

    les_id: int
    titel: str
    adres: str
    volgorde: int
    niveau: str
    leerjaren: str

    @property
    def label(self) -> str:
        """For whom, as «VO klas 4»."""
        return f"{self.niveau} {self.leerjaren}".strip()

    @property
    def jaren(self) -> tuple[int, int]:
        """The first and the last year it suits."""
        return lees_jaren(self.leerjaren)

    def overlapt(self, ander: "Halte") -> bool:
        """Whether both suit the same pupils."""
        (van, tot), (ander_van, ander_tot) = self.jaren, ander.jaren
        return self.volgorde == ander.volgorde and van <= ander_tot and ander_van <= tot


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlijn:
    """The lessons of one theme, in the order in which a pupil meets them."""

    thema: str
    haltes: tuple[Halte, ...]


def kies_haltes(kandidaten: Iterable[Halte], *, vast: Collection[Halte] = ()) -> tuple[Halte, ...]:
    """Return a line without overlap: as many steps as fit, the earliest years first.

    ``vast`` (the lesson somebody looks at) is always in it, once for every level it suits. Of
    candidates that end in the same year the first one given wins. No lesson comes twice.
    """
    lijn: list[Halte] = []
    for halte in vast:
        if not any(halte.overlapt(ander) for ander in lijn):
            lijn.append(halte)
    for halte in sorted(kandidaten, key=lambda een: (een.volgorde, een.jaren[1])):
        bekend = any(halte.overlapt(ander) or halte.les_id == ander.les_id for ander in lijn)
        if not bekend:
            lijn.append(halte)
    return tuple(sorted(lijn, key=lambda een: (een.volgorde, een.jaren)))
