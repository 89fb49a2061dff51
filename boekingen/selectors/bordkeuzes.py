"""What the board can be narrowed to."""

from typing import Any

from boekingen.models import Boeking, School
from boekingen.selectors.bord import OPEN
from boekingen.selectors.toegang import check_coordinator

Keuzes = list[tuple[int, str]]


def list_wijkkeuzes(*, wie: Any) -> Keuzes:
    """Return the wijken that have a school that ever asked for a lesson."""
    check_coordinator(wie)
    wijken = School.objects.filter(contactpersonen__isnull=False, wijk__isnull=False)
    return list(wijken.order_by("wijk__naam").values_list("wijk_id", "wijk__naam").distinct())


def list_leskeuzes(*, wie: Any) -> Keuzes:
    """Return the lessons that have open or confirmed bookings."""
    check_coordinator(wie)
    lessen = Boeking.objects.filter(status__in=[*OPEN, "bevestigd"])
    return list(lessen.order_by("les__title").values_list("les_id", "les__title").distinct())
