"""Tokens for personal links in mails: a stored random id with a signature.

The database holds only the id; whoever reads it cannot make a link without ``SECRET_KEY``. When a
link ends is decided by the row that holds the id, never by the token.
"""

import re
import secrets

from django.core.signing import BadSignature, Signer

SLEUTEL = re.compile(r"[A-Za-z0-9_-]{16,40}")
TOKEN = re.compile(rf"({SLEUTEL.pattern})\.[A-Za-z0-9_-]{{43}}")


def new_sleutel() -> str:
    """Return a new random id of 128 bits, to be stored with what the link opens."""
    return secrets.token_urlsafe(16)


def build_signer(doel: str) -> Signer:
    """Return the HMAC-SHA256 signer of one purpose; its key is derived from ``SECRET_KEY``."""
    return Signer(sep=".", salt=f"lesaanbod.links.{doel}", algorithm="sha256")


def sign(*, doel: str, sleutel: str) -> str:
    """Return the token of ``sleutel``: always the same one, safe in a URL, good for ``doel`` only.

    Raises ``ValueError`` for what ``new_sleutel`` would not make.
    """
    if not SLEUTEL.fullmatch(sleutel):
        raise ValueError("A sleutel is made by new_sleutel.")
    return build_signer(doel).sign(sleutel)


def unsign(*, doel: str, token: str) -> str | None:
    """Return the ``sleutel`` in ``token``, or None for a mangled, foreign or forged one.

    Compares in constant time; ``SECRET_KEY_FALLBACKS`` keep old links alive for as long as listed.
    """
    if not TOKEN.fullmatch(token):
        return None
    try:
        return build_signer(doel).unsign(token)
    except BadSignature:
        return None
