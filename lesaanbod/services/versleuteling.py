"""Secrets of others that we must be able to use again, so that a hash will not do.

AES with an HMAC (Fernet, of ``cryptography``) under a key derived from ``SECRET_KEY``, one per
purpose: whoever has the database or a backup and not that key, has nothing.
"""

import base64
from functools import lru_cache

from django.conf import settings

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LENGTE = 32


class Onleesbaar(Exception):
    """Kept under another ``SECRET_KEY``, or no secret of ours; the text holds nothing of it."""


def versleutel(*, doel: str, tekst: str) -> str:
    """Return ``tekst`` as it may be kept: another text every time, readable for ``doel`` only."""
    return build_sleutels(doel).encrypt(tekst.encode()).decode()


def ontsleutel(*, doel: str, bewaard: str) -> str:
    """Return what ``versleutel`` was given. Raises ``Onleesbaar``.

    What was kept under one of ``SECRET_KEY_FALLBACKS`` is readable for as long as that is listed.
    """
    try:
        return build_sleutels(doel).decrypt(bewaard.encode()).decode()
    except InvalidToken:
        raise Onleesbaar from None


def herversleutel(*, doel: str, bewaard: str) -> str:
    """Return ``bewaard`` under the key of today, unchanged where it is. Raises ``Onleesbaar``."""
    try:
        build_sleutel(settings.SECRET_KEY, doel).decrypt(bewaard.encode())
    except InvalidToken:
        return versleutel(doel=doel, tekst=ontsleutel(doel=doel, bewaard=bewaard))
    return bewaard


def build_sleutels(doel: str) -> MultiFernet:
    """Return the key of today, and those of before to read with."""
    geheimen = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([build_sleutel(geheim, doel) for geheim in geheimen])


@lru_cache(maxsize=16)
def build_sleutel(geheim: str, doel: str) -> Fernet:
    """Return the key of one purpose (HKDF, RFC 5869)."""
    info = f"lesaanbod.versleuteling.{doel}".encode()
    hkdf = HKDF(algorithm=SHA256(), length=LENGTE, salt=None, info=info)
    return Fernet(base64.urlsafe_b64encode(hkdf.derive(geheim.encode())))
