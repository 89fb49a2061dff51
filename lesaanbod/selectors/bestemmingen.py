"""Where somebody goes after logging in; every app names its own places.

The settings list the functions (``INLOG_BESTEMMINGEN``), so that this ground floor knows nothing
of the apps above it. The first place is where a login lands.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from lesaanbod.domain.bestemmingen import Bestemming
from lesaanbod.models import Bevoegdheid, Gebruiker

BEHEERDERS = frozenset({Bevoegdheid.SCHRIJVER, Bevoegdheid.REDACTEUR, Bevoegdheid.BEHEERDER})
ZoekBestemming = Callable[[Gebruiker], Bestemming | None]


def get_beheer(gebruiker: Gebruiker) -> Bestemming | None:
    """Return the administration for those who may enter it."""
    if gebruiker.is_superuser or not gebruiker.bevoegdheden.isdisjoint(BEHEERDERS):
        return Bestemming("Beheer van de site", "/beheer/")
    return None


def list_bestemmingen(gebruiker: Gebruiker) -> list[Bestemming]:
    """Return the places of ``gebruiker`` in the order of the settings; maybe none."""
    zoekers: list[ZoekBestemming] = [import_string(pad) for pad in settings.INLOG_BESTEMMINGEN]
    return [plek for zoek in zoekers if (plek := zoek(gebruiker)) is not None]
