"""Requests that wait until there is somebody."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.status import AanvraagStatus, BoekingStatus, check_overgang
from boekingen.domain.weigeringen import RedenOntbreekt, StapNietMogelijk
from boekingen.emails.brieven_docent import zet_aanvraagbrief_klaar
from boekingen.models import Aanvraag
from boekingen.services.sloten import lock_aanvraag
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

BEZIG = (BoekingStatus.VOORGESTELD.value, BoekingStatus.BEVESTIGD.value)


def zet_op_wachtlijst(
    *, aanvraag_id: int, reden: str, nu: datetime, door: Gebruiker | None
) -> Aanvraag:
    """Let a request wait of which nothing is proposed yet, and tell the docent why.

    It leaves the wachtlijst by itself when a moment is proposed. A second time changes nothing.
    Raises ``RedenOntbreekt`` or ``StapNietMogelijk``.
    """
    with transaction.atomic():
        aanvraag = lock_aanvraag(aanvraag_id)
        if aanvraag.status == AanvraagStatus.WACHTLIJST.value:
            return aanvraag
        if not reden.strip():
            raise RedenOntbreekt
        bezig = aanvraag.boekingen.filter(status__in=BEZIG).exists()
        if aanvraag.status != AanvraagStatus.INGEDIEND.value or bezig:
            raise StapNietMogelijk
        check_overgang(AanvraagStatus(aanvraag.status), AanvraagStatus.WACHTLIJST)
        aanvraag.status = AanvraagStatus.WACHTLIJST.value
        aanvraag.save(update_fields=["status"])
        noteer(
            onderwerp_soort="aanvraag",
            onderwerp_id=aanvraag_id,
            wat=aanvraag.status,
            door=door,
            nu=nu,
            waarom=reden,
        )
        zet_aanvraagbrief_klaar(brief="aanvraag_wachtlijst", aanvraag=aanvraag, nu=nu, reden=reden)
    return aanvraag
