"""How people are asked, per lesson page, for the desk."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from boekingen.domain.status import BoekingStatus
from boekingen.models import Boeking, Vraagwijze
from boekingen.selectors.toegang import check_coordinator

OPEN = (BoekingStatus.TE_PLANNEN.value, BoekingStatus.VOORGESTELD.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesvraagwijze:
    """One lesson that was ever asked for: how people are asked, and how many lessons are open."""

    les_id: int
    titel: str
    vanzelf: bool
    vervang_vanzelf: bool
    geopend: int


def list_vraagwijzen(*, wie: Any) -> list[Lesvraagwijze]:
    """Return every lesson page that was ever asked for, by title. Raises ``PermissionDenied``.

    Two queries, however many lessons.
    """
    check_coordinator(wie)
    gezegd = {een.les_id: een for een in Vraagwijze.objects.all()}
    lessen = (
        Boeking.objects.order_by("les__title", "les_id")
        .values_list("les_id", "les__title")
        .annotate(geopend=Count("pk", filter=Q(status__in=OPEN)))
    )
    return [
        Lesvraagwijze(
            les_id=les_id,
            titel=titel,
            vanzelf=les_id in gezegd and gezegd[les_id].vanzelf,
            vervang_vanzelf=les_id not in gezegd or gezegd[les_id].vervang_vanzelf,
            geopend=geopend,
        )
        for les_id, titel, geopend in lessen
    ]


def find_vraagwijze(*, wie: Any, les_id: int) -> Lesvraagwijze | None:
    """Return one of them, or None. Raises ``PermissionDenied``."""
    return next((les for les in list_vraagwijzen(wie=wie) if les.les_id == les_id), None)
