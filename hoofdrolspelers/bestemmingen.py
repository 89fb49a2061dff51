"""Where somebody who gives lessons goes after logging in."""

from typing import Any

from hoofdrolspelers.models import Hoofdrolspeler
from lesaanbod.bestemmingen import Bestemming


def get_portaal(gebruiker: Any) -> Bestemming | None:
    """Return the portal for a person who gives lessons now."""
    if Hoofdrolspeler.objects.filter(gebruiker=gebruiker, is_actief=True).exists():
        return Bestemming("Mijn agenda", "/hoofdrolspeler/")
    return None
