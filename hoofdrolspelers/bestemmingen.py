"""Where somebody who gives lessons goes after logging in."""

from typing import Any

from hoofdrolspelers.selectors import is_hoofdrolspeler
from lesaanbod.domain.bestemmingen import Bestemming


def get_portaal(gebruiker: Any) -> Bestemming | None:
    """Return the portal for a person who gives lessons, or was invited to."""
    if is_hoofdrolspeler(gebruiker):
        return Bestemming("Mijn agenda", "/hoofdrolspeler/")
    return None
