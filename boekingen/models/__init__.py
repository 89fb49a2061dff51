"""Models of schools, requests, bookings and invitations."""

from .aanvragen import Aanvraag, Groep, Verhinderdatum, Wens
from .agendafeeds import Agendafeed, Feedlezer
from .blokkades import Schoolblokkade
from .boekingen import Boeking, Plek
from .contactpersonen import Contactpersoon
from .inzetten import Inzet
from .planbeleid import Planbeleid
from .post import Antwoordadres, Postbus, Poststuk
from .rondes import Ronde, Vraagwijze
from .scholen import School
from .seizoensplannen import Seizoensplan
from .tegenvoorstellen import Tegenmoment, Tegenvoorstel
from .uitnodigingen import Uitnodiging

__all__ = [
    "Aanvraag",
    "Agendafeed",
    "Antwoordadres",
    "Boeking",
    "Contactpersoon",
    "Feedlezer",
    "Groep",
    "Inzet",
    "Planbeleid",
    "Plek",
    "Postbus",
    "Poststuk",
    "Ronde",
    "School",
    "Schoolblokkade",
    "Seizoensplan",
    "Tegenmoment",
    "Tegenvoorstel",
    "Uitnodiging",
    "Verhinderdatum",
    "Vraagwijze",
    "Wens",
]
