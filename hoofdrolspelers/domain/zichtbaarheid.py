"""What a school may see of the person who comes."""

from enum import StrEnum


class Zichtbaarheid(StrEnum):
    """Chosen per person; an officier van justitie starts with the role only."""

    ROL = "rol"
    VOORNAAM = "voornaam"
    NAAM = "naam"


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
