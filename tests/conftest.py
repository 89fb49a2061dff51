"""What every test has at hand."""

import os
from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.cache import caches
from django.urls import get_resolver

import pytest
from hypothesis import settings

from tests.boekingen.duo import DATA_MAP, PO, VO
from tests.lesaanbod.demo import demo, gevuld  # noqa: F401
from tests.lezers import lezers  # noqa: F401
from tests.paginas import browser, open_page, page, phone  # noqa: F401
from tests.sjabloon import django_db_keepdb, django_db_setup, sjabloon  # noqa: F401
from tests.statisch import live_server, statisch_als_op_de_site  # noqa: F401
from tests.versiecache import meteen_vergeten, niets_onthouden  # noqa: F401
from tests.volgorde import order

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# How long one example takes says more of the machine than of the code.
settings.register_profile("zonder_klok", deadline=None)
settings.register_profile("lang", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "zonder_klok"))


def pytest_collection_modifyitems(items):
    """Put what takes longest first, and skip by name what reads registers that are not here."""
    items[:] = order(items)
    needed = [PO, VO, DATA_MAP / "schoolvakanties.csv", DATA_MAP / "feestdagen.csv"]
    missing = [path.name for path in needed if not path.is_file()]
    if missing:
        skip = pytest.mark.skip(reason=f"not here: {', '.join(missing)} (set DUO_MAP)")
        for item in items:
            if item.get_closest_marker("duo"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits and what is remembered must not leak from test to test."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def nu() -> datetime:
    """A Monday morning in a school week: 11 January 2027, 9.00 in Utrecht."""
    return datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def zonder_stilte(settings) -> None:
    """Let letters leave at any hour of any day, as in a demo; a test may run on a Sunday night.

    The addresses of the site are read first: those of a demo do not belong to them.
    """
    assert get_resolver().url_patterns
    settings.DEMO = True
