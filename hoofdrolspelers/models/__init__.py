"""Models of people and their time."""

from .beschikbaarheid import WeekRitme
from .hoofdrolspelers import Hoofdrolspeler
from .vastleggingen import Vastlegging
from .wijken import Wijk, WijkPostcode

__all__ = ["Hoofdrolspeler", "Vastlegging", "WeekRitme", "Wijk", "WijkPostcode"]
