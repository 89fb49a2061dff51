"""What a process remembers of the catalogue, in a test as on the site; whole pages are not kept.

A test changes rows in a transaction that is never committed. What is remembered follows an edit at
once here, as on the site it does after the commit.
"""

from collections.abc import Iterator
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache

import pytest

from lesaanbod.geheugen import CACHE, GEDEELD, zet_gedeelde_versie
from lesaanbod.services import catalogusversie


class AlleenVersie(LocMemCache):
    """Keeps the version under which things are remembered, and nothing else."""

    def set(self, key: str, value: Any, *args: Any, **options: Any) -> None:
        """Keep the version; forget a page."""
        if key == GEDEELD:
            super().set(key, value, *args, **options)


@pytest.fixture(scope="session", autouse=True)
def meteen_vergeten() -> Iterator[None]:
    """Let an edit that is not committed be seen as well, but where a test commits by hand."""
    na_de_commit = catalogusversie.verhoog_versie

    def verhoog_versie() -> None:
        if isinstance(caches[CACHE], AlleenVersie):
            zet_gedeelde_versie()
        na_de_commit()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogusversie, "verhoog_versie", verhoog_versie)
        yield


@pytest.fixture
def niets_onthouden(settings) -> None:
    """Every request begins from nothing: for who counts queries, or changes rows unseen."""
    leeg = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = settings.CACHES | {CACHE: leeg}
