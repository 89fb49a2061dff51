"""A place where somebody may go after logging in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bestemming:
    """A place with its name for people and its address."""

    naam: str
    pad: str
