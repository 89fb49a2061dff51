"""Taking and giving back the time of people; always under the locks of ``sloten``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from boekingen.domain.rangschikking import (
    Dossier,
    Gevraagd,
    get_te_krap,
    list_bezwaren_van_tijd,
)
from boekingen.domain.weigeringen import AlBezet, ReistijdTeKort
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import get_plaats, list_andere_lessen
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import get_vervoermiddel, is_bezet, list_personen
from hoofdrolspelers.services import vastleggingen

if TYPE_CHECKING:
    from hoofdrolspelers.models import Hoofdrolspeler

OMGEVING = timedelta(hours=12)
"""How far around a lesson other lessons can matter for travel."""


def get_moment(boeking: Boeking) -> Tijdvak:
    """Return the moment of a booking that has one."""
    assert boeking.begin is not None  # noqa: S101  # the database holds it for these states
    assert boeking.eind is not None  # noqa: S101
    return Tijdvak(boeking.begin, boeking.eind)


def check_tijd_vrij(*, hoofdrolspeler_id: int, boeking: Boeking) -> None:
    """Refuse when this person gives another lesson then, or cannot travel in time.

    Only lessons that stand fast and the way between them count here: a person may say yes outside
    the own rhythm, limits and diary.
    Raises ``AlBezet`` or ``ReistijdTeKort``.
    """
    moment = get_moment(boeking)
    omgeving = Tijdvak(moment.begin - OMGEVING, moment.eind + OMGEVING)
    if not is_bezet(hoofdrolspeler_id=hoofdrolspeler_id, tijdvak=omgeving):
        return
    lessen = list_andere_lessen(
        hoofdrolspeler_ids=[hoofdrolspeler_id],
        van=omgeving.begin,
        tot=omgeving.eind,
        behalve=boeking,
    ).get(hoofdrolspeler_id, ())
    plaats = get_plaats(boeking)
    if any(les.tijdvak.overlapt(moment) for les in lessen):
        raise AlBezet
    if not lessen:
        return
    middel = get_vervoermiddel(hoofdrolspeler_id=hoofdrolspeler_id)
    if any(get_te_krap(les, moment, plaats, middel=middel) for les in lessen):
        raise ReistijdTeKort


def leg_vast(*, inzet: Inzet, boeking: Boeking, hoofdrolspeler: Hoofdrolspeler) -> None:
    """Take the time of the booking for this person, who is locked; the caller saves the Inzet.

    Raises ``AlBezet``, also when only the database sees the overlap.
    """
    moment = get_moment(boeking)
    try:
        inzet.vastlegging = vastleggingen.leg_vast_voor(
            hoofdrolspeler=hoofdrolspeler,
            begin=moment.begin,
            eind=moment.eind,
            sleutel=f"inzet-{inzet.pk}",
        )
    except vastleggingen.AlBezet as error:
        raise AlBezet from error


def list_vrije_inzetten(*, boeking: Boeking, inzetten: Sequence[Inzet]) -> set[int]:
    """Return the numbers of the Inzetten whose person can come at the moment of the booking.

    Looks at what they offer, other lessons, travel and breathing space; their own time for this
    booking must be given back before.
    """
    moment = get_moment(boeking)
    omgeving = Tijdvak(moment.begin - OMGEVING, moment.eind + OMGEVING)
    ids = {inzet.hoofdrolspeler_id for inzet in inzetten}
    personen = {p.id: p for p in list_personen(rol_id=None, venster=omgeving, ids=ids)}
    lessen = list_andere_lessen(
        hoofdrolspeler_ids=ids, van=omgeving.begin, tot=omgeving.eind, behalve=boeking
    )
    vrij = set()
    for inzet in inzetten:
        gevraagd = Gevraagd(
            rol_id=inzet.plek.rol_id,
            niveau_ids=frozenset(),
            plaats=get_plaats(boeking),
            moment=moment,
        )
        dossier = Dossier(andere_lessen=lessen.get(inzet.hoofdrolspeler_id, ()))
        persoon = personen.get(inzet.hoofdrolspeler_id)
        if persoon and not list_bezwaren_van_tijd(persoon, gevraagd, dossier):
            vrij.add(inzet.pk)
    return vrij
