"""Models of people and their time."""

from .beschikbaarheid import WeekRitme
from .hoofdrolspelers import Hoofdrolspeler
from .vastleggingen import GEEN_OVERLAP, Vastlegging
from .wijken import Wijk, WijkPostcode

__all__ = [
    "GEEN_OVERLAP",
    "Hoofdrolspeler",
    "Vastlegging",
    "WeekRitme",
    "Wijk",
    "WijkPostcode",
]
