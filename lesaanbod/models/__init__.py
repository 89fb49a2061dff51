"""Models of the ground floor and the catalogue."""

from .begrippen import Aanbieder, Niveau, Rol, Thema
from .berichten import Bericht
from .gebeurtenissen import Gebeurtenis
from .gebruikers import Bevoegdheid, Gebruiker
from .hartslag import Hartslag
from .instellingen import ContactInstelling
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
)

__all__ = [
    "Aanbieder",
    "AanbodPage",
    "Bericht",
    "Bevoegdheid",
    "ContactInstelling",
    "Doelgroep",
    "Gebeurtenis",
    "Gebruiker",
    "Hartslag",
    "HomePage",
    "InformatiePage",
    "LesPage",
    "LesaanbodPage",
    "Materiaal",
    "Niveau",
    "Onderdeel",
    "OnderdeelRol",
    "Rol",
    "Thema",
    "TrainingPage",
    "Vorm",
]
