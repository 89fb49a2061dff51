"""Where coördinatoren and docenten go after logging in."""

from typing import Any

from boekingen.models import Contactpersoon
from lesaanbod.domain.bestemmingen import Bestemming
from lesaanbod.selectors import is_coordinator


def get_planning(gebruiker: Any) -> Bestemming | None:
    """Return the desk for a coördinator."""
    return Bestemming("Planning", "/planning/") if is_coordinator(gebruiker) else None


def get_mijn(gebruiker: Any) -> Bestemming | None:
    """Return the own requests for a person who speaks for a school."""
    if Contactpersoon.objects.filter(gebruiker=gebruiker).exists():
        return Bestemming("Mijn lessen", "/mijn/")
    return None
