"""Keeping a diary true: which UID, SEQUENCE and DTSTAMP the next message carries.

Rules: RFC 5546 section 2.1.4 and 2.1.5. SEQUENCE grows with another time or place and with CANCEL,
DTSTAMP with every message. After a CANCEL the UID is finished; asking again takes a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings

from boekingen.domain.uitnodiging import (
    AgendaUitnodiging,
    Partstat,
    build_cancel,
    build_request,
    make_uid,
    next_dtstamp,
)
from boekingen.emails.brieven import BRIEVEN
from boekingen.emails.context import (
    build_docent_context,
    build_hoofdrolspeler_context,
)
from boekingen.emails.rust import zet_brief_klaar
from boekingen.models import Boeking, Inzet, Uitnodiging
from boekingen.selectors.lesgegevens import get_adres, get_titel, list_wie_komt
from boekingen.services.agendafeeds import meld_feed_veranderd, meld_schoolfeeds_veranderd
from lesaanbod.selectors import list_berichten_van_uid
from lesaanbod.services.berichten import (
    Agendadeel,
    PersoonlijkeLink,
    verstuur_nog_eens,
)

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

LINK_DOEL = "uitnodiging"
LINK_PAD = "/uitnodiging/{token}/"


def get_lopende_uitnodiging(*, boeking: Boeking, inzet: Inzet | None) -> Uitnodiging | None:
    """Return what stands in the diary of this hoofdrolspeler, or of the docent."""
    return Uitnodiging.objects.filter(
        boeking=boeking, inzet=inzet, beeindigd_op__isnull=True
    ).first()


def map_lopende_uitnodigingen(boeking: Boeking) -> dict[int | None, Uitnodiging]:
    """Return what stands in the diaries: number of the Inzet, or None for the docent → row."""
    lopend = Uitnodiging.objects.filter(boeking=boeking, beeindigd_op__isnull=True)
    return {uitnodiging.inzet_id: uitnodiging for uitnodiging in lopend}


def stuur_verzoek(
    *,
    brief: str,
    boeking: Boeking,
    inzet: Inzet | None,
    partstat: Partstat,
    is_zeker: bool,
    nu: datetime,
) -> Uitnodiging:
    """Put the lesson in a diary, or bring it up to date there, with the letter ``brief``.

    Without ``inzet`` the receiver is the docent. Returns the Uitnodiging as it now stands.
    """
    return zet_in_agenda(
        brief=brief,
        boeking=boeking,
        inzet=inzet,
        lopend=get_lopende_uitnodiging(boeking=boeking, inzet=inzet),
        partstat=partstat,
        is_zeker=is_zeker,
        nu=nu,
    )


def zet_in_agenda(
    *,
    brief: str,
    boeking: Boeking,
    inzet: Inzet | None,
    lopend: Uitnodiging | None,
    partstat: Partstat,
    is_zeker: bool,
    nu: datetime,
) -> Uitnodiging:
    """Do what ``stuur_verzoek`` does for who knows what stands in that diary: ``lopend``."""
    uitnodiging = lopend
    if uitnodiging is None:
        uitnodiging = start_uitnodiging(boeking=boeking, inzet=inzet, nu=nu)
    else:
        moved = (uitnodiging.begin, uitnodiging.eind, uitnodiging.plaats) != (
            boeking.begin,
            boeking.eind,
            get_adres(boeking),
        )
        uitnodiging.sequence += moved
        if moved:
            uitnodiging.antwoord, uitnodiging.antwoord_op = "", None
        elif inzet is None and uitnodiging.antwoord in set(Partstat):
            # The school answered for this very moment: its diary is not asked again.
            partstat = Partstat(uitnodiging.antwoord)
        uitnodiging.dtstamp = next_dtstamp(nu, uitnodiging.dtstamp)
    assert boeking.begin is not None  # noqa: S101  # the database holds it for these states
    assert boeking.eind is not None  # noqa: S101
    uitnodiging.begin, uitnodiging.eind = boeking.begin, boeking.eind
    uitnodiging.plaats = get_adres(boeking)
    uitnodiging.partstat, uitnodiging.is_zeker = partstat.value, is_zeker
    uitnodiging.save()
    meld_veranderd(boeking, inzet)
    ics = build_request(build_agenda_uitnodiging(uitnodiging, boeking=boeking, inzet=inzet))
    zet_agendabrief_klaar(
        brief=brief, uitnodiging=uitnodiging, ics=ics, boeking=boeking, inzet=inzet, nu=nu
    )
    return uitnodiging


def trek_in_agenda_in(
    *,
    brief: str,
    boeking: Boeking,
    inzet: Inzet | None,
    nu: datetime,
    extra: Mapping[str, object] | None = None,
) -> None:
    """Take the lesson out of a diary for good, with the letter ``brief``.

    Does nothing when nothing stands there.
    """
    uitnodiging = get_lopende_uitnodiging(boeking=boeking, inzet=inzet)
    if uitnodiging is None:
        return
    uitnodiging.sequence += 1
    uitnodiging.dtstamp = next_dtstamp(nu, uitnodiging.dtstamp)
    uitnodiging.beeindigd_op = nu
    uitnodiging.save()
    meld_veranderd(boeking, inzet)
    ics = build_cancel(build_agenda_uitnodiging(uitnodiging, boeking=boeking, inzet=inzet))
    zet_agendabrief_klaar(
        brief=brief,
        uitnodiging=uitnodiging,
        ics=ics,
        boeking=boeking,
        inzet=inzet,
        nu=nu,
        extra=extra,
    )


def meld_veranderd(boeking: Boeking, inzet: Inzet | None) -> None:
    """Let the feed of this hoofdrolspeler know, or those of the school and its contacts."""
    if inzet:
        meld_feed_veranderd(hoofdrolspeler_id=inzet.hoofdrolspeler_id)
    else:
        meld_schoolfeeds_veranderd(school_id=boeking.aanvraag.contact.school_id)


def stuur_opnieuw(*, uitnodiging_id: int, nu: datetime, door: Gebruiker | None) -> Uitnodiging:
    """Send the last mail of one invitation once more, with the bytes that were kept."""
    uitnodiging = Uitnodiging.objects.get(pk=uitnodiging_id)
    laatste = list_berichten_van_uid(uitnodiging.uid)[0]
    verstuur_nog_eens(bericht_id=laatste.id, nu=nu, door=door)
    return uitnodiging


def stuur_herinnering(*, boeking: Boeking, inzet: Inzet, nu: datetime) -> None:
    """Ask somebody once more for an answer; the diary has the lesson already."""
    uitnodiging = get_lopende_uitnodiging(boeking=boeking, inzet=inzet)
    if uitnodiging is None:
        return
    zet_brief_klaar(
        brief="inzet_herinnering",
        aan=uitnodiging.adres,
        aan_naam=uitnodiging.naam,
        context=build_hoofdrolspeler_context(boeking, inzet, (inzet.begin, inzet.eind), nu=nu),
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=uitnodiging.begin,
        link=PersoonlijkeLink(pad=LINK_PAD, doel=LINK_DOEL, sleutel=inzet.sleutel),
    )


def start_uitnodiging(*, boeking: Boeking, inzet: Inzet | None, nu: datetime) -> Uitnodiging:
    """Return a new, unsaved Uitnodiging with its own UID, for a hoofdrolspeler or the docent."""
    contact = boeking.aanvraag.contact
    gebruiker = inzet.hoofdrolspeler.gebruiker if inzet else contact.gebruiker
    return Uitnodiging(
        uid=make_uid("s" if inzet else "d", settings.UID_DOMEIN),
        sequence=0,
        dtstamp=next_dtstamp(nu, None),
        boeking=boeking,
        inzet=inzet,
        adres=gebruiker.email,
        naam=str(gebruiker) if inzet else contact.naam,
    )


def build_agenda_uitnodiging(
    uitnodiging: Uitnodiging, *, boeking: Boeking, inzet: Inzet | None
) -> AgendaUitnodiging:
    """Return the value the calendar file is made of; no link and no secret goes in."""
    return AgendaUitnodiging(
        uid=uitnodiging.uid,
        sequence=uitnodiging.sequence,
        dtstamp=uitnodiging.dtstamp,
        begin=uitnodiging.begin,
        eind=uitnodiging.eind,
        titel=get_titel(boeking),
        omschrijving=describe(boeking, inzet),
        plaats=uitnodiging.plaats,
        organisator_adres=settings.AFZENDER,
        organisator_naam=settings.AFZENDER_NAAM,
        deelnemer_adres=uitnodiging.adres,
        deelnemer_naam=uitnodiging.naam,
        partstat=Partstat(uitnodiging.partstat),
        is_zeker=uitnodiging.is_zeker,
    )


def describe(boeking: Boeking, inzet: Inzet | None) -> str:
    """Return the DESCRIPTION: what helps on the day, as far as the receiver may know."""
    regels = [boeking.titel, f"Kenmerk: {boeking.aanvraag.kenmerk}"]
    if inzet:
        regels.insert(1, f"U komt als {inzet.plek.rol.naam}.")
    else:
        regels.insert(1, f"Wie komt er: {', '.join(list_wie_komt(boeking))}.")
    if boeking.op_school and boeking.aanvraag.lokaal:
        regels.append(f"Lokaal en melden: {boeking.aanvraag.lokaal}")
    return "\n".join(regels)


def zet_agendabrief_klaar(
    *,
    brief: str,
    uitnodiging: Uitnodiging,
    ics: bytes,
    boeking: Boeking,
    inzet: Inzet | None,
    nu: datetime,
    extra: Mapping[str, object] | None = None,
) -> None:
    """Queue a letter with its calendar file, to the address the UID was made for (U5)."""
    methode = BRIEVEN[brief].agenda
    moment = (uitnodiging.begin, uitnodiging.eind)
    context = (
        build_hoofdrolspeler_context(boeking, inzet, moment, nu=nu)
        if inzet
        else build_docent_context(boeking, moment)
    )
    zet_brief_klaar(
        brief=brief,
        aan=uitnodiging.adres,
        aan_naam=uitnodiging.naam,
        context=context | dict(extra or {}),
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=uitnodiging.begin,
        agenda=Agendadeel(
            ics=ics,
            methode=methode.value,
            uid=uitnodiging.uid,
            sequence=uitnodiging.sequence,
            dtstamp=uitnodiging.dtstamp,
        ),
        link=PersoonlijkeLink(pad=LINK_PAD, doel=LINK_DOEL, sleutel=inzet.sleutel)
        if inzet and BRIEVEN[brief].heeft_link
        else None,
    )
