"""The link that opens a draft: a secret part, of which we keep only the hash."""

from hashlib import sha256


def hash_sleutel(sleutel: str) -> str:
    """Return what we keep of the secret in the link of a draft."""
    return sha256(sleutel.encode()).hexdigest()
