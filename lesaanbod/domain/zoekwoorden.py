"""Words for the search of the catalogue: no accents, no capitals, no signs."""

import re
import unicodedata

HOOGSTENS_WOORDEN = 6
_WOORD = re.compile(r"[^\W_]+")


def maak_kaal(tekst: str) -> str:
    """Return ``tekst`` without accents and capitals: «Één Café» is een cafe."""
    ontleed = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).casefold()


def split_zoekwoorden(tekst: str) -> list[str]:
    """Return the different words of ``tekst``, folded: «Één HALT-gesprek» is een, halt, gesprek."""
    return list(dict.fromkeys(_WOORD.findall(maak_kaal(tekst))))


def build_zoektekst(*delen: str) -> str:
    """Return the words of ``delen`` with a space before each, for a search on their start."""
    return "".join(f" {woord}" for woord in split_zoekwoorden(" ".join(delen)))
