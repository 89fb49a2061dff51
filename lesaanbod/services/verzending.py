"""The worker's half of the outbox: claim what is due, send it, write down what came of it.

A mail leaves at least once. It can leave twice only when a worker dies between the server's yes and
our mark, and then with the same Message-ID, UID and SEQUENCE, so that a diary shows it once.
"""

import logging
import secrets
import time
from contextlib import suppress
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Self

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from lesaanbod.emails import build_message
from lesaanbod.models import Bericht
from lesaanbod.models.berichten import BerichtQuerySet, BerichtStatus

from . import links

logger = logging.getLogger(__name__)

# How long a worker may be busy with one mail before another worker takes it over.
LEASE = timedelta(minutes=2)
# The pauses after a first, second, … failure; after the last one the mail is mislukt.
WACHTTIJDEN = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
GEWEIGERD = 500  # RFC 5321, 4.2.1: from here on a refusal is permanent


def build_message_id() -> str:
    """Return a new Message-ID in our own domain (RFC 5322, 3.6.4); it says nothing else."""
    return f"<{secrets.token_urlsafe(16)}@{settings.UID_DOMEIN}>"


def build_placeholder(sleutel: str) -> str:
    """Return what stands in a stored text where the personal link comes.

    Part of the random id makes it one that no visitor can type into a form.
    """
    return f"[persoonlijke link {sleutel[:8]}]"


def build_link(bericht: Bericht) -> tuple[str, str] | None:
    """Return the placeholder and the address of the personal link, or None without one."""
    if not bericht.link_sleutel:
        return None
    token = links.sign(doel=bericht.link_doel, sleutel=bericht.link_sleutel)
    url = settings.SITE_URL + bericht.link_pad.replace("{token}", token)
    return build_placeholder(bericht.link_sleutel), url


def verstuur_klaarstaande(*, nu: datetime, hoogstens: int = 100) -> int:
    """Send what is due at ``nu``, oldest first, at most ``hoogstens`` mails; returns how many left.

    Without a mail server nothing is claimed and no attempt is counted: the mails wait. Must not be
    called inside a transaction, because a claim has to be visible to other workers at once.
    """
    if not Bericht.objects.klaar(nu).exists():
        return 0
    with Verbinding() as verbinding:
        start, verzonden = time.monotonic(), 0
        for _ in range(hoogstens):
            if not verbinding.open():
                break
            elapsed = timedelta(seconds=time.monotonic() - start)
            bericht = claim(nu=nu, tot=nu + elapsed + LEASE)
            if bericht is None:
                break
            verzonden += verstuur(bericht, verbinding, nu)
        return verzonden


def claim(*, nu: datetime, tot: datetime) -> Bericht | None:
    """Take the first mail that is due, until ``tot``; None when there is none.

    On PostgreSQL workers skip each other's locked rows; on SQLite IMMEDIATE lets one in at a time.
    """
    with transaction.atomic(durable=True):
        bericht = (
            Bericht.objects.klaar(nu).select_for_update(skip_locked=True).order_by("pk").first()
        )
        if bericht is not None:
            bericht.status = BerichtStatus.BEZIG.value
            bericht.pogingen += 1
            bericht.geclaimd_tot = tot
            bericht.save(update_fields=["status", "pogingen", "geclaimd_tot"])
    return bericht


def verstuur(bericht: Bericht, verbinding: "Verbinding", nu: datetime) -> bool:
    """Send a claimed mail and mark it; returns whether it left. No mail can stop the next one."""
    if bericht.pogingen > len(WACHTTIJDEN) + 1:
        # Only a worker that dies over this very mail gets here.
        mark_mislukt(bericht, "De werker stopte steeds tijdens het versturen.")
        return False
    try:
        verbinding.send(bericht)
    except Exception as error:  # noqa: BLE001
        verbinding.close()
        mark_fout(bericht, error, nu)
        return False
    mark_verzonden(bericht, nu)
    return True


def mark_verzonden(bericht: Bericht, nu: datetime) -> None:
    """Write down that the server has it; true also when our lease ran out meanwhile."""
    Bericht.objects.filter(pk=bericht.pk).update(
        status=BerichtStatus.VERZONDEN.value, verzonden_op=nu, geclaimd_tot=None, fout=""
    )


def mark_fout(bericht: Bericht, error: Exception, nu: datetime) -> None:
    """Back in the queue after a pause, or mislukt when that makes no sense any more."""
    fout = describe_fout(error)
    logger.warning("Bericht %s, attempt %s: %s", bericht.pk, bericht.pogingen, fout)
    if bericht.pogingen > len(WACHTTIJDEN) or is_permanent(error):
        mark_mislukt(bericht, fout)
        return
    own_claim(bericht).update(
        status=BerichtStatus.WACHTEND.value,
        volgende_poging=nu + WACHTTIJDEN[bericht.pogingen - 1],
        geclaimd_tot=None,
        fout=fout,
    )


def mark_mislukt(bericht: Bericht, fout: str) -> None:
    """No more attempts by itself; the desk shows it and later mails of this UID wait."""
    own_claim(bericht).update(status=BerichtStatus.MISLUKT.value, geclaimd_tot=None, fout=fout)


def own_claim(bericht: Bericht) -> BerichtQuerySet:
    """Return the row as long as it is ours: another worker's claim has a later lease."""
    return Bericht.objects.filter(
        pk=bericht.pk, status=BerichtStatus.BEZIG.value, geclaimd_tot=bericht.geclaimd_tot
    )


def get_codes(error: Exception) -> list[int]:
    """Return the SMTP reply codes in ``error``."""
    if isinstance(error, SMTPRecipientsRefused):
        return [code for code, _ in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, SMTPResponseException) else []


def is_permanent(error: Exception) -> bool:
    """Return whether the receiver's own server refused the address for good."""
    codes = get_codes(error)
    return isinstance(error, SMTPRecipientsRefused) and min(codes, default=0) >= GEWEIGERD


def describe_fout(error: Exception) -> str:
    """Return a sentence for the desk; never the server's words, which may hold an address."""
    codes = " ".join(str(code) for code in get_codes(error))
    technisch = f"{type(error).__name__} {codes}".strip()
    if isinstance(error, SMTPRecipientsRefused):
        return f"De mailserver weigert het adres van de ontvanger ({technisch})."
    if isinstance(error, OSError | SMTPException):
        return f"De mailserver nam de mail niet aan ({technisch})."
    return f"De mail kon niet worden opgebouwd ({technisch})."


class NietAangenomen(SMTPException):
    """The backend said that it took no mail."""


class Verbinding:
    """One connection to the mail server for a whole run, opened again after a failure."""

    def __init__(self) -> None:
        self.backend: BaseEmailBackend = get_connection()
        self.is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> bool:
        """Return whether there is a mail server to talk to."""
        if not self.is_open:
            try:
                self.backend.open()
            except OSError as error:  # SMTPException is one
                logger.warning("No mail server: %s", type(error).__name__)
                return False
            self.is_open = True
        return True

    def send(self, bericht: Bericht) -> None:
        """Hand the mail to the server; raises whatever went wrong."""
        if not self.backend.send_messages([build_message(bericht, build_link(bericht))]):
            raise NietAangenomen

    def close(self) -> None:
        """Hang up; a server that is gone already is fine."""
        self.is_open = False
        with suppress(OSError):
            self.backend.close()
