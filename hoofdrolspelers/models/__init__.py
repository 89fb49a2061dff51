"""Models of people and their time."""

from .agendas import BezetTijdvak, ExterneAgenda
from .beschikbaarheid import Uitzondering, VrijeDag, WeekRitme
from .hoofdrolspelers import Hoofdrolspeler
from .vastleggingen import GEEN_OVERLAP, Vastlegging
from .wijken import Wijk, WijkPostcode

__all__ = [
    "GEEN_OVERLAP",
    "BezetTijdvak",
    "ExterneAgenda",
    "Hoofdrolspeler",
    "Uitzondering",
    "Vastlegging",
    "VrijeDag",
    "WeekRitme",
    "Wijk",
    "WijkPostcode",
]
