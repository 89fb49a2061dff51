"""A database that was migrated once, copied for every next run (SQLite only).

All migrations of Wagtail and of ours take ten seconds, in every process of every run. The outcome
is kept in pytest's cache under a name that holds what it was made from; another migration or
another release of a package makes a new one. ``migrate`` still runs on the copy: it finds nothing
to do and gives its signals, so whatever stands in ``post_migrate`` happens in every run.
"""

import hashlib
import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

from wagtail.models import Site

import pytest

from lesaanbod.models import ContactInstelling
from tests.begininhoud import keep_begininhoud

ROOT = Path(__file__).parent.parent
BRONNEN = ("*/migrations/*.py", "requirements-dev.txt", "tests/settings.py")


def compute_name() -> str:
    """Return the file name for a database made by these migrations and these packages."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in BRONNEN for path in ROOT.glob(pattern)):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return f"{digest.hexdigest()[:24]}.sqlite3"


def copy(source: Path, target: Path) -> None:
    """Copy a database whole, also what only stands in its write-ahead log, and never half."""
    half = target.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(source) as van, sqlite3.connect(half) as naar:
        van.backup(naar)
    van.close()
    naar.close()
    half.replace(target)


@pytest.fixture(scope="session")
def sjabloon(request: pytest.FixtureRequest) -> Path | None:
    """Return where the migrated database is kept, whether it is there or not; None elsewhere."""
    cache = getattr(request.config, "cache", None)
    if connection.vendor != "sqlite" or cache is None or request.config.option.nomigrations:
        return None
    return cache.mkdir("sjabloon") / compute_name()


@pytest.fixture(scope="session")
def django_db_keepdb(sjabloon: Path | None, django_db_modify_db_settings: None) -> bool:
    """Whether the database of this process is a copy that only has to be looked over."""
    if sjabloon is None or not sjabloon.exists():
        return False
    copy(sjabloon, Path(settings.DATABASES["default"]["TEST"]["NAME"]))
    return True


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, sjabloon: Path | None, django_db_keepdb: bool, django_db_blocker
) -> None:
    """Keep what the migrations made, before any test writes in it: the file and the rows."""
    if sjabloon is not None and not django_db_keepdb:
        for older in sjabloon.parent.glob("*.sqlite3"):
            if older.name != sjabloon.name:
                older.unlink(missing_ok=True)
        with django_db_blocker.unblock():
            copy(Path(connection.settings_dict["NAME"]), sjabloon)
    with django_db_blocker.unblock():
        for site in Site.objects.all():  # made at the first page that any site ever shows
            ContactInstelling.for_site(site)
        keep_begininhoud()
