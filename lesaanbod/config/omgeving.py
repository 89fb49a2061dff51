"""Typed readers for environment variables: a wrong value is refused by name."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

AAN = frozenset({"on", "true", "yes", "1"})
UIT = frozenset({"off", "false", "no", "0"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


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
    message = f"{name} is {value!r}; write on or off."
    raise ImproperlyConfigured(message)


def env_int(name: str, *, default: int, minimum: int = 0) -> int:
    """Return ``name`` as a whole number of at least ``minimum``."""
    value = env_str(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < minimum:
        message = f"{name} is {value!r}; write a whole number of at least {minimum}."
        raise ImproperlyConfigured(message)
    return int(value)


def env_digits(name: str, default: str, *, length: int) -> str:
    """Return ``name`` as exactly ``length`` digits, leading zeros kept."""
    value = env_str(name, default)
    if not value.isascii() or not value.isdigit() or len(value) != length:
        message = f"{name} is {value!r}; write {length} digits, like {default}."
        raise ImproperlyConfigured(message)
    return value


def env_list(name: str, default: str | None = "") -> list[str]:
    """Return the comma-separated parts of ``name``, stripped, empty parts left out."""
    return [part.strip() for part in env_str(name, default).split(",") if part.strip()]


def env_path(name: str, default: Path) -> Path:
    """Return ``name`` as an absolute path; ``~`` is expanded."""
    return Path(env_str(name, str(default))).expanduser().resolve()


def env_email(name: str, default: str | None = None) -> str:
    """Return ``name`` as one bare e-mail address (RFC 5322 ``addr-spec``)."""
    value = env_str(name, default)
    local, at, domain = value.rpartition("@")
    if not (at and local and domain) or any(character in value for character in " <>,;\"'"):
        message = f"{name} is {value!r}; write one bare e-mail address, like lessen@gemeente.nl."
        raise ImproperlyConfigured(message)
    return value


def env_url(name: str, default: str | None = None) -> str:
    """Return ``name`` as a root address with scheme and host, without a final slash."""
    value = env_str(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
        message = f"{name} is {value!r}; write scheme and host, like https://lessen.gemeente.nl."
        raise ImproperlyConfigured(message)
    return value


def get_host(url: str) -> str:
    """Return the name of the host in ``url``, in lower case and without port."""
    return urlsplit(url).hostname or ""


def is_loopback(host: str) -> bool:
    """Return whether only this machine answers to ``host``; an IPv6 address may have brackets."""
    return host.lower().strip("[]") in LOOPBACK


def env_imap(name: str, default: str) -> str:
    """Return ``name`` as a mailbox, ``imaps://user:word@host[:port][/folder]``, or ``default``.

    ``imap+tls://`` upgrades with STARTTLS; plain ``imap://`` is for this machine only. The value
    is never quoted in an error: it holds a password.
    """
    value = env_str(name, default)
    if not value:
        return value
    parts = urlsplit(value)
    plain = parts.scheme == "imap" and is_loopback(parts.hostname or "")
    if not (parts.scheme in {"imaps", "imap+tls"} or plain) or not (
        parts.hostname and parts.username and parts.password
    ):
        message = f"{name} is no mailbox; write imaps://user:word@host/INBOX, with %40 for an @."
        raise ImproperlyConfigured(message)
    return value
