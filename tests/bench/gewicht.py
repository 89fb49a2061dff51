"""What the first load of a page weighs on the line, without images, as a browser asks for it."""

import re
from collections.abc import Iterator

from tests.bench.belasting import build_vraag, vraag
from tests.bench.register import Cijfer, meting
from tests.bench.terrein import Terrein

PAGINAS = {
    "home": "/",
    "listing": "/lesaanbod/",
    "lesson": "/lesaanbod/kapot-sterk/",
}
# Style sheets, scripts and preloaded fonts; images do not count.
LINK = re.compile(r"<link[^>]*>")
HREF = re.compile(r'href="(/static/[^"]+)"')
SCRIPT = re.compile(r'<script[^>]*\ssrc="([^"]+)"')


@meting
def meet(terrein: Terrein) -> Iterator[Cijfer]:
    """Add up the page and everything it asks for, headers left out."""
    poort = terrein.start_site(terrein.klein)
    training = terrein.draai("vind_training", env=terrein.omgeving(terrein.klein))
    for naam, pad in {**PAGINAS, "training": training}.items():
        yield Cijfer(
            naam=f"first load {naam}, without images",
            value=weeg(poort, pad) / 1000, unit="kB", limit=120, better="lower",
        )  # fmt: skip


def weeg(poort: int, pad: str) -> int:
    """Return the bytes of a page with its styles, scripts and fonts."""
    html, gewicht = haal(poort, pad)
    links = [link for link in LINK.findall(html) if 'media="print"' not in link]
    delen = {
        adres
        for link in links
        if 'rel="stylesheet"' in link or 'as="font"' in link
        for adres in HREF.findall(link)
    }
    delen |= set(SCRIPT.findall(html))
    return gewicht + sum(haal(poort, adres)[1] for adres in delen)


def haal(poort: int, pad: str) -> tuple[str, int]:
    """Return the text of a file and its bytes on the line; packed unless it was packed before."""
    velden, inhoud = vraag(poort, build_vraag(pad))
    if velden.get(b"content-encoding") == b"br":
        import brotli

        return brotli.decompress(inhoud).decode(), len(inhoud)
    return ("" if pad.endswith(".woff2") else inhoud.decode()), len(inhoud)
