"""Contacts of schools as the desk lists them."""

from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from boekingen.domain.status import AanvraagStatus, ContactStatus
from boekingen.models import Aanvraag, Contactpersoon
from boekingen.selectors.toegang import check_coordinator


def list_contactpersonen(*, wie: Any, status: str = "") -> QuerySet[Contactpersoon]:
    """Return the contacts, those to be admitted first, with their requests counted.

    Raises ``PermissionDenied`` for anybody but a coördinator.
    """
    check_coordinator(wie)
    contacten = Contactpersoon.objects.select_related("school", "gebruiker", "beoordeeld_door")
    if status:
        contacten = contacten.filter(status=status)
    wacht = When(status=ContactStatus.AANGEMELD.value, then=Value(0))
    return contacten.annotate(
        verstuurd=Count("aanvragen", filter=~Q(aanvragen__status=AanvraagStatus.CONCEPT.value)),
        rang=Case(wacht, default=Value(1), output_field=IntegerField()),
    ).order_by("rang", "-pk")


def get_contactpersoon(*, wie: Any, contactpersoon_id: int) -> Contactpersoon | None:
    """Return a contact with school and login, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    contacten = Contactpersoon.objects.select_related("school__wijk", "gebruiker")
    return contacten.filter(pk=contactpersoon_id).first()


def list_aanvragen_van(*, wie: Any, contact: Contactpersoon) -> list[Aanvraag]:
    """Return what this contact submitted, newest first. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return list(
        contact.aanvragen.exclude(status=AanvraagStatus.CONCEPT.value)
        .prefetch_related("groepen", "boekingen")
        .order_by("-pk")
    )
