"""The availability of one person, as that person sees it. For nobody else's eyes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hoofdrolspelers.domain.beschikbaarheid import AMSTERDAM, Ritmeblok
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.ritmeperiode import Ritmeperiode, list_ritmeperiodes
from hoofdrolspelers.domain.ritmeregel import Ritmeregel, build_ritmeregel
from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort
from hoofdrolspelers.domain.weekbeeld import Week, bouw_weken, get_venster
from hoofdrolspelers.models import Hoofdrolspeler
from hoofdrolspelers.selectors.tijd import build_ritmestuk, list_tijdgegevens
from lesaanbod.domain.datums import (
    format_dag,
    format_dagmaand,
    format_datum,
    format_tijden,
    naar_lokaal,
)

WEKEN = 8
LANG_GELEDEN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Uitzonderingregel:
    """One exception in words, with the number to take it away by."""

    id: int
    is_weg: bool
    wanneer: str


@dataclass(frozen=True, slots=True)
class Ritmekaart:
    """The week of one stretch of days, in words."""

    periode: Ritmeperiode
    wanneer: str
    regels: tuple[Ritmeregel, ...]


@dataclass(frozen=True, slots=True)
class Inzetbaarheid:
    """What a coördinator decided: words of lessons, levels and wijken; none means all."""

    lessen: tuple[str, ...]
    niveaus: tuple[str, ...]
    wijken: tuple[str, ...]


def list_weken(hoofdrolspeler: Hoofdrolspeler, *, nu: datetime) -> tuple[Week, ...]:
    """Return the next eight weeks as they come out. Four queries."""
    venster = get_venster(nu, WEKEN)
    gegevens = list_tijdgegevens(ids=[hoofdrolspeler.pk], venster=venster)
    return bouw_weken(gegevens[hoofdrolspeler.pk], nu=nu, weken=WEKEN)


def list_uitzonderingregels(
    hoofdrolspeler: Hoofdrolspeler, *, nu: datetime
) -> list[Uitzonderingregel]:
    """Return the exceptions that are not over, first the next. One query."""
    rijen = hoofdrolspeler.uitzonderingen.filter(eind__gt=nu).order_by("begin")
    return [
        Uitzonderingregel(
            rij.pk, rij.soort == Uitzonderingsoort.WEG.value, format_wanneer(rij.begin, rij.eind)
        )
        for rij in rijen
    ]


def format_wanneer(begin: datetime, eind: datetime) -> str:
    """Return «dinsdag 12 januari», «… tot en met …», or with hours where it is not whole days."""
    van, tot = naar_lokaal(begin), naar_lokaal(eind)
    middernacht = datetime.min.time()
    if van.time() == tot.time() == middernacht:
        laatste = tot.date() - timedelta(days=1)
        if laatste == van.date():
            return format_dag(van)
        return f"{format_dag(van)} tot en met {format_dag(laatste)}"
    if tot.time() == middernacht and tot.date() == van.date() + timedelta(days=1):
        return f"{format_dag(van)}, {van.hour}.{van.minute:02} tot 24.00 uur"
    return f"{format_dag(van)}, {format_tijden(begin, eind)}"


def list_ritmekaarten(hoofdrolspeler: Hoofdrolspeler, *, nu: datetime) -> list[Ritmekaart]:
    """Return which week holds when, from today on. One query."""
    stukken = [build_ritmestuk(rij) for rij in hoofdrolspeler.weekritmes.all()]
    vandaag = nu.astimezone(AMSTERDAM).date()
    periodes = list_ritmeperiodes(stukken, vanaf=vandaag)
    return [
        Ritmekaart(
            periode,
            _format_periode(periode, is_eerste=nummer == 0),
            tuple(build_ritmeregel(blok) for blok in periode.blokken),
        )
        for nummer, periode in enumerate(periodes)
    ]


def _format_periode(periode: Ritmeperiode, *, is_eerste: bool) -> str:
    van, tm = periode.periode.vanaf, periode.periode.tm
    begin = "Nu" if is_eerste or van is None else f"Vanaf {format_datum(van)}"
    return f"{begin}, tot en met {format_datum(tm)}" if tm else begin


def get_ritme_op(hoofdrolspeler: Hoofdrolspeler, *, nu: datetime) -> tuple[Ritmeblok, ...]:
    """Return the blocks of the week that holds today. One query."""
    (eerste, *_) = list_ritmekaarten(hoofdrolspeler, nu=nu)
    return eerste.periode.blokken


def get_inzetbaarheid(hoofdrolspeler: Hoofdrolspeler) -> Inzetbaarheid:
    """Return what a coördinator decided, in words. Three queries."""
    lessen = hoofdrolspeler.inzetbaar_voor.order_by("title").values_list("title", flat=True)
    return Inzetbaarheid(
        tuple(lessen),
        tuple(niveau.korte_naam for niveau in hoofdrolspeler.niveaus.all()),
        tuple(wijk.naam for wijk in hoofdrolspeler.wijken.order_by("naam")),
    )


def list_grenzen(hoofdrolspeler: Hoofdrolspeler) -> list[tuple[str, str]]:
    """Return the limits in words: what it is about, and what was chosen. One query at most."""
    hooguit = [
        f"{aantal} per {waarvan}"
        for aantal, waarvan in (
            (hoofdrolspeler.max_per_dag, "dag"),
            (hoofdrolspeler.max_per_week, "week"),
            (hoofdrolspeler.max_per_maand, "maand"),
            (hoofdrolspeler.max_per_schooljaar, "schooljaar"),
        )
        if aantal
    ]
    vooraf = hoofdrolspeler.dagen_vooraf
    dagen = "1 dag" if vooraf == 1 else f"{vooraf} dagen"
    reis = REISWOORDEN[Vervoermiddel(hoofdrolspeler.vervoermiddel)]
    if hoofdrolspeler.max_reisminuten:
        reis += f", hooguit {hoofdrolspeler.max_reisminuten} minuten"
    if hoofdrolspeler.vertrekwijk:
        reis += f" vanaf {hoofdrolspeler.vertrekwijk.naam}"
    rust = hoofdrolspeler.rust_minuten
    return [
        ("Hooguit lessen", ", ".join(hooguit)),
        ("Vooraf vragen", f"minstens {dagen}" if vooraf else "mag ook op het laatst"),
        ("Tussen twee lessen", f"{rust} minuten rust" if rust else "alleen reistijd"),
        ("Reizen", reis),
        ("Schoolvakanties", "ook dan" if hoofdrolspeler.in_vakanties else "dan niet"),
    ]


REISWOORDEN = {
    Vervoermiddel.LOPEN: "lopend",
    Vervoermiddel.FIETS: "met de fiets",
    Vervoermiddel.OV: "met het openbaar vervoer",
    Vervoermiddel.AUTO: "met de auto",
}


def moet_bevestigen(hoofdrolspeler: Hoofdrolspeler, *, nu: datetime) -> bool:
    """Whether it is a month ago that somebody said that all of this is right."""
    op = hoofdrolspeler.klopt_nog_op
    return op is None or nu - op >= LANG_GELEDEN


def format_bevestigd(hoofdrolspeler: Hoofdrolspeler) -> str:
    """Return the day on which somebody said that all of this is right, or nothing."""
    op = hoofdrolspeler.klopt_nog_op
    return format_dagmaand(op) if op else ""
