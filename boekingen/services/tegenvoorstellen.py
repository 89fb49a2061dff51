"""«Ik kan dan niet, wel dan»: other moments for a lesson, and what the desk does with them.

The question that was asked becomes a no for its own moment, so that somebody else can be asked at
once. A coördinator takes one of the moments over for the school, which moves the lesson as any
move does and asks this person for it; or turns them down with a word. Filling the place, or ending
the lesson, ends what was proposed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.status import BoekingStatus, InzetStatus, VoorstelStatus, check_overgang
from boekingen.domain.weigeringen import (
    GeenMoment,
    PlekVergeven,
    RedenOntbreekt,
    StapNietMogelijk,
    TeVeelMomenten,
)
from boekingen.emails.brieven_hoofdrolspeler import zet_voorstelbrief_klaar
from boekingen.models import Boeking, Inzet, Tegenmoment, Tegenvoorstel
from boekingen.selectors.boekingen import get_toezegging
from boekingen.services.boekingen import stel_moment_voor, verzet_boeking, zet_moment
from boekingen.services.inzet_einde import check_gezien, sluit
from boekingen.services.inzetten import nodig_uit
from boekingen.services.momenten import check_moment
from boekingen.services.rondes import wek_ronde
from boekingen.services.sloten import lock_boeking, lock_boeking_van
from boekingen.services.tijd import check_tijd_vrij
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

HOOGSTENS = 3
REDEN_INZET = "Kan wel op een ander moment."
# The days of the school are held; the order of the series is for the desk to judge.
VOLGORDE_LATER = "Het bureau beoordeelt de volgorde."
IN_GEBRUIK = frozenset({BoekingStatus.TE_PLANNEN, BoekingStatus.VOORGESTELD})


def stel_ander_moment_voor(
    *,
    inzet_id: int,
    momenten: Collection[datetime],
    toelichting: str,
    nu: datetime,
    door: Gebruiker | None,
    gezien: datetime | None = None,
) -> Tegenvoorstel:
    """Say no to the moment that was asked, and name one to three others; a round goes on at once.

    ``gezien`` as in ``inzetten.zeg_toe``. The days of the school must allow each moment, and this
    person must have no other lesson then. Raises ``StapNietMogelijk``, ``MomentVeranderd``,
    ``GeenMoment``, ``TeVeelMomenten``, ``MomentOngeldig``, ``AlBezet`` or ``ReistijdTeKort``.
    """
    gekozen = sorted(set(momenten))
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        check_gezien(inzet=inzet, gezien=gezien)
        if inzet.status != InzetStatus.UITGENODIGD.value:
            raise StapNietMogelijk
        gekozen = [moment for moment in gekozen if moment != inzet.begin]
        check_momenten(boeking=boeking, inzet=inzet, momenten=gekozen, nu=nu)
        voorstel = Tegenvoorstel.objects.create(
            inzet=inzet, toelichting=toelichting, voorgesteld_op=nu
        )
        Tegenmoment.objects.bulk_create(
            Tegenmoment(voorstel=voorstel, begin=moment) for moment in gekozen
        )
        inzet.beantwoord_op = nu
        log(voorstel, "voorgesteld", nu=nu, door=door, waarom=toelichting)
        sluit(
            inzet=inzet,
            boeking=boeking,
            naar=InzetStatus.AFGEWEZEN,
            reden=REDEN_INZET,
            nu=nu,
            door=door,
            brief="tegenvoorstel_ontvangen",
        )
        wek_ronde(plek_id=inzet.plek_id, nu=nu)
    return voorstel


def check_momenten(
    *, boeking: Boeking, inzet: Inzet, momenten: list[datetime], nu: datetime
) -> None:
    """Refuse moments at which this lesson cannot be, or this person cannot come."""
    if not momenten:
        raise GeenMoment
    if len(momenten) > HOOGSTENS:
        raise TeVeelMomenten
    gevraagd = (boeking.begin, boeking.eind)
    for moment in momenten:
        check_moment(boeking=boeking, begin=moment, nu=nu, reden=VOLGORDE_LATER)
        zet_moment(boeking, moment)
        check_tijd_vrij(hoofdrolspeler_id=inzet.hoofdrolspeler_id, boeking=boeking)
    boeking.begin, boeking.eind = gevraagd


def neem_voorstel_aan(
    *, voorstel_id: int, begin: datetime, reden: str, nu: datetime, door: Gebruiker | None
) -> Inzet:
    """Take over one of the moments for the school, and ask this person for it; returns that Inzet.

    Everybody else who was asked goes along as in any move. ``reden`` overrides the order of the
    series. Raises ``StapNietMogelijk``, ``PlekVergeven``, and all that ``verzet_boeking`` and
    ``nodig_uit`` raise.
    """
    with transaction.atomic():
        voorstel, boeking = lock_boeking_van_voorstel(voorstel_id)
        check_open(voorstel, boeking)
        if begin not in {moment.begin for moment in voorstel.momenten.all()}:
            raise StapNietMogelijk
        zet_voorstel(voorstel, VoorstelStatus.AANGENOMEN, nu=nu, antwoord=reden, door=door)
        verplaats = (
            stel_moment_voor if boeking.status == BoekingStatus.TE_PLANNEN.value else verzet_boeking
        )
        verplaats(boeking_id=boeking.pk, begin=begin, reden=reden, nu=nu, door=door)
        return nodig_uit(
            plek_id=voorstel.inzet.plek_id,
            hoofdrolspeler_id=voorstel.inzet.hoofdrolspeler_id,
            nu=nu,
            door=door,
            brief="tegenvoorstel_aangenomen",
        )


def wijs_voorstel_af(
    *, voorstel_id: int, antwoord: str, nu: datetime, door: Gebruiker | None
) -> Tegenvoorstel:
    """Turn the moments down with a word, which the person reads. A second time changes nothing.

    Raises ``RedenOntbreekt`` or ``StapNietMogelijk``.
    """
    with transaction.atomic():
        voorstel, boeking = lock_boeking_van_voorstel(voorstel_id)
        if voorstel.status == VoorstelStatus.AFGEWEZEN.value:
            return voorstel
        if not antwoord.strip():
            raise RedenOntbreekt
        if voorstel.status != VoorstelStatus.OPEN.value:
            raise StapNietMogelijk
        zet_voorstel(voorstel, VoorstelStatus.AFGEWEZEN, nu=nu, antwoord=antwoord, door=door)
        zet_voorstelbrief_klaar(
            brief="tegenvoorstel_afgewezen", voorstel=voorstel, boeking=boeking, nu=nu
        )
    return voorstel


def check_open(voorstel: Tegenvoorstel, boeking: Boeking) -> None:
    """Refuse what was decided, and a place that is filled or a lesson that ended meanwhile."""
    if voorstel.status != VoorstelStatus.OPEN.value:
        raise StapNietMogelijk
    plek = next(plek for plek in boeking.plekken.all() if plek.pk == voorstel.inzet.plek_id)
    if get_toezegging(plek):
        raise PlekVergeven
    if BoekingStatus(boeking.status) not in IN_GEBRUIK:
        raise StapNietMogelijk


def lock_boeking_van_voorstel(voorstel_id: int) -> tuple[Tegenvoorstel, Boeking]:
    """Lock the booking of a proposal and return both. Raises ``Tegenvoorstel.DoesNotExist``."""
    voorstellen = Tegenvoorstel.objects.all()
    boeking_id = voorstellen.values_list("inzet__plek__boeking_id", flat=True).get(pk=voorstel_id)
    boeking = lock_boeking(boeking_id)
    voorstel = (
        voorstellen.select_related("inzet__hoofdrolspeler__gebruiker", "inzet__plek__rol")
        .prefetch_related("momenten")
        .get(pk=voorstel_id)
    )
    return voorstel, boeking


def zet_voorstel(
    voorstel: Tegenvoorstel,
    naar: VoorstelStatus,
    *,
    nu: datetime,
    antwoord: str = "",
    door: Gebruiker | None,
) -> None:
    """Write a new state of a proposal whose booking is locked, with the log."""
    check_overgang(VoorstelStatus(voorstel.status), naar)
    voorstel.status, voorstel.beantwoord_op, voorstel.antwoord = naar.value, nu, antwoord
    voorstel.save()
    log(voorstel, naar.value, nu=nu, door=door, waarom=antwoord)


def log(
    voorstel: Tegenvoorstel, wat: str, *, nu: datetime, door: Gebruiker | None, waarom: str = ""
) -> None:
    """Write what happened to a proposal."""
    noteer(
        onderwerp_soort="tegenvoorstel",
        onderwerp_id=voorstel.pk,
        wat=wat,
        door=door,
        nu=nu,
        waarom=waarom,
    )
