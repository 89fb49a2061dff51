"""The demo content for a whole file of tests: making it takes seconds."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

import pytest

from lesaanbod.services.demo import vul_lesaanbod

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(scope="module")
def gevuld(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo content, made once for this file, in a transaction that is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        vul_lesaanbod(nu=NU)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(gevuld, db) -> None:
    """The demo content; what a test changes is undone after it."""
