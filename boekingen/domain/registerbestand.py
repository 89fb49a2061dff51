"""Read the lines of a register file: which bytes to trust, and what stands in each field.

DUO writes Windows-1252, ``;`` between fields, CRLF behind every row. A field never holds a line
end, so each line is read by itself: a stray quote spoils one row and not the rest of the file.
"""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

CODERING = "cp1252"
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class RegisterOnleesbaar(Exception):
    """A file cannot be trusted as a whole; the message (Dutch) says what to do."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: its number in the file, its fields, and what is wrong with it, if anything."""

    nummer: int
    velden: tuple[str, ...]
    fout: str = ""


def decode_register(inhoud: bytes) -> str:
    """Return the text of a file; ``RegisterOnleesbaar`` when it is empty or not Windows-1252."""
    if not inhoud.strip():
        raise RegisterOnleesbaar("Dit bestand is leeg. Download het opnieuw bij DUO.")
    if inhoud.startswith(_BYTE_ORDER_MARKS) or b"\0" in inhoud or _is_utf8(inhoud):
        raise RegisterOnleesbaar(
            "Dit bestand heeft een andere tekencodering dan DUO gebruikt (Windows-1252). "
            "Gebruik het bestand zoals u het bij DUO downloadt; sla het niet opnieuw op."
        )
    try:
        return inhoud.decode(CODERING)
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise RegisterOnleesbaar(
            f"Op regel {regel} staat een teken dat niet in Windows-1252 past. "
            "Download het bestand opnieuw bij DUO."
        ) from fout


def split_regels(tekst: str) -> Iterator[Regel]:
    """Yield every line that is not blank; a line with a fault keeps what can be read of it."""
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        if regel.strip():
            yield _split_regel(nummer, regel.removesuffix("\r"))


def is_afgebroken(tekst: str) -> bool:
    """Whether the file stops before the end of a line."""
    return not tekst.endswith("\n")


def _is_utf8(inhoud: bytes) -> bool:
    """Whether the bytes are UTF-8 with characters of more than one byte.

    In Windows-1252 such pairs are "Ã©" and the like, which no Dutch name holds.
    """
    if inhoud.isascii():
        return False
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _split_regel(nummer: int, regel: str) -> Regel:
    if any(unicodedata.category(teken) == "Cc" and teken != "\t" for teken in regel):
        return Regel(nummer, tuple(regel.split(";")), "Er staan onleesbare tekens in.")
    try:
        (velden,) = csv.reader([regel], delimiter=";", strict=True)
    except csv.Error:
        return Regel(nummer, tuple(regel.split(";")), "Niet te lezen; let op de aanhalingstekens.")
    return Regel(nummer, tuple(velden))
