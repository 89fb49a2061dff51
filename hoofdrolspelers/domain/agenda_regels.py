"""From the bytes of a calendar file to its properties, as forgiving as diary programs are.

Real files break RFC 5545 in every way: other encodings, bare line feeds, junk between the lines,
quotes that never close, names in lower case, components that never end. Nothing here raises: a
line that means nothing is left out. Only the properties in ``GELEZEN`` are kept, so a title, a
place or a description is gone before anything else looks at the file.
"""

import codecs
import re
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
VOUW = re.compile(r"(?:\r*\n|\r+)[ \t]")


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


def lees_onderdelen(tekst: str, gelezen: frozenset[str] = GELEZEN) -> Onderdeel:
    """Return an outermost component without a name, with all of ``gelezen`` that the text holds."""
    top = Onderdeel("")
    pad = [top]
    for regel in REGELEINDE.split(VOUW.sub("", tekst.replace("\0", ""))):
        kop = KOP.match(regel)
        if kop is None:
            continue
        naam = kop[1].upper()
        if naam == "BEGIN":
            _open(pad, regel[kop.end() + 1 :].strip().upper())
        elif naam == "END":
            _sluit(pad, regel[kop.end() + 1 :].strip().upper())
        elif naam in gelezen:
            pad[-1].eigenschappen.setdefault(naam, []).append(_split(naam, regel[kop.end() :]))
    return top


def _open(pad: list[Onderdeel], soort: str) -> None:
    """Step into a component; an event cannot stand in an event, so an open one ends here."""
    if soort in ALLEENSTAAND or soort == "VCALENDAR":
        for plaats, onderdeel in enumerate(pad):
            if onderdeel.soort in ALLEENSTAAND:
                del pad[plaats:]
                break
    nieuw = Onderdeel(soort)
    pad[-1].onderdelen.append(nieuw)
    pad.append(nieuw)


def _sluit(pad: list[Onderdeel], soort: str) -> None:
    """Step out of the innermost component of this kind; an end without a begin is nothing."""
    for plaats in range(len(pad) - 1, 0, -1):
        if pad[plaats].soort == soort:
            pad[plaats].is_gesloten = True
            del pad[plaats:]
            return


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
