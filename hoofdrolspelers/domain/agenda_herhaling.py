"""Recurrence rules (RFC 5545, 3.3.10) on the wall clock, that always come to an end.

Other readers of RRULE search for ever in a rule that no day fulfils. This one walks from period to
period, never past the window, and a rule without COUNT begins near it. Rules that repeat within a
day (SECONDLY, MINUTELY, HOURLY) and rules with dense BY lists are refused: no diary needs them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product

FREQUENTIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
WEEKDAGEN = {naam: nummer for nummer, naam in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
DAG = re.compile(r"([+-]?[0-9]{0,2})(MO|TU|WE|TH|FR|SA|SU)")
MAX_TIJDEN = 24
MAX_LIJST = 366
MAX_STAPPEN = 100_000

# Name of the part: the smallest and the largest number, and whether it may be below zero.
LIJSTEN = {
    "BYMONTH": (1, 12, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYSETPOS": (1, 366, True),
    "BYHOUR": (0, 23, False),
    "BYMINUTE": (0, 59, False),
    "BYSECOND": (0, 59, False),
}


class OnbruikbareHerhaling(ValueError):
    """A rule that cannot be read, or that asks for more than a diary needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Herhaling:
    """One rule; ``until`` is kept as text, because its meaning hangs on what it repeats."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    wkst: int = 0
    bymonth: tuple[int, ...] = ()
    bymonthday: tuple[int, ...] = ()
    byyearday: tuple[int, ...] = ()
    byweekno: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()
    byhour: tuple[int, ...] = ()
    byminute: tuple[int, ...] = ()
    bysecond: tuple[int, ...] = ()
    byday: tuple[tuple[int, int], ...] = ()


def lees_herhaling(waarde: str) -> Herhaling:
    """Return the rule in a value of RRULE. Raises ``OnbruikbareHerhaling``."""
    delen: dict[str, str] = {}
    for stuk in waarde.strip().strip(";").upper().split(";"):
        naam, is_er, inhoud = stuk.partition("=")
        if not is_er or naam.strip() in delen:
            raise OnbruikbareHerhaling("a part without a value, or twice")
        delen[naam.strip()] = inhoud.strip()
    if delen.get("FREQ") not in FREQUENTIES:
        raise OnbruikbareHerhaling("no FREQ of a day or more")
    lijsten = {naam: _lees_lijst(naam, delen.pop(naam)) for naam in LIJSTEN if naam in delen}
    dagen = tuple(_lees_dag(dag) for dag in _split(delen.pop("BYDAY", "")))
    tijden = [len(lijsten.get(naam, ())) or 1 for naam in ("BYHOUR", "BYMINUTE", "BYSECOND")]
    if tijden[0] * tijden[1] * tijden[2] > MAX_TIJDEN:
        raise OnbruikbareHerhaling("too many times a day")
    freq, until = delen.pop("FREQ"), delen.pop("UNTIL", "")
    wkst = WEEKDAGEN.get(delen.pop("WKST", "MO"), 0)
    interval = _lees_aantal(delen.pop("INTERVAL", "1"))
    count = _lees_aantal(delen.pop("COUNT")) if "COUNT" in delen else None
    if any(not naam.startswith("X-") for naam in delen):
        raise OnbruikbareHerhaling("an unknown part")
    return Herhaling(
        freq=freq,
        interval=interval,
        count=count,
        until=until,
        wkst=wkst,
        byday=dagen,
        **{naam.lower(): lijst for naam, lijst in lijsten.items()},
    )


def list_begins(
    herhaling: Herhaling, begin: datetime, vanaf: datetime, tot: datetime
) -> Iterator[datetime]:
    """Yield the moments of the rule from ``vanaf`` up to and including ``tot``, in order.

    All moments are on one wall clock, without a zone; ``begin`` is DTSTART. ``until`` is for the
    caller, who makes it part of ``tot``. Raises ``OnbruikbareHerhaling`` for a rule that has gone
    on for too long.
    """
    regel = _vul_aan(herhaling, begin)
    over = regel.count
    for periode in _list_perioden(regel, begin, vanaf, tot):
        for moment in _list_momenten(regel, periode, begin):
            if moment < begin:
                continue
            if moment > tot or over == 0:
                return
            if over is not None:
                over -= 1
            if moment >= vanaf:
                yield moment


def _split(waarde: str) -> list[str]:
    stukken = [stuk.strip() for stuk in waarde.split(",") if stuk.strip()]
    if len(stukken) > MAX_LIJST:
        raise OnbruikbareHerhaling("a list that is too long")
    return stukken


def _lees_aantal(waarde: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", waarde) or int(waarde) == 0:
        raise OnbruikbareHerhaling("no number above zero")
    return int(waarde)


def _lees_lijst(naam: str, waarde: str) -> tuple[int, ...]:
    laagste, hoogste, mag_min = LIJSTEN[naam]
    getallen = []
    for stuk in _split(waarde):
        if not re.fullmatch(r"[+-]?[0-9]{1,3}", stuk):
            raise OnbruikbareHerhaling("no number")
        getal = int(stuk)
        if not laagste <= (abs(getal) if mag_min else getal) <= hoogste:
            raise OnbruikbareHerhaling("a number out of range")
        getallen.append(getal)
    if not getallen:
        raise OnbruikbareHerhaling("an empty list")
    return tuple(sorted(set(getallen)))


def _lees_dag(tekst: str) -> tuple[int, int]:
    match = DAG.fullmatch(tekst)
    if match is None or match[1] in {"+", "-"}:
        raise OnbruikbareHerhaling("no day of the week")
    return int(match[1] or 0), WEEKDAGEN[match[2]]


def _vul_aan(regel: Herhaling, begin: datetime) -> Herhaling:
    """Return the rule with what it leaves to DTSTART: the day, and the time of day."""
    velden = {naam: getattr(regel, naam) for naam in Herhaling.__dataclass_fields__}
    velden["byhour"] = regel.byhour or (begin.hour,)
    velden["byminute"] = regel.byminute or (begin.minute,)
    velden["bysecond"] = regel.bysecond or (begin.second,)
    weekdag = ((0, begin.weekday()),)
    if not (regel.byweekno or regel.byyearday or regel.bymonthday or regel.byday):
        if regel.freq == "WEEKLY":
            velden["byday"] = weekdag
        elif regel.freq == "MONTHLY":
            velden["bymonthday"] = (begin.day,)
        elif regel.freq == "YEARLY":
            velden["bymonthday"] = (begin.day,)
            velden["bymonth"] = regel.bymonth or (begin.month,)
    elif regel.byweekno and not (regel.byday or regel.bymonthday or regel.byyearday):
        velden["byday"] = weekdag
    if regel.freq in {"WEEKLY", "DAILY"}:
        velden["byday"] = tuple((0, dag) for _, dag in velden["byday"])
    return Herhaling(**velden)


def _list_perioden(
    regel: Herhaling, begin: datetime, vanaf: datetime, tot: datetime
) -> Iterator[list[date]]:
    """Yield the days of each period; with COUNT from the first, otherwise from near the window."""
    eerste = begin if regel.count else max(begin, vanaf)
    build, nummer_van = _get_soort(regel)
    nul, een, laatste = nummer_van(begin), nummer_van(eerste), nummer_van(tot)
    start = nul + max(0, (een - nul) // regel.interval) * regel.interval
    for stap, nummer in enumerate(range(start, laatste + 1, regel.interval)):
        if stap > MAX_STAPPEN:
            raise OnbruikbareHerhaling("goes on for too long")
        yield [dag for dag in build(regel, nummer) if _past(regel, dag)]


def _get_soort(
    regel: Herhaling,
) -> tuple[Callable[[Herhaling, int], list[date]], Callable[[datetime], int]]:
    """Return how the days of a period are made from its number, and the number from a moment."""
    if regel.freq == "DAILY":
        return _dag, datetime.toordinal
    if regel.freq == "WEEKLY":
        return _week, lambda moment: (moment.toordinal() - 1 - regel.wkst) // 7
    if regel.freq == "MONTHLY":
        return _maand, lambda moment: moment.year * 12 + moment.month - 1
    return _jaar, lambda moment: moment.year


def _dag(_regel: Herhaling, nummer: int) -> list[date]:
    return [date.fromordinal(nummer)]


def _week(regel: Herhaling, nummer: int) -> list[date]:
    eerste = nummer * 7 + 1 + regel.wkst
    return [date.fromordinal(dag) for dag in range(max(eerste, 1), eerste + 7)]


def _maand(regel: Herhaling, nummer: int) -> list[date]:
    jaar, maand = nummer // 12, nummer % 12 + 1
    if regel.bymonth and maand not in regel.bymonth:
        return []
    lengte = _maandlengte(jaar, maand)
    if not regel.bymonthday:
        return [date(jaar, maand, dag) for dag in range(1, lengte + 1)]
    dagen = {dag if dag > 0 else lengte + 1 + dag for dag in regel.bymonthday}
    return [date(jaar, maand, dag) for dag in sorted(dagen) if 1 <= dag <= lengte]


def _jaar(regel: Herhaling, nummer: int) -> list[date]:
    return [
        dag
        for maand in regel.bymonth or range(1, 13)
        for dag in _maand(regel, nummer * 12 + maand - 1)
    ]


def _maandlengte(jaar: int, maand: int) -> int:
    volgende = date(jaar + maand // 12, maand % 12 + 1, 1)
    return (volgende - date(jaar, maand, 1)).days


def _past(regel: Herhaling, dag: date) -> bool:
    """Whether a day fulfils every BY part that is about days."""
    if regel.bymonth and dag.month not in regel.bymonth:
        return False
    if regel.bymonthday:
        achteraf = dag.day - _maandlengte(dag.year, dag.month) - 1
        if not {dag.day, achteraf} & set(regel.bymonthday):
            return False
    if regel.byyearday and not _telt(dag, date(dag.year, 1, 1), _jaareind(dag), regel.byyearday):
        return False
    if regel.byweekno and not _in_week(regel, dag):
        return False
    return not regel.byday or any(_is_weekdag(regel, dag, *keuze) for keuze in regel.byday)


def _jaareind(dag: date) -> date:
    return date(dag.year, 12, 31)


def _telt(dag: date, eerste: date, laatste: date, nummers: tuple[int, ...]) -> bool:
    return bool({(dag - eerste).days + 1, (dag - laatste).days - 1} & set(nummers))


def _in_week(regel: Herhaling, dag: date) -> bool:
    """Whether a day lies in one of the weeks: week 1 is the first with four days in the year."""
    for jaar in (dag.year - 1, dag.year, dag.year + 1):
        week = (dag.toordinal() - _eerste_week(jaar, regel.wkst)) // 7 + 1
        weken = (_eerste_week(jaar + 1, regel.wkst) - _eerste_week(jaar, regel.wkst)) // 7
        if 1 <= week <= weken:
            return bool({week, week - weken - 1} & set(regel.byweekno))
    return False


def _eerste_week(jaar: int, wkst: int) -> int:
    vierde = date(jaar, 1, 4)
    return vierde.toordinal() - (vierde.weekday() - wkst) % 7


def _is_weekdag(regel: Herhaling, dag: date, nummer: int, weekdag: int) -> bool:
    if dag.weekday() != weekdag:
        return False
    if nummer == 0:
        return True
    if regel.freq == "MONTHLY" or regel.bymonth:
        van_voren = (dag.day - 1) // 7 + 1
        van_achteren = -((_maandlengte(dag.year, dag.month) - dag.day) // 7 + 1)
    else:
        van_voren = (dag - date(dag.year, 1, 1)).days // 7 + 1
        van_achteren = -((_jaareind(dag) - dag).days // 7 + 1)
    return nummer in {van_voren, van_achteren}


def _list_momenten(regel: Herhaling, dagen: list[date], begin: datetime) -> list[datetime]:
    """Return the moments of one period in order, chosen by BYSETPOS where it is there."""
    tijden = [
        time(*tijd, begin.microsecond)
        for tijd in product(regel.byhour, regel.byminute, regel.bysecond)
    ]
    momenten = [datetime.combine(dag, tijd) for dag in dagen for tijd in tijden]
    if not regel.bysetpos:
        return momenten
    aantal = len(momenten)
    plaatsen = {pos - 1 if pos > 0 else aantal + pos for pos in regel.bysetpos}
    return [momenten[plaats] for plaats in sorted(plaatsen) if 0 <= plaats < aantal]
