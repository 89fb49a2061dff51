"""Asking hoofdrolspelers, and what they answer.

An invitation takes no time; only a yes does. Whoever says yes first fills the Plek; the others are
thanked and the lesson leaves their diary.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Q

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, ContactStatus, InzetStatus
from boekingen.domain.uitnodiging import Partstat
from boekingen.domain.uitnodigingsronde import bepaal_antwoordtijden
from boekingen.domain.weigeringen import (
    AlGevraagd,
    ContactNietToegelaten,
    LesVoorbij,
    MomentVeranderd,
    NietInzetbaar,
    NietOpDezeSchool,
    PlekVergeven,
    StapNietMogelijk,
    Weigering,
)
from boekingen.models import Boeking, Inzet, Plek
from boekingen.selectors.boekingen import OPEN_INZETTEN, get_toezegging, list_open_inzetten
from boekingen.selectors.kandidaten import list_blokkades
from boekingen.services.bevestiging import bevestig_als_vol
from boekingen.services.inzet_einde import check_gezien, log, sluit
from boekingen.services.rondes import vul_ronde
from boekingen.services.sloten import lock_boeking, lock_boeking_van, zet_inzet
from boekingen.services.tijd import check_tijd_vrij, get_moment, leg_vast
from boekingen.services.uitnodigingen import stuur_verzoek
from boekingen.services.vervallen_voorstellen import laat_voorstellen_vervallen
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import is_inzetbaar
from hoofdrolspelers.services.vastleggingen import (
    OnbekendeHoofdrolspeler,
    lock_hoofdrolspelers,
)
from lesaanbod.services.links import new_sleutel

if TYPE_CHECKING:
    from hoofdrolspelers.models import Hoofdrolspeler
    from lesaanbod.models import Gebruiker

JA_KAN_VANUIT = frozenset({InzetStatus.UITGENODIGD, InzetStatus.AFGEWEZEN, InzetStatus.VERLOPEN})
LINK_WERKT_NOG = (InzetStatus.AFGEWEZEN.value, InzetStatus.VERLOPEN.value)


def nodig_uit(
    *,
    plek_id: int,
    hoofdrolspeler_id: int,
    nu: datetime,
    door: Gebruiker | None,
    antwoord_voor: datetime | None = None,
    brief: str = "inzet_gevraagd",
) -> Inzet:
    """Ask one hoofdrolspeler for one open Plek of a booking that has a moment, with ``brief``.

    Raises ``StapNietMogelijk``, ``ContactNietToegelaten``, ``LesVoorbij``, ``PlekVergeven``,
    ``AlGevraagd``, ``NietInzetbaar``, ``NietOpDezeSchool``, ``AlBezet`` or ``ReistijdTeKort``.
    """
    with transaction.atomic():
        boeking = lock_boeking(Plek.objects.values_list("boeking_id", flat=True).get(pk=plek_id))
        plek = boeking.plekken.select_related("rol").get(pk=plek_id)
        # Who leaves or pauses takes the same lock, so that nobody is asked meanwhile.
        try:
            lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        except OnbekendeHoofdrolspeler as error:
            raise NietInzetbaar from error
        check_vragen_kan(boeking=boeking, plek=plek, hoofdrolspeler_id=hoofdrolspeler_id, nu=nu)
        check_tijd_vrij(hoofdrolspeler_id=hoofdrolspeler_id, boeking=boeking)
        moment = get_moment(boeking)
        antwoord_voor, herinner_op = bepaal_antwoordtijden(
            nu=nu, begin=moment.begin, antwoord_voor=antwoord_voor
        )
        inzet = Inzet.objects.create(
            plek=plek,
            hoofdrolspeler_id=hoofdrolspeler_id,
            begin=moment.begin,
            eind=moment.eind,
            sleutel=new_sleutel(),
            gevraagd_op=nu,
            antwoord_voor=antwoord_voor,
            herinner_op=herinner_op,
        )
        log(inzet, "uitgenodigd", nu=nu, door=door)
        stuur_verzoek(
            brief=brief,
            boeking=boeking,
            inzet=inzet,
            partstat=Partstat.NEEDS_ACTION,
            is_zeker=False,
            nu=nu,
        )
    return inzet


def check_vragen_kan(*, boeking: Boeking, plek: Plek, hoofdrolspeler_id: int, nu: datetime) -> None:
    """Refuse to ask when the booking, the Plek or the person does not allow it.

    Who said no or nothing to this moment can still say yes through the link of that invitation;
    a second one would give the same person two.
    """
    if boeking.status != BoekingStatus.VOORGESTELD.value:
        raise StapNietMogelijk
    if boeking.aanvraag.contact.status != ContactStatus.TOEGELATEN.value:
        raise ContactNietToegelaten
    moment = get_moment(boeking)
    if moment.begin <= nu:
        raise LesVoorbij
    if plek.inzetten.filter(status=InzetStatus.TOEGEZEGD.value).exists():
        raise PlekVergeven
    gevraagd = Inzet.objects.filter(plek__boeking=boeking, hoofdrolspeler_id=hoofdrolspeler_id)
    open_of_nee = Q(status__in=OPEN_INZETTEN) | Q(status__in=LINK_WERKT_NOG, begin=moment.begin)
    if gevraagd.filter(open_of_nee).exists():
        raise AlGevraagd
    check_doet_mee(hoofdrolspeler_id=hoofdrolspeler_id, rol_id=plek.rol_id, moment=moment)
    school_id = boeking.aanvraag.contact.school_id
    if (hoofdrolspeler_id, school_id) in list_blokkades(school_ids=[school_id]):
        raise NietOpDezeSchool


def check_doet_mee(*, hoofdrolspeler_id: int, rol_id: int | None, moment: Tijdvak) -> None:
    """Raise ``NietInzetbaar`` for who has another role, takes no part, or pauses on that day."""
    if not is_inzetbaar(hoofdrolspeler_id=hoofdrolspeler_id, rol_id=rol_id, dag=get_dag(moment)):
        raise NietInzetbaar


def get_dag(moment: Tijdvak) -> date:
    """Return the day of a lesson on the clock of its school."""
    return moment.begin.astimezone(ZONE).date()


def zeg_toe(
    *, inzet_id: int, nu: datetime, door: Gebruiker | None, gezien: datetime | None = None
) -> Inzet:
    """Say yes. A second yes changes nothing; a late one counts while the Plek is open.

    ``gezien`` is the begin that the person saw when answering, as far as known: a yes is for that
    moment only, also when the lesson was moved while the page was open.

    Raises ``StapNietMogelijk``, ``MomentVeranderd``, ``LesVoorbij``, ``PlekVergeven``,
    ``NietInzetbaar``, ``AlBezet`` or ``ReistijdTeKort``.
    """
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        check_gezien(inzet=inzet, gezien=gezien)
        if inzet.status == InzetStatus.TOEGEZEGD.value:
            return inzet
        check_ja_kan(inzet=inzet, boeking=boeking, nu=nu)
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[inzet.hoofdrolspeler_id])
        if not hoofdrolspeler.doet_mee_op(get_dag(get_moment(boeking))):
            raise NietInzetbaar
        check_tijd_vrij(hoofdrolspeler_id=inzet.hoofdrolspeler_id, boeking=boeking)
        neem_plek(inzet=inzet, boeking=boeking, hoofdrolspeler=hoofdrolspeler, nu=nu)
        log(inzet, "toegezegd", nu=nu, door=door)
        trek_anderen_in(inzet=inzet, boeking=boeking, nu=nu)
        laat_voorstellen_vervallen(
            boeking=boeking,
            plek_id=inzet.plek_id,
            zonder_brief_aan=inzet.hoofdrolspeler_id,
            nu=nu,
        )
        vul_ronde(plek_id=inzet.plek_id, nu=nu)
        if not bevestig_als_vol(boeking=boeking, nu=nu, door=door):
            stuur_verzoek(
                brief="inzet_toegezegd",
                boeking=boeking,
                inzet=inzet,
                partstat=Partstat.ACCEPTED,
                is_zeker=False,
                nu=nu,
            )
    return inzet


def check_ja_kan(*, inzet: Inzet, boeking: Boeking, nu: datetime) -> None:
    """Refuse a yes that comes too late, or for a moment that was given up."""
    if get_toezegging(inzet.plek):
        raise PlekVergeven
    if InzetStatus(inzet.status) not in JA_KAN_VANUIT:
        raise StapNietMogelijk
    if boeking.status != BoekingStatus.VOORGESTELD.value:
        raise StapNietMogelijk
    if (inzet.begin, inzet.eind) != (boeking.begin, boeking.eind):
        raise MomentVeranderd
    if inzet.begin <= nu:
        raise LesVoorbij


def get_bezwaar_tegen_ja(*, inzet: Inzet, boeking: Boeking, nu: datetime) -> str:
    """Return why this person cannot say yes (any more), in words; empty when it can.

    For the answer page; nothing is locked, so ``zeg_toe`` may still refuse.
    """
    try:
        check_ja_kan(inzet=inzet, boeking=boeking, nu=nu)
        check_doet_mee(
            hoofdrolspeler_id=inzet.hoofdrolspeler_id, rol_id=None, moment=get_moment(boeking)
        )
        check_tijd_vrij(hoofdrolspeler_id=inzet.hoofdrolspeler_id, boeking=boeking)
    except Weigering as weigering:
        return weigering.uitleg
    return ""


def neem_plek(
    *, inzet: Inzet, boeking: Boeking, hoofdrolspeler: Hoofdrolspeler, nu: datetime
) -> None:
    """Write the yes with its time; the database refuses a second one for the same Plek."""
    leg_vast(inzet=inzet, boeking=boeking, hoofdrolspeler=hoofdrolspeler)
    inzet.beantwoord_op = nu
    inzet.reden = inzet.redencode = ""
    inzet.herinner_op = None
    try:
        with transaction.atomic():
            zet_inzet(inzet, InzetStatus.TOEGEZEGD)
    except IntegrityError as error:
        raise PlekVergeven from error


def trek_anderen_in(*, inzet: Inzet, boeking: Boeking, nu: datetime) -> None:
    """Thank everybody else who was asked for the Plek that ``inzet`` just filled."""
    for andere in list_open_inzetten(boeking):
        if andere.plek_id == inzet.plek_id and andere.pk != inzet.pk:
            sluit(
                inzet=andere,
                boeking=boeking,
                naar=InzetStatus.INGETROKKEN,
                reden="Iemand anders heeft al ja gezegd.",
                nu=nu,
                door=None,
            )
