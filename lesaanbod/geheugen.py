"""What this process remembers of the catalogue until it changes; below every room.

The version of the catalogue has two halves, so that every process sees an edit at its next request
without a query:

- a file in ``DATA_DIR`` that grows by one byte, for all processes on this machine: looking at it
  takes a microsecond, appending is atomic, and a length never comes back;
- a random word in the cache of pages, for all machines that share a Redis. It is no count: a Redis
  that was emptied would begin again at a number that was used before.

``services.catalogusversie`` changes both after every edit that a visitor can see.
"""

import os
import time
import uuid
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import caches

CACHE = "paginas"
BESTAND = "catalogus.versie"
GEDEELD = "catalogusversie"
# Seconds; what only the clock changes (a sessie that closes) is at most this much behind.
HOUDBAAR = 300
MEESTE = 1000

Versie = tuple[tuple[int, ...], str]
Waarde = TypeVar("Waarde")
_geheugen: dict[Hashable, tuple[Versie, float, Any]] = {}


def get_bestand() -> Path:
    """Return the file whose length is a half of the version."""
    return Path(settings.DATA_DIR) / BESTAND


def lees_bestandsversie() -> tuple[int, ...]:
    """Return the half that this machine knows."""
    try:
        stat = os.stat(f"{settings.DATA_DIR}/{BESTAND}")  # noqa: PTH116  # asked a dozen times a page
    except FileNotFoundError:
        return ()
    return (stat.st_size, stat.st_ino)


def zet_gedeelde_versie() -> str:
    """Give the half in the cache a new value and return it."""
    versie = uuid.uuid4().hex
    caches[CACHE].set(GEDEELD, versie, timeout=None)
    return versie


def onthoud(sleutel: Hashable, maak: Callable[[], Waarde]) -> Waarde:
    """Return what ``maak`` returned under this version of the catalogue; what nobody changes.

    The version is read before ``maak`` reads rows, so that an edit in between is not missed. None
    is not remembered: anybody can ask for what is not there, under as many keys as they like.
    """
    gedeeld = caches[CACHE].get(GEDEELD) or zet_gedeelde_versie()
    versie = (lees_bestandsversie(), gedeeld)
    gevonden = _geheugen.get(sleutel)
    if gevonden and gevonden[0] == versie and gevonden[1] > time.monotonic():
        waarde: Waarde = gevonden[2]
        return waarde
    waarde = maak()
    if waarde is None:
        return waarde
    if len(_geheugen) >= MEESTE:
        _geheugen.clear()
    _geheugen[sleutel] = (versie, time.monotonic() + HOUDBAAR, waarde)
    return waarde
