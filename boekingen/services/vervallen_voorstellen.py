"""Ending proposals that nobody has to answer any more: the place is filled, or the lesson ended.

Apart from ``tegenvoorstellen``, which stands above the services that call this.
"""

from datetime import datetime

from boekingen.domain.status import VoorstelStatus, check_overgang
from boekingen.emails.brieven_hoofdrolspeler import zet_voorstelbrief_klaar
from boekingen.models import Boeking, Tegenvoorstel
from lesaanbod.services.gebeurtenissen import noteer


def laat_voorstellen_vervallen(
    *,
    boeking: Boeking,
    nu: datetime,
    plek_id: int | None = None,
    zonder_brief_aan: int | None = None,
) -> None:
    """End the open proposals for a locked booking, or for one place of it, and tell each person.

    ``zonder_brief_aan`` is who filled the place, and knows.
    """
    inzetten = {
        inzet.pk: inzet
        for plek in boeking.plekken.all()
        if plek_id in {None, plek.pk}
        for inzet in plek.inzetten.all()
    }
    voorstellen = Tegenvoorstel.objects.filter(inzet__in=inzetten, status=VoorstelStatus.OPEN.value)
    for voorstel in voorstellen.prefetch_related("momenten"):
        voorstel.inzet = inzetten[voorstel.inzet_id]
        laat_vervallen(voorstel, nu=nu)
        if voorstel.inzet.hoofdrolspeler_id != zonder_brief_aan:
            zet_voorstelbrief_klaar(
                brief="tegenvoorstel_vervallen", voorstel=voorstel, boeking=boeking, nu=nu
            )


def laat_vervallen(voorstel: Tegenvoorstel, *, nu: datetime) -> None:
    """End one proposal, with the log; no letter."""
    check_overgang(VoorstelStatus(voorstel.status), VoorstelStatus.VERVALLEN)
    voorstel.status, voorstel.beantwoord_op = VoorstelStatus.VERVALLEN.value, nu
    voorstel.save()
    noteer(
        onderwerp_soort="tegenvoorstel",
        onderwerp_id=voorstel.pk,
        wat=voorstel.status,
        door=None,
        nu=nu,
    )
