"""Several lessons confirmed at once: one letter, and the invitations follow quietly.

What waits to leave for one contact of one school when the worker comes by is «at once». The
invitations keep their bytes and their order per UID; only the words around them become few.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.emails.brieven_docent import zet_bundelbrief_klaar
from boekingen.emails.context import build_docent_context, get_moment
from boekingen.selectors.boekingen import get_boeking
from lesaanbod.selectors import list_wachtende_ontvangers
from lesaanbod.services.berichten import herschrijf, neem_wachtende

if TYPE_CHECKING:
    from boekingen.models import Boeking
    from lesaanbod.models import Bericht

LES_BEVESTIGD, LES_IN_AGENDA = "les_bevestigd", "les_in_agenda"
DAARNA = timedelta(minutes=1)


def bundel_bevestigingen(nu: datetime) -> int:
    """Make one letter of the confirmations that wait for the same contact; returns how many.

    Who speaks for two schools gets a letter for each.
    """
    aantal = 0
    for aan in list_wachtende_ontvangers(brief=LES_BEVESTIGD, minstens=2, nu=nu):
        aantal += bundel(aan=aan, nu=nu)
    return aantal


def bundel(*, aan: str, nu: datetime) -> int:
    """Bundle per school what waits for one docent; returns for how many schools it was several."""
    with transaction.atomic():
        per_contact: dict[int, list[tuple[Bericht, Boeking]]] = {}
        for bericht in neem_wachtende(brief=LES_BEVESTIGD, aan=aan, nu=nu):
            boeking = get_boeking(boeking_id=int(bericht.onderwerp_id))
            if boeking is not None:
                per_contact.setdefault(boeking.aanvraag.contact.pk, []).append((bericht, boeking))
        bundels = [paren for paren in per_contact.values() if len(paren) > 1]
        for paren in bundels:
            schrijf_bundel(paren, nu=nu)
    return len(bundels)


def schrijf_bundel(paren: list[tuple[Bericht, Boeking]], *, nu: datetime) -> None:
    """Write the one letter, and few words around each invitation, which follows it."""
    for bericht, boeking in paren:
        herschrijf(
            bericht=bericht,
            brief=LES_IN_AGENDA,
            context=build_docent_context(boeking, get_moment(boeking)),
            niet_voor=nu + DAARNA,
        )
    zet_bundelbrief_klaar(boekingen=[boeking for _, boeking in paren], nu=nu)
