"""The lines of iCalendar (RFC 5545): text that fits, values, folding.

Written here and not by ``icalendar``, which needs a second for a feed that this writes in 20 ms;
``tests/itip.py``, ical.js and ``icalendar`` itself read the lines back.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

PRODID = "-//Kapot Sterk//Lesaanbod//NL"
REGEL = 75
"""Octets of a line, section 3.1."""

_REGELEINDE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Control characters, the byte order mark and half surrogates (not UTF-8); the line feed stays.
_BESTURING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
# RFC 6868 would write ^ and " as escapes, which old clients show as they stand.
_NIET_IN_CN = re.compile(r'["^\\]')


def clean_tekst(tekst: str) -> str:
    """Return the text with only line feeds and printable characters, without blank ends."""
    return _BESTURING.sub("", _REGELEINDE.sub("\n", tekst).replace("\t", " ")).strip()


def clean_regel(tekst: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(clean_tekst(tekst).split())


def clean_naam(naam: str) -> str:
    """Return the name without what a quoted parameter cannot hold (RFC 5545 section 3.2)."""
    return clean_regel(_NIET_IN_CN.sub("", naam))


def format_utc(moment: datetime) -> str:
    """Return an aware moment in the basic form of UTC (R23, R24)."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escape(tekst: str) -> str:
    """Return TEXT as section 3.3.11 writes it."""
    tekst = tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return tekst.replace("\n", "\\n")


def vouw(regels: Iterable[str]) -> bytes:
    """Return the lines as bytes, each folded and with its CRLF."""
    return b"".join(fold(regel) for regel in regels)


def fold(regel: str) -> bytes:
    """Return one line in octets with its CRLF, folded, never inside a character (R3, R4)."""
    octetten = regel.encode()
    delen, begin, ruimte = [], 0, REGEL
    while len(octetten) - begin > ruimte:
        eind = begin + ruimte
        while octetten[eind] & 0xC0 == 0x80:  # noqa: PLR2004  # a byte inside a character
            eind -= 1
        delen.append(octetten[begin:eind])
        begin, ruimte = eind, REGEL - 1
    delen.append(octetten[begin:])
    return b"\r\n ".join(delen) + b"\r\n"
