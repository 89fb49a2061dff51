"""From a calendar file to the time it takes: begin and end, nothing else.

The rules are those of icalendar.md section 3. In short: what is TRANSPARENT, CANCELLED, free by
Outlook's own property, declined by the owner, or without length takes no time; TENTATIVE does. A
file with mistakes is read as far as it goes, with a warning for each kind of mistake, and where
something is unclear the time counts as taken. What is no calendar at all is refused. The warnings
tell how many events, never which: a title or a place does not leave this module.

Our own invitations, by the domain of their UID, are left out: they come back through every diary.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from .agenda_afspraak import Afspraak, Duur, Moment, Onleesbaar, lees_afspraak, lees_periodes
from .agenda_afspraak import lees_waarde as lees_waarde_van_regel
from .agenda_herhaling import OnbruikbareHerhaling, lees_herhaling, list_begins
from .agenda_regels import Onderdeel, decodeer, lees_onderdelen
from .agenda_zones import AMSTERDAM, Zone, build_eigen_zones, find_afstand, find_bekende_zone
from .tijdvak import Tijdvak, doorsnede, voeg_samen

RUIM = timedelta(days=2)
MAX_AFSPRAKEN = 50_000
MAX_BEZET = 200_000
AFSPRAAK_IN_WOORDEN = {
    "onleesbaar": "is niet te lezen en telt niet mee",
    "regel": "herhaalt zich op een manier die wij niet lezen; alleen de eerste keer telt",
    "datum": "heeft een losse datum die wij niet lezen",
    "exrule": "heeft uitzonderingen in een oude vorm; wij tellen die dagen als bezet",
    "omgedraaid": "eindigt voor het begin; wij hebben begin en eind omgedraaid",
    "zone": "heeft een tijdzone die wij niet kennen; wij lezen de tijd als Nederlandse tijd",
    "zone_bestand": "heeft een tijdzone die wij niet kennen; wij nemen die van de agenda",
    "open": "houdt halverwege op",
}


class GeenAgenda(ValueError):
    """The bytes are no calendar; the text says in Dutch what they are, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesresultaat:
    """The spans taken, in order, each event on its own; and what went wrong, in words.

    ``is_leeg``: there is no event in it at all, not even in the past.
    """

    bezet: tuple[Tijdvak, ...]
    waarschuwingen: tuple[str, ...]
    is_leeg: bool


@dataclass(slots=True)
class Kalender:
    """The zones of one VCALENDAR, and the kinds of mistakes met in it."""

    eigen: dict[str, Zone]
    standaard: Zone
    heeft_standaard: bool
    meldingen: list[str] = field(default_factory=list)

    def zone_van(self, tzid: str | None) -> Zone:
        """Return the zone of this name; of a floating time the zone of the calendar."""
        if tzid is None:
            return self.standaard
        naam = tzid.strip().strip('"')
        zone = find_bekende_zone(naam) or self.eigen.get(naam) or find_afstand(naam)
        if zone is None:
            self.meldingen.append("zone_bestand" if self.heeft_standaard else "zone")
            return self.standaard
        return zone


def lees_agenda(
    inhoud: bytes,
    venster: Tijdvak,
    *,
    uid_domein: str = "",
    eigen_adressen: Collection[str] = (),
) -> Leesresultaat:
    """Return the time that a calendar file takes within ``venster``.

    Events whose UID ends in ``@uid_domein`` do not count; neither do those that somebody with one
    of ``eigen_adressen`` declined. Raises ``GeenAgenda``.
    """
    tekst = decodeer(inhoud)
    top = lees_onderdelen(tekst)
    kalenders = top.soorten("VCALENDAR")
    if not kalenders:
        raise GeenAgenda(_noem_inhoud(tekst))
    adressen = {adres.casefold() for adres in eigen_adressen}
    telling: Counter[str] = Counter()
    afspraken: list[Afspraak] = []
    spans: set[Tijdvak] = set()
    for onderdeel in kalenders:
        kalender = _build_kalender(onderdeel, venster)
        naam = onderdeel.waarde("X-WR-CALNAME").casefold()
        eigen = adressen | ({naam} if "@" in naam else set())
        afspraken += _lees_afspraken(onderdeel, kalender, eigen, telling)
        spans.update(_lees_vrijbezet(onderdeel, kalender, telling))
        telling["open"] += not onderdeel.is_gesloten
    if len(afspraken) > MAX_AFSPRAKEN:
        raise GeenAgenda("Deze agenda heeft te veel afspraken. Kies een kortere periode.")
    staart = f"@{uid_domein.casefold()}"
    tellend = [a for a in afspraken if not (uid_domein and a.uid.casefold().endswith(staart))]
    for reeks in _groepeer(tellend):
        spans.update(_list_reeks(reeks, venster, telling))
        if len(spans) > MAX_BEZET:
            raise GeenAgenda("Deze agenda heeft te veel afspraken. Kies een kortere periode.")
    return Leesresultaat(
        bezet=_knip(spans, venster),
        waarschuwingen=tuple(_zeg(telling, tellend)),
        is_leeg=not (afspraken or spans or telling["onleesbaar"]),
    )


def voeg_bezet_samen(resultaat: Leesresultaat) -> tuple[Tijdvak, ...]:
    """Return the same time with overlapping and touching spans made one."""
    return voeg_samen(resultaat.bezet)


def _noem_inhoud(tekst: str) -> str:
    begin = tekst.lstrip("\ufeff \t\r\n").casefold()
    if not begin:
        return "Het bestand is leeg."
    if begin.startswith("<"):
        return (
            "Dit is een webpagina en geen agenda. Vaak is het een inlogpagina: "
            "gebruik het geheime adres van de agenda, dat zonder inloggen werkt."
        )
    return "Dit is geen agendabestand. Gebruik een bestand of adres dat op .ics eindigt."


def _build_kalender(onderdeel: Onderdeel, venster: Tijdvak) -> Kalender:
    naam = onderdeel.waarde("X-WR-TIMEZONE")
    tot = (venster.eind + RUIM).replace(tzinfo=None)
    eigen = build_eigen_zones(onderdeel.soorten("VTIMEZONE"), tot)
    zone = (find_bekende_zone(naam) or eigen.get(naam)) if naam else None
    return Kalender(eigen, zone or AMSTERDAM, zone is not None)


def _lees_afspraken(
    onderdeel: Onderdeel, kalender: Kalender, eigen: Collection[str], telling: Counter[str]
) -> list[Afspraak]:
    """Read every event on its own, so that one that cannot be read takes nothing with it."""
    afspraken = []
    for event in onderdeel.soorten("VEVENT"):
        if not event.eigenschappen:
            continue
        kalender.meldingen.clear()
        try:
            afspraak = lees_afspraak(event, kalender.zone_van, eigen)
            afspraken.append(afspraak)
            telling.update({*kalender.meldingen, *afspraak.meldingen})
        except (ValueError, OverflowError):
            telling["onleesbaar"] += 1
    return afspraken


def _lees_vrijbezet(
    onderdeel: Onderdeel, kalender: Kalender, telling: Counter[str]
) -> Iterator[Tijdvak]:
    """Yield what a VFREEBUSY says is taken; tentative and unavailable are."""
    for vrijbezet in onderdeel.soorten("VFREEBUSY"):
        for eigenschap in vrijbezet.alle("FREEBUSY"):
            if eigenschap.parameters.get("FBTYPE", "").upper() == "FREE":
                continue
            try:
                for begin, duur in lees_periodes(eigenschap, kalender.zone_van):
                    yield from _span(begin, duur or Duur(), telling)
            except (ValueError, OverflowError):
                telling["onleesbaar"] += 1


def _groepeer(afspraken: Iterable[Afspraak]) -> Iterator[list[Afspraak]]:
    """Yield the events that belong together: those of one UID; without a UID each on its own."""
    per_uid: dict[str, list[Afspraak]] = defaultdict(list)
    for afspraak in afspraken:
        if afspraak.uid:
            per_uid[afspraak.uid].append(afspraak)
        else:
            yield [afspraak]
    yield from per_uid.values()


def _list_reeks(
    reeks: list[Afspraak], venster: Tijdvak, telling: Counter[str]
) -> Iterator[Tijdvak]:
    """Yield what one UID takes: its master, without what its overrides replace, and those."""
    meesters = _hoogste([a for a in reeks if a.vervangt is None])
    vervangers: list[Afspraak] = []
    per_moment: dict[datetime, list[Afspraak]] = defaultdict(list)
    for afspraak in reeks:
        if afspraak.vervangt is not None:
            per_moment[afspraak.vervangt.utc].append(afspraak)
    for groep in per_moment.values():
        vervangers += _hoogste(groep)[-1:]
    for meester in meesters:
        try:
            yield from _list_meester(meester, vervangers, venster, telling)
        except (ValueError, OverflowError):
            telling["onleesbaar"] += 1
    for vervanger in vervangers:
        if vervanger.is_bezet and not vervanger.is_afgezegd:
            try:
                yield from _span(vervanger.begin, vervanger.duur, telling)
            except (ValueError, OverflowError):
                telling["onleesbaar"] += 1


def _hoogste(afspraken: list[Afspraak]) -> list[Afspraak]:
    """Return the events of the highest SEQUENCE, the newest last; equals all count."""
    if not afspraken:
        return []
    hoogste = max(afspraak.rang[0] for afspraak in afspraken)
    return sorted((a for a in afspraken if a.rang[0] == hoogste), key=lambda a: a.rang[1])


def _list_meester(
    meester: Afspraak, vervangers: list[Afspraak], venster: Tijdvak, telling: Counter[str]
) -> Iterator[Tijdvak]:
    """Yield every time of a master; from a THISANDFUTURE on as that override says."""
    vanaf = sorted(
        (v for v in vervangers if v.en_verder and v.vervangt is not None),
        key=lambda v: v.vervangt.utc if v.vervangt else v.begin.utc,
    )
    marge = RUIM + meester.duur.hooguit
    for vervanger in vanaf:
        marge += abs(vervanger.begin.utc - _vervangen(vervanger).utc) + vervanger.duur.hooguit
    zichtbaar = Tijdvak(venster.begin - marge, venster.eind + marge)
    vervangen = [_vervangen(vervanger) for vervanger in vervangers]
    weg = _Uitzonderingen([*meester.uitgezonderd, *vervangen], meester.begin)
    for begin, duur in _list_keren(meester, zichtbaar, telling):
        if weg.bevat(begin):
            continue
        geldend, keer, lengte = meester, begin, duur or meester.duur
        for vervanger in vanaf:
            if _vervangen(vervanger).utc <= begin.utc:
                geldend, lengte = vervanger, vervanger.duur
                verschil = vervanger.begin.wand - _op_klok(_vervangen(vervanger), vervanger.begin)
                keer = vervanger.begin.op(_op_klok(begin, vervanger.begin) + verschil)
        if geldend.is_bezet and not geldend.is_afgezegd:
            yield from _span(keer, lengte, telling)


def _vervangen(vervanger: Afspraak) -> Moment:
    assert vervanger.vervangt is not None  # noqa: S101  # only overrides come here
    return vervanger.vervangt


def _op_klok(moment: Moment, klok: Moment) -> datetime:
    """Return what the clock of ``klok`` shows at ``moment``; a day is that day on every clock."""
    if moment.is_dag or moment.zone == klok.zone:
        return moment.wand
    return klok.zone.naar_wand(moment.utc)


class _Uitzonderingen:
    """The times of a series that do not happen: by moment, or by whole day."""

    def __init__(self, momenten: Iterable[Moment], begin: Moment) -> None:
        self.dagen = set()
        self.momenten = set()
        for moment in momenten:
            if moment.is_dag or begin.is_dag:
                self.dagen.add(_op_klok(moment, begin).date())
            else:
                self.momenten.add(moment.utc)

    def bevat(self, begin: Moment) -> bool:
        """Whether the series skips this time."""
        return (bool(self.dagen) and begin.wand.date() in self.dagen) or (
            bool(self.momenten) and begin.utc in self.momenten
        )


def _list_keren(
    meester: Afspraak, zichtbaar: Tijdvak, telling: Counter[str]
) -> Iterator[tuple[Moment, Duur | None]]:
    """Yield the first time, the times of the rules and the loose ones, each once."""
    gezien = {meester.begin.wand}
    yield meester.begin, None
    zone = meester.begin.zone
    vanaf, tot = zone.naar_wand(zichtbaar.begin), zone.naar_wand(zichtbaar.eind)
    for regel in meester.regels:
        try:
            herhaling = lees_herhaling(regel)
            grens = _lees_grens(herhaling.until, meester.begin, tot)
            wanden = list(list_begins(herhaling, meester.begin.wand, vanaf, grens))
        except (OnbruikbareHerhaling, Onleesbaar):
            telling["regel"] += 1
            continue
        for wand in wanden:
            if wand not in gezien:
                gezien.add(wand)
                yield meester.begin.op(wand), None
    for moment, duur in meester.extra:
        if duur is not None or _op_klok(moment, meester.begin) not in gezien:
            gezien.add(_op_klok(moment, meester.begin))
            yield moment, duur


def _lees_grens(until: str, begin: Moment, tot: datetime) -> datetime:
    """Return the last wall clock that UNTIL and the window allow; a date allows its whole day."""
    if not until:
        return tot
    moment = lees_waarde_van_regel(until, {}, lambda _: begin.zone, begin.zone)
    if moment.is_dag:
        return min(tot, moment.wand + timedelta(days=1, seconds=-1))
    wand = _op_klok(moment, begin)
    if begin.is_dag:
        wand = wand.replace(hour=0, minute=0, second=0)
    return min(tot, wand)


def _span(begin: Moment, duur: Duur, telling: Counter[str]) -> Iterator[Tijdvak]:
    """Yield the span, its ends swapped where they are the wrong way round; nothing when empty."""
    van = begin.utc
    tot = duur.vanaf(begin) if duur.dagen else van + duur.tijd
    if tot < van:
        telling["omgedraaid"] += 1
        van, tot = tot, van
    if van < tot:
        yield Tijdvak(van, tot)


def _knip(spans: Iterable[Tijdvak], venster: Tijdvak) -> tuple[Tijdvak, ...]:
    """Return the spans as far as they lie in the window, each once, in order."""
    raak = (span for span in spans if span.overlapt(venster))
    heel = (span if venster.bevat(span) else doorsnede((span,), (venster,))[0] for span in raak)
    return tuple(sorted(set(heel), key=lambda span: (span.begin, span.eind)))


def _zeg(telling: Counter[str], afspraken: list[Afspraak]) -> Iterator[str]:
    """Yield a sentence for every kind of mistake, and one for a diary in which all is free."""
    for soort, woorden in AFSPRAAK_IN_WOORDEN.items():
        aantal = telling[soort]
        if soort == "open" and aantal:
            yield f"Het bestand {woorden}. Misschien missen er afspraken."
        elif aantal == 1:
            yield f"Eén afspraak {woorden}."
        elif aantal:
            yield f"{aantal} afspraken: elke {woorden}."
    if afspraken and not any(afspraak.is_bezet for afspraak in afspraken):
        yield "Alle afspraken in deze agenda staan op «vrij». Er is dus geen tijd bezet."


VENSTER_TERUG = timedelta(days=30)
VENSTER_VOORUIT = timedelta(days=548)


def build_leesvenster(nu: datetime) -> Tijdvak:
    """Return the time for which a diary is read: a month back and eighteen months on."""
    dag = nu.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return Tijdvak(dag - VENSTER_TERUG, dag + VENSTER_VOORUIT)
