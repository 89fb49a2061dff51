"""Plain letters to the contact of a school, about the contact and about a whole request."""

from collections.abc import Iterable
from datetime import datetime

from boekingen.domain.status import ContactStatus
from boekingen.emails.context import (
    build_docent_context,
    build_draaiboek,
    get_mijn_overzicht_url,
    get_mijn_url,
    get_moment,
    list_les_regels,
)
from boekingen.emails.rust import zet_brief_klaar
from boekingen.models import Aanvraag, Boeking, Contactpersoon
from boekingen.selectors.lesgegevens import list_wie_komt
from lesaanbod.domain.datums import format_moment
from lesaanbod.domain.taal import format_aantal, opsomming, telwoord
from lesaanbod.services.berichten import Feit

# Is the contact admitted → what comes now.
VERVOLG = {
    True: "Wij zoeken nu mensen die kunnen komen. U hoort binnen tien werkdagen of het lukt.",
    False: "Dit is uw eerste aanvraag voor deze school. Wij bellen daarom eerst uw school, op het "
    "nummer dat wij al kennen. Daarna zoeken wij mensen die kunnen komen.",
}


def zet_contactbrief_klaar(*, brief: str, contact: Contactpersoon, nu: datetime) -> None:
    """Queue a letter about the admission of a contact."""
    zet_brief_klaar(
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
    zet_brief_klaar(
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


def zet_beloftebrief_klaar(
    *, aanvraag: Aanvraag, boekingen: Iterable[Boeking], weken: int, nu: datetime
) -> None:
    """Queue the letter that these lessons come, and how long before the moment is known.

    It names no moment and nobody: both may still change.
    """
    contact = aanvraag.contact
    lessen = opsomming(
        f"{f'les {een.nummer}' if een.serie_lengte > 1 else 'de les'} "
        f"({opsomming(groep.naam for groep in een.groepen.all())})"
        for een in boekingen
    )
    zet_brief_klaar(
        brief="aanvraag_beloofd",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context={
            "feiten": [
                Feit("Les", aanvraag.les_titel),
                Feit("School", contact.school.naam, contact.school.adres),
                Feit("Kenmerk", aanvraag.kenmerk or ""),
            ],
            "school": contact.school.naam,
            "les": aanvraag.les_titel,
            "beloofde_lessen": lessen,
            "vooraf": f"{telwoord(weken)} {'week' if weken == 1 else 'weken'}",
            "mijn_url": get_mijn_url(aanvraag.pk),
        },
        onderwerp_soort="aanvraag",
        onderwerp_id=aanvraag.pk,
        nu=nu,
    )


def zet_vervalbrief_klaar(*, boeking: Boeking, reden: str, nu: datetime) -> None:
    """Queue the letter about a lesson that ends before it stood in the diary of the docent."""
    contact = boeking.aanvraag.contact
    zet_brief_klaar(
        brief="les_vervallen",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context=build_docent_context(boeking, get_moment(boeking)) | {"reden": reden},
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=boeking.begin,
    )


def zet_zoekbrief_klaar(*, boeking: Boeking, nu: datetime) -> None:
    """Queue the letter that says that nobody is found yet; the moment stays as it is.

    It names no role and no reason: those could give away somebody's diary.
    """
    contact = boeking.aanvraag.contact
    zet_brief_klaar(
        brief="les_niemand_gevonden",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context=build_docent_context(boeking, get_moment(boeking)),
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=boeking.begin,
    )


def zet_lesherinnering_klaar(*, boeking: Boeking, nu: datetime) -> None:
    """Queue the reminder of a lesson that comes near: when, who, the script, whom to call."""
    aanvraag = boeking.aanvraag
    contact = aanvraag.contact
    dagcontact = Feit(
        "Aanspreekpunt",
        aanvraag.dagcontact_naam or contact.naam,
        aanvraag.dagcontact_telefoon or contact.telefoon,
    )
    context = build_docent_context(boeking, get_moment(boeking), dagcontact)
    zet_brief_klaar(
        brief="les_herinnering",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context=context | build_draaiboek(boeking),
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=boeking.begin,
    )


def zet_bundelbrief_klaar(*, boekingen: list[Boeking], nu: datetime) -> None:
    """Queue one letter about several lessons of one docent that were confirmed at once."""
    eerste = boekingen[0]
    contact = eerste.aanvraag.contact
    op_tijd = sorted(boekingen, key=lambda boeking: (boeking.begin or nu, boeking.pk))
    zet_brief_klaar(
        brief="lessen_bevestigd",
        aan=contact.gebruiker.email,
        aan_naam=contact.naam,
        context={
            "aantal": format_aantal(len(boekingen), "les", "lessen"),
            "school": contact.school.naam,
            "feiten": [build_lesfeit(boeking) for boeking in op_tijd],
            "mijn_url": get_mijn_overzicht_url(),
        },
        onderwerp_soort="contactpersoon",
        onderwerp_id=contact.pk,
        nu=nu,
        begin=op_tijd[0].begin,
    )


def build_lesfeit(boeking: Boeking) -> Feit:
    """Return one lesson as one row: when, what for whom, and who comes."""
    titel, deel = list_les_regels(boeking)
    groepen = opsomming(groep.naam for groep in boeking.groepen.all())
    wie = opsomming(list_wie_komt(boeking))
    wanneer = format_moment(boeking.begin) if boeking.begin else ""
    regels = filter(None, (deel, f"Voor {groepen}", f"Wie komt er: {wie}"))
    return Feit(wanneer, titel, "\n".join(regels))
