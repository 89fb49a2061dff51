"""Ending a whole request: by the docent, or by the coördinator."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.afleiding import GESLOTEN
from boekingen.domain.status import AanvraagStatus, BoekingStatus, check_overgang
from boekingen.domain.weigeringen import LesVoorbij, RedenOntbreekt, StapNietMogelijk
from boekingen.emails.brieven_docent import zet_aanvraagbrief_klaar
from boekingen.models import Aanvraag, Boeking
from boekingen.services.boekingen import annuleer_boeking, is_begonnen_les
from boekingen.services.sloten import lock_aanvraag, lock_boekingen
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


def trek_aanvraag_in(
    *, aanvraag_id: int, reden: str, nu: datetime, door: Gebruiker | None
) -> Aanvraag:
    """Withdraw a request: every lesson that is still to come is cancelled.

    A lesson that is going on stays as it is. ``reden`` may be empty. A second time changes
    nothing. Raises ``StapNietMogelijk``, or ``LesVoorbij`` when nothing is still to come.
    """
    return sluit_aanvraag(
        aanvraag_id=aanvraag_id,
        naar=AanvraagStatus.INGETROKKEN,
        reden=reden.strip() or "De school heeft de aanvraag ingetrokken.",
        nu=nu,
        door=door,
    )


def wijs_aanvraag_af(
    *, aanvraag_id: int, reden: str, nu: datetime, door: Gebruiker | None, met_brief: bool = True
) -> Aanvraag:
    """Turn a request down, with the reason the school will read.

    Without ``met_brief`` the caller tells the docent. Lessons as in ``trek_aanvraag_in``. A second
    time changes nothing. Raises ``RedenOntbreekt``, ``StapNietMogelijk`` or ``LesVoorbij``.
    """
    if not reden.strip():
        raise RedenOntbreekt
    return sluit_aanvraag(
        aanvraag_id=aanvraag_id,
        naar=AanvraagStatus.AFGEWEZEN,
        reden=reden,
        nu=nu,
        door=door,
        met_brief=met_brief,
    )


def sluit_aanvraag(
    *,
    aanvraag_id: int,
    naar: AanvraagStatus,
    reden: str,
    nu: datetime,
    door: Gebruiker | None,
    met_brief: bool = True,
) -> Aanvraag:
    """Cancel what is still to come of a request, end it, and with ``met_brief`` tell the docent."""
    with transaction.atomic():
        open_boekingen = lock_open_boekingen(aanvraag_id)
        komend = [boeking.pk for boeking in open_boekingen if not is_begonnen_les(boeking, nu)]
        aanvraag = Aanvraag.objects.get(pk=aanvraag_id)
        if aanvraag.status == naar.value:
            return aanvraag
        if aanvraag.status == AanvraagStatus.CONCEPT.value or not open_boekingen:
            raise StapNietMogelijk
        if not komend:
            raise LesVoorbij
        for boeking_id in komend:
            annuleer_boeking(
                boeking_id=boeking_id, reden=reden, nu=nu, door=door, sluit_aanvraag=True
            )
        aanvraag = lock_aanvraag(aanvraag_id)
        check_overgang(AanvraagStatus(aanvraag.status), naar)
        aanvraag.status, aanvraag.reden, aanvraag.gesloten_op = naar.value, reden, nu
        aanvraag.save(update_fields=["status", "reden", "gesloten_op"])
        log(aanvraag, nu=nu, door=door)
        if met_brief:
            zet_aanvraagbrief_klaar(brief=f"aanvraag_{naar}", aanvraag=aanvraag, nu=nu, reden=reden)
    return aanvraag


def lock_open_boekingen(aanvraag_id: int) -> list[Boeking]:
    """Lock the bookings of a request with everybody in them; return those that are not closed."""
    ids = Aanvraag.objects.get(pk=aanvraag_id).boekingen.order_by().values_list("pk", flat=True)
    boekingen = lock_boekingen(ids)
    return [boeking for boeking in boekingen if BoekingStatus(boeking.status) not in GESLOTEN]


def log(aanvraag: Aanvraag, *, nu: datetime, door: Gebruiker | None) -> None:
    """Write the end of a request with its reason."""
    noteer(
        onderwerp_soort="aanvraag",
        onderwerp_id=aanvraag.pk,
        wat=aanvraag.status,
        door=door,
        nu=nu,
        waarom=aanvraag.reden,
    )
