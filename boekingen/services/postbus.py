"""Reading the mailbox of the programme over IMAP (RFC 3501), a minute apart.

Nothing is changed in the mailbox: no mail is deleted, moved or marked as read, so that people can
use it beside us. How far we read stands in the row Postbus, by UIDVALIDITY and UID; when the
mailbox is numbered anew everything of the last month is looked at again, and the hashes of the
mails keep them from counting twice. The standard library is enough: a poll needs five commands.
"""

import imaplib
import logging
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit

from django.conf import settings

from boekingen.domain.binnenpost import MAX_BYTES
from boekingen.models import Postbus
from boekingen.services.post import bewaar_post

logger = logging.getLogger(__name__)

ELKE = timedelta(minutes=1)
NA_EEN_FOUT = timedelta(minutes=5)
TERUG = timedelta(days=30)
WACHTTIJD = 20
IMAP_POORT, IMAPS_POORT = 143, 993
TEGELIJK = 100
"""How many mails one visit brings; the next one follows at once."""
_GETAL = re.compile(rb"\d+")
MAANDEN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class PostbusOnbereikbaar(Exception):
    """The mail server does not answer, or answers no."""


def lees_postbus(nu: datetime) -> int:
    """Fetch what is new in the mailbox; returns how many mails were new to us.

    Does nothing without ``IMAP_URL``, or while another worker has the mailbox. A server that is
    away is tried again later, and stands in the log and in the row.
    """
    if not settings.IMAP_URL:
        return 0
    postbus = claim(nu)
    if postbus is None:
        return 0
    try:
        aantal, is_meer = haal(postbus, nu=nu)
    except (PostbusOnbereikbaar, imaplib.IMAP4.error, OSError) as error:
        logger.warning("No mailbox: %s", type(error).__name__)
        postbus.fout, postbus.volgende_keer = type(error).__name__, nu + NA_EEN_FOUT
        postbus.save()
        return 0
    postbus.fout, postbus.gelezen_op = "", nu
    postbus.volgende_keer = nu if is_meer else nu + ELKE
    postbus.save()
    return aantal


def claim(nu: datetime) -> Postbus | None:
    """Take the mailbox for a minute, if it is due and nobody else was first."""
    adres = urlsplit(settings.IMAP_URL)
    naam = f"{unquote(adres.username or '')}@{adres.hostname}{adres.path}"[:300]
    Postbus.objects.get_or_create(naam=naam, defaults={"volgende_keer": nu})
    vrij = Postbus.objects.filter(naam=naam, volgende_keer__lte=nu)
    return Postbus.objects.get(naam=naam) if vrij.update(volgende_keer=nu + ELKE) else None


def haal(postbus: Postbus, *, nu: datetime) -> tuple[int, bool]:
    """Store what is new; returns how many were new to us, and whether there is more."""
    with verbind() as imap:
        map_ = unquote(urlsplit(settings.IMAP_URL).path.strip("/")) or "INBOX"
        vraag(imap.select(f'"{map_}"', readonly=True))
        uidvalidity = get_getal(imap.response("UIDVALIDITY")[1])
        if uidvalidity != postbus.uidvalidity:
            postbus.uidvalidity, postbus.laatste_uid = uidvalidity, 0
        uids = list_nieuwe_uids(imap, postbus, nu=nu)
        aantal = 0
        for uid in uids[:TEGELIJK]:
            inhoud = get_inhoud(imap, uid)
            if inhoud is not None:
                aantal += bewaar_post(inhoud=inhoud, nu=nu) is not None
            # After every mail: who dies here reads on from the next one.
            postbus.laatste_uid = uid
            Postbus.objects.filter(pk=postbus.pk).update(uidvalidity=uidvalidity, laatste_uid=uid)
        return aantal, len(uids) > TEGELIJK


def list_nieuwe_uids(imap: imaplib.IMAP4, postbus: Postbus, *, nu: datetime) -> list[int]:
    """Return the numbers of the mails we have not seen, oldest first."""
    if postbus.laatste_uid:
        zoek = f"UID {postbus.laatste_uid + 1}:*"
    else:
        vanaf = nu - TERUG
        zoek = f"SINCE {vanaf.day}-{MAANDEN[vanaf.month - 1]}-{vanaf.year}"
    gevonden = vraag(imap.uid("SEARCH", zoek))
    uids = sorted({int(getal) for regel in gevonden for getal in _GETAL.findall(regel or b"")})
    # «n:*» names the last mail also when its number is below n.
    return [uid for uid in uids if uid > postbus.laatste_uid]


def get_inhoud(imap: imaplib.IMAP4, uid: int) -> bytes | None:
    """Return the bytes of a mail, of a big one its beginning; None when it is gone.

    With PEEK, so that it stays unread for who reads the mailbox as well.
    """
    antwoord = vraag(imap.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{MAX_BYTES + 1}>)"))
    return next((deel[1] for deel in antwoord if isinstance(deel, tuple)), None)


def vraag(antwoord: tuple[str, list]) -> list:  # type: ignore[type-arg]
    """Return what the server answered. Raises ``PostbusOnbereikbaar`` when that is no."""
    soort, inhoud = antwoord
    if soort != "OK":
        raise PostbusOnbereikbaar(soort)
    return inhoud


def get_getal(antwoord: list) -> int:  # type: ignore[type-arg]
    """Return the number in an answer; 0 where there is none."""
    match = _GETAL.search(antwoord[0] or b"") if antwoord else None
    return int(match[0]) if match else 0


@contextmanager
def verbind() -> Iterator[imaplib.IMAP4]:
    """Log in at the mailbox of the settings, and out again."""
    adres = urlsplit(settings.IMAP_URL)
    host, tls = adres.hostname or "", ssl.create_default_context()
    if adres.scheme == "imaps":
        imap: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            host, adres.port or IMAPS_POORT, ssl_context=tls, timeout=WACHTTIJD
        )
    else:
        imap = imaplib.IMAP4(host, adres.port or IMAP_POORT, timeout=WACHTTIJD)
    try:
        if adres.scheme == "imap+tls":
            imap.starttls(tls)
        vraag(imap.login(unquote(adres.username or ""), unquote(adres.password or "")))
        yield imap
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            imap.logout()
        with suppress(OSError):
            imap.shutdown()
