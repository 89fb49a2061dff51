"""Admitting the people who speak for a school."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.status import AanvraagStatus, ContactStatus, check_overgang
from boekingen.domain.weigeringen import LesVoorbij, RedenOntbreekt, SchoolNietGecontroleerd
from boekingen.emails.brieven_docent import zet_contactbrief_klaar
from boekingen.models import Boeking, Contactpersoon
from boekingen.services.afsluiting import wijs_aanvraag_af
from boekingen.services.agendafeeds import stop_feed
from boekingen.services.sloten import lock_boekingen
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

OPEN_AANVRAGEN = (
    AanvraagStatus.INGEDIEND.value,
    AanvraagStatus.WACHTLIJST.value,
    AanvraagStatus.GEPLAND.value,
)
GEWEIGERD = "De aanvraag van de school gaat niet door."


def laat_toe(
    *, contactpersoon_id: int, nu: datetime, door: Gebruiker | None, waarom: str
) -> Contactpersoon:
    """Admit a contact; ``waarom`` says how it was checked, for example by calling back.

    A second time changes nothing. Raises ``RedenOntbreekt``, or ``SchoolNietGecontroleerd`` for a
    school that a docent typed in and nobody has checked.
    """
    with transaction.atomic():
        contact = lock_contactpersoon(contactpersoon_id)
        if contact.status == ContactStatus.TOEGELATEN.value:
            return contact
        if not contact.school.is_gecontroleerd:
            raise SchoolNietGecontroleerd
        beoordeel(contact, ContactStatus.TOEGELATEN, nu=nu, door=door, waarom=waarom)
        zet_contactbrief_klaar(brief="contact_toegelaten", contact=contact, nu=nu)
    return contact


def weiger(
    *, contactpersoon_id: int, nu: datetime, door: Gebruiker | None, waarom: str
) -> Contactpersoon:
    """Refuse a contact, or take the admission back; all open requests are turned down.

    One letter tells it, whatever the number of requests; CANCELs follow for what stands in a diary.
    A lesson that is going on stays; a request of which nothing else is left ends with it. A second
    time changes nothing. Raises ``RedenOntbreekt``.
    """
    with transaction.atomic():
        contact = lock_contactpersoon(contactpersoon_id)
        if contact.status == ContactStatus.GEWEIGERD.value:
            return contact
        beoordeel(contact, ContactStatus.GEWEIGERD, nu=nu, door=door, waarom=waarom)
        zet_contactbrief_klaar(brief="contact_geweigerd", contact=contact, nu=nu)
        # Who is refused knows both addresses.
        stop_feed(contactpersoon_id=contact.pk, nu=nu)
        stop_feed(school_id=contact.school_id, nu=nu)
        open_aanvragen = contact.aanvragen.filter(status__in=OPEN_AANVRAGEN).order_by("pk")
        aanvraag_ids = list(open_aanvragen.values_list("pk", flat=True))
        # All at once: the first request that ends would hold people whom the next one needs.
        lock_boekingen(
            Boeking.objects.filter(aanvraag__in=aanvraag_ids).values_list("pk", flat=True)
        )
        for aanvraag_id in aanvraag_ids:
            with suppress(LesVoorbij):
                wijs_aanvraag_af(
                    aanvraag_id=aanvraag_id, reden=GEWEIGERD, nu=nu, door=door, met_brief=False
                )
    return contact


def lock_contactpersoon(contactpersoon_id: int) -> Contactpersoon:
    """Lock a contact and return it with school and login, as it is now."""
    Contactpersoon.objects.select_for_update().only("pk").get(pk=contactpersoon_id)
    return Contactpersoon.objects.select_related("school", "gebruiker").get(pk=contactpersoon_id)


def beoordeel(
    contact: Contactpersoon,
    naar: ContactStatus,
    *,
    nu: datetime,
    door: Gebruiker | None,
    waarom: str,
) -> None:
    """Write the judgement on a locked contact with its reason."""
    if not waarom.strip():
        raise RedenOntbreekt
    check_overgang(ContactStatus(contact.status), naar)
    contact.status = naar.value
    contact.beoordeeld_op, contact.beoordeeld_door = nu, door
    contact.save(update_fields=["status", "beoordeeld_op", "beoordeeld_door"])
    noteer(
        onderwerp_soort="contactpersoon",
        onderwerp_id=contact.pk,
        wat=naar.value,
        door=door,
        nu=nu,
        waarom=waarom,
    )
