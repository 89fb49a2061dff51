"""Models of schools, requests, bookings and invitations."""

from .aanvragen import Aanvraag, Groep, Verhinderdatum, Wens
from .boekingen import Boeking, Plek
from .contactpersonen import Contactpersoon
from .inzetten import Inzet
from .scholen import School
from .uitnodigingen import Uitnodiging

__all__ = [
    "Aanvraag",
    "Boeking",
    "Contactpersoon",
    "Groep",
    "Inzet",
    "Plek",
    "School",
    "Uitnodiging",
    "Verhinderdatum",
    "Wens",
]
