"""A hoofdrolspeler as a list of people shows one: names, no time."""

from dataclasses import dataclass

from .deelname import DOET_MEE, Deelname, Pauze


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiel:
    """Who somebody is and what they do; no ``wijken`` means the whole city."""

    id: int
    naam: str
    organisatie: str
    telefoon: str
    rollen: tuple[str, ...]
    niveaus: tuple[str, ...]
    wijken: tuple[str, ...]
    max_per_maand: int
    deelname: Deelname
    pauze: Pauze | None = None

    @property
    def is_actief(self) -> bool:
        """Whether this person can be asked for a lesson outside the pause."""
        return self.deelname in DOET_MEE

    def bevat(self, zoek: str) -> bool:
        """Whether every word of ``zoek`` is part of the name, the organisation or a role."""
        tekst = " ".join((self.naam, self.organisatie, *self.rollen)).casefold()
        return all(woord in tekst for woord in zoek.casefold().split())
