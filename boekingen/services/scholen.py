"""Schools by hand: the locations that are not in the register."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from boekingen.domain.schoolwaarden import (
    clean_plaats,
    clean_postcode,
    clean_tekst,
    clean_telefoon,
)
from boekingen.domain.vestigingen import LENGTES, Sector
from boekingen.domain.weigeringen import SchoolBestaatAl, SchoolOnvolledig, StapNietMogelijk
from boekingen.domain.zoektekst import build_zoektekst, fold
from boekingen.models import School
from boekingen.models.scholen import SchoolBron
from boekingen.selectors.scholen import find_gelijke_school
from boekingen.services.plaats import volg_schooladressen
from hoofdrolspelers.selectors import get_wijk_id_voor_postcode
from lesaanbod.domain.schoolvakanties import Vakantieregio
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


def voeg_school_toe(  # noqa: PLR0913
    *,
    naam: str,
    straat: str,
    huisnummer: str,
    postcode: str,
    plaats: str,
    sector: str,
    vakantieregio: str,
    wijk_id: int | None,
    telefoon: str,
    door: "Gebruiker | None",
    nu: datetime,
    gecontroleerd: bool,
) -> School:
    """Add a location by hand and return it; without ``wijk_id`` the postcode gives the wijk.

    ``gecontroleerd`` is False for what a docent fills in; a coördinator checks it later. Raises
    ``SchoolOnvolledig`` when a value is missing or wrong, and ``SchoolBestaatAl`` with the school
    we have under this name and postcode.
    """
    school = School(
        naam=clean_tekst(naam),
        straat=clean_tekst(straat),
        huisnummer=clean_tekst(huisnummer),
        postcode=clean_postcode(postcode),
        plaats=clean_plaats(plaats),
        sector=sector,
        vakantieregio=vakantieregio,
        wijk_id=wijk_id or get_wijk_id_voor_postcode(postcode),
        wijk_vastgezet=wijk_id is not None,
        telefoon=clean_telefoon(telefoon),
        bron=SchoolBron.HAND.value,
        is_gecontroleerd=gecontroleerd,
    )
    _check_volledig(school)
    school.zoektekst = _build_zoektekst(school)
    with transaction.atomic():
        _bewaar(school)
        noteer(
            onderwerp_soort="school",
            onderwerp_id=school.pk,
            wat="school toegevoegd",
            door=door,
            nu=nu,
        )
    return school


def wijzig_school(  # noqa: PLR0913
    *,
    school_id: int,
    naam: str,
    straat: str,
    huisnummer: str,
    postcode: str,
    plaats: str,
    sector: str,
    vakantieregio: str,
    wijk_id: int | None,
    telefoon: str,
    door: "Gebruiker",
    nu: datetime,
) -> School:
    """Correct a location that was added by hand, and mark it as checked.

    Who has a lesson there in the diary hears of another address.

    Raises ``SchoolOnvolledig``, ``SchoolBestaatAl``, and ``StapNietMogelijk`` when there is no
    such school or the register keeps it.
    """
    with transaction.atomic():
        school = _lock_school(school_id)
        if school.bron != SchoolBron.HAND.value:
            raise StapNietMogelijk("Deze school komt uit het register. Daar wordt hij bijgehouden.")
        school.naam, school.telefoon = clean_tekst(naam), clean_telefoon(telefoon)
        school.straat, school.huisnummer = clean_tekst(straat), clean_tekst(huisnummer)
        school.postcode, school.plaats = clean_postcode(postcode), clean_plaats(plaats)
        school.sector, school.vakantieregio = sector, vakantieregio
        school.wijk_id = wijk_id or get_wijk_id_voor_postcode(postcode)
        school.wijk_vastgezet = wijk_id is not None
        school.is_gecontroleerd = True
        _check_volledig(school)
        school.zoektekst = _build_zoektekst(school)
        _bewaar(school)
        noteer(
            onderwerp_soort="school",
            onderwerp_id=school.pk,
            wat="school gecontroleerd",
            door=door,
            nu=nu,
        )
        volg_schooladressen(school_id=school.pk, nu=nu, door=door)
    return school


def zet_wijk(*, school_id: int, wijk_id: int | None, door: "Gebruiker", nu: datetime) -> School:
    """Let a coördinator choose the wijk; an import then leaves it alone. None: follow the postcode.

    Raises ``StapNietMogelijk`` when there is no such school.
    """
    with transaction.atomic():
        school = _lock_school(school_id)
        school.wijk_vastgezet = wijk_id is not None
        school.wijk_id = wijk_id or get_wijk_id_voor_postcode(school.postcode)
        school.save(update_fields=["wijk", "wijk_vastgezet"])
        noteer(
            onderwerp_soort="school", onderwerp_id=school.pk, wat="wijk gekozen", door=door, nu=nu
        )
    return school


def _lock_school(school_id: int) -> School:
    school = School.objects.select_for_update().filter(pk=school_id).first()
    if school is None:
        raise StapNietMogelijk
    return school


def _check_volledig(school: School) -> None:
    """Refuse what is missing, unknown, unprintable or too long; the sentence says which."""
    if not fold(school.naam):
        raise SchoolOnvolledig("Vul de naam van de school in.")
    if not school.postcode:
        raise SchoolOnvolledig("Vul een postcode in, bijvoorbeeld 3561 AB.")
    if not school.plaats:
        raise SchoolOnvolledig("Vul de plaats in.")
    if school.sector not in set(Sector):
        raise SchoolOnvolledig("Kies het soort onderwijs.")
    if school.vakantieregio not in set(Vakantieregio):
        raise SchoolOnvolledig("Kies de vakantieregio: Noord, Midden of Zuid.")
    for veld in ("naam", "straat", "huisnummer", "plaats"):
        tekst, lengte = getattr(school, veld), LENGTES[veld]
        if len(tekst) > lengte or not tekst.isprintable():
            raise SchoolOnvolledig(f"Gebruik hoogstens {lengte} gewone tekens voor {veld}.")


def _build_zoektekst(school: School) -> str:
    return build_zoektekst(
        naam=school.naam,
        plaats=school.plaats,
        postcode=school.postcode,
        vestigingscode="",
        sector=school.sector,
    )


def _find_gelijke(school: School) -> School | None:
    """Return another school under the same name and postcode."""
    return find_gelijke_school(naam=school.naam, postcode=school.postcode, behalve=school.pk)


def _bewaar(school: School) -> None:
    """Save, unless we have it; the database refuses when two people add it at once."""
    gelijk = _find_gelijke(school)
    if gelijk is None:
        try:
            with transaction.atomic():
                school.save()
        except IntegrityError:
            gelijk = _find_gelijke(school)
            if gelijk is None:
                raise
    if gelijk is not None:
        raise SchoolBestaatAl(naam=str(gelijk), school_id=gelijk.pk)
