"""From the bytes of a calendar file to its properties, as forgiving as diary programs are.

Real files break RFC 5545 in every way: other encodings, bare line feeds, junk between the lines,
quotes that never close, names in lower case, components that never end. Nothing here raises: a
line that means nothing is left out. Only the properties in ``GELEZEN`` are kept, so a title, a
place or a description is gone before anything else looks at the file.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field

GELEZEN = frozenset(
    {
        "ATTENDEE",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "DURATION",
        "EXDATE",
        "EXRULE",
        "FREEBUSY",
        "RDATE",
        "RECURRENCE-ID",
        "RRULE",
        "SEQUENCE",
        "STATUS",
        "TRANSP",
        "TZID",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "UID",
        "X-LIC-LOCATION",
        "X-MICROSOFT-CDO-BUSYSTATUS",
        "X-WR-CALNAME",
        "X-WR-TIMEZONE",
    }
)
ALLEENSTAAND = frozenset({"VEVENT", "VTIMEZONE", "VFREEBUSY", "VTODO", "VJOURNAL"})
MET_DATUM = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "FREEBUSY"})
KOP = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[;:])")
# Where the value of a date begins: a name of a zone may hold colons too, and without quotes.
DATUMBEGIN = re.compile(r":(?=\s*[0-9]{4}-?[0-9]{2}-?[0-9]{2})")
BUITEN_QUOTES = re.compile(r'[^";]+(?:"[^"]*"[^";]*)*|(?:"[^"]*"[^";]*)+')
REGELEINDE = re.compile(r"\r*\n|\r+")
# Only from the first of a row of carriage returns; from each of them it would look at all the rest.
VOUW = re.compile(r"(?<!\r)(?:\r*\n|\r+)[ \t]")


@dataclass(frozen=True, slots=True)
class Eigenschap:
    """One property: its parameters (upper-case names, no quotes) and its value as it stands."""

    waarde: str
    parameters: dict[str, str]


@dataclass(slots=True)
class Onderdeel:
    """One component, upper-case, with what stands in it."""

    soort: str
    eigenschappen: dict[str, list[Eigenschap]] = field(default_factory=dict)
    onderdelen: list["Onderdeel"] = field(default_factory=list)
    is_gesloten: bool = False

    def eerste(self, naam: str) -> Eigenschap | None:
        """Return the first property of this name."""
        return next(iter(self.eigenschappen.get(naam, ())), None)

    def waarde(self, naam: str) -> str:
        """Return the first value of this name without space around it, or nothing."""
        eerste = self.eerste(naam)
        return eerste.waarde.strip() if eerste else ""

    def alle(self, naam: str) -> list[Eigenschap]:
        """Return every property of this name."""
        return self.eigenschappen.get(naam, [])

    def soorten(self, soort: str) -> list["Onderdeel"]:
        """Return the components of this kind right inside."""
        return [onderdeel for onderdeel in self.onderdelen if onderdeel.soort == soort]


def decodeer(inhoud: bytes) -> str:
    """Return the text: UTF-16 and UTF-32 by their mark or their zeroes, UTF-8, or else Windows."""
    if inhoud.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return inhoud.decode("utf-32", "replace")
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud.decode("utf-16", "replace")
    kop = inhoud[:64]
    if b"\0B\0E\0G" in kop:
        return inhoud.decode("utf-16-be", "replace")
    if b"B\0E\0G\0" in kop:
        return inhoud.decode("utf-16-le", "replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace").removeprefix("ï»¿")


@dataclass(slots=True)
class _Pad:
    """The components that are open, the innermost last, and how many there are of each kind.

    By those numbers an end without a begin is known at once, so each component is stepped into
    and out of once, however many a hostile file leaves open.
    """

    onderdelen: list[Onderdeel]
    aantallen: Counter[str] = field(default_factory=Counter)

    def open(self, soort: str) -> None:
        """Step into a component; an event cannot stand in an event, so an open one ends here."""
        if soort in ALLEENSTAAND or soort == "VCALENDAR":
            for staand in filter(self.aantallen.__getitem__, ALLEENSTAAND):
                self._verlaat(staand)
        nieuw = Onderdeel(soort)
        self.onderdelen[-1].onderdelen.append(nieuw)
        self.onderdelen.append(nieuw)
        self.aantallen[soort] += 1

    def sluit(self, soort: str) -> None:
        """Step out of the innermost of this kind; an end without a begin is nothing."""
        if self.aantallen[soort]:
            self._verlaat(soort).is_gesloten = True

    def _verlaat(self, soort: str) -> Onderdeel:
        """Step out of everything up to and including the innermost of this kind."""
        while True:
            onderdeel = self.onderdelen.pop()
            self.aantallen[onderdeel.soort] -= 1
            if onderdeel.soort == soort:
                return onderdeel


def lees_onderdelen(tekst: str, gelezen: frozenset[str] = GELEZEN) -> Onderdeel:
    """Return an outermost component without a name, with all of ``gelezen`` that the text holds."""
    top = Onderdeel("")
    pad = _Pad([top])
    for regel in REGELEINDE.split(VOUW.sub("", tekst.replace("\0", ""))):
        kop = KOP.match(regel)
        if kop is None:
            continue
        naam = kop[1].upper()
        if naam == "BEGIN":
            pad.open(regel[kop.end() + 1 :].strip().upper())
        elif naam == "END":
            pad.sluit(regel[kop.end() + 1 :].strip().upper())
        elif naam in gelezen:
            binnenste = pad.onderdelen[-1]
            eigenschap = _split(naam, regel[kop.end() :])
            binnenste.eigenschappen.setdefault(naam, []).append(eigenschap)
    return top


def _split(naam: str, rest: str) -> Eigenschap:
    """Split what follows the name at the colon that ends the parameters."""
    grens = _find_datum(rest) if naam in MET_DATUM else _find_grens(rest)
    return Eigenschap(rest[grens + 1 :], _lees_parameters(rest[:grens]))


def _find_datum(rest: str) -> int:
    begins = [match.start() for match in DATUMBEGIN.finditer(rest)]
    return begins[-1] if begins else rest.rfind(":") % (len(rest) + 1)


def _find_grens(rest: str) -> int:
    """Return the first colon outside quotes, or the first of all where a quote stays open."""
    in_quotes = False
    for plaats, teken in enumerate(rest):
        if teken == '"':
            in_quotes = not in_quotes
        elif teken == ":" and not in_quotes:
            return plaats
    return rest.find(":") % (len(rest) + 1)


def _lees_parameters(tekst: str) -> dict[str, str]:
    parameters = {}
    stukken = tekst.split(";") if tekst.count('"') % 2 else BUITEN_QUOTES.findall(tekst)
    for stuk in stukken:
        naam, is_er, waarde = stuk.partition("=")
        if is_er:
            parameters[naam.strip().upper()] = waarde.replace('"', "").strip()
    return parameters
