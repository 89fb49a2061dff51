"""The demo content, made once per process and then put back: making it takes seconds."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from django.db import transaction

import pytest

from lesaanbod.services.demo import vul_lesaanbod
from tests.begininhoud import Begininhoud

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@cache
def make_rows() -> Begininhoud:
    """Return all rows of a database with the demo content, after writing them in a fresh one."""
    with transaction.atomic():
        vul_lesaanbod(nu=NU)
        rows = Begininhoud()
        rows.read()
        transaction.set_rollback(True)
    return rows


def vul() -> None:
    """Fill a fresh database with the demo content of ``NU``."""
    make_rows().put_back()


@pytest.fixture(scope="module")
def gevuld(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo content for this file, in a transaction that is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        vul()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(gevuld, db) -> None:
    """The demo content; what a test changes is undone after it."""
