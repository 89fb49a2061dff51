"""Moments of a booking: propose, move, give up, cancel, and what happened on the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.status import BoekingStatus, ContactStatus, InzetStatus, Redencode
from boekingen.domain.uitnodiging import Partstat
from boekingen.domain.uitnodigingsronde import bepaal_antwoordtijden
from boekingen.domain.weigeringen import (
    ContactNietToegelaten,
    LesVoorbij,
    RedenOntbreekt,
    StapNietMogelijk,
)
from boekingen.emails.brieven_docent import zet_vervalbrief_klaar
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import list_open_inzetten
from boekingen.services.bevestiging import log, werk_aanvraag_bij
from boekingen.services.inzet_einde import log as log_inzet
from boekingen.services.inzet_einde import sluit
from boekingen.services.momenten import check_moment
from boekingen.services.rondes import start_vanzelf, stop_rondes, verplaats_rondes
from boekingen.services.sloten import lock_boeking, zet_boeking, zet_inzet
from boekingen.services.tijd import get_moment, list_vrije_inzetten
from boekingen.services.uitnodigingen import (
    get_lopende_uitnodiging,
    stuur_verzoek,
    trek_in_agenda_in,
)
from boekingen.services.vervallen_voorstellen import laat_voorstellen_vervallen
from hoofdrolspelers.services.vastleggingen import laat_los, lock_hoofdrolspelers

if TYPE_CHECKING:
    from hoofdrolspelers.domain.tijdvak import Tijdvak
    from lesaanbod.models import Gebruiker

VERZETBAAR = frozenset({BoekingStatus.VOORGESTELD, BoekingStatus.BEVESTIGD})
ANNULEERBAAR = frozenset({BoekingStatus.TE_PLANNEN, *VERZETBAAR})
GEWEEST = frozenset({BoekingStatus.GEGEVEN, BoekingStatus.NIET_DOORGEGAAN})
NIET_VRIJ = "De les is verzet naar een moment waarop u niet kunt."
NIEUW_MOMENT = "Wij zoeken een nieuw moment. U hoort van ons."


def stel_moment_voor(
    *, boeking_id: int, begin: datetime, nu: datetime, door: Gebruiker | None, reden: str = ""
) -> Boeking:
    """Choose the moment of a booking that has none; people can be asked from then on.

    ``begin`` is aware. ``reden`` overrides the order of a series, nothing else. Raises
    ``StapNietMogelijk``, ``ContactNietToegelaten``, ``MomentOngeldig`` or ``VolgordeOngeldig``.
    """
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        if boeking.status != BoekingStatus.TE_PLANNEN.value:
            raise StapNietMogelijk
        check_toegelaten(boeking)
        check_moment(boeking=boeking, begin=begin, nu=nu, reden=reden)
        zet_moment(boeking, begin)
        zet_boeking(boeking, BoekingStatus.VOORGESTELD)
        log(boeking, "voorgesteld", nu=nu, door=door, waarom=reden)
        start_vanzelf(boeking=boeking, nu=nu)
        werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)
    return boeking


def verzet_boeking(
    *,
    boeking_id: int,
    begin: datetime,
    nu: datetime,
    door: Gebruiker | None,
    reden: str = "",
    afscheid: Mapping[int, str] = {},
) -> Boeking:
    """Move a booking. Who is free then is asked again, the others are thanked.

    Nobody's yes is carried over: it was for another moment. ``afscheid`` has the Inzetten that do
    not come along though free, with why. Raises as ``stel_moment_voor``, and ``LesVoorbij`` when
    the lesson has begun.
    """
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        if BoekingStatus(boeking.status) not in VERZETBAAR:
            raise StapNietMogelijk
        check_nog_niet_begonnen(boeking, nu)
        check_toegelaten(boeking)
        if begin == boeking.begin:
            return boeking
        check_moment(boeking=boeking, begin=begin, nu=nu, reden=reden)
        inzetten = list_open_inzetten(boeking)
        lock_hoofdrolspelers(ids={inzet.hoofdrolspeler_id for inzet in inzetten})
        zet_moment(boeking, begin)
        zet_boeking(boeking, BoekingStatus.VOORGESTELD)
        log(boeking, "verzet", nu=nu, door=door, waarom=reden)
        verzet_inzetten(boeking=boeking, inzetten=inzetten, afscheid=afscheid, nu=nu, door=door)
        verplaats_rondes(boeking=lock_boeking(boeking_id), nu=nu)
        if get_lopende_uitnodiging(boeking=boeking, inzet=None):
            stuur_verzoek(
                brief="les_verzet",
                boeking=lock_boeking(boeking_id),
                inzet=None,
                partstat=Partstat.NEEDS_ACTION,
                is_zeker=False,
                nu=nu,
            )
        werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)
    return boeking


def laat_met_rust(inzet: Inzet, moment: Tijdvak) -> None:
    """Let no round ask somebody for the moment to which the lesson just went with others."""
    inzet.begin, inzet.eind, inzet.redencode = moment.begin, moment.eind, Redencode.BUREAU.value
    inzet.save(update_fields=["begin", "eind", "redencode"])


def verzet_inzetten(
    *,
    boeking: Boeking,
    inzetten: list[Inzet],
    afscheid: Mapping[int, str],
    nu: datetime,
    door: Gebruiker | None,
) -> None:
    """Bring everybody who was asked or came along to the new moment, or let them go."""
    for inzet in inzetten:
        geef_tijd_terug(inzet)
    vrij = list_vrije_inzetten(boeking=boeking, inzetten=inzetten)
    moment = get_moment(boeking)
    for inzet in inzetten:
        if inzet.pk in afscheid or inzet.pk not in vrij:
            sluit(
                inzet=inzet,
                boeking=boeking,
                naar=InzetStatus.INGETROKKEN,
                reden=afscheid.get(inzet.pk, NIET_VRIJ),
                nu=nu,
                door=door,
            )
            if inzet.pk in afscheid and inzet.beantwoord_op is None:
                laat_met_rust(inzet, moment)
            continue
        inzet.begin, inzet.eind = moment.begin, moment.eind
        inzet.gevraagd_op, inzet.beantwoord_op = nu, None
        inzet.antwoord_voor, inzet.herinner_op = bepaal_antwoordtijden(nu=nu, begin=moment.begin)
        inzet.save()
        log_inzet(inzet, "uitgenodigd", nu=nu, door=door, waarom="De les is verzet.")
        stuur_verzoek(
            brief="inzet_verzet",
            boeking=boeking,
            inzet=inzet,
            partstat=Partstat.NEEDS_ACTION,
            is_zeker=False,
            nu=nu,
        )


def geef_tijd_terug(inzet: Inzet) -> None:
    """Turn a yes for the old moment back into a question, without its time and its reminder."""
    if inzet.vastlegging_id is None:
        return
    vastlegging_id = inzet.vastlegging_id
    inzet.vastlegging = inzet.dag_ervoor_op = None
    zet_inzet(inzet, InzetStatus.UITGENODIGD)
    laat_los(vastlegging_id=vastlegging_id)


def geef_moment_op(*, boeking_id: int, reden: str, nu: datetime, door: Gebruiker | None) -> Boeking:
    """Let go of the moment of a booking: everybody asked is thanked, it must be planned again.

    Raises ``RedenOntbreekt``, ``StapNietMogelijk`` or ``LesVoorbij``.
    """
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        check_reden(reden)
        if BoekingStatus(boeking.status) not in VERZETBAAR:
            raise StapNietMogelijk
        check_nog_niet_begonnen(boeking, nu)
        trek_iedereen_in(boeking=boeking, reden=reden, nu=nu, door=door)
        trek_in_agenda_in(
            brief="les_geannuleerd",
            boeking=boeking,
            inzet=None,
            nu=nu,
            extra={"reden": reden, "hierna": NIEUW_MOMENT},
        )
        stop_rondes(boeking=boeking, reden=reden, nu=nu)
        boeking.begin = boeking.eind = None
        zet_boeking(boeking, BoekingStatus.TE_PLANNEN)
        log(boeking, "te_plannen", nu=nu, door=door, waarom=reden)
        werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)
    return boeking


def annuleer_boeking(
    *,
    boeking_id: int,
    reden: str,
    nu: datetime,
    door: Gebruiker | None,
    sluit_aanvraag: bool = False,
) -> Boeking:
    """Cancel a lesson: it leaves every diary. A second time changes nothing.

    With ``sluit_aanvraag`` the whole request ends and the caller writes its state and its letter;
    the docent then gets a letter about this lesson only if the diary holds it. Raises
    ``RedenOntbreekt``, ``StapNietMogelijk`` or ``LesVoorbij``.
    """
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        if boeking.status == BoekingStatus.GEANNULEERD.value:
            return boeking
        check_reden(reden)
        if BoekingStatus(boeking.status) not in ANNULEERBAAR:
            raise StapNietMogelijk
        check_nog_niet_begonnen(boeking, nu)
        trek_iedereen_in(boeking=boeking, reden=reden, nu=nu, door=door)
        laat_voorstellen_vervallen(boeking=boeking, nu=nu)
        stop_rondes(boeking=boeking, reden=reden, nu=nu)
        meld_annulering(boeking=boeking, reden=reden, nu=nu, met_brief=not sluit_aanvraag)
        zet_boeking(boeking, BoekingStatus.GEANNULEERD)
        log(boeking, "geannuleerd", nu=nu, door=door, waarom=reden)
        if not sluit_aanvraag:
            werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)
    return boeking


def meld_annulering(*, boeking: Boeking, reden: str, nu: datetime, met_brief: bool) -> None:
    """Tell the docent: with a CANCEL where the diary holds the lesson, else by a plain letter."""
    if get_lopende_uitnodiging(boeking=boeking, inzet=None):
        trek_in_agenda_in(
            brief="les_geannuleerd", boeking=boeking, inzet=None, nu=nu, extra={"reden": reden}
        )
    elif met_brief:
        zet_vervalbrief_klaar(boeking=boeking, reden=reden, nu=nu)


def trek_iedereen_in(*, boeking: Boeking, reden: str, nu: datetime, door: Gebruiker | None) -> None:
    """End every open Inzet of a locked booking."""
    for inzet in list_open_inzetten(boeking):
        sluit(
            inzet=inzet,
            boeking=boeking,
            naar=InzetStatus.INGETROKKEN,
            reden=reden,
            nu=nu,
            door=door,
        )


def rond_les_af(*, boeking_id: int, nu: datetime) -> bool:
    """Mark a bevestigde lesson whose end has passed as gegeven; return whether it was one."""
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        if boeking.status != BoekingStatus.BEVESTIGD.value or get_moment(boeking).eind > nu:
            return False
        zet_boeking(boeking, BoekingStatus.GEGEVEN)
        log(boeking, "gegeven", nu=nu, door=None)
        werk_aanvraag_bij(aanvraag_id=boeking.aanvraag_id, nu=nu)
    return True


def meld_niet_doorgegaan(
    *, boeking_id: int, reden: str, nu: datetime, door: Gebruiker | None
) -> Boeking:
    """Correct a lesson that was marked gegeven but did not happen.

    Raises ``RedenOntbreekt`` or ``StapNietMogelijk``.
    """
    return corrigeer(
        boeking_id=boeking_id, naar=BoekingStatus.NIET_DOORGEGAAN, reden=reden, nu=nu, door=door
    )


def meld_toch_gegeven(
    *, boeking_id: int, reden: str, nu: datetime, door: Gebruiker | None
) -> Boeking:
    """Take back that a lesson did not happen.

    Raises ``RedenOntbreekt`` or ``StapNietMogelijk``.
    """
    return corrigeer(
        boeking_id=boeking_id, naar=BoekingStatus.GEGEVEN, reden=reden, nu=nu, door=door
    )


def corrigeer(
    *, boeking_id: int, naar: BoekingStatus, reden: str, nu: datetime, door: Gebruiker | None
) -> Boeking:
    """Say of a lesson that is over the opposite of what was said, with the reason."""
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        check_reden(reden)
        if {BoekingStatus(boeking.status), naar} != GEWEEST:
            raise StapNietMogelijk
        zet_boeking(boeking, naar)
        log(boeking, naar.value, nu=nu, door=door, waarom=reden)
    return boeking


def zet_moment(boeking: Boeking, begin: datetime) -> None:
    """Set begin and end from the booking's own duration."""
    boeking.begin = begin
    boeking.eind = begin + timedelta(minutes=boeking.duur)


def check_toegelaten(boeking: Boeking) -> None:
    """Raise ``ContactNietToegelaten`` unless the contact of the school is admitted."""
    if boeking.aanvraag.contact.status != ContactStatus.TOEGELATEN.value:
        raise ContactNietToegelaten


def is_begonnen_les(boeking: Boeking, nu: datetime) -> bool:
    """Return whether a confirmed lesson is being given, or was.

    One that was never confirmed was not given: it can still be moved or cancelled when its moment
    has passed.
    """
    return boeking.status == BoekingStatus.BEVESTIGD.value and get_moment(boeking).begin <= nu


def check_nog_niet_begonnen(boeking: Boeking, nu: datetime) -> None:
    """Raise ``LesVoorbij`` when the lesson is being given, or was."""
    if is_begonnen_les(boeking, nu):
        raise LesVoorbij


def check_reden(reden: str) -> None:
    """Raise ``RedenOntbreekt`` when there are no words in it."""
    if not reden.strip():
        raise RedenOntbreekt
