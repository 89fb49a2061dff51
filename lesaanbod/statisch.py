"""Static files of a real site: fixed addresses, and style sheets joined into one file.

A browser shows nothing before it has every style sheet of a page, and each costs a round trip on a
telephone. So what a sheet imports is put in its place when ``collectstatic`` runs; in development
the browser follows the imports itself. Of the thousands of design tokens of the theme only those
stay that some sheet uses: a browser works out all of them on every page.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import url\("([^"]+)"\);\n?', re.MULTILINE)
CHARSET = re.compile(r'^@charset "UTF-8";', re.IGNORECASE)
# A custom property on lines of its own, as the theme has thousands of; not one that holds a text.
TOKEN = re.compile(r"""^[ \t]*(--[\w-]+):([^;{}"']*);[ \t]*\n""", re.MULTILINE)
GEBRUIK = re.compile(r"var\(\s*(--[\w-]+)")
# Addresses beside the sheet itself: not data:, https: or from the root.
ADRES = re.compile(r"""url\((["']?)(?![a-z]+:|/)([^"')]+)\1\)""")

Paden = dict[str, tuple[Storage, str]]


class VasteAdressenStorage(CompressedManifestStaticFilesStorage):
    """Works out every address once; a page holds dozens of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adressen: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:  # noqa: FBT001, FBT002  # Django's own
        """Return the address of a file; ``ValueError`` when ``collectstatic`` did not meet it."""
        if force:
            return str(super().url(name, force=True))
        if name not in self.adressen:
            self.adressen[name] = super().url(name)
        return self.adressen[name]

    def post_process(self, paths: Paden, **options: Any) -> Iterator[Any]:
        """Give every file its address, after joining the sheets."""
        return super().post_process(voeg_samen(paths), **options)


class Samengevoegd(Storage):
    """One style sheet that is nowhere on disk."""

    def __init__(self, tekst: str) -> None:
        self.inhoud = tekst.encode()

    def _open(self, name: str, _mode: str = "rb") -> ContentFile:
        """Return the sheet, whatever its name."""
        return ContentFile(self.inhoud, name=name)


def voeg_samen(paden: Paden) -> Paden:
    """Return the files of ``collectstatic``; sheets that import hold what they import.

    ``KeyError`` when what is imported is not among them.
    """
    teksten = {naam: _lees(paden, naam) for naam in paden if naam.endswith(".css")}
    gebruikt = vind_gebruikt(teksten.values())
    samen = {
        naam: (Samengevoegd(_laat_weg(_voeg_in(paden, naam, tekst), gebruikt)), naam)
        for naam, tekst in teksten.items()
        if IMPORT.search(tekst)
    }
    return paden | samen


def vind_gebruikt(teksten: Iterable[str]) -> set[str]:
    """Return the tokens that a rule of one of these sheets uses, itself or through other tokens."""
    bouwstenen: dict[str, set[str]] = {}
    gebruikt: set[str] = set()
    te_doen: set[str] = set()
    for tekst in teksten:
        for naam, waarde in TOKEN.findall(tekst):
            bouwstenen.setdefault(naam, set()).update(GEBRUIK.findall(waarde))
        te_doen.update(GEBRUIK.findall(TOKEN.sub("", tekst)))
    while te_doen:
        gebruikt |= te_doen
        te_doen = {naam for token in te_doen for naam in bouwstenen.get(token, ())} - gebruikt
    return gebruikt


def _lees(paden: Paden, naam: str) -> str:
    """Return the text of a style sheet; that it is UTF-8 may stand at the top of a file only."""
    storage, pad = paden[naam]
    with storage.open(pad) as bestand:
        return CHARSET.sub("", bestand.read().decode())


def _voeg_in(paden: Paden, naam: str, tekst: str) -> str:
    """Return a sheet with what it imports, and with that what it imports, in its place."""
    hier = posixpath.dirname(naam)

    def vervang(gevonden: re.Match[str]) -> str:
        ander = posixpath.normpath(posixpath.join(hier, gevonden[1]))
        daar = posixpath.dirname(ander)
        inhoud = _voeg_in(paden, ander, _lees(paden, ander))
        return ADRES.sub(
            lambda adres: 'url("{}")'.format(
                posixpath.relpath(posixpath.join(daar, adres[2]), hier or ".")
            ),
            inhoud,
        )

    return IMPORT.sub(vervang, tekst)


def _laat_weg(tekst: str, gebruikt: set[str]) -> str:
    """Return a sheet without the tokens that nothing uses."""
    return TOKEN.sub(lambda token: token[0] if token[1] in gebruikt else "", tekst)
