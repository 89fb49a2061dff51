"""What happened to a lesson or a request, and which letters left, for the desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boekingen.models import Aanvraag, Boeking, Ronde, Tegenvoorstel
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.woorden import (
    get_briefnaam,
    get_gebeurtenis,
    get_groepen,
    get_korte_les,
)
from lesaanbod.selectors import (
    Berichtregel,
    Logregel,
    list_berichten,
    list_gebeurtenissen,
)

Onderwerp = tuple[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logboekregel:
    """One thing that happened, in words; ``over`` says to what or whom."""

    op: datetime
    wat: str
    over: str
    waarom: str
    door: str


@dataclass(frozen=True, slots=True)
class Verzonden:
    """One letter with its name for people."""

    naam: str
    bericht: Berichtregel


def list_logboek_boeking(*, wie: Any, boeking: Boeking) -> list[Logboekregel]:
    """Return what happened to a booking (with everything), its people and its request."""
    check_coordinator(wie)
    namen: dict[Onderwerp, str] = {
        ("boeking", str(boeking.pk)): "",
        ("aanvraag", str(boeking.aanvraag_id)): "",
        ("belofte", str(boeking.pk)): "",
    }
    rollen = {plek.pk: plek.rol.naam for plek in boeking.plekken.all()}
    for ronde in Ronde.objects.filter(plek__boeking=boeking):
        namen["ronde", str(ronde.pk)] = rollen[ronde.plek_id]
    for plek in boeking.plekken.all():
        for inzet in plek.inzetten.all():
            naam = str(inzet.hoofdrolspeler.gebruiker)
            namen["inzet", str(inzet.pk)] = f"{naam} ({plek.rol.naam})"
    voorstellen = Tegenvoorstel.objects.filter(inzet__plek__boeking=boeking)
    for voorstel_id, inzet_id in voorstellen.values_list("pk", "inzet_id"):
        namen["tegenvoorstel", str(voorstel_id)] = namen["inzet", str(inzet_id)]
    return _build_logboek(namen)


def list_logboek_aanvraag(*, wie: Any, aanvraag: Aanvraag) -> list[Logboekregel]:
    """Return what happened to a request and its lessons, newest first."""
    check_coordinator(wie)
    namen: dict[Onderwerp, str] = {("aanvraag", str(aanvraag.pk)): ""}
    for boeking in aanvraag.boekingen.all():
        namen["boeking", str(boeking.pk)] = f"{get_korte_les(boeking)} ({get_groepen(boeking)})"
    return _build_logboek(namen)


def list_logboek_contact(*, wie: Any, contact_id: int) -> list[Logboekregel]:
    """Return how a contact was judged, newest first."""
    check_coordinator(wie)
    return _build_logboek({("contactpersoon", str(contact_id)): ""})


def _build_logboek(namen: dict[Onderwerp, str]) -> list[Logboekregel]:
    return [_build_regel(regel, namen) for regel in list_gebeurtenissen(namen)]


def _build_regel(regel: Logregel, namen: dict[Onderwerp, str]) -> Logboekregel:
    return Logboekregel(
        op=regel.op,
        wat=get_gebeurtenis(regel.onderwerp_soort, regel.wat, vanzelf=not regel.door),
        over=namen[regel.onderwerp_soort, regel.onderwerp_id],
        waarom=regel.waarom,
        door=regel.door,
    )


def list_verzonden(*, wie: Any, onderwerp: Onderwerp) -> list[Verzonden]:
    """Return the letters about one subject, newest first; never their text."""
    check_coordinator(wie)
    return [Verzonden(get_briefnaam(b.brief), b) for b in list_berichten([onderwerp])]


def list_ontvangers(*onderwerpen: Onderwerp, vanaf: datetime) -> list[str]:
    """Return who gets the letters that were decided on at ``vanaf`` or later, once each."""
    berichten = list_berichten(onderwerpen, vanaf=vanaf)
    return list(dict.fromkeys(bericht.ontvanger for bericht in reversed(berichten)))
