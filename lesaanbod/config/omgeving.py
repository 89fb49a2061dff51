"""Typed readers for environment variables: a wrong value is refused by name."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

import environ

AAN = frozenset({"on", "true", "yes", "1"})
UIT = frozenset({"off", "false", "no", "0"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
# A host as Django takes it: a name, or an IPv6 address in brackets.
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)
ROOT_ADDRESS = re.compile(rf"https?://({HOST.pattern})(:[0-9]+)?", re.IGNORECASE)
SHORTEST_KEY = 50
DATABASE_SCHEMES = frozenset({"postgres", "postgresql", "psql", "pgsql", "sqlite"})
SMTP = frozenset({"smtp", "smtps", "smtp+tls", "smtp+ssl"})


def refuse(name: str, value: str, expected: str) -> NoReturn:
    """Raise that ``name`` cannot be ``value``, and say what to write."""
    message = f"{name} is {value!r}; write {expected}."
    raise ImproperlyConfigured(message)


def refuse_secret(name: str, expected: str) -> NoReturn:
    """Raise that ``name`` is not what is expected; its value is not quoted: it holds a password."""
    message = f"{name} is no {expected}."
    raise ImproperlyConfigured(message)


def env_str(name: str, default: str | None = None) -> str:
    """Return the stripped text of ``name``; without ``default`` it must be set and not empty."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        message = f"{name} is not set. Set it in the environment; the README lists all settings."
        raise ImproperlyConfigured(message)
    return default


def env_bool(name: str, *, default: bool) -> bool:
    """Return ``name`` as on or off; any other word is refused."""
    value = env_str(name, "on" if default else "off").lower()
    if value in AAN:
        return True
    if value in UIT:
        return False
    return refuse(name, value, "on or off")


def env_int(name: str, *, default: int, minimum: int = 0) -> int:
    """Return ``name`` as a whole number of at least ``minimum``."""
    value = env_str(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < minimum:
        refuse(name, value, f"a whole number of at least {minimum}")
    return int(value)


def env_digits(name: str, default: str, *, length: int) -> str:
    """Return ``name`` as exactly ``length`` digits, leading zeros kept."""
    value = env_str(name, default)
    if not value.isascii() or not value.isdigit() or len(value) != length:
        refuse(name, value, f"{length} digits, like {default}")
    return value


def env_list(name: str, default: str | None = "") -> list[str]:
    """Return the comma-separated parts of ``name``, stripped, empty parts left out."""
    return [part.strip() for part in env_str(name, default).split(",") if part.strip()]


def env_path(name: str, default: Path) -> Path:
    """Return ``name`` as an absolute path; ``~`` is expanded."""
    return Path(env_str(name, str(default))).expanduser().resolve()


def check_keys(name: str, keys: Iterable[str], *, public: str) -> None:
    """Refuse keys that everybody knows (``public``) or can guess, without quoting them."""
    if any(key == public or len(key) < SHORTEST_KEY for key in keys):
        message = f"{name} is missing or shorter than {SHORTEST_KEY} characters. Set a random text."
        raise ImproperlyConfigured(message)


def env_email(name: str, default: str | None = None) -> str:
    """Return ``name`` as one bare e-mail address (RFC 5322 ``addr-spec``)."""
    value = env_str(name, default)
    local, at, domain = value.rpartition("@")
    is_address = at and local and HOST.fullmatch(domain) and domain.strip("-.") == domain
    if not is_address or any(character in local for character in " <>,;@\"'"):
        refuse(name, value, "one bare e-mail address, like lessen@gemeente.nl")
    return value


def env_hosts(name: str, default: str | None = None) -> list[str]:
    """Return the hosts in ``name``, at least one; ``.x.nl`` is x.nl and all below it."""
    hosts = env_list(name, default)
    if not hosts or not all(HOST.fullmatch(host.removeprefix(".")) for host in hosts):
        refuse(name, env_str(name, default), "host names with commas, like lessen.gemeente.nl")
    return hosts


def env_domain(name: str, default: str) -> str:
    """Return ``name`` as one domain."""
    value = env_str(name, default)
    if not HOST.fullmatch(value):
        refuse(name, value, "one domain, like gemeente.nl")
    return value


def env_level(name: str, default: str) -> str:
    """Return ``name`` as a level of the log, in capitals."""
    value = env_str(name, default).upper()
    if value not in LEVELS:
        refuse(name, value, f"one of {', '.join(LEVELS)}")
    return value


def env_dotted(name: str, default: str) -> str:
    """Return ``name`` as the dotted path of something in a module, or ``default``."""
    value = env_str(name, default)
    parts = value.split(".")
    if value and (len(parts) == 1 or not all(part.isidentifier() for part in parts)):
        refuse(name, value, "the dotted path of a function, like scanner.kijk_na")
    return value


def read_url(value: str) -> SplitResult:
    """Return the parts of an address; one that cannot be read has none."""
    try:
        parts = urlsplit(value)
        _ = parts.port  # read only now
    except ValueError:
        return urlsplit("")
    return parts


def env_url(name: str, default: str | None = None) -> str:
    """Return ``name`` as a root address with scheme and host, without a final slash."""
    value = env_str(name, default).rstrip("/")
    if not ROOT_ADDRESS.fullmatch(value) or not read_url(value).hostname:
        refuse(name, value, "scheme and host, like https://lessen.gemeente.nl")
    return value


def get_host(url: str) -> str:
    """Return the name of the host in ``url``, in lower case and without port."""
    return urlsplit(url).hostname or ""


def get_port(url: str) -> int | None:
    """Return the port that ``url`` names."""
    return urlsplit(url).port


def is_loopback(host: str) -> bool:
    """Return whether only this machine answers to ``host``; an IPv6 address may have brackets."""
    return host.lower().strip("[]") in LOOPBACK


def env_database(name: str, default: str) -> dict[str, Any]:
    """Return Django's settings for the database at ``name``: PostgreSQL or SQLite."""
    value = env_str(name, default)
    try:
        if value.partition("://")[0] in DATABASE_SCHEMES:
            database = dict(environ.Env.db_url_config(value))
            if database["NAME"]:
                return database
    except (ValueError, KeyError):
        pass  # refused below, without what it says of the password
    return refuse_secret(name, "database; write postgres://user:word@host/name, or sqlite:///path")


def env_imap(name: str, default: str) -> str:
    """Return ``name`` as a mailbox, ``imaps://user:word@host[:port][/folder]``, or ``default``.

    ``imap+tls://`` upgrades with STARTTLS; plain ``imap://`` is for this machine only.
    """
    value = env_str(name, default)
    parts = read_url(value)
    plain = parts.scheme == "imap" and is_loopback(parts.hostname or "")
    known = parts.scheme in {"imaps", "imap+tls"} or plain
    if value and not (known and parts.hostname and parts.username and parts.password):
        refuse_secret(name, "mailbox; write imaps://user:word@host/INBOX, with %40 for an @")
    return value


def env_smtp(name: str, default: str) -> str:
    """Return ``name`` as a mail server, ``smtp+tls://user:word@host[:port]``, or ``default``."""
    value = env_str(name, default)
    parts = read_url(value)
    if value and not (parts.scheme in SMTP and parts.hostname):
        refuse_secret(name, "mail server; write smtp+tls://user:word@host:587, with %40 for an @")
    return value


def env_cache(name: str, default: str) -> str:
    """Return ``name`` as a cache: Redis, at a host or a socket, or the memory of the process."""
    value = env_str(name, default)
    parts = read_url(value)
    redis = parts.scheme in {"redis", "rediss"} and (parts.hostname or parts.path)
    if not redis and parts.scheme != "locmemcache":
        refuse_secret(name, "cache; write redis://host:6379/0, or nothing for the process's memory")
    return value
