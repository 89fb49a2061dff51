"""What one line of Vandaag says."""

from dataclasses import dataclass
from datetime import UTC, datetime

LATER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ding:
    """One thing that waits: a status word, what it is, why, and the one button.

    ``adres`` is the name of a URL that takes ``nummer``, or nothing without one; ``is_actie``
    says the button posts. ``voor`` is the moment at stake, which gives the order; what is
    ``voorop`` comes before all.
    """

    status: str
    woord: str
    kop: str
    uitleg: tuple[str, ...]
    knop: str
    adres: str
    nummer: int | None
    is_actie: bool = False
    voor: datetime = LATER
    voorop: bool = False
