"""The letter of Monday morning: what is due this week."""

from datetime import datetime, time, timedelta

from django.db import transaction

from boekingen.emails.brieven_bureau import zet_weekoverzicht_klaar
from boekingen.selectors.weekoverzicht import get_maandag, get_weekoverzicht
from lesaanbod.selectors import list_berichten, list_coordinatoren
from lesaanbod.services.gebruikers import lock_gebruiker

VANAF = time(7, 30)
TOT = timedelta(days=2)
"""Who becomes coördinator later in the week waits for the next Monday."""


def stuur_weekoverzichten(nu: datetime) -> int:
    """Queue the letter to every coördinator who has none of this week; returns how many.

    An empty week brings no letter.
    """
    maandag = get_maandag(nu)
    if not maandag + timedelta(hours=VANAF.hour, minutes=VANAF.minute) <= nu < maandag + TOT:
        return 0
    week = f"{maandag:%G-W%V}"
    klaar = {bericht.aan for bericht in list_berichten([("week", week)])}
    wachtend = [wie for wie in list_coordinatoren() if wie.email not in klaar]
    if not wachtend or (overzicht := get_weekoverzicht(nu=nu)).is_leeg:
        return 0
    aantal = 0
    for wie in wachtend:
        with transaction.atomic():
            lock_gebruiker(gebruiker_id=wie.pk)
            if any(bericht.aan == wie.email for bericht in list_berichten([("week", week)])):
                continue
            zet_weekoverzicht_klaar(
                aan=wie.email, aan_naam=wie.naam, week=week, overzicht=overzicht, nu=nu
            )
            aantal += 1
    return aantal
