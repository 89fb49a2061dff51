"""In which order a service locks rows, on either database and without a second client."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.db import connection

SLOT = " FOR UPDATE"
TABEL = re.compile(r'FROM "(\w+)"')


@contextmanager
def onthoud_sloten() -> Iterator[list[tuple[str, int]]]:
    """Give a list that fills with the table and number of every row that is locked, once each.

    SQLite has one lock for everything and no words for that of a row: there the queries are made
    as for PostgreSQL and lose the words on their way to the database.
    """
    sloten: list[tuple[str, int]] = []

    def schrijf_op(execute, sql, params, many, context):
        if SLOT in sql:
            tabel = TABEL.search(sql)[1]
            nummers = [waarde for waarde in params if isinstance(waarde, int)]
            if len(nummers) > 1:
                assert f'ORDER BY "{tabel}"."id"' in sql
            rijen = [(tabel, nummer) for nummer in sorted(nummers)]
            sloten.extend(rij for rij in rijen if rij not in sloten)
        kan_het = connection.vendor == "postgresql"
        return execute(sql if kan_het else sql.replace(SLOT, ""), params, many, context)

    met_sloten = mock.patch.object(connection.features, "has_select_for_update", True)
    with met_sloten, connection.execute_wrapper(schrijf_op):
        yield sloten
