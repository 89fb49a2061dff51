"""The coming weeks as their person sees them: per day a morning and an afternoon, with reasons."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lesaanbod.domain.datums import format_dagmaand, naar_lokaal

from .beschikbaarheid import AMSTERDAM, get_dag
from .dagdeel import Dagdeel, get_dagdeel
from .persoonstijd import (
    Beschikbaarheid,
    Soort,
    Tijdgegevens,
    bereken_beschikbaarheid,
    get_vakantienaam,
)
from .tijdvak import Tijdvak, doorsnede

DAG = timedelta(days=1)
WERKDAGEN = 5
WEEKDAGEN = 7
VOLGORDE = (Soort.LES, Soort.VRIJ, Soort.AGENDA, Soort.WEG, Soort.VAKANTIE)
WOORDEN = {
    Soort.LES: "les",
    Soort.VRIJ: "vrij",
    Soort.AGENDA: "bezet",
    Soort.WEG: "weg",
    Soort.VAKANTIE: "vakantie",
    Soort.NIET: "niet",
}


@dataclass(frozen=True, slots=True)
class Blok:
    """A stretch of one half of a day, with what it is and why."""

    soort: Soort
    tijden: str
    reden: str

    @property
    def woord(self) -> str:
        """What it is, in one word."""
        return WOORDEN[self.soort]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """One half of a day with its reasons, those of ``soort`` first and then in order of time.

    ``soort`` is the word for the whole: a lesson first, then what is still free. ``kan_vrij`` and
    ``kan_niet`` say which of the two a tap would make of it; neither for what is over, for a lesson
    and for what the own diary fills.
    """

    dag: date
    dagdeel: Dagdeel
    soort: Soort
    blokken: tuple[Blok, ...]
    kan_vrij: bool
    kan_niet: bool

    @property
    def woord(self) -> str:
        """What it is, in one word."""
        return WOORDEN[self.soort]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagrij:
    """One day with its two halves."""

    dag: date
    is_vandaag: bool
    vakken: tuple[Vak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week: the working days, and Saturday or Sunday when there is something."""

    nummer: int
    titel: str
    dagen: tuple[Dagrij, ...]


def get_venster(nu: datetime, weken: int) -> Tijdvak:
    """Return the window of ``weken`` weeks from the Monday of this week on."""
    maandag = _get_maandag(nu)
    return Tijdvak(get_dag(maandag).begin, get_dag(maandag + weken * WEEKDAGEN * DAG - DAG).eind)


def bouw_weken(gegevens: Tijdgegevens, *, nu: datetime, weken: int) -> tuple[Week, ...]:
    """Return the weeks from the one of ``nu`` on."""
    uitkomst = bereken_beschikbaarheid(gegevens, get_venster(nu, weken))
    maandag = _get_maandag(nu)
    return tuple(
        _bouw_week(uitkomst, maandag + nummer * WEEKDAGEN * DAG, nu) for nummer in range(weken)
    )


def _get_maandag(nu: datetime) -> date:
    vandaag = nu.astimezone(AMSTERDAM).date()
    return vandaag - vandaag.weekday() * DAG


def _bouw_week(uitkomst: Beschikbaarheid, maandag: date, nu: datetime) -> Week:
    dagen = [_bouw_dag(uitkomst, maandag + nummer * DAG, nu) for nummer in range(WEEKDAGEN)]
    vrijdag = maandag + (WERKDAGEN - 1) * DAG
    begin = str(maandag.day) if maandag.month == vrijdag.month else format_dagmaand(maandag)
    return Week(
        nummer=maandag.isocalendar().week,
        titel=f"{begin} tot en met {format_dagmaand(vrijdag)}",
        dagen=tuple(
            rij
            for nummer, rij in enumerate(dagen)
            if nummer < WERKDAGEN or any(vak.blokken for vak in rij.vakken)
        ),
    )


def _bouw_dag(uitkomst: Beschikbaarheid, dag: date, nu: datetime) -> Dagrij:
    return Dagrij(
        dag=dag,
        is_vandaag=nu.astimezone(AMSTERDAM).date() == dag,
        vakken=tuple(_bouw_vak(uitkomst, dag, dagdeel, nu) for dagdeel in Dagdeel),
    )


def _bouw_vak(uitkomst: Beschikbaarheid, dag: date, dagdeel: Dagdeel, nu: datetime) -> Vak:
    helft = get_dagdeel(dag, dagdeel)
    per_soort = {soort: doorsnede(uitkomst.lagen[soort], (helft,)) for soort in VOLGORDE}
    soort = next((soort for soort in VOLGORDE if per_soort[soort]), Soort.NIET)
    stukken = sorted(
        (deel is not soort, tijdvak, deel) for deel, rij in per_soort.items() for tijdvak in rij
    )
    komt_nog = helft.eind > nu
    return Vak(
        dag=dag,
        dagdeel=dagdeel,
        soort=soort,
        blokken=tuple(_bouw_blok(tijdvak, deel, dag) for _, tijdvak, deel in stukken),
        kan_vrij=komt_nog and soort in (Soort.WEG, Soort.VAKANTIE, Soort.NIET),
        kan_niet=komt_nog and soort is Soort.VRIJ,
    )


def _bouw_blok(tijdvak: Tijdvak, soort: Soort, dag: date) -> Blok:
    redenen = {
        Soort.AGENDA: "uw eigen agenda",
        Soort.VAKANTIE: get_vakantienaam(dag),
    }
    return Blok(soort, format_tijden_kort(tijdvak), redenen.get(soort, ""))


def format_tijden_kort(tijdvak: Tijdvak) -> str:
    """Return begin and end with a dash, for a dense table; the end of a day is 24.00."""
    begin, eind = naar_lokaal(tijdvak.begin), naar_lokaal(tijdvak.eind)
    tot = "24.00" if eind.date() > begin.date() else f"{eind.hour}.{eind.minute:02}"
    return f"{begin.hour}.{begin.minute:02}–{tot}"
