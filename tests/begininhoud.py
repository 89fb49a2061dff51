"""What the migrations put in the database, put back for tests that empty it.

A test on a live server (or marked ``django_db(transaction=True)``) flushes every table when it
ends: groups, Wagtail's locale, root page and site are then gone for the next one. Django's own
``serialized_rollback`` is of no use: after a flush Django makes content types with other ids, to
which the rows it puts back do not point. Here content types and permissions come back as well.
"""

from io import StringIO

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, transaction

import pytest

EMPTYING_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}


def read_everything() -> str:
    """Return every row of every model as JSON, content types first: saving pages looks them up."""
    models = sorted(apps.get_models(), key=lambda model: model is not ContentType)
    rows = (
        row
        for model in models
        if model._meta.managed and not model._meta.proxy
        for row in model._base_manager.order_by("pk")
    )
    return serializers.serialize("json", rows)


def write_everything(data: str) -> None:
    """Store the rows of ``read_everything`` and set the id counters behind them."""
    models = set()
    with transaction.atomic():
        Permission.objects.all().delete()
        ContentType.objects.all().delete()
        ContentType.objects.clear_cache()
        for row in serializers.deserialize("json", StringIO(data)):
            row.save()
            models.add(type(row.object))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
    ContentType.objects.clear_cache()


def empties_the_database(request: pytest.FixtureRequest) -> bool:
    """Whether the test of ``request`` flushes all tables when it ends."""
    marker = request.node.get_closest_marker("django_db")
    return bool(
        (marker and marker.kwargs.get("transaction"))
        or EMPTYING_FIXTURES & set(request.fixturenames)
    )


@pytest.fixture(scope="session")
def begininhoud_bewaard() -> dict[str, str]:
    """Where the first emptying test leaves the content for all later ones."""
    return {}


@pytest.fixture(autouse=True)
def begininhoud(request: pytest.FixtureRequest, begininhoud_bewaard: dict[str, str]) -> None:
    """Give every test the content of the migrations, also after a test that emptied it."""
    if not empties_the_database(request):
        return
    request.getfixturevalue("transactional_db")
    ContentType.objects.clear_cache()
    if "rijen" not in begininhoud_bewaard:
        begininhoud_bewaard["rijen"] = read_everything()
    else:
        write_everything(begininhoud_bewaard["rijen"])
