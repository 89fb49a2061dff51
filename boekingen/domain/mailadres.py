"""Which mail addresses an invitation can carry; narrower than what mail itself allows."""

import re

MAX_ADRES = 254  # RFC 5321 section 4.5.3.1.3, less the angle brackets
UITLEG = "Aan dit e-mailadres kunnen wij geen agenda-uitnodiging sturen. Vul een ander adres in."

# No %, ? or #: in a mailto URI these would have to be encoded (RFC 6068), which few clients undo.
_ADRES = re.compile(
    r"[A-Za-z0-9!$&'*+/=^_`{|}~-]+(?:\.[A-Za-z0-9!$&'*+/=^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
)


def is_uitnodigbaar(adres: str) -> bool:
    """Return whether ``adres`` is a bare address that may follow ``mailto:`` as it stands.

    ASCII only, no quoted local part, no ``%``, ``?`` or ``#``, at most 254 characters.
    """
    return len(adres) <= MAX_ADRES and _ADRES.fullmatch(adres) is not None
