"""What the migrations put in the database, put back after each test that commits.

A test on a live server (or marked ``django_db(transaction=True)``) ends in Django with a flush:
groups, Wagtail's locale, root page and site are then gone for the next one. Django's own
``serialized_rollback`` is of no use: after a flush Django makes content types with other ids, to
which the rows it puts back do not point. Here the rows themselves are kept as the database gave
them, ids and all. Nothing has to be made anew, and rows are deleted, not truncated: on PostgreSQL
that takes a fiftieth of the time.
"""

from dataclasses import dataclass, field

from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import TransactionTestCase


@dataclass(slots=True)
class Begininhoud:
    """The rows of every table at one moment: what the migrations left, or the demo content."""

    tables: list[str] = field(default_factory=list)
    inserts: dict[str, list[tuple]] = field(default_factory=dict)
    counters: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Keep what is there."""
        names = connection.introspection.django_table_names(only_existing=True, include_views=False)
        self.tables = [connection.ops.quote_name(name) for name in names]
        with connection.cursor() as cursor:
            for table in self.tables:
                cursor.execute(f"SELECT * FROM {table}")
                columns = [connection.ops.quote_name(name) for name, *_ in cursor.description]
                if rows := cursor.fetchall():
                    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "
                    self.inserts[f"{insert} ({', '.join(['%s'] * len(columns))})"] = rows
        models = connection.introspection.installed_models(names)
        self.counters = connection.ops.sequence_reset_sql(no_style(), sorted(models, key=str))

    def put_back(self) -> None:
        """Leave these rows and no others. Foreign keys are looked at only at the end."""
        with transaction.atomic(), connection.cursor() as cursor:
            for table in self.tables:
                cursor.execute(f"DELETE FROM {table}")
            for insert, rows in self.inserts.items():
                cursor.executemany(insert, rows)
            for statement in self.counters:
                cursor.execute(statement)


def keep_begininhoud() -> None:
    """Read what the database holds, and let every committing test end with just that."""
    begininhoud = Begininhoud()
    begininhoud.read()
    TransactionTestCase._fixture_teardown = lambda _: begininhoud.put_back()
