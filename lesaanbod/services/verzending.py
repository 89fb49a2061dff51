"""The worker's half of the outbox: claim what is due, send it, write down what came of it.

A mail leaves at least once. It can leave twice only when a worker dies between the server's yes and
our mark, and then with the same Message-ID, UID and SEQUENCE, so that a diary shows it once.

A worker takes a handful of mails at a time. Each is begun by itself, in the transaction that marks
the one before: so a mail costs one commit, and one that kills its worker counts for itself only.
"""

import logging
import secrets
import time
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Self

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F

from lesaanbod.emails import build_message
from lesaanbod.models import Bericht
from lesaanbod.models.berichten import BerichtQuerySet, BerichtStatus

from . import links
from .mailtempo import neem_ruimte

logger = logging.getLogger(__name__)

# How long a worker may be busy with one mail before another worker takes it over.
LEASE = timedelta(seconds=60)
# How many mails a worker takes at once; the more, the longer those of a dead worker wait.
GREEP = 20
POGINGEN = 8
EERSTE_WACHTTIJD, GROEI, LANGSTE_WACHTTIJD = timedelta(minutes=1), 4, timedelta(days=1)
SPREIDING = 0.25
GEWEIGERD = 500  # RFC 5321, 4.2.1: from here on a refusal is permanent


def bepaal_wachttijd(message_id: str, poging: int) -> timedelta:
    """Return the pause after failure number ``poging`` (from 1): a minute, then ever longer.

    A quarter more or less, by the mail itself: what failed together does not come back together.
    """
    pauze = min(EERSTE_WACHTTIJD * int(GROEI ** (poging - 1)), LANGSTE_WACHTTIJD)
    worp = int.from_bytes(sha256(f"{message_id} {poging}".encode()).digest()[:4]) / 2**32
    factor: float = 1 - SPREIDING + 2 * SPREIDING * worp
    return pauze * factor


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


def verstuur_klaarstaande(*, nu: datetime, hoogstens: int = 300) -> int:
    """Send what is due at ``nu``, oldest first, at most ``hoogstens`` mails; returns how many left.

    Without a mail server nothing is claimed and no attempt is counted: the mails wait. Must not be
    called inside a transaction, because a claim has to be visible to other workers at once.
    """
    if not Bericht.objects.klaar(nu).exists():
        return 0
    with Verbinding() as verbinding:
        loop = Loop(nu, verbinding)
        while loop.gedaan < hoogstens and verbinding.open():
            greep = claim(nu=nu, tot=loop.tot, hoogstens=min(GREEP, hoogstens - loop.gedaan))
            if greep is None:
                break
            loop.verstuur(greep)
        return loop.verzonden


def claim(*, nu: datetime, tot: datetime, hoogstens: int) -> list[Bericht] | None:
    """Take the first mails that are due, until ``tot``; None when there are none.

    Fewer, or an empty list, when the domain of a receiver had its share for this minute: those
    wait for the next. On PostgreSQL workers skip each other's locked rows; on SQLite IMMEDIATE
    lets one in at a time.
    """
    with transaction.atomic(durable=True):
        klaar = Bericht.objects.klaar(nu).select_for_update(skip_locked=True).order_by("pk")
        if not (gevonden := list(klaar[:hoogstens])):
            return None
        greep = neem_ruimte(gevonden, nu=nu)
        ids = [bericht.pk for bericht in greep]
        Bericht.objects.filter(pk__in=ids).update(
            status=BerichtStatus.BEZIG.value, geclaimd_tot=tot
        )
    for bericht in greep:
        bericht.status, bericht.geclaimd_tot = BerichtStatus.BEZIG.value, tot
    return greep


class Loop:
    """One run of a worker over the outbox: what it has in hand, and what came of it."""

    def __init__(self, nu: datetime, verbinding: "Verbinding") -> None:
        self.nu, self.verbinding = nu, verbinding
        self.start = time.monotonic()
        self.gedaan = self.verzonden = 0
        self.aangenomen: Bericht | None = None

    @property
    def tot(self) -> datetime:
        """Until when a claim holds that is made now."""
        return self.nu + timedelta(seconds=time.monotonic() - self.start) + LEASE

    def verstuur(self, greep: list[Bericht]) -> None:
        """Send a handful; what cannot be begun any more is given back."""
        for plaats, bericht in enumerate(greep):
            if not self.verbinding.open():
                self.rond_af()
                geef_terug(greep[plaats:])
                return
            if self.begin(bericht):
                self.gedaan += 1
                self.probeer(bericht)
        # Before the next handful: a later mail of the same UID waits for the mark.
        self.rond_af()

    def begin(self, bericht: Bericht) -> bool:
        """Count the attempt, and mark the mail before it, in one transaction.

        False for a mail that another worker took over, and for one that kills every worker.
        """
        tot = self.tot
        with transaction.atomic(durable=True):
            self.rond_af()
            begonnen = own_claim(bericht).update(pogingen=F("pogingen") + 1, geclaimd_tot=tot)
        if not begonnen:
            return False
        bericht.pogingen += 1
        bericht.geclaimd_tot = tot
        if bericht.pogingen > POGINGEN:
            # Only a worker that dies over this very mail gets here.
            mark_mislukt(bericht, "De werker stopte steeds tijdens het versturen.")
            return False
        return True

    def probeer(self, bericht: Bericht) -> None:
        """Send one mail; no mail can stop the next one."""
        try:
            self.verbinding.send(bericht)
        except Exception as error:  # noqa: BLE001
            self.verbinding.close()
            mark_fout(bericht, error, self.nu)
        else:
            self.aangenomen = bericht
            self.verzonden += 1

    def rond_af(self) -> None:
        """Write down that the server has the last mail; true also when our lease ran out."""
        if self.aangenomen is not None:
            Bericht.objects.filter(pk=self.aangenomen.pk).update(
                status=BerichtStatus.VERZONDEN.value,
                verzonden_op=self.nu,
                geclaimd_tot=None,
                fout="",
            )
            self.aangenomen = None


def geef_terug(greep: list[Bericht]) -> None:
    """Put back in the queue, as they were, the mails that were taken and not begun."""
    for bericht in greep:
        own_claim(bericht).update(status=BerichtStatus.WACHTEND.value, geclaimd_tot=None)


def mark_fout(bericht: Bericht, error: Exception, nu: datetime) -> None:
    """Back in the queue after a pause, or mislukt when that makes no sense any more."""
    fout = describe_fout(error)
    logger.warning("Bericht %s, attempt %s: %s", bericht.pk, bericht.pogingen, fout)
    if bericht.pogingen >= POGINGEN or is_permanent(error):
        mark_mislukt(bericht, fout)
        return
    own_claim(bericht).update(
        status=BerichtStatus.WACHTEND.value,
        volgende_poging=nu + bepaal_wachttijd(bericht.message_id, bericht.pogingen),
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
