"""Whether a school can receive somebody on a day and at a time, and if not: what to do.

Pure: the caller gives region, blocked days and ``nu``. School hours: domain.md, section 5.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lesaanbod.domain.datums import format_dag, format_dagmaand
from lesaanbod.domain.schoolvakanties import (
    DAG,
    Soort,
    Vakantieregio,
    VrijePeriode,
    find_vrije_periode,
    is_schooljaar_bekend,
    vrije_periodes,
)

__all__ = [
    "Oordeel",
    "Soort",
    "Vakantieregio",
    "VrijePeriode",
    "beoordeel_dag",
    "beoordeel_moment",
    "is_schooldag",
    "vrije_periodes",
    "vroegste_dag",
]

ZONE = ZoneInfo("Europe/Amsterdam")
SCHOOL_BEGINT = time(8, 0)
SCHOOL_EINDIGT = time(17, 30)
AVOND_EINDIGT = time(22, 0)
HOOGSTENS_VOORUIT = timedelta(days=2 * 365)
ZATERDAG = 5
VOORBIJ = "Dit moment is al voorbij. Kies een later moment."


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Whether it may be, with a sentence for the screen.

    ``reden`` is set exactly when it may not; ``begin`` is the aware instant of a moment that may.
    """

    mag: bool
    waarschuwing: str | None = None
    reden: str | None = None
    begin: datetime | None = None


def beoordeel_dag(datum: date, *, regio: str, verhinderdata: Collection[date] = ()) -> Oordeel:
    """Judge one day: holidays, public holidays, weekends and ``verhinderdata`` refuse.

    Advisory holidays, days on which many schools are closed, and school years of which the
    holidays are not known yet only warn. Raises ``ValueError`` for an unknown region.
    """
    periode = find_vrije_periode(regio, datum)
    if periode and periode.soort is Soort.VAKANTIE:
        return _weiger(_reden_vakantie(periode))
    if periode and periode.soort is Soort.FEESTDAG:
        return _weiger(_reden_feestdag(periode))
    if datum.weekday() >= ZATERDAG:
        return _weiger("Dit is in het weekend. Kies een dag van maandag tot en met vrijdag.")
    if datum in verhinderdata:
        return _weiger("U gaf op dat deze dag niet kan. Kies een andere dag.")
    return Oordeel(mag=True, waarschuwing=_waarschuwing(regio, datum, periode))


def is_schooldag(datum: date, *, regio: str, verhinderdata: Collection[date] = ()) -> bool:
    """Whether a lesson may be given on ``datum``; a warning does not count."""
    return beoordeel_dag(datum, regio=regio, verhinderdata=verhinderdata).mag


def vroegste_dag(
    *, nu: datetime, min_dagen_vooraf: int, regio: str, verhinderdata: Collection[date] = ()
) -> date:
    """Return the first school day at least ``min_dagen_vooraf`` days after ``nu``.

    Raises ``ValueError`` when everything in the next two years is blocked.
    """
    eerste = nu.astimezone(ZONE).date() + timedelta(days=min_dagen_vooraf)
    for datum in _dagen_vanaf(eerste):
        if is_schooldag(datum, regio=regio, verhinderdata=verhinderdata):
            return datum
    raise ValueError("No school day left in the next two years.")


def beoordeel_moment(
    *,
    begin_lokaal: datetime,
    duur: int,
    regio: str,
    verhinderdata: Collection[date],
    nu: datetime,
    min_dagen_vooraf: int,
    avond: bool = False,
) -> Oordeel:
    """Judge a wished moment: ``begin_lokaal`` as on the clock at school, ``duur`` in minutes.

    ``avond`` lets it last until 22.00 (ouderbijeenkomst). ``Oordeel.begin`` is the instant in
    UTC. Raises ``ValueError`` when ``begin_lokaal`` is aware, ``nu`` is naive or ``duur`` is not
    above zero: those are faults of the caller, not of the school.
    """
    if begin_lokaal.tzinfo is not None or nu.tzinfo is None or duur <= 0:
        raise ValueError("begin_lokaal must be naive, nu aware and duur above zero.")
    reden = _reden_termijn(begin_lokaal, nu) or _reden_klok(begin_lokaal)
    if reden:
        return _weiger(reden)
    begin = begin_lokaal.replace(tzinfo=ZONE).astimezone(UTC)
    dag = beoordeel_dag(begin_lokaal.date(), regio=regio, verhinderdata=verhinderdata)
    reden = (
        _reden_te_snel(begin, nu, min_dagen_vooraf, regio)
        or dag.reden
        or _reden_tijd(begin_lokaal, duur, avond=avond)
    )
    return _weiger(reden) if reden else Oordeel(True, dag.waarschuwing, None, begin)


def _weiger(reden: str) -> Oordeel:
    return Oordeel(mag=False, reden=reden)


def _dagen_vanaf(eerste: date) -> Iterator[date]:
    return (eerste + DAG * teller for teller in range(HOOGSTENS_VOORUIT.days))


def _reden_te_snel(begin: datetime, nu: datetime, min_dagen: int, regio: str) -> str | None:
    if begin <= nu:
        return VOORBIJ
    if begin.astimezone(ZONE).date() >= nu.astimezone(ZONE).date() + timedelta(days=min_dagen):
        return None
    eerste = vroegste_dag(nu=nu, min_dagen_vooraf=min_dagen, regio=regio)
    return f"Dit is te snel voor ons. Kies een dag vanaf {format_dag(eerste)}."


def _reden_vakantie(periode: VrijePeriode) -> str:
    naam = periode.naam.lower()
    return f"Kies een moment na {format_dagmaand(periode.eind)}; dan is de {naam} voorbij."


def _reden_feestdag(periode: VrijePeriode) -> str:
    """Return why not; "Tweede paasdag" loses its capital inside a sentence, Koningsdag keeps it."""
    rangtelwoord, _, rest = periode.naam.partition(" ")
    naam = f"{rangtelwoord.lower()} {rest}" if rest else periode.naam
    return f"Op {format_dagmaand(periode.begin)} is het {naam}. Kies een andere dag."


def _waarschuwing(regio: str, datum: date, periode: VrijePeriode | None) -> str | None:
    """Return what the school has to check itself, or nothing."""
    if periode is None:
        if is_schooljaar_bekend(regio, datum):
            return None
        return "De vakanties van dit schooljaar zijn nog niet bekend. Controleer of u open bent."
    blijft = "Bent u open? Dan kunt u deze dag laten staan."
    if periode.begin == periode.eind:
        return f"Op {periode.naam} zijn veel scholen dicht. {blijft}"
    return f"Uw school heeft dan misschien {periode.naam.lower()}. {blijft}"


def _reden_termijn(begin_lokaal: datetime, nu: datetime) -> str | None:
    """Refuse by the calendar alone, so that no odd year reaches the arithmetic."""
    vandaag = nu.astimezone(ZONE).date()
    if begin_lokaal.date() < vandaag:
        return VOORBIJ
    if begin_lokaal.date() > vandaag + HOOGSTENS_VOORUIT:
        return "Dit is te ver weg. Kies een dag binnen twee jaar."
    return None


def _reden_klok(begin_lokaal: datetime) -> str | None:
    """Refuse a time that the clock skips in spring or shows twice in autumn."""
    eerst = begin_lokaal.replace(tzinfo=ZONE, fold=0)
    daarna = begin_lokaal.replace(tzinfo=ZONE, fold=1)
    if eerst.utcoffset() == daarna.utcoffset():
        return None
    if eerst.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) != begin_lokaal:
        return "Deze tijd bestaat niet, want de klok gaat dan vooruit. Kies een andere tijd."
    return "Deze tijd komt die nacht twee keer voor. Kies een andere tijd."


def _reden_tijd(begin_lokaal: datetime, duur: int, *, avond: bool) -> str | None:
    """Refuse what begins before school does, or ends after it."""
    sluit = AVOND_EINDIGT if avond else SCHOOL_EINDIGT
    laatste = datetime.combine(begin_lokaal.date(), sluit) - timedelta(minutes=duur)
    if laatste < datetime.combine(begin_lokaal.date(), SCHOOL_BEGINT):
        return "Deze les past niet binnen één schooldag. Kies minder klassen."
    if begin_lokaal.time() < SCHOOL_BEGINT:
        return "Dit is te vroeg. Kies een tijd vanaf 8.00 uur."
    if begin_lokaal > laatste:
        return f"Dit is te laat. Kies een tijd tot en met {laatste.hour}.{laatste:%M} uur."
    return None
