"""Plain letters to the contact of a school, about the contact and about a whole request."""

from datetime import datetime

from boekingen.domain.status import ContactStatus
from boekingen.emails.context import (
    build_docent_context,
    get_mijn_overzicht_url,
    get_mijn_url,
    get_moment,
)
from boekingen.models import Aanvraag, Boeking, Contactpersoon
from lesaanbod.domain.taal import opsomming
from lesaanbod.services.berichten import Feit, zet_klaar

# Is the contact admitted → what comes now.
VERVOLG = {
    True: "Wij zoeken nu mensen die kunnen komen. U hoort binnen tien werkdagen of het lukt.",
    False: "Dit is uw eerste aanvraag voor deze school. Wij bellen daarom eerst uw school, op het "
    "nummer dat wij al kennen. Daarna zoeken wij mensen die kunnen komen.",
}


def zet_contactbrief_klaar(*, brief: str, contact: Contactpersoon, nu: datetime) -> None:
    """Queue a letter about the admission of a contact."""
    zet_klaar(
        brief=brief,
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context={"school": contact.school.naam, "mijn_url": get_mijn_overzicht_url()},
        onderwerp_soort="contactpersoon",
        onderwerp_id=contact.pk,
        nu=nu,
    )


def zet_aanvraagbrief_klaar(
    *, brief: str, aanvraag: Aanvraag, nu: datetime, reden: str = ""
) -> None:
    """Queue a letter about a whole request."""
    contact = aanvraag.contact
    zet_klaar(
        brief=brief,
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context={
            "feiten": [
                Feit("Les", aanvraag.les_titel),
                Feit("School", contact.school.naam, contact.school.adres),
                Feit("Voor", opsomming(groep.naam for groep in aanvraag.groepen.all())),
                Feit("Kenmerk", aanvraag.kenmerk or ""),
            ],
            "school": contact.school.naam,
            "les": aanvraag.les_titel,
            "vervolg": VERVOLG[contact.status == ContactStatus.TOEGELATEN.value],
            "reden": reden,
            "mijn_url": get_mijn_url(aanvraag.pk),
        },
        onderwerp_soort="aanvraag",
        onderwerp_id=aanvraag.pk,
        nu=nu,
    )


def zet_vervalbrief_klaar(*, boeking: Boeking, reden: str, nu: datetime) -> None:
    """Queue the letter about a lesson that ends before it stood in the diary of the docent."""
    contact = boeking.aanvraag.contact
    zet_klaar(
        brief="les_vervallen",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context=build_docent_context(boeking, get_moment(boeking)) | {"reden": reden},
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
    )


def zet_zoekbrief_klaar(*, boeking: Boeking, nu: datetime) -> None:
    """Queue the letter that says that nobody is found yet; the moment stays as it is.

    It names no role and no reason: those could give away somebody's diary.
    """
    contact = boeking.aanvraag.contact
    zet_klaar(
        brief="les_niemand_gevonden",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context=build_docent_context(boeking, get_moment(boeking)),
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
    )
