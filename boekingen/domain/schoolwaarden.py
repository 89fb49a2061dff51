"""Clean single values of a school, from the register or typed by hand.

Each ``clean_`` function takes text and returns it clean, or "" where nothing useful is left.
"""

import re

_KLEINE_WOORDEN = frozenset(
    {"aan", "ad", "bij", "ca", "de", "den", "der", "en", "gem", "het", "in", "op", "over"}
    | {"s", "t", "te", "ten", "ter", "van"}
)
# Provinces behind a place name, as in ELST UT; only as the last word.
_PROVINCIES = frozenset({"DR", "FL", "FR", "GN", "LB", "NB", "NH", "OV", "UT", "ZH", "ZL"})
_PLAATSWOORD = re.compile(r"[^\W\d_]+")
_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})", re.ASCII)
_WEBSITE = re.compile(
    r"(?P<schema>https?://)?(?P<host>(?:[a-z0-9_-]+\.)+[a-z]{2,})\.?(?P<pad>/[^\s\"<>\\]*)?",
    re.ASCII | re.IGNORECASE,
)
_LANDCODE = re.compile(r"^(?:\+|00)31\(?0?\)?")
KORTSTE_TELEFOON, LANGSTE_TELEFOON = 10, 15


def clean_tekst(waarde: str) -> str:
    """Strip, and make one space of every run of them: the register writes " " for nothing."""
    return " ".join(waarde.split())


def clean_plaats(waarde: str) -> str:
    """Write a place in capitals as it is spelled: DE MEERN, 'S-GRAVENHAGE, IJSSELSTEIN."""
    plaats = clean_tekst(waarde)
    if not plaats.isupper():
        return plaats
    kop, _, staart = plaats.rpartition(" ")
    if kop and staart in _PROVINCIES:
        return f"{clean_plaats(kop)} {staart}"
    if plaats.startswith(("S GRAVENHAGE", "S HERTOGENBOSCH")):
        return clean_plaats(f"'S-{staart}")
    return _PLAATSWOORD.sub(_spell_plaatswoord, plaats)


def _spell_plaatswoord(gevonden: re.Match[str]) -> str:
    """Spell one word of a place: small words small, except at the very beginning."""
    woord = gevonden[0].lower()
    ervoor = gevonden.string[: gevonden.start()]
    if woord in _KLEINE_WOORDEN and (ervoor.strip() or woord in {"s", "t"}):
        return woord
    if ervoor and ervoor[-1].isdigit():
        return woord
    return "IJ" + woord[2:] if woord.startswith("ij") else woord.capitalize()


def clean_postcode(waarde: str) -> str:
    """Return "3524 SG", also for "3524sg"; "" for what is no Dutch postcode."""
    gevonden = _POSTCODE.fullmatch(clean_tekst(waarde).upper())
    return f"{gevonden[1]} {gevonden[2]}" if gevonden else ""


def clean_telefoon(waarde: str) -> str:
    """Return the digits, +31 as 0; "" for what is too short or too long to call."""
    binnenlands = _LANDCODE.sub("0", re.sub(r"[\s.()-]", "", waarde))
    cijfers = re.sub(r"[^0-9]", "", binnenlands)
    return cijfers if KORTSTE_TELEFOON <= len(cijfers) <= LANGSTE_TELEFOON else ""


def clean_website(waarde: str) -> str:
    """Return an address one can click; the register mostly leaves the scheme out."""
    gevonden = _WEBSITE.fullmatch(clean_tekst(waarde))
    if not gevonden:
        return ""
    schema = (gevonden["schema"] or "https://").lower()
    return f"{schema}{gevonden['host'].lower()}{gevonden['pad'] or ''}"
