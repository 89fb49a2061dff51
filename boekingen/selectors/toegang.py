"""Who may read what the desk shows."""

from typing import Any

from django.core.exceptions import PermissionDenied

from lesaanbod.selectors import is_coordinator


def check_coordinator(wie: Any) -> None:
    """Raise ``PermissionDenied`` unless ``wie`` is a coördinator; one query per request at most."""
    if not is_coordinator(wie):
        raise PermissionDenied
