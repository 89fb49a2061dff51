"""How an Inzet ends: a no, a drop-out, taken back by the desk, no answer in time.

Whatever ends it, its time is given back and it leaves the diary; then whoever else can be asked is.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.status import InzetStatus, Redencode
from boekingen.domain.weigeringen import LesVoorbij, MomentVeranderd, StapNietMogelijk
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import OPEN_INZETTEN
from boekingen.services.bevestiging import heropen_na_uitval
from boekingen.services.rondes import start_na_uitval, start_vanzelf, wek_ronde
from boekingen.services.sloten import lock_boeking_van, zet_inzet
from boekingen.services.uitnodigingen import trek_in_agenda_in
from hoofdrolspelers.services.vastleggingen import laat_los
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

INTUSSEN_VERZET = "De les is intussen verzet. Bekijk of het nieuwe moment ook kan."


def wijs_af(
    *,
    inzet_id: int,
    reden: str,
    nu: datetime,
    door: Gebruiker | None,
    gezien: datetime | None = None,
    redencode: Redencode | None = None,
) -> Inzet:
    """Say no to an invitation. A second no changes nothing; a running round goes on at once.

    ``gezien`` as in ``zeg_toe``: a no is for the moment that was read. ``redencode`` says what the
    no is about; without one it is about the moment. Raises
    ``MomentVeranderd``, or ``StapNietMogelijk`` when the invitation is no longer open.
    """
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        check_gezien(inzet=inzet, gezien=gezien)
        if inzet.status == InzetStatus.AFGEWEZEN.value:
            return inzet
        if inzet.status != InzetStatus.UITGENODIGD.value:
            raise StapNietMogelijk
        inzet.beantwoord_op, inzet.redencode = nu, redencode.value if redencode else ""
        sluit(
            inzet=inzet,
            boeking=boeking,
            naar=InzetStatus.AFGEWEZEN,
            reden=reden,
            nu=nu,
            door=door,
        )
        wek_ronde(plek_id=inzet.plek_id, nu=nu)
    return inzet


def meld_af(
    *,
    inzet_id: int,
    reden: str,
    nu: datetime,
    door: Gebruiker | None,
    redencode: Redencode | None = None,
) -> Inzet:
    """Drop out after a yes: the time is given back and a replacement is sought at once.

    A booking that was bevestigd goes back to voorgesteld and the docent is told. A second time
    changes nothing. ``redencode`` as in ``wijs_af``. Raises ``StapNietMogelijk`` or ``LesVoorbij``.
    """
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        if inzet.status == InzetStatus.AFGEMELD.value:
            return inzet
        if inzet.status != InzetStatus.TOEGEZEGD.value:
            raise StapNietMogelijk
        if inzet.begin <= nu:
            raise LesVoorbij
        inzet.beantwoord_op, inzet.redencode = nu, redencode.value if redencode else ""
        sluit(
            inzet=inzet, boeking=boeking, naar=InzetStatus.AFGEMELD, reden=reden, nu=nu, door=door
        )
        heropen_na_uitval(boeking=boeking, nu=nu, door=door)
        start_na_uitval(boeking=boeking, plek_id=inzet.plek_id, nu=nu)
    return inzet


def trek_inzet_in(*, inzet_id: int, reden: str, nu: datetime, door: Gebruiker | None) -> Inzet:
    """Take back an invitation or a yes, by the coördinator. A second time changes nothing.

    Raises ``StapNietMogelijk`` or ``LesVoorbij``.
    """
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        if inzet.status == InzetStatus.INGETROKKEN.value:
            return inzet
        if inzet.status not in OPEN_INZETTEN:
            raise StapNietMogelijk
        if inzet.begin <= nu:
            raise LesVoorbij
        kwam = inzet.status == InzetStatus.TOEGEZEGD.value
        inzet.redencode = Redencode.BUREAU.value
        sluit(
            inzet=inzet,
            boeking=boeking,
            naar=InzetStatus.INGETROKKEN,
            reden=reden,
            nu=nu,
            door=door,
        )
        if kwam:
            heropen_na_uitval(boeking=boeking, nu=nu, door=door)
            start_vanzelf(boeking=boeking, nu=nu)
        wek_ronde(plek_id=inzet.plek_id, nu=nu)
    return inzet


def laat_verlopen(*, inzet_id: int, nu: datetime) -> bool:
    """Close an invitation whose answer time is over; return whether it was still open."""
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        if inzet.status != InzetStatus.UITGENODIGD.value or inzet.antwoord_voor > nu:
            return False
        sluit(inzet=inzet, boeking=boeking, naar=InzetStatus.VERLOPEN, reden="", nu=nu, door=None)
        wek_ronde(plek_id=inzet.plek_id, nu=nu)
    return True


BRIEF_BIJ_SLUITEN = {
    InzetStatus.AFGEWEZEN: "inzet_afgewezen",
    InzetStatus.VERLOPEN: "inzet_verlopen",
    InzetStatus.AFGEMELD: "inzet_afgemeld",
    InzetStatus.INGETROKKEN: "inzet_ingetrokken",
}


def sluit(
    *,
    inzet: Inzet,
    boeking: Boeking,
    naar: InzetStatus,
    reden: str,
    nu: datetime,
    door: Gebruiker | None,
    brief: str = "",
) -> None:
    """End an Inzet of a locked booking: state, time, diary, letter and log in one go.

    Without ``brief`` it is the letter that belongs to the state.
    """
    vastlegging_id = inzet.vastlegging_id
    inzet.vastlegging = inzet.herinner_op = None
    inzet.reden = reden
    zet_inzet(inzet, naar)
    if vastlegging_id is not None:
        laat_los(vastlegging_id=vastlegging_id)
    log(inzet, naar.value, nu=nu, door=door, waarom=reden)
    trek_in_agenda_in(brief=brief or BRIEF_BIJ_SLUITEN[naar], boeking=boeking, inzet=inzet, nu=nu)


def log(inzet: Inzet, wat: str, *, nu: datetime, door: Gebruiker | None, waarom: str = "") -> None:
    """Write what happened to an Inzet."""
    noteer(onderwerp_soort="inzet", onderwerp_id=inzet.pk, wat=wat, door=door, nu=nu, waarom=waarom)


def check_gezien(*, inzet: Inzet, gezien: datetime | None) -> None:
    """Raise ``MomentVeranderd`` when the answer was to another moment than is asked for now."""
    if gezien is not None and gezien != inzet.begin:
        raise MomentVeranderd(INTUSSEN_VERZET)
