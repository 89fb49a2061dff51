"""A copy of the whole database in one file, and back; one class for each kind of database."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Protocol

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient

LOCK_TIMEOUT = "30s"


class DatabasekopieMislukt(Exception):
    """The database, or its own tool, would not make or take the copy; says why."""


class Databasekopie(Protocol):
    """What can be done with a copy. ``tabellen`` is a number of rows for each table."""

    soort: str
    bestand: str

    def schrijf(self, doel: Path) -> dict[str, int]:
        """Write the database of one moment into ``doel``; returns its ``tabellen``."""

    def controleer(self, bron: Path, tabellen: dict[str, int]) -> None:
        """Raise ``DatabasekopieMislukt`` unless ``bron`` can be read back."""

    def lees(self, bron: Path) -> None:
        """Replace everything in the database by ``bron``: all of it, or nothing."""

    def tel(self) -> dict[str, int]:
        """Return the ``tabellen`` of the database itself."""


def get_databasekopie() -> Databasekopie:
    """Return the class for the database that is in use."""
    return SqliteKopie() if connection.vendor == "sqlite" else PostgresqlKopie()


class SqliteKopie:
    """Through SQLite's own backup: readers and writers go on meanwhile."""

    soort = "sqlite"
    bestand = "database.sqlite3"

    def schrijf(self, doel: Path) -> dict[str, int]:
        """Write the database of one moment into ``doel``; returns its ``tabellen``."""
        connection.ensure_connection()
        with closing(sqlite3.connect(doel)) as kopie:
            connection.connection.backup(kopie)
            kopie.execute("PRAGMA journal_mode=DELETE")
            return count_sqlite(kopie)

    def controleer(self, bron: Path, tabellen: dict[str, int]) -> None:
        """Raise ``DatabasekopieMislukt`` unless ``bron`` is sound and holds ``tabellen``."""
        try:
            with closing(sqlite3.connect(bron)) as kopie:
                is_heel = kopie.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                if is_heel and count_sqlite(kopie) == tabellen:
                    return
        except sqlite3.DatabaseError as error:
            raise DatabasekopieMislukt("De database in de kopie is niet leesbaar.") from error
        raise DatabasekopieMislukt("De database in de kopie is niet heel.")

    def lees(self, bron: Path) -> None:
        """Replace everything in the database by ``bron``, in one transaction of SQLite."""
        connection.ensure_connection()
        with closing(sqlite3.connect(bron)) as kopie:
            kopie.backup(connection.connection)

    def tel(self) -> dict[str, int]:
        """Return the ``tabellen`` of the database itself."""
        connection.ensure_connection()
        return count_sqlite(connection.connection)


class PostgresqlKopie:
    """Through ``pg_dump`` and ``pg_restore``, which must be as new as the server."""

    soort = "postgresql"
    bestand = "database.dump"

    def schrijf(self, doel: Path) -> dict[str, int]:
        """Write the database of one moment into ``doel``; returns its ``tabellen``.

        The rows are counted in the very snapshot that ``pg_dump`` reads.
        """
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            self.run(
                "pg_dump",
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--no-comments",
                f"--snapshot={snapshot}",
                f"--file={doel}",
            )
            return self.tel()

    def controleer(self, bron: Path, tabellen: dict[str, int]) -> None:
        """Raise ``DatabasekopieMislukt`` for an unreadable dump, or tables it would leave."""
        self.run("pg_restore", "--list", str(bron), met_database=False)
        over = sorted(set(self.tel()) - set(tabellen))
        if over:
            raise DatabasekopieMislukt(
                f"De database heeft tabellen die niet in de kopie staan: {', '.join(over)}. "
                "Maak een lege database en herstel daarin."
            )

    def lees(self, bron: Path) -> None:
        """Replace everything in the database by ``bron``, in one transaction."""
        self.run(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            str(bron),
        )

    def tel(self) -> dict[str, int]:
        """Return the ``tabellen`` of the database itself."""
        with connection.cursor() as cursor:
            tabellen = {}
            for tabel in sorted(connection.introspection.table_names(cursor)):
                cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(tabel)}")  # noqa: S608
                tabellen[tabel] = cursor.fetchone()[0]
        return tabellen

    def run(self, tool: str, *arguments: str, met_database: bool = True) -> None:
        """Run a tool of PostgreSQL on our database; the password goes through its environment."""
        path = shutil.which(tool)
        if path is None:
            raise DatabasekopieMislukt(f"{tool} ontbreekt. Installeer de PostgreSQL-client.")
        parts, extra = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
        database = [*parts[1:-1], f"--dbname={parts[-1]}"] if met_database else []
        environment = os.environ | (extra or {}) | {"PGOPTIONS": f"-c lock_timeout={LOCK_TIMEOUT}"}
        # Only our own words and settings stand in the arguments.
        result = subprocess.run(  # noqa: S603
            [path, *database, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode:
            raise DatabasekopieMislukt(f"{tool}: {result.stderr.strip()[:500]}")


def count_sqlite(database: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of each table, without SQLite's own."""
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {
        name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in names
    }
