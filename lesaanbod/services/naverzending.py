"""A mail once more, and what came back."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from lesaanbod.models import Bericht, Gebruiker
from lesaanbod.models.berichten import BerichtStatus

from .gebeurtenissen import noteer
from .verzending import build_message_id


def verstuur_nog_eens(*, bericht_id: int, nu: datetime, door: Gebruiker | None) -> Bericht:
    """Queue a mail once more with the very bytes that were kept, and return the row.

    Of a mail with a UID it is the newest of that UID: DTSTAMP and SEQUENCE stay, so a diary that
    has it already changes nothing. It gets a Message-ID of its own, because mail servers drop what
    they saw before. What still waits to leave is not queued twice; what failed is tried again.
    """
    with transaction.atomic():
        bericht = Bericht.objects.get(pk=bericht_id)
        zelfde = Bericht.objects.filter(uid=bericht.uid) if bericht.uid else Bericht.objects.none()
        bericht = zelfde.select_for_update().order_by("-pk").first() or bericht
        if bericht.status == BerichtStatus.MISLUKT:
            bericht.status, bericht.pogingen = BerichtStatus.WACHTEND.value, 0
            bericht.volgende_poging, bericht.geclaimd_tot = nu, None
            bericht.save()
        elif bericht.status == BerichtStatus.VERZONDEN:
            bericht = copy(bericht, nu=nu)
        noteer(
            onderwerp_soort="bericht",
            onderwerp_id=bericht.pk,
            wat="opnieuw verstuurd",
            door=door,
            nu=nu,
        )
    return bericht


def copy(bericht: Bericht, *, nu: datetime) -> Bericht:
    """Store the same mail as a new message that has yet to leave."""
    bericht.pk = None
    bericht._state.adding = True  # noqa: SLF001 - how Django says to copy a row
    bericht.message_id = build_message_id()
    bericht.status, bericht.pogingen = BerichtStatus.WACHTEND.value, 0
    bericht.volgende_poging = bericht.aangemaakt_op = nu
    bericht.geclaimd_tot = bericht.verzonden_op = bericht.teruggekomen_op = None
    bericht.fout = ""
    bericht.save()
    return bericht


def meld_teruggekomen(*, message_ids: Collection[str], status: str, nu: datetime) -> Bericht | None:
    """Write down that one of our mails could not be delivered, and mark its address.

    The Message-ID is random and stood in that mail only, so who brings it saw the mail. ``status``
    is the code of RFC 3463, or nothing. Returns the mail, or None when it is none of ours.
    """
    with transaction.atomic():
        berichten = Bericht.objects.filter(message_id__in=list(message_ids))
        bericht = berichten.select_for_update().order_by("-pk").first()
        if bericht is None or bericht.teruggekomen_op:
            return bericht
        bericht.teruggekomen_op = nu
        code = f" ({status})" if status else ""
        bericht.fout = f"De mailserver van de ontvanger stuurde de mail terug{code}."
        bericht.save(update_fields=["teruggekomen_op", "fout"])
        Gebruiker.objects.filter(email=bericht.aan.lower()).update(mail_teruggekomen_op=nu)
        noteer(
            onderwerp_soort="bericht",
            onderwerp_id=bericht.pk,
            wat="teruggekomen",
            door=None,
            nu=nu,
            waarom=status,
        )
    return bericht


def meld_levensteken(*, email: str) -> None:
    """Take the mark off an address from which an answer came."""
    Gebruiker.objects.filter(email=email.lower(), mail_teruggekomen_op__isnull=False).update(
        mail_teruggekomen_op=None
    )
