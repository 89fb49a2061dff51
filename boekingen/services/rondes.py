"""The life of an uitnodigingsronde: started, woken, moved along, stopped, filled.

Everything here runs under the lock of the booking. Whom it asks is in ``rondestappen``.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.status import (
    Aanleiding,
    BoekingStatus,
    ContactStatus,
    RondeStatus,
    check_overgang,
)
from boekingen.domain.uitnodigingsronde import bepaal_vol_voor
from boekingen.domain.weigeringen import (
    ContactNietToegelaten,
    LesVoorbij,
    PlekVergeven,
    StapNietMogelijk,
    Weigering,
)
from boekingen.models import Boeking, Plek, Ronde, Vraagwijze
from boekingen.selectors.boekingen import get_toezegging
from boekingen.selectors.rondes import get_lopende_ronde, is_vanzelf, vervangt_vanzelf
from boekingen.services.sloten import lock_boeking
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

NIET_KLAAR = (RondeStatus.LOPEND.value, RondeStatus.UITGEPUT.value)


def start_ronde(
    *,
    plek_id: int,
    nu: datetime,
    door: Gebruiker | None,
    aanleiding: Aanleiding = Aanleiding.BUREAU,
) -> Ronde:
    """Start asking for an open Plek; a round that runs already is returned as it is.

    Raises ``StapNietMogelijk``, ``ContactNietToegelaten``, ``LesVoorbij`` or ``PlekVergeven``.
    """
    with transaction.atomic():
        boeking = lock_boeking(Plek.objects.values_list("boeking_id", flat=True).get(pk=plek_id))
        plek = next(plek for plek in boeking.plekken.all() if plek.pk == plek_id)
        lopend = get_lopende_ronde(plek_id=plek_id)
        if lopend is not None:
            return lopend
        check_ronde_kan(boeking=boeking, plek=plek, nu=nu)
        return open_ronde(boeking=boeking, plek=plek, aanleiding=aanleiding, nu=nu, door=door)


def check_ronde_kan(*, boeking: Boeking, plek: Plek, nu: datetime) -> None:
    """Refuse to ask when the lesson or the place does not allow it."""
    if boeking.status == BoekingStatus.BEVESTIGD.value or get_toezegging(plek):
        raise PlekVergeven("Voor deze plek is al iemand gevonden.")
    if boeking.status != BoekingStatus.VOORGESTELD.value or boeking.begin is None:
        raise StapNietMogelijk
    if boeking.aanvraag.contact.status != ContactStatus.TOEGELATEN.value:
        raise ContactNietToegelaten
    if boeking.begin <= nu:
        raise LesVoorbij


def open_ronde(
    *,
    boeking: Boeking,
    plek: Plek,
    aanleiding: Aanleiding,
    nu: datetime,
    door: Gebruiker | None,
) -> Ronde:
    """Write a new round that is due at once; one that ran out before is over."""
    assert boeking.begin is not None  # noqa: S101  # the caller looked
    for ronde in Ronde.objects.filter(plek=plek, status=RondeStatus.UITGEPUT.value):
        sluit_ronde(ronde, RondeStatus.GESTOPT, reden="Er loopt een nieuwe ronde.", nu=nu)
    ronde = Ronde.objects.create(
        plek=plek,
        aanleiding=aanleiding.value,
        begin=boeking.begin,
        vol_voor=bepaal_vol_voor(nu=nu, begin=boeking.begin),
        gestart_op=nu,
        gestart_door=door if aanleiding is Aanleiding.BUREAU else None,
        volgende_stap_op=nu,
    )
    log(ronde, RondeStatus.LOPEND.value, nu=nu, door=ronde.gestart_door)
    return ronde


def stop_ronde(*, ronde_id: int, nu: datetime, door: Gebruiker | None) -> Ronde:
    """Stop asking; who was asked may still answer. A second time changes nothing.

    Raises ``StapNietMogelijk`` when the place was filled meanwhile.
    """
    with transaction.atomic():
        lock_boeking(Ronde.objects.values_list("plek__boeking_id", flat=True).get(pk=ronde_id))
        ronde = Ronde.objects.get(pk=ronde_id)
        if ronde.status == RondeStatus.GESTOPT.value:
            return ronde
        if ronde.status not in NIET_KLAAR:
            raise StapNietMogelijk
        sluit_ronde(ronde, RondeStatus.GESTOPT, reden="", nu=nu, door=door)
    return ronde


def start_vanzelf(*, boeking: Boeking, nu: datetime) -> None:
    """Start a round for every open Plek of a locked booking, if its lesson page says so."""
    if is_vanzelf(les_id=boeking.les_id):
        for plek in boeking.plekken.all():
            start_als_het_kan(boeking=boeking, plek=plek, aanleiding=Aanleiding.VANZELF, nu=nu)


def start_na_uitval(*, boeking: Boeking, plek_id: int, nu: datetime) -> None:
    """Look for a replacement at once, for the same moment, unless the lesson page says not to."""
    if not vervangt_vanzelf(les_id=boeking.les_id):
        return
    plek = next(plek for plek in boeking.plekken.all() if plek.pk == plek_id)
    start_als_het_kan(boeking=boeking, plek=plek, aanleiding=Aanleiding.UITVAL, nu=nu)


def start_als_het_kan(
    *, boeking: Boeking, plek: Plek, aanleiding: Aanleiding, nu: datetime
) -> None:
    """Start a round unless one runs or nothing can be asked."""
    if get_lopende_ronde(plek_id=plek.pk) is not None:
        return
    try:
        check_ronde_kan(boeking=boeking, plek=plek, nu=nu)
    except Weigering:
        return
    open_ronde(boeking=boeking, plek=plek, aanleiding=aanleiding, nu=nu, door=None)


def wek_ronde(*, plek_id: int, nu: datetime) -> None:
    """Let the round of this Plek decide again at once: somebody answered, or let it pass."""
    Ronde.objects.filter(
        plek=plek_id, status=RondeStatus.LOPEND.value, volgende_stap_op__gt=nu
    ).update(volgende_stap_op=nu)


def vul_ronde(*, plek_id: int, nu: datetime) -> None:
    """Mark the round of a Plek that was just filled; also one that had run out."""
    for ronde in Ronde.objects.filter(plek=plek_id, status__in=NIET_KLAAR):
        sluit_ronde(ronde, RondeStatus.GEVULD, reden="", nu=nu)


def verplaats_rondes(*, boeking: Boeking, nu: datetime) -> None:
    """Let the rounds of a locked booking that was moved go on for its new moment."""
    assert boeking.begin is not None  # noqa: S101  # it was just moved there
    for ronde in Ronde.objects.filter(plek__boeking=boeking, status__in=NIET_KLAAR):
        if ronde.status == RondeStatus.UITGEPUT.value:
            sluit_ronde(ronde, RondeStatus.GESTOPT, reden="De les is verzet.", nu=nu)
            plek = next(plek for plek in boeking.plekken.all() if plek.pk == ronde.plek_id)
            aanleiding = Aanleiding(ronde.aanleiding)
            start_als_het_kan(boeking=boeking, plek=plek, aanleiding=aanleiding, nu=nu)
            continue
        ronde.begin = boeking.begin
        ronde.vol_voor = bepaal_vol_voor(nu=nu, begin=boeking.begin)
        ronde.volgende_stap_op = nu
        ronde.save(update_fields=["begin", "vol_voor", "volgende_stap_op"])
    start_vanzelf(boeking=boeking, nu=nu)


def stop_rondes(*, boeking: Boeking, reden: str, nu: datetime) -> None:
    """End the rounds of a locked booking whose moment is given up or that is cancelled."""
    for ronde in Ronde.objects.filter(plek__boeking=boeking, status__in=NIET_KLAAR):
        sluit_ronde(ronde, RondeStatus.GESTOPT, reden=reden, nu=nu)


def sluit_ronde(
    ronde: Ronde,
    naar: RondeStatus,
    *,
    reden: str,
    nu: datetime,
    door: Gebruiker | None = None,
) -> None:
    """Write the end of a round whose booking is locked. Raises ``OvergangNietToegestaan``."""
    check_overgang(RondeStatus(ronde.status), naar)
    ronde.status = naar.value
    ronde.volgende_stap_op = ronde.geclaimd_tot = None
    ronde.beeindigd_op, ronde.reden = nu, reden[:300]
    ronde.save()
    log(ronde, naar.value, nu=nu, door=door, waarom=reden)


def zet_vraagwijze(
    *,
    les_id: int,
    nu: datetime,
    door: Gebruiker | None,
    vanzelf: bool | None = None,
    vervang_vanzelf: bool | None = None,
) -> None:
    """Say whether rounds of a lesson page start by themselves; what runs goes on.

    ``vanzelf`` is about a new moment, ``vervang_vanzelf`` about a drop-out; None leaves it.
    """
    gezegd = {"vanzelf": vanzelf, "vervang_vanzelf": vervang_vanzelf}
    velden = {naam: waarde for naam, waarde in gezegd.items() if waarde is not None}
    woorden = {"vanzelf": "vragen", "vervang_vanzelf": "vervangen"}
    with transaction.atomic():
        Vraagwijze.objects.update_or_create(les_id=les_id, defaults=velden)
        wat = ", ".join(
            f"{woorden[naam]} {'vanzelf' if waarde else 'met de hand'}"
            for naam, waarde in velden.items()
        )
        noteer(onderwerp_soort="vraagwijze", onderwerp_id=les_id, wat=wat, door=door, nu=nu)


def log(ronde: Ronde, wat: str, *, nu: datetime, door: Gebruiker | None, waarom: str = "") -> None:
    """Write what happened to a round."""
    noteer(onderwerp_soort="ronde", onderwerp_id=ronde.pk, wat=wat, door=door, nu=nu, waarom=waarom)
