"""Schools as the desk lists them."""

from typing import Any

from boekingen.domain.status import ContactStatus
from boekingen.models import Contactpersoon, School
from boekingen.models.scholen import SchoolBron
from boekingen.selectors.scholen import list_te_controleren_scholen, zoek_scholen
from boekingen.selectors.toegang import check_coordinator


def zoek_voor_planning(*, wie: Any, tekst: str, hoogstens: int) -> list[School]:
    """Return the schools that answer to ``tekst``, also those that left the register.

    What was agreed with such a school stands, so the desk must find it. Raises
    ``PermissionDenied``.
    """
    check_coordinator(wie)
    return zoek_scholen(tekst=tekst, hoogstens=hoogstens, ook_verdwenen=True)


def list_ongecontroleerd(*, wie: Any) -> list[School]:
    """Return what docenten filled in and nobody checked yet. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return list(list_te_controleren_scholen())


def get_school_met_de_hand(*, wie: Any, school_id: int) -> School | None:
    """Return a location that was added by hand, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return School.objects.filter(pk=school_id, bron=SchoolBron.HAND.value).first()


def get_school_uit_register(*, wie: Any, school_id: int) -> School | None:
    """Return a location that the register keeps, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return School.objects.filter(pk=school_id, bron=SchoolBron.REGISTER.value).first()


def list_contacten_van(*, wie: Any, school: School) -> list[Contactpersoon]:
    """Return who waits for admission at this school. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return list(school.contactpersonen.filter(status=ContactStatus.AANGEMELD.value).order_by("pk"))
