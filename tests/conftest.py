"""What every test has at hand."""

import os
from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.cache import cache

import pytest

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits must not leak from test to test."""
    cache.clear()


@pytest.fixture
def nu() -> datetime:
    """A Monday morning in a school week: 11 January 2027, 9.00 in Utrecht."""
    return datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
