"""The facts a teacher weighs, in the words of a card: how long it takes and who comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .taal import opsomming, telwoord


@dataclass(frozen=True, slots=True)
class Gast:
    """A role that comes to one onderdeel, and how many people of it."""

    naam: str
    meervoud: str = ""
    aantal: int = 1

    def __str__(self) -> str:
        if self.aantal == 1:
            return self.naam
        return f"{telwoord(self.aantal)} {self.meervoud or self.naam}"


def format_duur(duren: Sequence[int]) -> str:
    """Return «60 minuten», «5 lessen van 60 minuten» or «3 lessen van 45 tot 60 minuten»."""
    if not duren:
        return ""
    kort, lang = min(duren), max(duren)
    minuten = f"{lang} minuten" if kort == lang else f"{kort} tot {lang} minuten"
    return minuten if len(duren) == 1 else f"{len(duren)} lessen van {minuten}"


def voeg_samen(gasten: Iterable[Gast]) -> list[Gast]:
    """Return every role once, in order of appearance, with its largest number."""
    per_naam: dict[str, Gast] = {}
    for gast in gasten:
        eerder = per_naam.get(gast.naam, gast)
        per_naam[gast.naam] = max(eerder, gast, key=lambda een: een.aantal)
    return list(per_naam.values())


def format_gasten(gasten: Iterable[Gast]) -> str:
    """Return «wijkagent, officier van justitie en twee rechtenstudenten»."""
    return opsomming(str(gast) for gast in voeg_samen(gasten))
