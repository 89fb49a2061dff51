"""Judging the wished moments of a whole request against school days and the order of the series."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from boekingen.domain.indiening import Indiening
from boekingen.domain.lesvolgorde import Lesmoment, beoordeel_wensen
from boekingen.domain.schooldagen import Oordeel, beoordeel_moment
from boekingen.domain.termijnen import get_duur_voor_groepen
from boekingen.domain.weigeringen import VolgordeOngeldig
from lesaanbod.selectors import Lesopzet, OnderdeelOpzet

Oordelen = Mapping[UUID, Sequence[Oordeel]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omstandigheden:
    """What a wish is judged by, beside the wish itself; ``na_elkaar`` classes follow each other."""

    les: Lesopzet
    regio: str
    na_elkaar: int
    verhinderd: Collection[date]
    nu: datetime


def get_aantal_na_elkaar(*, groepen: int, samen: bool) -> int:
    """Return how many times a lesson is given on one wish."""
    return 1 if samen else groepen


def beoordeel_wensmoment(
    wens: datetime, *, onderdeel: OnderdeelOpzet, omstandigheden: Omstandigheden
) -> Oordeel:
    """Judge one wish, a time on the clock of the school without a zone.

    It counts for all classes: when they have the lesson after each other the last one must end
    in time as well.
    """
    les = omstandigheden.les
    return beoordeel_moment(
        begin_lokaal=wens,
        duur=get_duur_voor_groepen(duur=onderdeel.duur, groepen=omstandigheden.na_elkaar),
        regio=omstandigheden.regio,
        verhinderdata=omstandigheden.verhinderd,
        nu=omstandigheden.nu,
        min_dagen_vooraf=les.min_dagen_vooraf,
        avond=les.in_avond,
    )


def beoordeel_wensmomenten(
    indiening: Indiening, *, les: Lesopzet, regio: str, nu: datetime
) -> Oordelen:
    """Judge every wish, by key of the onderdeel and in the order of the wishes."""
    omstandigheden = Omstandigheden(
        les=les,
        regio=regio,
        na_elkaar=get_aantal_na_elkaar(
            groepen=len(indiening.groepen), samen=indiening.klassen_samen
        ),
        verhinderd=indiening.verhinderd,
        nu=nu,
    )
    return {
        onderdeel.sleutel: tuple(
            beoordeel_wensmoment(wens, onderdeel=onderdeel, omstandigheden=omstandigheden)
            for wens in indiening.wensen.get(onderdeel.sleutel, ())
        )
        for onderdeel in les.onderdelen
    }


def find_te_vroege_les(oordelen: Oordelen, *, les: Lesopzet) -> tuple[OnderdeelOpzet, str] | None:
    """Return the first onderdeel that no wish brings in its place, and why; None when all fit."""
    momenten: list[list[Lesmoment]] = []
    for onderdeel in les.onderdelen:
        momenten.append(list_lesmomenten(onderdeel, oordelen[onderdeel.sleutel]))
        oordeel = beoordeel_wensen(momenten, les.min_dagen_tussen)
        if not oordeel.mag:
            return onderdeel, oordeel.reden or ""
    return None


def check_volgorde(oordelen: Oordelen, *, les: Lesopzet) -> None:
    """Refuse wishes from which no order with enough days between can be made.

    Raises ``VolgordeOngeldig`` with the lesson that comes too early and the first day that fits.
    """
    te_vroeg = find_te_vroege_les(oordelen, les=les)
    if te_vroeg:
        raise VolgordeOngeldig(te_vroeg[1])


def list_lesmomenten(onderdeel: OnderdeelOpzet, oordelen: Sequence[Oordeel]) -> list[Lesmoment]:
    """Return the wishes that may be, as moments of the first class."""
    return [
        Lesmoment(
            nummer=onderdeel.nummer,
            begin=oordeel.begin,
            eind=oordeel.begin + timedelta(minutes=onderdeel.duur),
        )
        for oordeel in oordelen
        if oordeel.begin is not None
    ]
