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
    """Add ``with_betrokkenen`` and the page of the lesson in a constant number of queries."""
    return with_betrokkenen(boekingen).select_related("les")


def with_betrokkenen(boekingen: QuerySet[Boeking]) -> QuerySet[Boeking]:
    """Add school, contact, groepen, plekken and inzetten in a constant number of queries."""
    inzetten = Inzet.objects.select_related("hoofdrolspeler__gebruiker").order_by("pk")
    plekken = Plek.objects.select_related("rol").prefetch_related(
        Prefetch("inzetten", queryset=inzetten)
    )
    return boekingen.select_related(
        "aanvraag__contactpersoon__gebruiker", "aanvraag__contactpersoon__school__wijk"
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
    return build_plaats(op_school=boeking.op_school, school_id=school.pk, wijk_id=school.wijk_id)


def build_plaats(*, op_school: bool, school_id: int, wijk_id: int | None) -> Plaats:
    """Return the place of a lesson that is at the school, or elsewhere."""
    if not op_school:
        return Plaats(school_id=None, wijk_id=None)
    return Plaats(school_id=school_id, wijk_id=wijk_id)


def get_toezegging(plek: Plek) -> Inzet | None:
    """Return the Inzet that fills this Plek, from prefetched rows."""
    return next(
        (inzet for inzet in plek.inzetten.all() if inzet.status == InzetStatus.TOEGEZEGD.value),
        None,
    )


def list_open_inzetten(boeking: Boeking) -> list[Inzet]:
    """Return who is asked or comes, in order of person (the lock order), of the rows read with it.

    Of a locked booking nobody else changes these, and what the holder of the lock changes in them
    shows here.
    """
    inzetten = (inzet for plek in boeking.plekken.all() for inzet in plek.inzetten.all())
    gevraagd = (inzet for inzet in inzetten if inzet.status in OPEN_INZETTEN)
    return sorted(gevraagd, key=lambda inzet: (inzet.hoofdrolspeler_id, inzet.pk))


def get_inzet(boeking: Boeking, inzet_id: int) -> Inzet:
    """Return one Inzet of the rows read with a booking. Raises ``Inzet.DoesNotExist``."""
    for plek in boeking.plekken.all():
        for inzet in plek.inzetten.all():
            if inzet.pk == inzet_id:
                return inzet
    raise Inzet.DoesNotExist


def list_andere_lessen(
    *, hoofdrolspeler_ids: Iterable[int], van: datetime, tot: datetime, behalve: Boeking
) -> dict[int, tuple[AndereLes, ...]]:
    """Return the lessons people already give between two moments, with their places.

    The lesson ``behalve`` itself is left out. One query, whatever the number of people.
    """
    rijen = (
        Inzet.objects.filter(
            hoofdrolspeler_id__in=list(hoofdrolspeler_ids),
            vastlegging__begin__lt=tot,
            vastlegging__eind__gt=van,
        )
        .exclude(plek__boeking=behalve)
        .order_by("vastlegging__begin")
        .values_list(
            "hoofdrolspeler_id",
            "vastlegging__begin",
            "vastlegging__eind",
            "plek__boeking__op_school",
            "plek__boeking__aanvraag__contactpersoon__school_id",
            "plek__boeking__aanvraag__contactpersoon__school__wijk_id",
        )
    )
    lessen: dict[int, tuple[AndereLes, ...]] = {}
    for hoofdrolspeler_id, begin, eind, op_school, school_id, wijk_id in rijen:
        plaats = build_plaats(op_school=op_school, school_id=school_id, wijk_id=wijk_id)
        les = AndereLes(tijdvak=Tijdvak(begin, eind), plaats=plaats)
        lessen[hoofdrolspeler_id] = (*lessen.get(hoofdrolspeler_id, ()), les)
    return lessen
