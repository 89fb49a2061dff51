"""The settings of a real site, read in a process of its own."""

import json
import os
import subprocess
import sys

from django.conf import settings

import pytest

from lesaanbod.config.settings import DEVELOPMENT_KEY

PRODUCTION = {
    "DEBUG": "off",
    "SECRET_KEY": "x7Qm-" * 12,
    "ALLOWED_HOSTS": "lessen.gemeente.example",
    "SITE_URL": "https://lessen.gemeente.example",
    "AFZENDER": "lessen@gemeente.example",
}
NAMES = (
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_NAME",
    "CSRF_COOKIE_SECURE",
    "SECURE_PROXY_SSL_HEADER",
    "ALLAUTH_TRUSTED_PROXY_COUNT",
)


def run(tmp_path, *args: str, **environment: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, *args],
        cwd=settings.BASE_DIR,
        env=kept | {"DATA_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def read_settings(tmp_path, **environment: str) -> dict[str, object]:
    script = (
        "import json; from lesaanbod.config import settings as s; "
        f"print(json.dumps({{name: getattr(s, name, None) for name in {NAMES!r}}}))"
    )
    return json.loads(run(tmp_path, "-c", script, **environment).stdout)


def test_check_deploy_has_nothing_to_say(tmp_path):
    result = run(
        tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION
    )
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_production_is_https_only(tmp_path):
    assert read_settings(tmp_path, **PRODUCTION) == {
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 63_072_000,
        "SESSION_COOKIE_NAME": "__Host-sessie",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "CSRF_COOKIE_SECURE": True,
        "SECURE_PROXY_SSL_HEADER": None,
        "ALLAUTH_TRUSTED_PROXY_COUNT": 0,
    }


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({}, ("sessie-8000", "csrf-8000")),
        ({"SITE_URL": "http://127.0.0.1:8123"}, ("sessie-8123", "csrf-8123")),
        ({"SITE_URL": "http://localhost"}, ("sessie", "csrf")),
        (
            PRODUCTION | {"SITE_URL": "https://lessen.gemeente.example:8443"},
            ("__Host-sessie", "__Host-csrf"),
        ),
    ],
)
def test_development_sites_side_by_side_have_cookies_of_their_own(tmp_path, environment, names):
    """A browser sends a cookie to every port of the host."""
    found = read_settings(tmp_path, **environment)
    assert (found["SESSION_COOKIE_NAME"], found["CSRF_COOKIE_NAME"]) == names


def test_headers_of_a_proxy_are_believed_only_when_one_is_named(tmp_path):
    found = read_settings(tmp_path, **PRODUCTION, TRUSTED_PROXIES="1")
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"SITE_URL": "http://lessen.gemeente.example"}, "SITE_URL must begin with https://"),
        ({"TRUSTED_PROXIES": "veel"}, "TRUSTED_PROXIES is 'veel'"),
        ({"SECRET_KEY": "kort"}, "SECRET_KEY is missing or shorter"),
        ({"SECRET_KEY": DEVELOPMENT_KEY}, "SECRET_KEY is missing or shorter"),
        ({"SECRET_KEY_FALLBACKS": DEVELOPMENT_KEY}, "SECRET_KEY_FALLBACKS is missing or shorter"),
        ({"SECRET_KEY_FALLBACKS": "kort"}, "SECRET_KEY_FALLBACKS is missing or shorter"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is not set"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is '*'"),
        ({"SITE_URL": "https://lessen.gemeente.example?y=1"}, "SITE_URL is 'https://"),
        ({"UID_DOMEIN": "a b c"}, "UID_DOMEIN is 'a b c'"),
        ({"EMAIL_URL": "foo://"}, "EMAIL_URL is no mail server"),
        ({"DATABASE_URL": "mysql://a:b@x/y"}, "DATABASE_URL is no database"),
        ({"CACHE_URL": "foo"}, "CACHE_URL is no cache"),
        ({"DOCUMENTCONTROLE": "abc"}, "DOCUMENTCONTROLE is 'abc'"),
        ({"LOG_LEVEL": "hard"}, "LOG_LEVEL is 'HARD'"),
        ({"AFZENDER": ""}, "AFZENDER is not set"),
        ({"DEMO": "on"}, "DEMO=on lets anybody in"),
        ({"DEMO": "on", "DEBUG": "on"}, "DEMO=on lets anybody in"),
    ],
)
def test_a_real_site_refuses_to_start_with(tmp_path, wrong, message):
    result = run(tmp_path, "manage.py", "check", **(PRODUCTION | wrong))
    assert result.returncode != 0
    assert message in result.stderr


WITHOUT_KEY = {"DATABASE_URL": "postgres://root@127.0.0.1/ci", "EMAIL_URL": "smtp://127.0.0.1"}


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"ALLOWED_HOSTS": "lessen.gemeente.example"},
        {"ALLOWED_HOSTS": "127.0.0.1,lessen.gemeente.example"},
        {"SITE_URL": "https://lessen.gemeente.example"},
        {"SITE_URL": "https://lessen.gemeente.example", "SECRET_KEY": DEVELOPMENT_KEY},
    ],
)
def test_a_site_without_a_key_of_its_own_stays_on_loopback(tmp_path, elsewhere):
    """The worker does not pass wsgi.py, and signs the links in the mails."""
    result = run(tmp_path, "manage.py", "werk", "--eenmalig", **WITHOUT_KEY, **elsewhere)
    assert result.returncode != 0
    assert "SECRET_KEY is not set" in result.stderr
    assert "ALLOWED_HOSTS and SITE_URL on 127.0.0.1" in result.stderr


@pytest.mark.parametrize(
    "loopback",
    [{}, {"ALLOWED_HOSTS": "LOCALHOST,[::1]", "SITE_URL": "http://[::1]:8123", "DEMO": "on"}],
)
def test_a_site_on_loopback_needs_no_key_whatever_its_database(tmp_path, loopback):
    script = "from lesaanbod.config import settings as s; print(s.DEBUG)"
    assert run(tmp_path, "-c", script, **WITHOUT_KEY, **loopback).stdout == "True\n"


BEWAAR_VAN_ALLES = """
import json, os, pathlib, stat
os.umask(0o022)
import django
django.setup()
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import send_mail
from django.db import connection
connection.cursor().execute("CREATE TABLE les (wie text, wanneer text)")
send_mail("Les", "Wie en wanneer", None, ["an@school.example"])
default_storage.save("klas.jpg", ContentFile(b"een klas"))
data = pathlib.Path(settings.DATA_DIR)
paden = [data, *data.iterdir(), data / "media/klas.jpg"]
print(json.dumps({pad.name: oct(stat.S_IMODE(pad.stat().st_mode)) for pad in paden}))
"""


def test_what_is_kept_on_disk_is_closed_to_other_users(tmp_path):
    """Under the usual umask; pictures are for the web server, which passes through the folder."""
    environment = PRODUCTION | {"DJANGO_SETTINGS_MODULE": "lesaanbod.config.settings"}
    result = run(tmp_path / "data", "-c", BEWAAR_VAN_ALLES, **environment)
    assert result.returncode == 0, result.stderr
    database = ("lesaanbod.sqlite3", "lesaanbod.sqlite3-shm", "lesaanbod.sqlite3-wal")
    assert json.loads(result.stdout) == {
        "data": "0o711",
        **dict.fromkeys(database, "0o600"),
        "mail": "0o700",
        "media": "0o755",
        "klas.jpg": "0o644",
    }


@pytest.mark.parametrize("demo", ["on", "off"])
def test_the_page_for_what_is_not_there_is_our_own_in_a_demo_only(tmp_path, demo):
    script = "from lesaanbod.config import settings as s; print(s.MIDDLEWARE[-1])"
    is_ours = "OwnNotFound" in run(tmp_path, "-c", script, DEMO=demo).stdout
    assert is_ours == (demo == "on")
