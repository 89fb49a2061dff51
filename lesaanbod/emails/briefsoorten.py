"""Every letter of the site, as its own app declares it.

The settings list the functions (``BRIEVEN``), so that this ground floor knows no booking.
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.utils.module_loading import import_string

from lesaanbod.domain.mailtekst import Briefsoort


def list_briefsoorten() -> list[Briefsoort]:
    """Return the letters, in the order of the settings and of the apps."""
    lijsten: list[Callable[[], Iterable[Briefsoort]]] = [
        import_string(pad) for pad in settings.BRIEVEN
    ]
    return [soort for lijst in lijsten for soort in lijst()]


def find_briefsoort(sleutel: str) -> Briefsoort | None:
    """Return one letter, or None when no app declares it."""
    return next((soort for soort in list_briefsoorten() if soort.sleutel == sleutel), None)
