"""Reading: everything the ground floor lets others know."""

from .begrippen import Woord, list_niveauwoorden, list_rollen
from .berichten import (
    Berichtregel,
    count_mislukte_berichten,
    find_bericht,
    is_bericht,
    list_berichten,
    list_berichten_van_uid,
    list_laatste_berichten,
    list_mislukte_berichten,
    list_wachtende_ontvangers,
)
from .gebeurtenissen import Logregel, list_gebeurtenissen
from .gebruikers import get_gebruiker, is_coordinator, list_coordinatoren, list_gebruikers
from .lesopzet import (
    Lesopzet,
    NiveauOpzet,
    OnderdeelOpzet,
    RolOpzet,
    find_les_id,
    get_lesopzet,
    list_lesopzetten,
    read_lesopzet,
)

__all__ = [
    "Berichtregel",
    "Lesopzet",
    "Logregel",
    "NiveauOpzet",
    "OnderdeelOpzet",
    "RolOpzet",
    "Woord",
    "count_mislukte_berichten",
    "find_bericht",
    "find_les_id",
    "get_gebruiker",
    "get_lesopzet",
    "is_bericht",
    "is_coordinator",
    "list_berichten",
    "list_berichten_van_uid",
    "list_coordinatoren",
    "list_gebeurtenissen",
    "list_gebruikers",
    "list_laatste_berichten",
    "list_lesopzetten",
    "list_mislukte_berichten",
    "list_niveauwoorden",
    "list_rollen",
    "list_wachtende_ontvangers",
    "read_lesopzet",
]
