"""Joining, pausing and leaving, with what it means for lessons.

Whoever pauses or leaves is taken out of every coming lesson at once: the diary items go, the places
are open on the desk, and a school whose lesson stood hears that a replacement is sought, as it is:
by a round, unless the lesson page says not to. Why is told to nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import InzetStatus
from boekingen.domain.weigeringen import MensBestaatAl, PauzeNietMogelijk, StapNietMogelijk
from boekingen.emails.brieven_hoofdrolspeler import zet_deelnamebrief_klaar
from boekingen.models import Inzet, Tegenvoorstel
from boekingen.selectors.boekingen import OPEN_INZETTEN
from boekingen.services.agendafeeds import stop_feed
from boekingen.services.bevestiging import heropen_na_uitval
from boekingen.services.blokkades import vergeet_blokkades
from boekingen.services.inzet_einde import sluit
from boekingen.services.post import vergeet_adressen
from boekingen.services.rondes import start_na_uitval, wek_ronde
from boekingen.services.sloten import lock_boeking
from boekingen.services.vervallen_voorstellen import laat_vervallen
from hoofdrolspelers.domain.deelname import DeelnameStapNietToegestaan, Pauze
from hoofdrolspelers.services import deelname
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.domain.datums import format_datum

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

POGINGEN = 5
PAUZEERT = "U doet dan even niet mee."
VERTREKT = "U doet niet meer mee."


class _Opnieuw(Exception):
    """Somebody asked this person meanwhile; the locks must be taken anew."""


def nodig_mens_uit(
    *,
    email: str,
    rol_slugs: Collection[str],
    niveau_slugs: Collection[str],
    wijkcodes: Collection[str],
    nu: datetime,
    door: Gebruiker | None,
) -> Any:
    """Invite somebody to take part, by mail; returns the hoofdrolspeler.

    Raises ``MensBestaatAl``, and ``OnbekendeKeuze`` of ``hoofdrolspelers``.
    """
    with transaction.atomic():
        try:
            hoofdrolspeler = deelname.nodig_hoofdrolspeler_uit(
                email=email,
                rol_slugs=rol_slugs,
                niveau_slugs=niveau_slugs,
                wijkcodes=wijkcodes,
                nu=nu,
                door=door,
            )
        except deelname.DoetAlMee as error:
            raise MensBestaatAl from error
        zet_deelnamebrief_klaar(brief="deelname_uitgenodigd", hoofdrolspeler=hoofdrolspeler, nu=nu)
    return hoofdrolspeler


def pauzeer_mens(
    *, hoofdrolspeler_id: int, pauze: Pauze, nu: datetime, door: Gebruiker | None
) -> int:
    """Let somebody give no lessons on the days of ``pauze``; returns out of how many lessons.

    Raises ``PauzeNietMogelijk`` for days that are over, or ``StapNietMogelijk``.
    """
    if pauze.tot_en_met < nu.astimezone(ZONE).date():
        raise PauzeNietMogelijk

    def stap() -> None:
        mens = deelname.zet_pauze(
            hoofdrolspeler_id=hoofdrolspeler_id, pauze=pauze, nu=nu, door=door
        )
        zet_deelnamebrief_klaar(
            brief="deelname_gepauzeerd",
            hoofdrolspeler=mens,
            nu=nu,
            extra={"dagen": describe_dagen(pauze)},
        )

    return neem_uit_lessen(
        hoofdrolspeler_id=hoofdrolspeler_id,
        pauze=pauze,
        reden=PAUZEERT,
        stap=stap,
        nu=nu,
        door=door,
    )


def describe_dagen(pauze: Pauze) -> str:
    """Return the days of a pause as they stand in a sentence."""
    if pauze.van == pauze.tot_en_met:
        return f"op {format_datum(pauze.van)}"
    return f"van {format_datum(pauze.van)} tot en met {format_datum(pauze.tot_en_met)}"


def hervat_mens(*, hoofdrolspeler_id: int, nu: datetime, door: Gebruiker | None) -> None:
    """End a pause early, or take back one to come. Raises ``StapNietMogelijk``."""
    try:
        deelname.zet_pauze(hoofdrolspeler_id=hoofdrolspeler_id, pauze=None, nu=nu, door=door)
    except DeelnameStapNietToegestaan as error:
        raise StapNietMogelijk from error


def laat_mens_vertrekken(*, hoofdrolspeler_id: int, nu: datetime, door: Gebruiker | None) -> int:
    """Let somebody leave the programme; returns out of how many lessons.

    Raises ``StapNietMogelijk`` when that was done before.
    """

    def stap() -> None:
        mens = deelname.laat_vertrekken(hoofdrolspeler_id=hoofdrolspeler_id, nu=nu, door=door)
        stop_feed(hoofdrolspeler_id=hoofdrolspeler_id, nu=nu)
        vergeet_blokkades(hoofdrolspeler_id=hoofdrolspeler_id)
        vergeet_adressen(gebruiker_id=mens.gebruiker_id)
        zet_deelnamebrief_klaar(brief="deelname_beeindigd", hoofdrolspeler=mens, nu=nu)

    return neem_uit_lessen(
        hoofdrolspeler_id=hoofdrolspeler_id,
        pauze=None,
        reden=VERTREKT,
        stap=stap,
        nu=nu,
        door=door,
    )


def neem_uit_lessen(
    *,
    hoofdrolspeler_id: int,
    pauze: Pauze | None,
    reden: str,
    stap: Any,
    nu: datetime,
    door: Gebruiker | None,
) -> int:
    """Take somebody out of every coming lesson (on the days of ``pauze``), after ``stap``.

    All in one transaction: the bookings are locked first, then the person. A question that came in
    between begins it anew; after ``stap`` nobody can ask any more.
    """
    for _ in range(POGINGEN):
        try:
            with transaction.atomic():
                return _neem_uit(hoofdrolspeler_id, pauze, reden, stap, nu, door)
        except _Opnieuw:
            continue
        except DeelnameStapNietToegestaan as error:
            raise StapNietMogelijk from error
    raise StapNietMogelijk


def _neem_uit(
    hoofdrolspeler_id: int,
    pauze: Pauze | None,
    reden: str,
    stap: Any,
    nu: datetime,
    door: Gebruiker | None,
) -> int:
    boeking_ids = {inzet.plek.boeking_id for inzet in list_komend(hoofdrolspeler_id, pauze, nu)}
    for boeking_id in sorted(boeking_ids):
        lock_boeking(boeking_id)
    lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    stap()
    inzetten = list_komend(hoofdrolspeler_id, pauze, nu)
    if not {inzet.plek.boeking_id for inzet in inzetten} <= boeking_ids:
        raise _Opnieuw
    for inzet in inzetten:
        neem_uit_les(inzet, reden=reden, nu=nu, door=door)
    if pauze is None:
        for voorstel in Tegenvoorstel.objects.filter(
            inzet__hoofdrolspeler=hoofdrolspeler_id, status="open"
        ):
            laat_vervallen(voorstel, nu=nu)
    return len(inzetten)


def list_komend(hoofdrolspeler_id: int, pauze: Pauze | None, nu: datetime) -> list[Inzet]:
    """Return the open Inzetten of somebody that are still to come, on the days of ``pauze``."""
    inzetten = (
        Inzet.objects.filter(
            hoofdrolspeler=hoofdrolspeler_id, status__in=OPEN_INZETTEN, begin__gt=nu
        )
        .select_related("hoofdrolspeler__gebruiker", "plek__rol")
        .order_by("plek__boeking_id", "pk")
    )
    return [
        inzet
        for inzet in inzetten
        if pauze is None or pauze.bevat(inzet.begin.astimezone(ZONE).date())
    ]


def neem_uit_les(inzet: Inzet, *, reden: str, nu: datetime, door: Gebruiker | None) -> None:
    """Take an invitation or a yes back; a round goes on, and for a yes a replacement is sought."""
    kwam = inzet.status == InzetStatus.TOEGEZEGD.value
    sluit(
        inzet=inzet,
        boeking=lock_boeking(inzet.plek.boeking_id),
        naar=InzetStatus.INGETROKKEN,
        reden=reden,
        nu=nu,
        door=door,
    )
    if kwam:
        boeking = lock_boeking(inzet.plek.boeking_id)
        heropen_na_uitval(boeking=boeking, nu=nu, door=door)
        start_na_uitval(boeking=boeking, plek_id=inzet.plek_id, nu=nu)
    wek_ronde(plek_id=inzet.plek_id, nu=nu)
