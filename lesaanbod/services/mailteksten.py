"""An editor words a letter, or goes back to the built-in text."""

from datetime import datetime

from django.db import transaction

from lesaanbod.domain.mailtekst import MailtekstOngeldig, Woorden, check_woorden
from lesaanbod.emails.briefsoorten import find_briefsoort
from lesaanbod.emails.brieven import Brief, build_values, render_woorden
from lesaanbod.emails.ingebouwd import get_ingebouwd, get_schat
from lesaanbod.models import Gebruiker, Mailtekst
from lesaanbod.selectors.mailteksten import find_woorden

from .gebeurtenissen import noteer

ONDERWERP_SOORT = "mailtekst"


def bewaar_mailtekst(
    *, brief: str, woorden: Woorden, nu: datetime, door: Gebruiker | None
) -> Mailtekst | None:
    """Store a new version of the wording of ``brief``; None when it says what the letter says now.

    Raises ``MailtekstOngeldig`` for a letter that no app declares and a wording that it refuses.
    """
    soort = find_briefsoort(brief)
    if soort is None:
        raise MailtekstOngeldig(f"No app declares the letter {brief}.")
    check_woorden(woorden, get_schat(soort))
    ingebouwd = get_ingebouwd(brief)
    if woorden == ingebouwd:
        return herstel_mailtekst(brief=brief, nu=nu, door=door)
    if woorden == find_woorden(brief):
        return None
    return _bewaar(brief, woorden, "mailtekst gewijzigd", nu, door)


def herstel_mailtekst(*, brief: str, nu: datetime, door: Gebruiker | None) -> Mailtekst | None:
    """Let ``brief`` use its built-in text again; None when it does already."""
    if find_woorden(brief) is None:
        return None
    leeg = Woorden(onderwerp="", kop="", inhoud="")
    return _bewaar(brief, leeg, "terug naar de ingebouwde mailtekst", nu, door)


def _bewaar(
    brief: str, woorden: Woorden, wat: str, nu: datetime, door: Gebruiker | None
) -> Mailtekst:
    """Store a version and note who did it."""
    with transaction.atomic():
        versie = Mailtekst.objects.create(
            brief=brief,
            onderwerp=woorden.onderwerp,
            kop=woorden.kop,
            inhoud=woorden.inhoud,
            gemaakt_op=nu,
        )
        noteer(onderwerp_soort=ONDERWERP_SOORT, onderwerp_id=brief, wat=wat, door=door, nu=nu)
    return versie


def build_voorbeeldbrief(*, brief: str, woorden: Woorden) -> Brief:
    """Return the letter in this wording with its invented example, as it would arrive.

    Raises ``MailtekstOngeldig`` or ``BriefOngeldig`` for a wording that makes no letter.
    """
    soort = find_briefsoort(brief)
    if soort is None:
        raise MailtekstOngeldig(f"No app declares the letter {brief}.")
    voorbeeld = dict(soort.voorbeeld)
    values = build_values(
        aan=str(voorbeeld.pop("aan", "")),
        aan_naam=str(voorbeeld.pop("aan_naam", "")),
        link=str(voorbeeld.pop("link", "")),
        context=voorbeeld,
    )
    return render_woorden(brief, woorden, values)
