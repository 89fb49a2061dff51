"""Models of the ground floor and the catalogue."""

from .begrippen import Aanbieder, Niveau, Rol, Thema
from .berichten import Bericht
from .domeintempo import Domeintempo
from .gebeurtenissen import Gebeurtenis
from .gebruikers import Bevoegdheid, Gebruiker
from .groepen import format_weigering_groep, is_vaste_groep
from .hartslag import Hartslag
from .instellingen import ContactInstelling
from .leerlijn import LeerlijnPage
from .mailteksten import Mailtekst
from .nieuws import NieuwsOverzichtPage, NieuwsPage
from .onderdelen import Onderdeel, OnderdeelRol
from .paginas import (
    AanbodPage,
    Doelgroep,
    HomePage,
    InformatiePage,
    LesaanbodPage,
    LesPage,
    Materiaal,
    TrainingPage,
    Vorm,
    format_doelgroep,
    format_groep,
)
from .sessies import Sessie
from .zoekteksten import Zoektekst

__all__ = [
    "Aanbieder",
    "AanbodPage",
    "Bericht",
    "Bevoegdheid",
    "ContactInstelling",
    "Doelgroep",
    "Domeintempo",
    "Gebeurtenis",
    "Gebruiker",
    "Hartslag",
    "HomePage",
    "InformatiePage",
    "LeerlijnPage",
    "LesPage",
    "LesaanbodPage",
    "Mailtekst",
    "Materiaal",
    "NieuwsOverzichtPage",
    "NieuwsPage",
    "Niveau",
    "Onderdeel",
    "OnderdeelRol",
    "Rol",
    "Sessie",
    "Thema",
    "TrainingPage",
    "Vorm",
    "Zoektekst",
    "format_doelgroep",
    "format_groep",
    "format_weigering_groep",
    "is_vaste_groep",
]
