"""Fold text for search: no accents, no capitals, words apart."""

import re

from lesaanbod.domain.zoekwoorden import maak_kaal

LANGSTE_ZOEKTEKST = 500
_WOORD = re.compile(r"[a-z0-9]+")
# Spelled in two ways; what somebody types and what we store become the same word.
_ZELFDE = {"st": "sint"}
# What people say beside what the register says.
_BIJNAMEN = {"'s-gravenhage": "den haag", "'s-hertogenbosch": "den bosch"}
_SECTORWOORDEN = {
    "po": "basisschool school",
    "vo": "middelbare school",
    "so": "speciaal onderwijs school",
    "mbo": "mbo school",
}


def split_woorden(tekst: str) -> list[str]:
    """Return the words of ``tekst``, folded: "Sint-Joris Café" gives sint, joris and cafe."""
    return [_ZELFDE.get(woord, woord) for woord in _WOORD.findall(maak_kaal(tekst))]


def fold(tekst: str) -> str:
    """Return ``tekst`` as its folded words with one space between; two equal names are equal."""
    return " ".join(split_woorden(tekst))


def build_zoektekst(
    *, naam: str, plaats: str, postcode: str, vestigingscode: str, sector: str
) -> str:
    """Return what a school is found by: every word with a space before it, for prefix search.

    Codes come first, so that a very long name can never push them out.
    """
    delen = (
        vestigingscode,
        postcode.replace(" ", ""),
        postcode,
        plaats,
        _BIJNAMEN.get(plaats.lower(), ""),
        naam,
        _SECTORWOORDEN.get(sector, ""),
    )
    return (" " + fold(" ".join(delen)))[:LANGSTE_ZOEKTEKST]
