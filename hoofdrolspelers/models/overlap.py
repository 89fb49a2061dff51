"""The guard in the database itself: spans of one person never overlap.

PostgreSQL holds it with an exclusion constraint. SQLite has none, so there two triggers do. Django
drops triggers whenever it remakes a SQLite table; they are therefore put back after every
``migrate`` instead of standing in a migration.
"""

# ruff: noqa: SLF001 - _meta and _default_manager are documented parts of Django

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Func
from django.db.models.signals import post_migrate
from django.dispatch import receiver

FIELDS = ("per", "begin", "eind")

# Plain comparison of text is exact here: Django writes every moment in UTC as
# «2027-01-11 08:00:00», with «.500000» behind it only where there is a fraction, and that sorts as
# time does. julianday() and strftime('%f') would round to milliseconds.
TRIGGER = """
CREATE TRIGGER {name}_{suffix} BEFORE {event} ON "{table}"
WHEN EXISTS (
    SELECT 1 FROM "{table}"
    WHERE {per} = NEW.{per} AND {begin} < NEW.{eind} AND {eind} > NEW.{begin} {others}
)
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""


class GeenOverlap(ExclusionConstraint):
    """Rows with the same ``per`` never share a moment between ``begin`` and ``eind``, half-open.

    A breach raises ``IntegrityError`` with the name of this constraint in its text, on both
    databases; a form gets ``violation_error_message``.
    """

    def __init__(self, *, name: str, per: str, begin: str, eind: str, **violation: Any) -> None:
        self.per, self.begin, self.eind = per, begin, eind
        tijd = Func(
            F(begin),
            F(eind),
            RangeBoundary(),
            function="TSTZRANGE",
            output_field=DateTimeRangeField(),
        )
        expressions: list[tuple[Any, str]] = [
            (per, RangeOperators.EQUAL),
            (tijd, RangeOperators.OVERLAPS),
        ]
        super().__init__(name=name, expressions=expressions, **violation)

    def deconstruct(self) -> Any:
        """Return what a migration writes down: the names of the fields, not the expressions."""
        path, args, kwargs = super().deconstruct()
        kwargs.pop("expressions")
        return path, args, kwargs | {"per": self.per, "begin": self.begin, "eind": self.eind}

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL inside CREATE TABLE, or None where the triggers do it."""
        return super().constraint_sql(model, schema_editor) if _knows_it(schema_editor) else None

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL that adds it, or None where the triggers do it."""
        return super().create_sql(model, schema_editor) if _knows_it(schema_editor) else None

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL that takes it away, or None where the triggers do it."""
        return super().remove_sql(model, schema_editor) if _knows_it(schema_editor) else None

    def build_triggers(self, model: type[models.Model]) -> list[str]:
        """Return the SQL that drops and makes the two triggers of SQLite."""
        opts: Any = model._meta
        columns = {field: f'"{opts.get_field(getattr(self, field)).column}"' for field in FIELDS}
        moved = ", ".join(columns.values())
        statements = []
        for event, suffix, others in (
            ("INSERT", "insert", ""),
            (f"UPDATE OF {moved}", "update", "AND rowid <> OLD.rowid"),
        ):
            parts = {"name": self.name, "suffix": suffix, "event": event, "others": others}
            statements.append(f"DROP TRIGGER IF EXISTS {self.name}_{suffix}")
            statements.append(TRIGGER.format(table=opts.db_table, **parts, **columns))
        return statements

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Iterable[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        """Raise ``ValidationError`` when ``instance`` overlaps a stored row, on both databases."""
        begin, eind = getattr(instance, self.begin), getattr(instance, self.eind)
        per_id = instance.serializable_value(self.per)
        if None in (begin, eind, per_id) or {self.per, self.begin, self.eind} & set(exclude or ()):
            return
        others = model._default_manager.using(using).exclude(pk=instance.pk)
        overlap = {self.per: per_id, f"{self.begin}__lt": eind, f"{self.eind}__gt": begin}
        if others.filter(**overlap).exists():
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )


def _knows_it(schema_editor: BaseDatabaseSchemaEditor) -> bool:
    return schema_editor.connection.vendor == "postgresql"


@receiver(post_migrate)
def put_triggers_back(sender: AppConfig, using: str, **_kwargs: object) -> None:
    """Make the triggers of every ``GeenOverlap`` of the app that was migrated, on SQLite."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    guards = [
        (model, constraint)
        for model in sender.get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, GeenOverlap)
    ]
    if not guards:
        return
    tables = connection.introspection.table_names()
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for model, constraint in guards:
            if model._meta.db_table in tables:
                for statement in constraint.build_triggers(model):
                    cursor.execute(statement)
