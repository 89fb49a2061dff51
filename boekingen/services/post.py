"""Mail that comes in: keep it, take it apart, and do what it brings about.

First the bytes are stored, then they are processed: a worker that dies in between loses nothing,
and the same mail twice is one row (SHA-256). Nothing that comes in is answered, but for the two
letters of ``antwoorden`` to the stored address. Afterwards the bytes are gone; the text stays only
where a coördinator has to read it.
"""

from __future__ import annotations

import hashlib
import logging
import re
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q

from boekingen.domain.afzender import Afzender, is_bewezen
from boekingen.domain.antwoord import AgendaAntwoord, GeenAntwoord, lees_antwoord
from boekingen.domain.antwoordbesluit import Besluit, Gevolg
from boekingen.domain.binnenpost import (
    MAX_BYTES,
    Binnenpost,
    PostGeweigerd,
    PostTeGroot,
    lees_kop,
    lees_post,
)
from boekingen.domain.status import BoekingStatus
from boekingen.domain.weigeringen import LesVoorbij, StapNietMogelijk
from boekingen.models import Antwoordadres, Boeking, Poststuk
from boekingen.services.antwoorden import STAPPEN, verwerk_agenda_antwoord
from lesaanbod.domain.retouradres import list_message_ids
from lesaanbod.selectors import find_bericht
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.naverzending import meld_teruggekomen

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

logger = logging.getLogger(__name__)

HOOGSTENS_POGINGEN = 3
TEGELIJK = 100
VOOR_MENSEN = frozenset({Gevolg.MENS, Gevolg.VOOR_BUREAU})
TE_GROOT = "Deze mail is te groot om hier te tonen. U vindt hem in de mailbox."
ONLEESBAAR = "Deze mail kon de site niet lezen. U vindt hem in de mailbox."
KENMERK = re.compile(r"\b[^\W\d_]{1,2} \d\d \d\d \d\d\b")
TEKST_BLIJFT = timedelta(days=90)
"""How long the words of a mail stay after it was dealt with, or came in."""
NIET_PERSOONLIJK = re.compile(r"no-?reply|do-?not-?reply|notification", re.IGNORECASE)


def verwerk_antwoord(*, inhoud: bytes, nu: datetime) -> Gevolg:
    """Store one mail and process it at once; returns what came of it."""
    poststuk = bewaar_post(inhoud=inhoud, nu=nu)
    if poststuk is None:
        return Gevolg.AL_VERWERKT
    return verwerk_poststuk(poststuk_id=poststuk.pk, nu=nu)


def bewaar_post(*, inhoud: bytes, nu: datetime) -> Poststuk | None:
    """Store the bytes of a mail, or return None when the very same bytes came in before.

    Of what is too big to process only its beginning is kept.
    """
    sha256 = hashlib.sha256(inhoud).hexdigest()
    try:
        with transaction.atomic():
            return Poststuk.objects.create(
                sha256=sha256, inhoud=inhoud[: MAX_BYTES + 1], ontvangen_op=nu
            )
    except IntegrityError:
        return None


def verwerk_post(nu: datetime) -> int:
    """Process the mails that wait; returns how many. For the worker."""
    wachtend = Poststuk.objects.filter(verwerkt_op__isnull=True).order_by("pk")
    ids = list(wachtend.values_list("pk", flat=True)[:TEGELIJK])
    for poststuk_id in ids:
        # One that breaks our code must not keep the others waiting; it was logged and counted.
        with suppress(Exception):
            verwerk_poststuk(poststuk_id=poststuk_id, nu=nu)
    return len(ids)


def verwerk_poststuk(*, poststuk_id: int, nu: datetime) -> Gevolg:
    """Process one stored mail; a second time changes nothing. Returns what came of it.

    A mail that breaks our own code is tried three times, and then shown to a coördinator.
    """
    poststuk = Poststuk.objects.get(pk=poststuk_id)
    if poststuk.verwerkt_op:
        return Gevolg(poststuk.gevolg)
    pogingen = poststuk.pogingen + 1
    Poststuk.objects.filter(pk=poststuk_id).update(pogingen=pogingen)
    try:
        # Outside the transaction: on SQLite that would keep every other writer waiting.
        post, bezwaar = lees(bytes(poststuk.inhoud or b""))
        antwoord = lees_agendadeel(post)
        with transaction.atomic():
            poststuk = Poststuk.objects.select_for_update().get(pk=poststuk_id)
            if poststuk.verwerkt_op:
                return Gevolg(poststuk.gevolg)
            besluit = bezwaar or behandel(poststuk, post, antwoord, nu=nu)
            sluit(poststuk, besluit, post, nu=nu)
    except Exception as error:
        logger.warning("Poststuk %s: %s", poststuk_id, type(error).__name__)
        if pogingen < HOOGSTENS_POGINGEN:
            raise
        besluit = Besluit(Gevolg.VOOR_BUREAU, ONLEESBAAR)
        sluit(Poststuk.objects.get(pk=poststuk_id), besluit, None, nu=nu)
    logger.info("Poststuk %s: %s", poststuk_id, besluit.gevolg)
    return besluit.gevolg


def lees(inhoud: bytes) -> tuple[Binnenpost | None, Besluit | None]:
    """Return the mail taken apart, and what must be done when it cannot be looked into."""
    try:
        return lees_post(inhoud), None
    except PostTeGroot:
        try:
            kop = lees_kop(inhoud)
            gevolg = Gevolg.AUTOMATISCH if kop.is_automatisch else Gevolg.MENS
            return kop, Besluit(gevolg, TE_GROOT)
        except PostGeweigerd:
            return None, Besluit(Gevolg.ONLEESBAAR)
    except PostGeweigerd as error:
        return None, Besluit(Gevolg.ONLEESBAAR, str(error))


def lees_agendadeel(post: Binnenpost | None) -> AgendaAntwoord | Besluit | None:
    """Return what a diary answers, or what must be done with what is no answer; None without."""
    if post is None or post.agenda is None:
        return None
    try:
        return lees_antwoord(post.agenda)
    except GeenAntwoord as error:
        return Besluit(Gevolg.ONLEESBAAR, str(error))


def behandel(
    poststuk: Poststuk,
    post: Binnenpost | None,
    antwoord: AgendaAntwoord | Besluit | None,
    *,
    nu: datetime,
) -> Besluit:
    """Do what one mail brings about, and return it; for ``verwerk_poststuk`` only.

    ``antwoord`` is what ``lees_agendadeel`` made of ``post``.
    """
    if post is None or post.van == settings.AFZENDER.lower():
        return Besluit(Gevolg.AUTOMATISCH)  # our own mail, come round
    afzender = Afzender(
        post.van,
        is_bewezen(adres=post.van, koppen=post.authenticatie, authserv_id=settings.AUTHSERV_ID),
    )
    poststuk.is_bewezen = afzender.is_bewezen
    if isinstance(antwoord, Besluit):
        return antwoord
    if antwoord is not None:
        return behandel_agenda(poststuk, post, antwoord, afzender, nu=nu)
    if post.is_andere_agenda:
        return Besluit(Gevolg.ANDER_BERICHT)
    if post.terugmelding:
        return behandel_terugmelding(poststuk, post, nu=nu)
    return behandel_brief(poststuk, post)


def behandel_brief(poststuk: Poststuk, post: Binnenpost) -> Besluit:
    """Keep what a person wrote for a person, with the lesson it is about."""
    if post.is_automatisch:
        return Besluit(Gevolg.AUTOMATISCH)
    if not (post.van or post.onderwerp):
        return Besluit(Gevolg.ONLEESBAAR)
    poststuk.boeking = find_boeking(post)
    return Besluit(Gevolg.MENS)


def behandel_agenda(
    poststuk: Poststuk,
    post: Binnenpost,
    antwoord: AgendaAntwoord,
    afzender: Afzender,
    *,
    nu: datetime,
) -> Besluit:
    """Do what an answer from a diary brings about."""
    besluit = verwerk_agenda_antwoord(
        antwoord=antwoord,
        afzender=afzender,
        poststuk=poststuk,
        mag_terug=not post.is_automatisch,
        nu=nu,
    )
    if besluit.gevolg is Gevolg.BEVESTIGING_GEVRAAGD:
        poststuk.agenda = post.agenda
    return besluit


def behandel_terugmelding(poststuk: Poststuk, post: Binnenpost, *, nu: datetime) -> Besluit:
    """Mark the address of a mail that came back; of a delay nothing is said."""
    assert post.terugmelding is not None  # noqa: S101  # behandel looked
    if not post.terugmelding.is_voorgoed:
        return Besluit(Gevolg.AUTOMATISCH)
    eigen = list_message_ids(
        bytes(poststuk.inhoud or b""),
        adres=settings.RETOURADRES,
        uid_domein=settings.UID_DOMEIN,
    )
    bericht = meld_teruggekomen(message_ids=eigen, status=post.terugmelding.status, nu=nu)
    return Besluit(Gevolg.TERUGGEKOMEN if bericht else Gevolg.AUTOMATISCH)


def find_boeking(post: Binnenpost) -> Boeking | None:
    """Return the lesson that a mail is about, where it answers a mail of ours or names one.

    A reference (kenmerk) may be of several lessons; then it is the next one that is not over.
    """
    bericht = find_bericht(post.verwijst_naar)
    if bericht and bericht.onderwerp_soort == "boeking":
        return Boeking.objects.filter(pk=bericht.onderwerp_id).first()
    kenmerken = set(KENMERK.findall(f"{post.onderwerp}\n{post.tekst}"[:4000]))
    over = Q(aanvraag__kenmerk__in=kenmerken)
    if bericht and bericht.onderwerp_soort == "aanvraag":
        over |= Q(aanvraag=bericht.onderwerp_id)
    open_ = Boeking.objects.exclude(status=BoekingStatus.GEANNULEERD.value).filter(over)
    return open_.order_by("begin", "nummer", "pk").first()


def sluit(poststuk: Poststuk, besluit: Besluit, post: Binnenpost | None, *, nu: datetime) -> None:
    """Write down what came of a mail, and let go of its bytes."""
    poststuk.gevolg, poststuk.uitleg = besluit.gevolg.value, besluit.uitleg[:300]
    poststuk.verwerkt_op, poststuk.inhoud = nu, None
    poststuk.voor_bureau = besluit.gevolg in VOOR_MENSEN
    if post and besluit.gevolg in VOOR_MENSEN | {Gevolg.BEVESTIGING_GEVRAAGD}:
        poststuk.van, poststuk.van_naam = post.van, post.van_naam
    if post and poststuk.voor_bureau:
        poststuk.onderwerp, poststuk.tekst = post.onderwerp, post.tekst
    poststuk.save()


def bevestig_antwoord(*, poststuk_id: int, nu: datetime) -> Besluit:
    """Let the owner of the stored address say that an answer from elsewhere was theirs.

    A second time changes nothing. The address it came from is believed from then on, if our mail
    server vouched for it and it is a person's. Raises ``StapNietMogelijk`` or ``LesVoorbij`` when
    the answer no longer counts.
    """
    # Before the transaction, like every mail; what is stored here only ever goes.
    agenda = Poststuk.objects.values_list("agenda", flat=True).get(pk=poststuk_id)
    antwoord = lees_antwoord(bytes(agenda)) if agenda else None
    with transaction.atomic():
        poststuk = Poststuk.objects.select_for_update().get(pk=poststuk_id)
        uitnodiging = poststuk.uitnodiging
        assert uitnodiging is not None  # noqa: S101  # a row with a key has one
        if poststuk.bevestigd_op:
            return Besluit(Gevolg(poststuk.gevolg))
        if uitnodiging.begin <= nu:
            raise LesVoorbij
        if antwoord is None:
            raise StapNietMogelijk
        besluit = verwerk_agenda_antwoord(
            antwoord=antwoord,
            afzender=Afzender(uitnodiging.adres.casefold(), is_bewezen=True),
            poststuk=poststuk,
            mag_terug=False,
            nu=nu,
        )
        if besluit.gevolg not in STAPPEN:
            raise StapNietMogelijk(besluit.uitleg)
        poststuk.gevolg, poststuk.bevestigd_op, poststuk.agenda = besluit.gevolg.value, nu, None
        poststuk.save()
        onthoud_adres(poststuk, nu=nu)
    return besluit


def onthoud_adres(poststuk: Poststuk, *, nu: datetime) -> None:
    """Believe this address for this person from now on."""
    uitnodiging = poststuk.uitnodiging
    is_persoon = not NIET_PERSOONLIJK.search(poststuk.van.partition("@")[0])
    if not (uitnodiging and uitnodiging.inzet and poststuk.is_bewezen and is_persoon):
        return
    if poststuk.van != uitnodiging.adres.casefold():
        gebruiker = uitnodiging.inzet.hoofdrolspeler.gebruiker
        Antwoordadres.objects.get_or_create(
            gebruiker=gebruiker, adres=poststuk.van, defaults={"bevestigd_op": nu}
        )


def vergeet_adressen(*, gebruiker_id: int) -> None:
    """Believe no other address any longer of somebody who leaves."""
    Antwoordadres.objects.filter(gebruiker=gebruiker_id).delete()


def handel_af(*, poststuk_id: int, nu: datetime, door: Gebruiker | None) -> Poststuk:
    """Take a mail off the list of the coördinator. A second time changes nothing."""
    with transaction.atomic():
        poststuk = Poststuk.objects.select_for_update().get(pk=poststuk_id)
        if poststuk.afgehandeld_op is None:
            poststuk.afgehandeld_op, poststuk.afgehandeld_door = nu, door
            poststuk.save(update_fields=["afgehandeld_op", "afgehandeld_door"])
            noteer(
                onderwerp_soort="poststuk",
                onderwerp_id=poststuk_id,
                wat="afgehandeld",
                door=door,
                nu=nu,
            )
    return poststuk


def ruim_post_op(nu: datetime) -> int:
    """Erase the words of mails that were dealt with long ago; returns of how many.

    An answer that nobody confirmed goes when its lesson has begun. The row stays: it keeps the
    same bytes from coming in again.
    """
    oud = Q(afgehandeld_op__lt=nu - TEKST_BLIJFT) | Q(
        voor_bureau=False, ontvangen_op__lt=nu - TEKST_BLIJFT
    )
    met_woorden = ~Q(van="", van_naam="", onderwerp="", tekst="")
    weg = Poststuk.objects.filter(oud & met_woorden, verwerkt_op__isnull=False).update(
        van="", van_naam="", onderwerp="", tekst=""
    )
    verlopen = Poststuk.objects.filter(agenda__isnull=False, uitnodiging__begin__lte=nu)
    return weg + verlopen.update(agenda=None)
