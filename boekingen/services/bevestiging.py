"""A booking is bevestigd when its last Plek is filled; a drop-out takes that back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from boekingen.domain.afleiding import leid_aanvraag_af
from boekingen.domain.status import (
    AanvraagStatus,
    BoekingStatus,
    ContactStatus,
    check_overgang,
)
from boekingen.domain.uitnodiging import Partstat
from boekingen.models import Boeking, Inzet, Uitnodiging
from boekingen.selectors.boekingen import get_toezegging, list_open_inzetten
from boekingen.services.lesherinneringen import plan_lesherinneringen
from boekingen.services.sloten import lock_aanvraag, zet_boeking
from boekingen.services.uitnodigingen import (
    map_lopende_uitnodigingen,
    stuur_verzoek,
    zet_in_agenda,
)
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


def bevestig_als_vol(*, boeking: Boeking, nu: datetime, door: Gebruiker | None) -> bool:
    """Confirm a locked booking if every Plek is filled and the contact is admitted.

    Everybody whose diary does not yet say so gets the confirmed invitation. Returns whether the
    booking is now bevestigd.
    """
    vol = all(get_toezegging(plek) for plek in boeking.plekken.all())
    toegelaten = boeking.aanvraag.contact.status == ContactStatus.TOEGELATEN.value
    if not (vol and toegelaten and boeking.status == BoekingStatus.VOORGESTELD.value):
        return False
    plan_lesherinneringen(boeking=boeking, nu=nu)
    zet_boeking(boeking, BoekingStatus.BEVESTIGD)
    log(boeking, "bevestigd", nu=nu, door=door)
    lopend = map_lopende_uitnodigingen(boeking)
    for inzet in list_open_inzetten(boeking):
        maak_zeker(boeking=boeking, inzet=inzet, lopend=lopend.get(inzet.pk), nu=nu)
    maak_zeker(boeking=boeking, inzet=None, lopend=lopend.get(None), nu=nu)
    werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)
    return True


def maak_zeker(
    *, boeking: Boeking, inzet: Inzet | None, lopend: Uitnodiging | None, nu: datetime
) -> None:
    """Send the confirmed invitation unless the diary of this receiver already says so.

    ``lopend`` is what stands there. Without ``inzet`` the receiver is the docent.
    """
    if lopend and lopend.is_zeker and lopend.begin == boeking.begin:
        return
    zet_in_agenda(
        brief="inzet_bevestigd" if inzet else "les_bevestigd",
        boeking=boeking,
        inzet=inzet,
        lopend=lopend,
        partstat=Partstat.ACCEPTED if inzet else Partstat.NEEDS_ACTION,
        is_zeker=True,
        nu=nu,
    )


def heropen_na_uitval(*, boeking: Boeking, nu: datetime, door: Gebruiker | None) -> None:
    """Put a locked booking that lost somebody back to voorgesteld; its moment is kept.

    The docent, who has it in the diary, is told that a replacement is sought.
    """
    if boeking.status != BoekingStatus.BEVESTIGD.value:
        return
    zet_boeking(boeking, BoekingStatus.VOORGESTELD)
    log(boeking, "voorgesteld", nu=nu, door=door, waarom="Iemand valt uit.")
    stuur_verzoek(
        brief="les_onzeker",
        boeking=boeking,
        inzet=None,
        partstat=Partstat.NEEDS_ACTION,
        is_zeker=False,
        nu=nu,
    )
    werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)


def werk_aanvraag_bij(*, aanvraag_id: int, nu: datetime) -> None:
    """Derive the state of a request from its bookings, under its own lock (the last one)."""
    aanvraag = lock_aanvraag(aanvraag_id)
    huidig = AanvraagStatus(aanvraag.status)
    statussen = aanvraag.boekingen.order_by().values_list("status", flat=True)
    naar = leid_aanvraag_af(huidig, [BoekingStatus(status) for status in statussen])
    if naar == huidig:
        return
    check_overgang(huidig, naar)
    aanvraag.status = naar.value
    aanvraag.gesloten_op = nu if naar == AanvraagStatus.AFGEROND else None
    aanvraag.save(update_fields=["status", "gesloten_op"])
    noteer(onderwerp_soort="aanvraag", onderwerp_id=aanvraag_id, wat=naar.value, door=None, nu=nu)


def log(
    boeking: Boeking, wat: str, *, nu: datetime, door: Gebruiker | None, waarom: str = ""
) -> None:
    """Write what happened to a booking."""
    noteer(
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        wat=wat,
        door=door,
        nu=nu,
        waarom=waarom,
    )
