"""The example letter and an empty catalogue, for every test of this app that asks for them."""

import pytest

from lesaanbod.models import LesaanbodPage, Niveau, Thema
from tests.factories import catalogus
from tests.lesaanbod import brieven


@pytest.fixture
def lesaanbod(db) -> LesaanbodPage:
    """An empty list of lessons in a site of its own."""
    return catalogus.maak_lesaanbod()


@pytest.fixture
def begrippen(db) -> dict[str, Niveau | Thema]:
    """Two levels and two themes by slug."""
    return catalogus.maak_begrippen()


@pytest.fixture
def voorbeeldbrief(settings) -> None:
    """Templates and sender of the example letter."""
    brieven.use_voorbeeld(settings)


@pytest.fixture
def mailserver(settings):
    """A real mail server on loopback, that can be told to misbehave."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with brieven.run_mailserver() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server


@pytest.fixture
def cache_aan(settings, tmp_path):
    """Pages are kept, in memory of this test, and its version file is its own."""
    settings.DATA_DIR = tmp_path
    settings.CACHES = {
        **settings.CACHES,
        "paginas": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": str(tmp_path),
        },
    }


@pytest.fixture
def bewerk(django_capture_on_commit_callbacks):
    """Whatever happens inside is committed when it ends, as in a request of an editor."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
