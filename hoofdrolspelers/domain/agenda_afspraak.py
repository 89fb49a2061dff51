"""One event of a calendar file: when it is, how it repeats, and whether it takes time.

A title, a place or a person is not in it; those are not even read (``agenda_regels``).
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from .agenda_regels import Eigenschap, Onderdeel
from .agenda_zones import AMSTERDAM, WERELDTIJD, Zone

MOMENT = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ]([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:\.[0-9]+)?)?"
    r"\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.IGNORECASE,
)
DUUR = re.compile(
    r"([+-])?P(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)
DAG = timedelta(days=1)
NIETS = timedelta(0)
MIDDERNACHT = 24
VRIJ = "FREE"

ZoneVan = Callable[[str | None], Zone]


class Onleesbaar(ValueError):
    """A value that stands for no moment and no duration."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as a diary writes it: a wall clock in a zone, or a whole day."""

    wand: datetime
    zone: Zone
    is_dag: bool = False

    @property
    def utc(self) -> datetime:
        """The moment itself; of a day its first."""
        return self.zone.naar_utc(self.wand)

    def op(self, wand: datetime) -> "Moment":
        """Return another moment on the same clock."""
        return Moment(wand, self.zone, self.is_dag)


@dataclass(frozen=True, slots=True)
class Duur:
    """Days on the wall clock and time that really passes (RFC 5545, 3.3.6)."""

    dagen: timedelta = NIETS
    tijd: timedelta = NIETS

    def vanaf(self, begin: Moment) -> datetime:
        """Return the end, in UTC, of what begins at ``begin``."""
        return begin.op(begin.wand + self.dagen).utc + self.tijd

    @property
    def hooguit(self) -> timedelta:
        """How far the end may lie from the begin, a clock change included."""
        return abs(self.dagen) + abs(self.tijd) + DAG


@dataclass(slots=True, kw_only=True)
class Afspraak:
    """One VEVENT, read; ``vervangt`` is its RECURRENCE-ID."""

    uid: str
    rang: tuple[int, str]
    begin: Moment
    duur: Duur
    is_bezet: bool
    is_afgezegd: bool = False
    vervangt: Moment | None = None
    en_verder: bool = False
    regels: list[str] = field(default_factory=list)
    extra: list[tuple[Moment, Duur | None]] = field(default_factory=list)
    uitgezonderd: list[Moment] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)


def lees_moment(eigenschap: Eigenschap, zone_van: ZoneVan, anders: Zone | None = None) -> Moment:
    """Return the moment in a property; ``anders`` is the zone of a floating one.

    Raises ``Onleesbaar``.
    """
    return lees_waarde(eigenschap.waarde, eigenschap.parameters, zone_van, anders)


def lees_waarde(
    waarde: str, parameters: dict[str, str], zone_van: ZoneVan, anders: Zone | None = None
) -> Moment:
    """Return the moment in one value. Raises ``Onleesbaar``."""
    match = MOMENT.match(waarde.strip())
    if match is None:
        raise Onleesbaar
    try:
        dag = datetime(int(match[1]), int(match[2]), int(match[3]))  # noqa: DTZ001 - a wall clock
    except ValueError as error:
        raise Onleesbaar from error
    if match[4] is None or parameters.get("VALUE", "").upper() == "DATE":
        return Moment(dag, AMSTERDAM, is_dag=True)
    wand = _zet_tijd(dag, int(match[4]), int(match[5]), int(match[6] or 0))
    if match[7]:
        return Moment(wand - _lees_afstand(match[7]), WERELDTIJD)
    if "TZID" in parameters:
        return Moment(wand, zone_van(parameters["TZID"]))
    return Moment(wand, anders or zone_van(None))


def _zet_tijd(dag: datetime, uur: int, minuut: int, seconde: int) -> datetime:
    """Return the time on a day; 24.00 is the next midnight, a leap second the one before it."""
    if uur == MIDDERNACHT and minuut == 0:
        return dag + DAG
    try:
        return datetime.combine(dag, time(uur, minuut, min(seconde, 59)))
    except ValueError as error:
        raise Onleesbaar from error


def _lees_afstand(tekst: str) -> timedelta:
    if tekst in "zZ":
        return NIETS
    cijfers = tekst[1:].replace(":", "")
    afstand = timedelta(hours=int(cijfers[:2]), minutes=int(cijfers[2:]))
    return -afstand if tekst[0] == "-" else afstand


def lees_duur(waarde: str) -> Duur:
    """Return the duration in a value like «PT1H30M». Raises ``Onleesbaar``."""
    match = DUUR.fullmatch(waarde.strip())
    if match is None or not any(match.groups()[1:]):
        raise Onleesbaar
    weken, dagen, uren, minuten, seconden = (int(deel or 0) for deel in match.groups()[1:])
    teken = -1 if match[1] == "-" else 1
    return Duur(
        teken * timedelta(weeks=weken, days=dagen),
        teken * timedelta(hours=uren, minutes=minuten, seconds=seconden),
    )


def lees_periodes(
    eigenschap: Eigenschap, zone_van: ZoneVan, anders: Zone | None = None
) -> list[tuple[Moment, Duur | None]]:
    """Return the dates or periods in RDATE or FREEBUSY; a period has its own duration.

    ``anders`` is the zone of a floating one. Raises ``Onleesbaar``.
    """
    periodes: list[tuple[Moment, Duur | None]] = []
    for stuk in filter(str.strip, eigenschap.waarde.split(",")):
        van, is_periode, tot = stuk.partition("/")
        begin = lees_waarde(van, eigenschap.parameters, zone_van, anders)
        if not is_periode:
            periodes.append((begin, None))
        elif "P" in tot.upper():
            periodes.append((begin, lees_duur(tot)))
        else:
            eind = lees_waarde(tot, eigenschap.parameters, zone_van, anders)
            periodes.append((begin, Duur(tijd=eind.utc - begin.utc)))
    return periodes


def lees_afspraak(event: Onderdeel, zone_van: ZoneVan, eigen_adressen: Collection[str]) -> Afspraak:
    """Return what a VEVENT says about time. Raises ``Onleesbaar``."""
    dtstart = event.eerste("DTSTART")
    if dtstart is None:
        raise Onleesbaar
    begin = lees_moment(dtstart, zone_van)
    reeks = event.eerste("RECURRENCE-ID")
    afspraak = Afspraak(
        uid=event.waarde("UID"),
        rang=(_lees_getal(event.waarde("SEQUENCE")), event.waarde("DTSTAMP")),
        begin=begin,
        duur=_lees_lengte(event, begin, zone_van),
        is_bezet=_is_bezet(event, eigen_adressen),
        is_afgezegd=event.waarde("STATUS").upper() in {"CANCELLED", "CANCELED"},
        vervangt=lees_moment(reeks, zone_van, begin.zone) if reeks else None,
        en_verder=reeks is not None
        and reeks.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
        regels=[regel.waarde for regel in event.alle("RRULE") if regel.waarde.strip()],
    )
    if event.alle("EXRULE"):
        afspraak.meldingen.append("exrule")
    _lees_datums(event, afspraak, zone_van)
    return afspraak


def _lees_datums(event: Onderdeel, afspraak: Afspraak, zone_van: ZoneVan) -> None:
    """Add RDATE and EXDATE; one that cannot be read is left out, so the time stays taken."""
    zone = afspraak.begin.zone
    for eigenschap in event.alle("RDATE"):
        try:
            afspraak.extra += lees_periodes(eigenschap, zone_van, zone)
        except Onleesbaar:
            afspraak.meldingen.append("datum")
    for eigenschap in event.alle("EXDATE"):
        for stuk in filter(str.strip, eigenschap.waarde.split(",")):
            try:
                moment = lees_waarde(stuk, eigenschap.parameters, zone_van, zone)
                afspraak.uitgezonderd.append(moment)
            except Onleesbaar:
                afspraak.meldingen.append("datum")


def _lees_lengte(event: Onderdeel, begin: Moment, zone_van: ZoneVan) -> Duur:
    """Return how long it lasts: DTEND before DURATION, a day for a date, nothing for a time."""
    dtend, duration = event.eerste("DTEND"), event.eerste("DURATION")
    if dtend is not None:
        zelfde = None if begin.zone == WERELDTIJD else begin.zone
        eind = lees_moment(dtend, zone_van, None if begin.is_dag else zelfde)
        if begin.is_dag and eind.is_dag:
            return Duur(dagen=eind.wand - begin.wand or DAG)
        return Duur(tijd=eind.utc - begin.utc)
    if duration is not None:
        return lees_duur(duration.waarde)
    return Duur(dagen=DAG) if begin.is_dag else Duur()


def _lees_getal(waarde: str) -> int:
    return int(waarde) if re.fullmatch(r"[0-9]{1,10}", waarde) else 0


def _is_bezet(event: Onderdeel, eigen_adressen: Collection[str]) -> bool:
    """Whether the event takes time of its owner at all."""
    if event.waarde("TRANSP").upper() == "TRANSPARENT":
        return False
    status = event.waarde("X-MICROSOFT-CDO-BUSYSTATUS").upper()
    return status != VRIJ and not _heeft_afgezegd(event, eigen_adressen)


def _heeft_afgezegd(event: Onderdeel, eigen_adressen: Collection[str]) -> bool:
    """Whether the owner said no: by a known address, or because everybody who was asked did."""
    nee = {
        _get_adres(gast): gast.parameters.get("PARTSTAT", "").upper() == "DECLINED"
        for gast in event.alle("ATTENDEE")
    }
    eigen = [nee[adres] for adres in nee if adres in eigen_adressen]
    return all(eigen) if eigen else bool(nee) and all(nee.values())


def _get_adres(gast: Eigenschap) -> str:
    return gast.waarde.strip().casefold().removeprefix("mailto:")
