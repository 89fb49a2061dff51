"""What letters know about a lesson, as far as their reader may know it."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator

from boekingen.domain.status import InzetStatus
from boekingen.models import Boeking, Inzet
from boekingen.selectors.lesgegevens import get_adres, get_verloop, list_wie_komt
from lesaanbod.domain.datums import (
    format_dag,
    format_datum,
    format_moment,
    format_tijd,
    format_tijden,
)
from lesaanbod.domain.taal import format_aantal, opsomming
from lesaanbod.services.berichten import Feit

MAX_DRAAIBOEK = 400
Moment = tuple[datetime, datetime]


def get_moment(boeking: Boeking) -> Moment | None:
    """Return begin and end of a booking, as far as it has them."""
    return (boeking.begin, boeking.eind) if boeking.begin and boeking.eind else None


def list_feiten(boeking: Boeking, moment: Moment | None, *extra: Feit) -> list[Feit]:
    """Return the rows every letter about a lesson shows, ``extra`` before the reference."""
    aanvraag = boeking.aanvraag
    groepen = opsomming(groep.naam for groep in boeking.groepen.all())
    leerlingen = sum(groep.leerlingen for groep in boeking.groepen.all())
    feiten = [Feit("Les", *list_les_regels(boeking))]
    if moment:
        feiten.append(Feit("Wanneer", format_datum(moment[0]), format_tijden(*moment)))
    melden = aanvraag.lokaal if boeking.op_school else ""
    feiten += [
        Feit("Waar", get_adres(boeking), melden),
        Feit("Voor", groepen, format_aantal(leerlingen, "leerling", "leerlingen")),
        *extra,
        Feit("Kenmerk", aanvraag.kenmerk or ""),
    ]
    return feiten


def list_les_regels(boeking: Boeking) -> tuple[str, str]:
    """Return the title of the lesson and, below it, which lesson of which series it is."""
    les = boeking.aanvraag.les_titel
    if boeking.serie_lengte == 1:
        return les, ""
    return boeking.titel, f"{les}, les {boeking.nummer} van {boeking.serie_lengte}"


def build_les_context(boeking: Boeking, moment: Moment | None) -> dict[str, object]:
    """Return the variables that every letter about a lesson has."""
    aanvraag = boeking.aanvraag
    les, nummer = aanvraag.les_titel, boeking.nummer
    return {
        "les": f"{les}, les {nummer}" if boeking.serie_lengte > 1 else les,
        "wanneer": format_dag(moment[0]) if moment else "",
        "tijd": format_tijd(moment[0]) if moment else "",
        "school": aanvraag.contact.school.naam,
        "groepen": opsomming(groep.naam for groep in boeking.groepen.all()),
    }


def build_docent_context(
    boeking: Boeking, moment: Moment | None, *extra: Feit
) -> dict[str, object]:
    """Return what the contact of the school may know: roles, and names as far as shown.

    ``moment`` is the one the letter is about: after a move the booking itself has another.
    """
    wie = Feit("Wie komt er", opsomming(list_wie_komt(boeking)))
    return build_les_context(boeking, moment) | {
        "feiten": list_feiten(boeking, moment, wie, *extra),
        "mijn_url": get_mijn_url(boeking.aanvraag_id),
    }


def build_hoofdrolspeler_context(
    boeking: Boeking, inzet: Inzet, moment: Moment | None, *, nu: datetime
) -> dict[str, object]:
    """Return what the person who is asked may know.

    The contact of the school on the day is named only once this person said yes, and until the
    lesson ends, whatever became of it: the link in the mail has no end.
    """
    extra = [Feit("U komt als", inzet.plek.rol.naam)]
    if inzet.status == InzetStatus.TOEGEZEGD.value and nu < inzet.eind:
        aanvraag = boeking.aanvraag
        contact = aanvraag.contact
        naam = aanvraag.dagcontact_naam or contact.naam
        extra.append(Feit("Op de dag", naam, aanvraag.dagcontact_telefoon or contact.telefoon))
    return build_les_context(boeking, moment) | {
        "feiten": list_feiten(boeking, moment, *extra),
        "rol": inzet.plek.rol.naam,
        "antwoord_voor": format_moment(inzet.antwoord_voor),
        "reden": inzet.reden,
    }


def build_draaiboek(boeking: Boeking) -> dict[str, object]:
    """Return the script of a lesson: its words, cut to fit, and the page that tells all of it."""
    tekst = " ".join(get_verloop(boeking).tekst.split())
    return {
        "draaiboek": Truncator(tekst).chars(MAX_DRAAIBOEK),
        "les_url": boeking.les.full_url or "" if boeking.les.live else "",
    }


def get_mijn_url(aanvraag_id: int) -> str:
    """Return the full address of the request, for the docent who logs in."""
    return settings.SITE_URL + reverse("boekingen:mijn_aanvraag", args=[aanvraag_id])


def get_mijn_overzicht_url() -> str:
    """Return the full address of the list of one's own requests."""
    return settings.SITE_URL + reverse("boekingen:mijn")
