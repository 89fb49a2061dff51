"""The weekly rhythm as a person reads it."""

from dataclasses import dataclass

from lesaanbod.domain.datums import DAGEN

from .beschikbaarheid import Ritmeblok


@dataclass(frozen=True, slots=True)
class Ritmeregel:
    """One block of a week in words: «maandag», «8.00 tot 12.30 uur»."""

    dag: str
    tijden: str


def build_ritmeregel(blok: Ritmeblok) -> Ritmeregel:
    """Return a block of a week in words."""
    begin, eind = (f"{tijd.hour}.{tijd.minute:02}" for tijd in (blok.begin, blok.eind))
    return Ritmeregel(DAGEN[blok.weekdag - 1], f"{begin} tot {eind} uur")
