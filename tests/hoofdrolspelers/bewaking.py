"""The guard of the database taken away, for controls: a storm must be able to find something."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from hoofdrolspelers.models import Vastlegging
from hoofdrolspelers.models.overlap import GeenOverlap, put_triggers_back


def get_guard() -> GeenOverlap:
    """Return the constraint that keeps Vastleggingen apart."""
    (guard,) = (c for c in Vastlegging._meta.constraints if isinstance(c, GeenOverlap))
    return guard


def drop_triggers() -> None:
    """Drop both triggers, as Django does when it remakes the table on SQLite."""
    with connection.cursor() as cursor:
        for suffix in ("insert", "update"):
            cursor.execute(f"DROP TRIGGER {get_guard().name}_{suffix}")


@contextmanager
def without_guard() -> Iterator[None]:
    """Take the guard away, and put it back on an emptied table; needs ``transactional_db``."""
    if connection.vendor == "sqlite":
        drop_triggers()
    else:
        with connection.schema_editor() as editor:
            editor.remove_constraint(Vastlegging, get_guard())
    try:
        yield
    finally:
        _put_guard_back()


def _put_guard_back() -> None:
    if connection.vendor == "sqlite":
        put_triggers_back(sender=apps.get_app_config("hoofdrolspelers"), using="default")
        return
    with connection.schema_editor() as editor:
        editor.execute(f"TRUNCATE {Vastlegging._meta.db_table} CASCADE")
        editor.add_constraint(Vastlegging, get_guard())
