"""Requests as the desk lists them."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Replace

from boekingen.domain.status import AanvraagStatus, BoekingStatus
from boekingen.domain.zoektekst import split_woorden
from boekingen.models import Aanvraag, Boeking
from boekingen.selectors.boekingen import order_op_klas, with_alles
from boekingen.selectors.toegang import check_coordinator

LANGSTE_VRAAG = 100
GEDAAN = (BoekingStatus.BEVESTIGD.value, BoekingStatus.GEGEVEN.value)
VERVALLEN = (BoekingStatus.GEANNULEERD.value, BoekingStatus.NIET_DOORGEGAAN.value)


def list_aanvragen(*, wie: Any, status: str = "", zoek: str = "") -> QuerySet[Aanvraag]:
    """Return the submitted requests, newest first, with ``lessen`` and ``vast`` counted.

    ``zoek`` looks at the reference, with or without its spaces, and at the school. Raises
    ``PermissionDenied`` for anybody but a coördinator.
    """
    check_coordinator(wie)
    aanvragen = Aanvraag.objects.exclude(status=AanvraagStatus.CONCEPT.value)
    if status:
        aanvragen = aanvragen.filter(status=status)
    if zoek.strip():
        aanvragen = filter_op_tekst(aanvragen, zoek[:LANGSTE_VRAAG])
    return (
        aanvragen.select_related("contactpersoon__school")
        .prefetch_related("groepen")
        .annotate(
            lessen=Count("boekingen", filter=~Q(boekingen__status__in=VERVALLEN)),
            vast=Count("boekingen", filter=Q(boekingen__status__in=GEDAAN)),
        )
        .order_by("-ingediend_op", "-pk")
    )


def filter_op_tekst(aanvragen: QuerySet[Aanvraag], zoek: str) -> QuerySet[Aanvraag]:
    """Return the requests with this reference, or of a school with all these words."""
    school = Q()
    for woord in split_woorden(zoek):
        school &= Q(contactpersoon__school__zoektekst__contains=f" {woord}")
    kenmerk = Q(kaal_kenmerk__contains="".join(zoek.split()).upper())
    kaal = aanvragen.annotate(kaal_kenmerk=Replace("kenmerk", Value(" "), Value("")))
    return kaal.filter(kenmerk | school if school else kenmerk)


def get_aanvraag_voor_planning(*, wie: Any, aanvraag_id: int) -> Aanvraag | None:
    """Return a submitted request with its lessons and their people, or None.

    Raises ``PermissionDenied`` for anybody but a coördinator.
    """
    check_coordinator(wie)
    lessen = with_alles(order_op_klas(Boeking.objects.all()))
    return (
        Aanvraag.objects.exclude(status=AanvraagStatus.CONCEPT.value)
        .filter(pk=aanvraag_id)
        .select_related("contactpersoon__gebruiker", "contactpersoon__school__wijk")
        .prefetch_related(
            "groepen__niveau", "verhinderdata", Prefetch("boekingen", queryset=lessen)
        )
        .first()
    )
