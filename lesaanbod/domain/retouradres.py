"""The envelope address of one mail (VERP), so that what comes back tells which mail it was.

A mail server that returns a mail without any of it still sends it to the address of its envelope.
That is ours with a «+» and the random part of the Message-ID, in hexadecimals: mail servers may
write an address in lower case. As random as the Message-ID, and seen by the same people only.
"""

import base64
import binascii
import re

_MESSAGE_ID = re.compile(r"<([A-Za-z0-9_-]{22})@[^<>@\s]+>")


def build_retouradres(adres: str, message_id: str) -> str:
    """Return where a mail with this Message-ID comes back, at the mailbox ``adres``.

    The mailbox itself for a Message-ID that is not of ``build_message_id``.
    """
    match = _MESSAGE_ID.fullmatch(message_id)
    naam, _, domein = adres.rpartition("@")
    if match is None or not naam:
        return adres
    octetten = base64.urlsafe_b64decode(f"{match[1]}==")
    return f"{naam}+{octetten.hex()}@{domein}"


def list_message_ids(inhoud: bytes, *, adres: str, uid_domein: str) -> list[str]:
    """Return the Message-IDs of ours that stand in a mail, whole or as an envelope address.

    ``adres`` is the mailbox that ``build_retouradres`` was given; may be empty. At most twenty of
    each.
    """
    domein = re.escape(uid_domein.encode())
    gewoon = re.findall(rb"<[A-Za-z0-9_-]{22}@" + domein + rb">", inhoud, re.IGNORECASE)
    gevonden = [een.decode() for een in gewoon[:20]]
    naam, _, van = adres.rpartition("@")
    if naam:
        vorm = re.escape(naam.encode()) + rb"\+([0-9a-f]{32})@" + re.escape(van.encode())
        for teken in re.findall(vorm, inhoud, re.IGNORECASE)[:20]:
            woord = base64.urlsafe_b64encode(binascii.unhexlify(teken)).decode().rstrip("=")
            gevonden.append(f"<{woord}@{uid_domein}>")
    return list(dict.fromkeys(gevonden))
