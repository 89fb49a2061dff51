from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

import pytest

from lesaanbod.config.omgeving import (
    env_bool,
    env_cache,
    env_database,
    env_digits,
    env_domain,
    env_dotted,
    env_email,
    env_hosts,
    env_imap,
    env_int,
    env_level,
    env_list,
    env_path,
    env_smtp,
    env_str,
    env_url,
)


@pytest.fixture
def zet(monkeypatch):
    """Return a function that sets the variable NAAM."""
    monkeypatch.delenv("NAAM", raising=False)
    return lambda value: monkeypatch.setenv("NAAM", value)


@pytest.mark.parametrize("read", [env_str, env_email, env_url, env_list])
def test_a_value_without_default_is_missed_by_name(zet, read):
    zet("  ")
    with pytest.raises(ImproperlyConfigured, match=r"^NAAM is not set"):
        read("NAAM") if read is not env_list else read("NAAM", None)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda: env_bool("NAAM", default=True), "maybe"),
        (lambda: env_int("NAAM", default=1), "-1"),
        (lambda: env_int("NAAM", default=1), "1.5"),
        (lambda: env_int("NAAM", default=1), "٣"),
        (lambda: env_int("NAAM", default=1, minimum=1), "0"),
        (lambda: env_digits("NAAM", "0344", length=4), "344"),
        (lambda: env_digits("NAAM", "0344", length=4), "034x"),
        (lambda: env_email("NAAM"), "no-address"),
        (lambda: env_email("NAAM"), "a@@b.example"),
        (lambda: env_email("NAAM"), "a@-"),
        (lambda: env_email("NAAM"), "Team <team@lessen.example>"),
        (lambda: env_email("NAAM"), "a@b.example,c@d.example"),
        (lambda: env_url("NAAM"), "lessen.example"),
        (lambda: env_url("NAAM"), "https://lessen.example/pad"),
        (lambda: env_url("NAAM"), "ftp://lessen.example"),
        (lambda: env_url("NAAM"), "http://[::1"),
        (lambda: env_url("NAAM"), "https://"),
        (lambda: env_url("NAAM"), "https://les sen.example"),
        (lambda: env_url("NAAM"), "https://lessen.example:99999"),
        (lambda: env_url("NAAM"), "https://lessen.example?y=1#z"),
        (lambda: env_url("NAAM"), "https://iemand@lessen.example"),
        (lambda: env_hosts("NAAM"), ","),
        (lambda: env_hosts("NAAM"), "*"),
        (lambda: env_hosts("NAAM"), "lessen.example,*"),
        (lambda: env_hosts("NAAM"), "https://lessen.example"),
        (lambda: env_hosts("NAAM"), "lessen.example:8000"),
        (lambda: env_hosts("NAAM"), "lessen.example andere.example"),
        (lambda: env_domain("NAAM", "lessen.example"), "a b c"),
        (lambda: env_domain("NAAM", "lessen.example"), "lessen@lessen.example"),
        (lambda: env_level("NAAM", "INFO"), "HARD"),
        (lambda: env_dotted("NAAM", ""), "abc"),
        (lambda: env_dotted("NAAM", ""), "scanner.kijk na"),
        (lambda: env_dotted("NAAM", ""), "scanner..kijk"),
    ],
)
def test_nonsense_is_refused_by_name(zet, read, value):
    zet(value)
    with pytest.raises(ImproperlyConfigured, match=r"^NAAM is "):
        read()


def test_values_are_read(zet):
    zet("On")
    assert env_bool("NAAM", default=False) is True
    zet("0")
    assert env_bool("NAAM", default=True) is False
    assert env_int("NAAM", default=7) == 0
    zet("0344")
    assert env_digits("NAAM", "0001", length=4) == "0344"
    zet(" a.example , ,b.example ")
    assert env_list("NAAM") == ["a.example", "b.example"]
    zet("team@lessen.example")
    assert env_email("NAAM") == "team@lessen.example"
    zet("https://lessen.example/")
    assert env_url("NAAM") == "https://lessen.example"
    zet("http://[::1]:8123")
    assert env_url("NAAM") == "http://[::1]:8123"
    zet("Lessen.example, .lessen.example,[::1]")
    assert env_hosts("NAAM") == ["Lessen.example", ".lessen.example", "[::1]"]
    zet("lessen.example")
    assert env_domain("NAAM", "anders.example") == "lessen.example"
    zet("warning")
    assert env_level("NAAM", "INFO") == "WARNING"
    zet("scanner.kijk_na")
    assert env_dotted("NAAM", "") == "scanner.kijk_na"
    zet("~/data")
    assert env_path("NAAM", Path()) == (Path.home() / "data").resolve()


def test_defaults_stand_in_for_what_is_not_set(zet):
    assert env_str("NAAM", "iets") == "iets"
    assert env_bool("NAAM", default=True) is True
    assert env_int("NAAM", default=7) == 7
    assert env_list("NAAM", "a,b") == ["a", "b"]
    assert env_hosts("NAAM", "a,b") == ["a", "b"]
    assert env_level("NAAM", "INFO") == "INFO"
    assert env_dotted("NAAM", "") == ""
    assert env_smtp("NAAM", "") == ""
    assert env_cache("NAAM", "locmemcache://") == "locmemcache://"
    assert env_path("NAAM", Path("/data")) == Path("/data").resolve()


@pytest.mark.parametrize(
    "value",
    [
        "imaps://lessen%40x.nl:woord@imap.x.nl/INBOX",
        "imap+tls://lessen:woord@imap.x.nl:143",
        "imap://lessen:woord@127.0.0.1:1143/INBOX",
    ],
)
def test_mailbox_is_taken(zet, value):
    zet(value)
    assert env_imap("NAAM", "") == value


@pytest.mark.parametrize(
    "value",
    [
        *("imap.x.nl", "imap://lessen:woord@imap.x.nl", "imaps://imap.x.nl"),
        *("https://a:woord@x.nl/", "imaps://a:woord@x.nl:poort/INBOX", "imaps://a:woord@[::1"),
    ],
)
def test_mailbox_is_refused_without_its_word(zet, value):
    zet(value)
    with pytest.raises(ImproperlyConfigured, match="NAAM is no mailbox") as error:
        env_imap("NAAM", "")
    assert "woord@" not in str(error.value).replace("user:word@", "")


def test_mailbox_may_be_left_out(zet):
    zet("")
    assert env_imap("NAAM", "") == ""


@pytest.mark.parametrize(
    ("value", "engine", "database"),
    [
        ("postgres://root:woord@127.0.0.1:5432/site", "postgresql", "site"),
        ("sqlite:////data/site.sqlite3", "sqlite3", "/data/site.sqlite3"),
    ],
)
def test_database_is_taken(zet, value, engine, database):
    zet(value)
    found = env_database("NAAM", "")
    assert (found["ENGINE"], found["NAME"]) == (f"django.db.backends.{engine}", database)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (env_smtp, "smtp://127.0.0.1"),
        (env_smtp, "smtp+tls://lessen%40x.nl:woord@mail.x.nl:587"),
        (env_cache, "redis://:woord@cache.x.nl:6379/1"),
        (env_cache, "rediss://cache.x.nl"),
        (env_cache, "redis:///run/redis.sock"),
        (env_cache, "locmemcache://"),
    ],
)
def test_server_is_taken(zet, read, value):
    zet(value)
    assert read("NAAM", "") == value


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (env_smtp, "foo://a:geheim@mail.x.nl"),
        (env_smtp, "a:geheim@mail.x.nl:587"),
        (env_smtp, "smtp://"),
        (env_smtp, "smtp://a:geheim@mail.x.nl:poort"),
        (env_smtp, "smtp://a:geheim#1@mail.x.nl:587"),
        (env_database, "foo"),
        (env_database, "mysql://a:geheim@db.x.nl/site"),
        (env_database, "postgres://a:geheim@db.x.nl:poort/site"),
        (env_database, "postgres://a:geheim@db.x.nl"),
        (env_cache, "foo"),
        (env_cache, "redis://"),
        (env_cache, "redis://:geheim@cache.x.nl:poort"),
    ],
)
def test_server_is_refused_by_name_and_without_its_word(zet, read, value):
    zet(value)
    with pytest.raises(ImproperlyConfigured, match=r"^NAAM is no .*; write ") as error:
        read("NAAM", "")
    assert "geheim" not in str(error.value)
