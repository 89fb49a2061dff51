"""Under which key a public page is kept, and in which form a browser takes it.

Two requests have one key only when every page of the catalogue answers both alike.
"""

from hashlib import sha256
from urllib.parse import parse_qsl

# The names the list of lessons, the news and the API read; a page looks at no others.
BEKEND = frozenset({"zoekwoord", "niveau", "thema", "vorm", "sorteer", "pagina"})
BEKEND_API = frozenset({"limit", "offset", "fields", "order", "type", "child_of", "descendant_of"})
# What newsletters and social networks add to a link, for their own count.
CAMPAGNE = ("utm_", "fbclid", "gclid", "mc_")
LANGSTE_VRAAG = 300
MEESTE_WAARDEN = 30
API = "/api/"


def build_paginasleutel(
    *, schema: str, host: str, pad: str, vraag: str, htmx: bool = False, accept: str = ""
) -> str | None:
    """Return the key of a request; None for an address of which no answer is kept.

    ``vraag`` is the query as it was sent. The order of names means nothing, that of the values of
    one name does. ``accept`` counts for the API only, which answers in more than one type.
    """
    paren = _lees_vraag(vraag, is_api=pad.startswith(API)) if vraag else []
    if paren is None:
        return None
    soort = accept if pad.startswith(API) else ""
    delen = (schema, host, pad, str(htmx), soort, *(deel for paar in paren for deel in paar))
    # Lengths, so that no text can be read as the end of one part and the start of the next.
    tekst = "".join(f"{len(deel)}:{deel}" for deel in delen)
    return sha256(tekst.encode(errors="surrogatepass")).hexdigest()


def _lees_vraag(vraag: str, *, is_api: bool) -> list[tuple[str, str]] | None:
    """Return the pairs that matter, by name; None when there are too many or unknown ones."""
    if len(vraag) > LANGSTE_VRAAG:
        return None
    try:
        paren = parse_qsl(vraag, keep_blank_values=True, max_num_fields=MEESTE_WAARDEN)
    except ValueError:
        return None
    if not is_api:
        paren = [paar for paar in paren if not paar[0].startswith(CAMPAGNE)]
    if {naam for naam, _ in paren} - (BEKEND_API if is_api else BEKEND):
        return None
    return sorted(paren, key=lambda paar: paar[0])


def kies_codering(accept_encoding: str) -> str:
    """Return the smallest form a browser takes, of «br» and «gzip»; empty for the plain one."""
    gewild = set()
    for deel in accept_encoding.lower().split(","):
        naam, _, gewicht = deel.replace(" ", "").partition(";q=")
        if gewicht.rstrip("0") not in {"0.", ""} or not gewicht:
            gewild.add(naam)
    return next((codering for codering in ("br", "gzip") if codering in gewild), "")
