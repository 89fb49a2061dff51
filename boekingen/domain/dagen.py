"""Counting days the way people do: by the calendar of Utrecht."""

from datetime import datetime

from .schooldagen import ZONE


def tel_dagen(*, van: datetime, tot: datetime) -> int:
    """Return the days from ``van`` to ``tot``; tomorrow is 1, also when it is near midnight."""
    return (tot.astimezone(ZONE).date() - van.astimezone(ZONE).date()).days
