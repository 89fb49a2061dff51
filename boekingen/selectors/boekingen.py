"""Reading bookings with everything that hangs on them."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Min, Prefetch, QuerySet

from boekingen.domain.rangschikking import AndereLes
from boekingen.domain.status import InzetStatus
from boekingen.models import Boeking, Inzet, Plek
from hoofdrolspelers.domain.reistijd import Plaats
from hoofdrolspelers.domain.tijdvak import Tijdvak

OPEN_INZETTEN = (InzetStatus.UITGENODIGD.value, InzetStatus.TOEGEZEGD.value)


def with_alles(boekingen: QuerySet[Boeking]) -> QuerySet[Boeking]:
    """Add school, contact, groepen, plekken and inzetten in a constant number of queries."""
    inzetten = Inzet.objects.select_related("hoofdrolspeler__gebruiker").order_by("pk")
    plekken = Plek.objects.select_related("rol").prefetch_related(
        Prefetch("inzetten", queryset=inzetten)
    )
    return boekingen.select_related(
        "aanvraag__contactpersoon__gebruiker", "aanvraag__contactpersoon__school__wijk", "les"
    ).prefetch_related(
        "groepen", Prefetch("plekken", queryset=plekken.order_by("rol__volgorde", "nummer", "pk"))
    )


def order_op_klas(boekingen: QuerySet[Boeking]) -> QuerySet[Boeking]:
    """Return the lessons class by class, and of each class in the order of the series."""
    eerste = boekingen.annotate(eerste_klas=Min("groepen__volgorde"))
    return eerste.order_by("eerste_klas", "nummer", "pk")


def get_boeking(*, boeking_id: int) -> Boeking | None:
    """Return one booking with everything, or None."""
    return with_alles(Boeking.objects.filter(pk=boeking_id)).first()


def get_plaats(boeking: Boeking) -> Plaats:
    """Return where the lesson is, for travel: the school, or an unknown place."""
    school = boeking.aanvraag.contact.school
    if boeking.op_school:
        return Plaats(school_id=school.pk, wijk_id=school.wijk_id)
    return Plaats(school_id=None, wijk_id=None)


def get_toezegging(plek: Plek) -> Inzet | None:
    """Return the Inzet that fills this Plek, from prefetched rows."""
    return next(
        (inzet for inzet in plek.inzetten.all() if inzet.status == InzetStatus.TOEGEZEGD.value),
        None,
    )


def list_open_inzetten(boeking: Boeking) -> list[Inzet]:
    """Return who is asked or comes, in order of person (the lock order), freshly read."""
    return list(
        Inzet.objects.filter(plek__boeking=boeking, status__in=OPEN_INZETTEN)
        .select_related("hoofdrolspeler__gebruiker", "plek__rol")
        .order_by("hoofdrolspeler_id", "pk")
    )


def list_andere_lessen(
    *, hoofdrolspeler_ids: Iterable[int], van: datetime, tot: datetime, behalve: Boeking
) -> dict[int, tuple[AndereLes, ...]]:
    """Return the lessons people already give between two moments, with their places.

    The lesson ``behalve`` itself is left out. One query, whatever the number of people.
    """
    inzetten = (
        Inzet.objects.filter(
            hoofdrolspeler_id__in=list(hoofdrolspeler_ids),
            vastlegging__begin__lt=tot,
            vastlegging__eind__gt=van,
        )
        .exclude(plek__boeking=behalve)
        .select_related("vastlegging", "plek__boeking__aanvraag__contactpersoon__school")
        .order_by("vastlegging__begin")
    )
    lessen: dict[int, tuple[AndereLes, ...]] = {}
    for inzet in inzetten:
        assert inzet.vastlegging is not None  # noqa: S101  # the filter joins on it
        les = AndereLes(
            tijdvak=Tijdvak(inzet.vastlegging.begin, inzet.vastlegging.eind),
            plaats=get_plaats(inzet.plek.boeking),
        )
        lessen[inzet.hoofdrolspeler_id] = (*lessen.get(inzet.hoofdrolspeler_id, ()), les)
    return lessen
