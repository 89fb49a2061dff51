"""The answers of a draft as its writer checks them, and what still stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from boekingen.domain.indiening import Indiening, parse_indiening
from boekingen.domain.schooldagen import ZONE, Oordeel
from boekingen.domain.termijnen import get_duur_voor_groepen
from boekingen.domain.weigeringen import (
    AanvraagOnvolledig,
    MomentOngeldig,
    VolgordeOngeldig,
    Weigering,
)
from boekingen.selectors.aanvragen import Schoolkeuze
from boekingen.services.aanvragen import check_indiening
from boekingen.services.wensen import beoordeel_wensmomenten, get_aantal_na_elkaar
from lesaanbod.domain.datums import format_datum, format_moment
from lesaanbod.domain.taal import format_aantal
from lesaanbod.selectors import Lesopzet, OnderdeelOpzet

SAMEN = "samen in één les"
NA_ELKAAR = "na elkaar, met een kwartier ertussen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Controleregel:
    """One answer: the screen it can be changed on, its name, its lines and what to mind."""

    stap: str
    naam: str
    regels: tuple[str, ...]
    waarschuwingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaar:
    """Why the request cannot be sent as it is, and the screen where that can be mended."""

    stap: str
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """Everything of the last screen; ``bezwaar`` is None when the request may be sent."""

    regels: tuple[Controleregel, ...]
    bezwaar: Bezwaar | None
    email: str


def controleer(
    antwoorden: Mapping[str, Any], *, les: Lesopzet, school: Schoolkeuze, nu: datetime
) -> Controle:
    """Return the answers in the order of the screens, judged as they would be when sent now.

    Raises ``AanvraagOnvolledig`` when a screen has no answer.
    """
    indiening = parse_indiening(antwoorden)
    oordelen = beoordeel_wensmomenten(indiening, les=les, regio=school.regio, nu=nu)
    lessen = [
        _build_les(onderdeel, oordelen[onderdeel.sleutel], indiening=indiening, les=les)
        for onderdeel in les.onderdelen
    ]
    return Controle(
        regels=(
            Controleregel(stap="school", naam="School", regels=(school.naam, school.adres)),
            *_list_klassen(indiening, les),
            *lessen,
            *_list_overig(indiening),
        ),
        bezwaar=_find_bezwaar(indiening, les=les, school=school, nu=nu),
        email=indiening.contact.email,
    )


def _find_bezwaar(
    indiening: Indiening, *, les: Lesopzet, school: Schoolkeuze, nu: datetime
) -> Bezwaar | None:
    """Return the first reason why the services would refuse these answers now."""
    try:
        check_indiening(indiening, les=les, regio=school.regio, nu=nu)
    except AanvraagOnvolledig as weigering:
        gewenst = {sleutel for sleutel, wensen in indiening.wensen.items() if wensen}
        is_compleet = gewenst == {onderdeel.sleutel for onderdeel in les.onderdelen}
        stap = "klassen" if is_compleet else "momenten"
        return Bezwaar(stap=stap, uitleg=weigering.uitleg)
    except (MomentOngeldig, VolgordeOngeldig) as weigering:
        return Bezwaar(stap="momenten", uitleg=weigering.uitleg)
    except Weigering as weigering:
        return Bezwaar(stap="school", uitleg=weigering.uitleg)
    return None


def _list_klassen(indiening: Indiening, les: Lesopzet) -> list[Controleregel]:
    niveaus = {niveau.id: niveau.naam for niveau in les.niveaus}
    wie = ("ouder", "ouders") if les.in_avond else ("leerling", "leerlingen")
    regels = tuple(
        f"{groep.naam}, {niveaus.get(groep.niveau, '')}, {format_aantal(groep.leerlingen, *wie)}"
        for groep in indiening.groepen
    )
    klassen = [Controleregel(stap="klassen", naam="Klassen", regels=regels)]
    if len(indiening.groepen) > 1:
        hoe = SAMEN if indiening.klassen_samen else NA_ELKAAR
        klassen.append(Controleregel(stap="klassen", naam="Hoe", regels=(hoe,)))
    return klassen


def _build_les(
    onderdeel: OnderdeelOpzet,
    oordelen: Sequence[Oordeel],
    *,
    indiening: Indiening,
    les: Lesopzet,
) -> Controleregel:
    """Return the wishes for one lesson: first class begins, last class ends."""
    na_elkaar = get_aantal_na_elkaar(groepen=len(indiening.groepen), samen=indiening.klassen_samen)
    duur = timedelta(minutes=get_duur_voor_groepen(duur=onderdeel.duur, groepen=na_elkaar))
    momenten = [wens.replace(tzinfo=ZONE) for wens in indiening.wensen.get(onderdeel.sleutel, ())]
    naam = f"Les {onderdeel.nummer}: {onderdeel.titel}"
    return Controleregel(
        stap="momenten",
        naam=naam if len(les.onderdelen) > 1 else "Wanneer",
        regels=tuple(format_moment(begin, begin + duur) for begin in momenten),
        waarschuwingen=tuple(
            f"{format_datum(moment)}: {oordeel.waarschuwing}"
            for moment, oordeel in zip(momenten, oordelen, strict=True)
            if oordeel.waarschuwing
        ),
    )


def _list_overig(indiening: Indiening) -> list[Controleregel]:
    """Return what is left, without what was left empty."""
    praktisch, contact = indiening.praktisch, indiening.contact
    op_de_dag = (praktisch.dagcontact_naam, praktisch.dagcontact_telefoon)
    wie = (contact.naam, contact.functie, contact.telefoon, contact.email)
    regels = [
        ("momenten", "Kan niet op", tuple(format_datum(dag) for dag in indiening.verhinderd)),
        ("praktisch", "Melden bij", (praktisch.lokaal,)),
        ("praktisch", "Op de dag zelf", op_de_dag),
        ("praktisch", "Opmerking", (praktisch.opmerking,)),
        ("contact", "Uw gegevens", wie),
    ]
    gevuld = [(stap, naam, tuple(filter(None, tekst))) for stap, naam, tekst in regels]
    return [
        Controleregel(stap=stap, naam=naam, regels=tekst) for stap, naam, tekst in gevuld if tekst
    ]
