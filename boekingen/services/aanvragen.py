"""Submitting a lesaanvraag: its draft becomes rows, bookings and a contact."""

from __future__ import annotations

import secrets
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.indiening import ContactOpgave, Indiening, SchoolOpgave, parse_indiening
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import AanvraagStatus, ContactStatus
from boekingen.domain.weigeringen import (
    AanvraagOnvolledig,
    ContactNietToegelaten,
    MomentOngeldig,
    SchoolBestaatAl,
)
from boekingen.emails.brieven_docent import zet_aanvraagbrief_klaar
from boekingen.models import Aanvraag, Contactpersoon, Groep, School, Verhinderdatum, Wens
from boekingen.services.concepten import (
    bewaar_antwoorden,
    bewaar_halverwege,
    get_boekbare_les,
    start_concept,
)
from boekingen.services.lessen import maak_boekingen
from boekingen.services.scholen import voeg_school_toe
from boekingen.services.wensen import beoordeel_wensmomenten, check_volgorde
from lesaanbod.selectors import Lesopzet
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.gebruikers import ensure_gebruiker

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

__all__ = [
    "bewaar_antwoorden",
    "bewaar_halverwege",
    "check_indiening",
    "dien_concept_in",
    "get_boekbare_les",
    "start_concept",
]


def dien_concept_in(*, aanvraag_id: int, gebruiker: Gebruiker, nu: datetime) -> Aanvraag:
    """Submit a draft for the person who confirmed the address in it.

    Makes the contact (not yet admitted, unless known), the classes, wishes, bookings and places.
    A second time changes nothing. Raises ``AanvraagOnvolledig``, ``MomentOngeldig``,
    ``VolgordeOngeldig``, ``SchoolOnvolledig``, ``ContactNietToegelaten`` or ``StapNietMogelijk``;
    the draft is then as it was.
    """
    with transaction.atomic():
        aanvraag = Aanvraag.objects.select_for_update().get(pk=aanvraag_id)
        if aanvraag.status != AanvraagStatus.CONCEPT.value:
            return aanvraag
        les = get_boekbare_les(aanvraag.les_id)
        indiening = parse_indiening(aanvraag.antwoorden)
        if indiening.contact.email.lower() != gebruiker.email:
            raise AanvraagOnvolledig("Bevestig eerst uw e-mailadres.")
        ensure_gebruiker(email=gebruiker.email, naam=indiening.contact.naam)
        school = get_school(indiening, nu=nu, door=gebruiker)
        check_indiening(indiening, les=les, regio=school.vakantieregio, nu=nu)
        contact = ensure_contactpersoon(
            gebruiker=gebruiker, school=school, opgave=indiening.contact, nu=nu
        )
        vul_aanvraag(aanvraag, indiening=indiening, les=les, contact=contact, nu=nu)
        maak_boekingen(aanvraag=aanvraag, les=les)
        noteer(
            onderwerp_soort="aanvraag",
            onderwerp_id=aanvraag.pk,
            wat=AanvraagStatus.INGEDIEND.value,
            door=gebruiker,
            nu=nu,
        )
        zet_aanvraagbrief_klaar(brief="aanvraag_ontvangen", aanvraag=aanvraag, nu=nu)
    return aanvraag


def get_school(indiening: Indiening, *, nu: datetime, door: Gebruiker) -> School:
    """Return the chosen school, or add the one that was typed in (to be checked by staff).

    A school that somebody else typed in before is that one. Raises ``AanvraagOnvolledig``.
    """
    opgave = indiening.school
    if opgave.id is not None:
        return get_aanwezige_school(opgave.id)
    try:
        return voeg_opgegeven_school_toe(opgave, nu=nu, door=door)
    except SchoolBestaatAl as bestaat:
        return get_aanwezige_school(bestaat.school_id)


def get_aanwezige_school(school_id: int) -> School:
    """Return a school that did not leave the register, else ``AanvraagOnvolledig``."""
    school = School.objects.filter(pk=school_id, verdwenen_op__isnull=True).first()
    if school is None:
        raise AanvraagOnvolledig("Kies uw school opnieuw.")
    return school


def voeg_opgegeven_school_toe(opgave: SchoolOpgave, *, nu: datetime, door: Gebruiker) -> School:
    """Add the school as the docent typed it; raises ``SchoolOnvolledig`` or ``SchoolBestaatAl``."""
    return voeg_school_toe(
        naam=opgave.naam,
        straat=opgave.straat,
        huisnummer=opgave.huisnummer,
        postcode=opgave.postcode,
        plaats=opgave.plaats,
        sector=opgave.sector,
        vakantieregio=opgave.vakantieregio,
        telefoon=opgave.telefoon,
        wijk_id=None,
        gecontroleerd=False,
        nu=nu,
        door=door,
    )


def check_indiening(indiening: Indiening, *, les: Lesopzet, regio: str, nu: datetime) -> None:
    """Judge the answers once more against the lesson and the calendar as they are now."""
    niveaus = {niveau.id for niveau in les.niveaus}
    if any(groep.niveau not in niveaus for groep in indiening.groepen):
        raise AanvraagOnvolledig("Deze les past niet bij het niveau van uw klas.")
    check_leerlingen(indiening, hoogstens=les.max_leerlingen)
    if set(indiening.wensen) != {onderdeel.sleutel for onderdeel in les.onderdelen}:
        raise AanvraagOnvolledig("Kies voor elke les een moment.")
    if not all(indiening.wensen.values()):
        raise AanvraagOnvolledig("Kies voor elke les een moment.")
    oordelen = beoordeel_wensmomenten(indiening, les=les, regio=regio, nu=nu)
    for oordeel in chain.from_iterable(oordelen.values()):
        if not oordeel.mag:
            raise MomentOngeldig(oordeel.reden or "")
    check_volgorde(oordelen, les=les)


def check_leerlingen(indiening: Indiening, *, hoogstens: int) -> None:
    """Refuse a class without pupils, and more in one room than the lesson is made for."""
    aantallen = [groep.leerlingen for groep in indiening.groepen]
    in_een_les = sum(aantallen) if indiening.klassen_samen else max(aantallen)
    if min(aantallen) < 1 or in_een_les > hoogstens:
        raise AanvraagOnvolledig(f"In deze les passen hooguit {hoogstens} leerlingen.")


def ensure_contactpersoon(
    *, gebruiker: Gebruiker, school: School, opgave: ContactOpgave, nu: datetime
) -> Contactpersoon:
    """Return the contact of this person at this school; a new one still has to be admitted.

    Name, function and telephone are those of the newest request. Raises
    ``ContactNietToegelaten`` for somebody who was refused for this school.
    """
    contact, is_nieuw = Contactpersoon.objects.update_or_create(
        gebruiker=gebruiker,
        school=school,
        defaults={
            "naam": opgave.naam,
            "functie": opgave.functie,
            "telefoon": opgave.telefoon,
        },
        create_defaults={
            "naam": opgave.naam,
            "functie": opgave.functie,
            "telefoon": opgave.telefoon,
            "status": ContactStatus.AANGEMELD.value,
        },
    )
    if contact.status == ContactStatus.GEWEIGERD.value:
        raise ContactNietToegelaten("U kunt voor deze school geen les aanvragen. Bel ons gerust.")
    if is_nieuw:
        noteer(
            onderwerp_soort="contactpersoon",
            onderwerp_id=contact.pk,
            wat=ContactStatus.AANGEMELD.value,
            door=gebruiker,
            nu=nu,
        )
    return contact


def vul_aanvraag(
    aanvraag: Aanvraag,
    *,
    indiening: Indiening,
    les: Lesopzet,
    contact: Contactpersoon,
    nu: datetime,
) -> None:
    """Turn the answers into rows and empty the draft; its link then only says that it was sent."""
    praktisch = indiening.praktisch
    aanvraag.contactpersoon = contact
    aanvraag.status = AanvraagStatus.INGEDIEND.value
    aanvraag.kenmerk = build_kenmerk(les.titel)
    aanvraag.les_titel = les.titel
    aanvraag.klassen_samen = indiening.klassen_samen
    aanvraag.dagcontact_naam = praktisch.dagcontact_naam
    aanvraag.dagcontact_telefoon = praktisch.dagcontact_telefoon
    aanvraag.lokaal, aanvraag.opmerking = praktisch.lokaal, praktisch.opmerking
    aanvraag.ingediend_op, aanvraag.antwoorden = nu, {}
    aanvraag.save()
    Groep.objects.bulk_create(
        Groep(
            aanvraag=aanvraag,
            volgorde=volgorde,
            naam=groep.naam,
            niveau_id=groep.niveau,
            leerlingen=groep.leerlingen,
        )
        for volgorde, groep in enumerate(indiening.groepen, start=1)
    )
    vul_momenten(aanvraag, indiening)


def vul_momenten(aanvraag: Aanvraag, indiening: Indiening) -> None:
    """Store the wishes as instants, and the days on which the school cannot.

    A moment that does not exist or exists twice was refused before (``schooldagen``).
    """
    Wens.objects.bulk_create(
        Wens(
            aanvraag=aanvraag,
            onderdeel_sleutel=sleutel,
            volgorde=volgorde,
            begin=moment.replace(tzinfo=ZONE),
        )
        for sleutel, momenten in indiening.wensen.items()
        for volgorde, moment in enumerate(momenten, start=1)
    )
    Verhinderdatum.objects.bulk_create(
        Verhinderdatum(aanvraag=aanvraag, datum=datum)
        for datum in sorted(set(indiening.verhinderd))
    )


def build_kenmerk(titel: str) -> str:
    """Return a new reference that can be read aloud: initials and three pairs of digits."""
    letters = "".join(woord[0] for woord in titel.upper().split() if woord[0].isalpha())[:2]
    getal = f"{secrets.randbelow(1_000_000):06}"
    kenmerk = f"{letters} {getal[:2]} {getal[2:4]} {getal[4:]}"
    return build_kenmerk(titel) if Aanvraag.objects.filter(kenmerk=kenmerk).exists() else kenmerk
