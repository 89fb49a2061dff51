"""The real settings, with what a test run needs on top."""

import os
import tempfile
from pathlib import Path

os.environ["DEBUG"] = "on"
os.environ["SECRET_KEY"] = "only-for-tests-" * 4  # testserver is not on loopback
os.environ["SITE_URL"] = "http://testserver"
os.environ["ALLOWED_HOSTS"] = "127.0.0.1,localhost,[::1]"
os.environ["LOG_LEVEL"] = "WARNING"
os.environ["AUTHSERV_ID"] = "mx.lesaanbod.example"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="lesaanbod-test-")
for name in (
    *("CACHE_URL", "EMAIL_URL", "IMAP_URL"),
    *("AFZENDER", "RETOURADRES", "UID_DOMEIN"),
):
    os.environ.pop(name, None)

from lesaanbod.config.settings import *  # noqa: E402, F403
from lesaanbod.config.settings import (  # noqa: E402
    CACHES,
    DATA_DIR,
    DATABASES,
    SQLITE_OPTIONS,
)

if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    # A file, not memory: the storms and the browser tests use several processes.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(DATA_DIR) / "test.sqlite3")}
    # Sixty-four writers on a busy machine: how long one waits says more of it than of the code.
    DATABASES["default"] |= {"OPTIONS": dict(SQLITE_OPTIONS, timeout=120)}
else:
    # Nothing of a test has to outlive a crash of the server; locks and guards are as they were.
    DATABASES["default"] |= {"OPTIONS": {"options": "-c synchronous_commit=off"}}
DATABASES["default"]["CONN_MAX_AGE"] = 0
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # otherwise every test client reads every static file
CACHES["paginas"] = {"BACKEND": "tests.versiecache.AlleenVersie", "LOCATION": "paginas"}
# Wagtail's index for the search in /beheer/ and that of references: asked for by e2e/test_redactie.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
