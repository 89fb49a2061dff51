"""What a school may see of the person who comes."""

from enum import StrEnum


class Zichtbaarheid(StrEnum):
    """Chosen per person; an officier van justitie starts with the role only."""

    ROL = "rol"
    VOORNAAM = "voornaam"
    NAAM = "naam"
