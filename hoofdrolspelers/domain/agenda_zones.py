"""Zones of a calendar file by all the names that programs give them.

In this order: a name of IANA, the tail of a path (``/x/y/Europe/Amsterdam``), a Windows name with
or without a number behind it, the display name of Windows («(UTC+01:00) Amsterdam, Berlin, …»),
the VTIMEZONE of the file, an offset, X-WR-TIMEZONE, and Europe/Amsterdam. An IANA name beats the
VTIMEZONE of the file: programs write old or broken ones.

A local time that a clock change skips is read with the offset before the change, one that comes
twice is the first (RFC 5545, 3.3.5).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache, lru_cache
from itertools import islice
from typing import Protocol
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from .agenda_herhaling import Herhaling, OnbruikbareHerhaling, lees_herhaling, list_begins
from .agenda_regels import Onderdeel

GROTE_GEBIEDEN = {"Europe", "Africa", "America", "Asia", "Atlantic", "Australia", "Pacific"}
VOLGNUMMER = re.compile(r"\s+[0-9]+$")
WEERGAVE = re.compile(r"\((?:UTC|GMT)(?:[+-][0-9:.]+)?\)\s*(.*)", re.IGNORECASE)
AFSTAND = re.compile(r"\(?(?:UTC|GMT)?\s*([+-])([0-9]{1,2}):?([0-9]{2})?\)?.*", re.IGNORECASE)
UTCOFFSET = re.compile(r"([+-])([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])?")
TIJD = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})?")
DAG = timedelta(days=1)
VROEGSTE_WISSEL = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock
HOOGSTENS_WISSELS = 1000
"""Of one rule."""
LANGSTE_NAAM = 200
EERSTE_WISSEL = datetime(1, 1, 3)  # noqa: DTZ001 - a wall clock

# Display names of Windows without a city in them, and Dutch ones; in lower case.
WEERGAVENAMEN = {
    "coordinated universal time": "UTC",
    "gecoördineerde wereldtijd": "UTC",
    "customized utc": "UTC",
    "microsoft/utc": "UTC",
    "west central africa": "Africa/Lagos",
    "west-europa (standaardtijd)": "Europe/Amsterdam",
    "west-europa": "Europe/Amsterdam",
    "midden-europese tijd": "Europe/Amsterdam",
    "midden-europese standaardtijd": "Europe/Amsterdam",
    "central european time": "Europe/Amsterdam",
    "central european standard time": "Europe/Warsaw",
    "central european summer time": "Europe/Amsterdam",
    "western european time": "Europe/Lisbon",
    "greenwich mean time": "Europe/London",
    "londen": "Europe/London",
    "parijs": "Europe/Paris",
    "berlijn": "Europe/Berlin",
    "athene": "Europe/Athens",
    "atlantic time (canada)": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "eastern time (us & canada)": "America/New_York",
    "eastern time (us and canada)": "America/New_York",
    "indiana (east)": "America/Indiana/Indianapolis",
    "central time (us & canada)": "America/Chicago",
    "central time (us and canada)": "America/Chicago",
    "central america": "America/Guatemala",
    "saskatchewan": "America/Regina",
    "mountain time (us & canada)": "America/Denver",
    "mountain time (us and canada)": "America/Denver",
    "arizona": "America/Phoenix",
    "pacific time (us & canada)": "America/Los_Angeles",
    "pacific time (us and canada)": "America/Los_Angeles",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "brasilia": "America/Sao_Paulo",
    "georgetown": "America/Guyana",
    "greenland": "America/Nuuk",
    "abu dhabi": "Asia/Dubai",
    "beijing": "Asia/Shanghai",
    "hanoi": "Asia/Bangkok",
    "chennai": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
    "osaka": "Asia/Tokyo",
    "canberra": "Australia/Sydney",
    "wellington": "Pacific/Auckland",
    "auckland": "Pacific/Auckland",
}


class Zone(Protocol):
    """Between a wall clock and the moments themselves."""

    def naar_utc(self, wand: datetime) -> datetime:
        """Return the moment at which this clock shows ``wand`` (naive)."""

    def naar_wand(self, moment: datetime) -> datetime:
        """Return what this clock shows (naive) at a moment."""


@dataclass(frozen=True, slots=True)
class BekendeZone:
    """A zone of IANA, or a fixed offset."""

    tz: ZoneInfo | timezone

    def naar_utc(self, wand: datetime) -> datetime:
        """Return the moment; fold 0 reads gaps and doubles as RFC 5545 wants."""
        return wand.replace(tzinfo=self.tz, fold=0).astimezone(UTC)

    def naar_wand(self, moment: datetime) -> datetime:
        """Return the wall clock."""
        return moment.astimezone(self.tz).replace(tzinfo=None, fold=0)


@dataclass(frozen=True, slots=True)
class EigenZone:
    """A zone that only its file describes: changes in order, and the offset before them all.

    ``wissels`` holds moment in UTC without zone and the offsets before and after it.
    """

    vooraf: timedelta
    wissels: tuple[tuple[datetime, timedelta, timedelta], ...]

    def naar_utc(self, wand: datetime) -> datetime:
        """Return the moment; in a gap with the offset before, in a double hour the first."""
        for moment, van, naar in reversed(self.wissels):
            if wand >= moment + max(van, naar):
                return (wand - naar).replace(tzinfo=UTC)
        return (wand - self.vooraf).replace(tzinfo=UTC)

    def naar_wand(self, moment: datetime) -> datetime:
        """Return the wall clock."""
        kaal = moment.astimezone(UTC).replace(tzinfo=None)
        plaats = bisect_right([wissel[0] for wissel in self.wissels], kaal)
        return kaal + (self.wissels[plaats - 1][2] if plaats else self.vooraf)


AMSTERDAM = BekendeZone(ZoneInfo("Europe/Amsterdam"))
WERELDTIJD = BekendeZone(ZoneInfo("UTC"))


def find_bekende_zone(naam: str) -> BekendeZone | None:
    """Return the zone that the whole world knows by this name, or None."""
    kaal = naam.strip().strip('"').strip()
    iana = _find_iana(kaal) if len(kaal) <= LANGSTE_NAAM else None
    return BekendeZone(ZoneInfo(iana)) if iana else None


@lru_cache(maxsize=1024)
def _find_iana(naam: str) -> str | None:
    namen = _get_namen()
    kaal = VOLGNUMMER.sub("", naam)
    delen = [deel for deel in re.split(r"[/\\]", kaal) if deel]
    kandidaten = [kaal, *("/".join(delen[-aantal:]) for aantal in (3, 2, 1) if delen)]
    for kandidaat in kandidaten:
        gevonden = namen.get(kandidaat.casefold().replace(" ", "_")) or _find_windows(kandidaat)
        if gevonden:
            return gevonden
    weergave = WEERGAVE.fullmatch(kaal)
    return _find_stad(weergave[1]) if weergave else _find_stad(kaal)


def _find_windows(naam: str) -> str | None:
    return _get_windowsnamen().get(naam.casefold())


def _find_stad(tekst: str) -> str | None:
    """Return the zone of the first city in a display name that gives its name to a zone."""
    heel = tekst.casefold().strip()
    steden = [heel, *(stad.strip() for stad in heel.split(","))] if "," in heel else [heel]
    for stad in steden:
        gevonden = WEERGAVENAMEN.get(stad) or _get_steden().get(stad) or _find_windows(stad)
        if gevonden:
            return gevonden
    return None


@cache
def _get_namen() -> dict[str, str]:
    return {naam.casefold(): naam for naam in available_timezones()}


@cache
def _get_windowsnamen() -> dict[str, str]:
    return {naam.casefold(): zone for naam, zone in WINDOWS_TO_OLSON.items()}


@cache
def _get_steden() -> dict[str, str]:
    return {
        naam.rpartition("/")[2].replace("_", " ").casefold(): naam
        for naam in sorted(available_timezones())
        if naam.partition("/")[0] in GROTE_GEBIEDEN
    }


def find_afstand(naam: str) -> BekendeZone | None:
    """Return the fixed offset that a name like «GMT+0100» or «UTC+1» spells out, or None."""
    match = AFSTAND.fullmatch(naam.strip())
    if match is None or int(match[2]) > 14:  # noqa: PLR2004 - no clock is further ahead
        return None
    afstand = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return BekendeZone(timezone(-afstand if match[1] == "-" else afstand))


def build_eigen_zones(tijdzones: Iterable[Onderdeel], tot: datetime) -> dict[str, Zone]:
    """Return the zones that the VTIMEZONEs of a file describe up to ``tot`` (UTC, naive), by name.

    A part that cannot be read is left out; a zone without any part is none.
    """
    zones: dict[str, Zone] = {}
    for tijdzone in tijdzones:
        plaats = find_bekende_zone(tijdzone.waarde("X-LIC-LOCATION"))
        zone = (
            plaats if tijdzone.waarde("X-LIC-LOCATION") and plaats else _build_zone(tijdzone, tot)
        )
        if zone is not None:
            for naam in tijdzone.alle("TZID"):
                zones.setdefault(naam.waarde.strip().strip('"'), zone)
    return zones


def _build_zone(tijdzone: Onderdeel, tot: datetime) -> EigenZone | None:
    wissels: list[tuple[datetime, timedelta, timedelta]] = []
    for deel in (*tijdzone.soorten("STANDARD"), *tijdzone.soorten("DAYLIGHT")):
        van, naar = (_lees_afstand(deel.waarde(kop)) for kop in ("TZOFFSETFROM", "TZOFFSETTO"))
        if naar is not None:
            wissels += _list_wissels(deel, naar if van is None else van, naar, tot)
    if not wissels:
        return None
    wissels.sort()
    return EigenZone(wissels[0][1], tuple(wissels))


def _lees_afstand(waarde: str) -> timedelta | None:
    match = UTCOFFSET.fullmatch(waarde)
    if match is None:
        return None
    uren, minuten, seconden = int(match[2]), int(match[3]), int(match[4] or 0)
    afstand = timedelta(hours=uren, minutes=minuten, seconds=seconden)
    return -afstand if match[1] == "-" else afstand


def _list_wissels(
    deel: Onderdeel, van: timedelta, naar: timedelta, tot: datetime
) -> list[tuple[datetime, timedelta, timedelta]]:
    """Return the changes of one part: its start, its rule and its RDATEs, local to ``van``."""
    begin = _lees_tijd(deel.waarde("DTSTART"))
    if begin is None:
        return []
    lokaal = {begin}
    for regel in deel.alle("RRULE"):
        try:
            herhaling = lees_herhaling(regel.waarde)
            if not _is_van_een_klok(herhaling):
                continue
            grens = _lees_tijd(herhaling.until) or tot + DAG
            vanaf = max(begin, VROEGSTE_WISSEL)
            keren = list_begins(herhaling, begin, vanaf, min(grens + DAG, tot + DAG))
            lokaal.update(islice(keren, HOOGSTENS_WISSELS))
        except (OnbruikbareHerhaling, ValueError, OverflowError):
            continue
    for regel in deel.alle("RDATE"):
        lokaal.update(filter(None, map(_lees_tijd, regel.waarde.split(","))))
    return [(max(moment, EERSTE_WISSEL) - van, van, naar) for moment in lokaal]


def _is_van_een_klok(regel: Herhaling) -> bool:
    """Whether a clock can change by this rule: on days of the year, and once on such a day."""
    tijden = (regel.byhour, regel.byminute, regel.bysecond)
    return regel.freq == "YEARLY" and all(len(tijd) <= 1 for tijd in tijden)


def _lees_tijd(waarde: str) -> datetime | None:
    match = TIJD.match(waarde.strip())
    try:
        return datetime(*(int(deel or 0) for deel in match.groups())) if match else None  # type: ignore[arg-type]  # noqa: DTZ001 - a wall clock
    except ValueError:
        return None
