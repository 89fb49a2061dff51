"""Several lessons confirmed at once: one letter, and the invitations follow quietly.

What waits to leave for one docent when the worker comes by is «at once». The invitations keep
their bytes and their order per UID; only the words around them become few.
"""

from datetime import datetime, timedelta

from django.db import transaction

from boekingen.emails.brieven_docent import zet_bundelbrief_klaar
from boekingen.emails.context import build_docent_context, get_moment
from boekingen.selectors.boekingen import get_boeking
from lesaanbod.selectors import list_wachtende_ontvangers
from lesaanbod.services.berichten import herschrijf, neem_wachtende

LES_BEVESTIGD, LES_IN_AGENDA = "les_bevestigd", "les_in_agenda"
DAARNA = timedelta(minutes=1)


def bundel_bevestigingen(nu: datetime) -> int:
    """Make one letter of the confirmations that wait for the same docent; returns how many."""
    aantal = 0
    for aan in list_wachtende_ontvangers(brief=LES_BEVESTIGD, minstens=2, nu=nu):
        aantal += bundel(aan=aan, nu=nu)
    return aantal


def bundel(*, aan: str, nu: datetime) -> bool:
    """Bundle what waits for one docent; returns whether there was more than one."""
    with transaction.atomic():
        wachtend = neem_wachtende(brief=LES_BEVESTIGD, aan=aan, nu=nu)
        boekingen = [get_boeking(boeking_id=int(bericht.onderwerp_id)) for bericht in wachtend]
        paren = [(b, boeking) for b, boeking in zip(wachtend, boekingen, strict=True) if boeking]
        if len(paren) < 2:  # noqa: PLR2004 - one is no bundle
            return False
        for bericht, boeking in paren:
            herschrijf(
                bericht=bericht,
                brief=LES_IN_AGENDA,
                context=build_docent_context(boeking, get_moment(boeking)),
                niet_voor=nu + DAARNA,
            )
        zet_bundelbrief_klaar(boekingen=[boeking for _, boeking in paren], nu=nu)
    return True
