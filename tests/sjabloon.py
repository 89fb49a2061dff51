"""A database that was migrated once, copied for every other process and every next run.

All migrations of Wagtail and of ours take ten seconds on SQLite and thirty on PostgreSQL. The first
process that comes makes them while the others wait; the outcome is kept under a name that holds
what it was made from, as a file in pytest's cache or as a database beside the test databases.
Another migration or another release of a package makes a new one. ``migrate`` still runs on the
copy: it finds nothing to do and gives its signals, so whatever stands in ``post_migrate`` happens
in every run.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from wagtail.models import Site

import pytest

from lesaanbod.models import ContactInstelling
from tests.begininhoud import keep_begininhoud

ROOT = Path(__file__).parent.parent
BRONNEN = ("*/migrations/*.py", "requirements-dev.txt", "tests/settings.py")


def compute_word() -> str:
    """Return a word for a database made by these migrations and these packages."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in BRONNEN for path in ROOT.glob(pattern)):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:24]


class Sjabloon:
    """A migrated database kept in ``folder``; one process at a time looks whether it is there."""

    def __init__(self, folder: Path, word: str) -> None:
        self.folder, self.word = folder, word
        self.test_name = connection.creation._get_test_db_name()  # once made, it is its own name
        self.lock = (folder / f"{connection.vendor}.slot").open("w")

    def fetch(self) -> bool:
        """Copy what is kept to the test database; without it return False and make others wait."""
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        if not self.exists():
            return False
        fcntl.flock(self.lock, fcntl.LOCK_UN)
        self.copy_to_test()
        return True

    def keep(self) -> None:
        """Keep a copy of the test database instead of older ones, and let who waits go on."""
        self.copy_from_test()
        fcntl.flock(self.lock, fcntl.LOCK_UN)


class Bestand(Sjabloon):
    """On SQLite: a file."""

    @property
    def path(self) -> Path:
        return self.folder / f"{self.word}.sqlite3"

    def exists(self) -> bool:
        return self.path.exists()

    def copy_to_test(self) -> None:
        copy(self.path, Path(self.test_name))

    def copy_from_test(self) -> None:
        for older in self.folder.glob("*.sqlite3"):
            older.unlink(missing_ok=True)
        copy(Path(self.test_name), self.path)

    def let_go(self, *, is_copy: bool) -> None:
        """Leave it: it is in a folder of this run, or Django removes it."""


def copy(source: Path, target: Path) -> None:
    """Copy a database whole, also what only stands in its write-ahead log, and never half."""
    half = target.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(source) as van, sqlite3.connect(half) as naar:
        van.backup(naar)
    van.close()
    naar.close()
    half.replace(target)


class Database(Sjabloon):
    """On PostgreSQL: a database beside those of the tests, with the name of the real one in it."""

    def __init__(self, folder: Path, word: str) -> None:
        super().__init__(folder, word)
        self.prefix = f"test_{connection.settings_dict['NAME']}_sjabloon_"

    def ask(self, sql: str, *params: str) -> list[str]:
        """Run a statement outside the test database; return the first column of what it gives."""
        with connection.creation._nodb_cursor() as cursor:
            cursor.execute(sql, params or None)
            return [row[0] for row in cursor.fetchall()] if cursor.description else []

    def list_kept(self) -> list[str]:
        of_ours = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        return self.ask(of_ours, self.prefix)

    def exists(self) -> bool:
        return self.prefix + self.word in self.list_kept()

    def copy_to_test(self) -> None:
        self.ask(f'DROP DATABASE IF EXISTS "{self.test_name}"')
        self.ask(f'CREATE DATABASE "{self.test_name}" TEMPLATE "{self.prefix}{self.word}"')

    def copy_from_test(self) -> None:
        for older in self.list_kept():
            self.ask(f'DROP DATABASE "{older}"')
        connection.close()  # PostgreSQL copies no database that somebody is in
        self.ask(f'CREATE DATABASE "{self.prefix}{self.word}" TEMPLATE "{self.test_name}"')

    def let_go(self, *, is_copy: bool) -> None:
        """End who is still in the test database, as a thread of a test; remove a copy."""
        connection.close()
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        self.ask(ended, self.test_name)
        if is_copy:
            self.ask(f'DROP DATABASE "{self.test_name}"')


@pytest.fixture(scope="session")
def sjabloon(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None
) -> Iterator[Sjabloon | None]:
    """Give what keeps the migrated database; None without pytest's cache or migrations."""
    cache = getattr(request.config, "cache", None)
    if cache is None or request.config.option.nomigrations:
        yield None
        return
    soort = Bestand if connection.vendor == "sqlite" else Database
    sjabloon = soort(cache.mkdir("sjabloon"), compute_word())
    with sjabloon.lock:
        yield sjabloon


@pytest.fixture(scope="session")
def django_db_keepdb(sjabloon: Sjabloon | None, django_db_blocker) -> bool:
    """Whether the database of this process is a copy that only has to be looked over."""
    with django_db_blocker.unblock():
        return sjabloon is not None and sjabloon.fetch()


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, sjabloon: Sjabloon | None, django_db_keepdb: bool, django_db_blocker
) -> Iterator[None]:
    """Keep what the migrations made, before any test writes in it: the database and the rows."""
    with django_db_blocker.unblock():
        if sjabloon is not None and not django_db_keepdb:
            sjabloon.keep()
        for site in Site.objects.all():  # made at the first page that any site ever shows
            ContactInstelling.for_site(site)
        keep_begininhoud()
    yield
    if sjabloon is not None:
        with django_db_blocker.unblock():
            sjabloon.let_go(is_copy=django_db_keepdb)
