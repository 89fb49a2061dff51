"""What a school may see of the person who comes, before and after the lesson is confirmed.

Two choices per person. Before the confirmation never more than after it. Of an officier van
justitie nobody learns a name before the lesson stands: a request may be made only to find out who
would come where. After it the person decides.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from lesaanbod.domain.rollen import AFGESCHERMDE_ROLLEN


class Zichtbaarheid(StrEnum):
    """Chosen per person; an officier van justitie starts with the role only."""

    ROL = "rol"
    VOORNAAM = "voornaam"
    NAAM = "naam"


OPLOPEND = tuple(Zichtbaarheid)

MINSTENS_ACHTER_EEN_AANTAL = 3
"""No count or average of people is shown outside the desk when fewer than this are behind it."""


@dataclass(frozen=True, slots=True)
class Afscherming:
    """What a school reads of one person: ``vooraf`` until the lesson is confirmed, then ``na``."""

    vooraf: Zichtbaarheid
    na: Zichtbaarheid


def bepaal_standaard(rol_slugs: Collection[str]) -> Afscherming:
    """Return what somebody with these roles starts with."""
    if AFGESCHERMDE_ROLLEN & set(rol_slugs):
        return Afscherming(Zichtbaarheid.ROL, Zichtbaarheid.ROL)
    return Afscherming(Zichtbaarheid.ROL, Zichtbaarheid.VOORNAAM)


def list_keuzes_vooraf(rol_slugs: Collection[str]) -> tuple[Zichtbaarheid, ...]:
    """Return what somebody with these roles may choose for the time before the confirmation."""
    return (Zichtbaarheid.ROL,) if AFGESCHERMDE_ROLLEN & set(rol_slugs) else OPLOPEND


def minste(een: Zichtbaarheid, ander: Zichtbaarheid) -> Zichtbaarheid:
    """Return which of two shows less."""
    return min(een, ander, key=OPLOPEND.index)


def begrens(gekozen: Afscherming, rol_slugs: Collection[str]) -> Afscherming:
    """Return the choice as far as the roles allow, and before never more than after."""
    vooraf = minste(gekozen.vooraf, max(list_keuzes_vooraf(rol_slugs), key=OPLOPEND.index))
    return Afscherming(minste(vooraf, gekozen.na), gekozen.na)


def is_strenger(nieuw: Afscherming, oud: Afscherming) -> bool:
    """Whether ``nieuw`` shows nowhere more than ``oud``: all a coördinator may change."""
    paren = ((nieuw.vooraf, oud.vooraf), (nieuw.na, oud.na))
    return all(minste(van, naar) is van for van, naar in paren)


def toon_naam(zichtbaarheid: str, rol: str, voornaam: str, naam: str) -> str:
    """Return how a school reads who comes: «een wijkagent», «Sanne, wijkagent».

    ``rol`` is written as it stands in the list of roles. Where the name that may be seen is not
    known, the role alone stands there, never more. Raises ``ValueError`` for a word that is no
    ``Zichtbaarheid``.
    """
    zichtbaar = {
        Zichtbaarheid.ROL: "",
        Zichtbaarheid.VOORNAAM: voornaam,
        Zichtbaarheid.NAAM: naam,
    }[Zichtbaarheid(zichtbaarheid)].strip()
    return f"{zichtbaar}, {rol}" if zichtbaar else f"een {rol}"
