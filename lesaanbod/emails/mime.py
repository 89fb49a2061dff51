"""From a stored Bericht to the message on the wire (icalendar.md, M1 to M11)."""

from email import charset, encoders
from email.headerregistry import Address
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.utils import format_datetime
from hashlib import sha256
from typing import Any, cast

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.html import escape
from django.utils.timezone import localtime

from lesaanbod.domain.retouradres import build_retouradres
from lesaanbod.models import Bericht

# Quoted-printable keeps every part 7 bit: no server on the way has a reason to rewrite it.
QUOTED_PRINTABLE = charset.Charset("utf-8")
QUOTED_PRINTABLE.body_encoding = charset.QP

ICS_NAAM = "uitnodiging.ics"


class AgendaMail(EmailMultiAlternatives):
    """A mail that may carry an invitation as the last alternative and as an attachment.

    Django's own ``attach_alternative`` would encode the calendar as 8bit text (M4) and could not
    keep its CRLF; therefore that part is made here from the stored bytes.
    """

    ics: bytes = b""
    methode: str = ""

    def attach_agenda(self, ics: bytes, methode: str) -> None:
        """Carry these bytes twice: text/calendar for the diary, application/ics for the hand."""
        self.ics, self.methode = ics, methode
        self.attach(ICS_NAAM, ics, "application/ics")

    def message(self, *args: Any, **kwargs: Any) -> Any:
        """Return Django's message with the calendar part last in multipart/alternative (M1)."""
        message = super().message(*args, **kwargs)
        if self.ics:
            alternative = next(
                part
                for part in message.walk()
                if part.get_content_type() == "multipart/alternative"
            )
            cast("MIMEMultipart", alternative).attach(build_agendadeel(self.ics, self.methode))
        zet_grenzen(message)
        return message


def zet_grenzen(message: Message) -> None:
    """Let the boundaries between parts follow from the Message-ID: a second try is the same bytes.

    ``=_`` is in no part: all are quoted-printable or base64 (RFC 2045, 6.7 and 6.8).
    """
    naam = sha256(message["Message-ID"].encode()).hexdigest()[:32]
    meerdelig = [deel for deel in message.walk() if deel.is_multipart()]
    for nummer, deel in enumerate(meerdelig):
        deel.set_boundary(f"=_{nummer}_{naam}")


def build_agendadeel(ics: bytes, methode: str) -> MIMEBase:
    """Return the text/calendar part: METHOD (M2), UTF-8 (M3), base64 (M4), no disposition (M5)."""
    part = MIMEBase("text", "calendar", method=methode, charset="UTF-8")
    part.set_payload(ics)
    encoders.encode_base64(part)
    return part


def build_message(bericht: Bericht, link: tuple[str, str] | None = None) -> AgendaMail:
    """Return the mail of ``bericht``, to its one receiver.

    ``link`` is the placeholder in the stored texts and the address that takes its place. The Date
    and Message-ID are those of the row, so that a second try is the same message (RFC 5322, 3.6).
    The envelope has an address of its own (``RETOURADRES``), which no header shows.
    """
    headers = {
        "From": format_adres(settings.AFZENDER_NAAM, settings.AFZENDER),
        "Date": format_datetime(localtime(bericht.aangemaakt_op)),
        "Message-ID": bericht.message_id,
    }
    if not bericht.ics:
        # RFC 3834: no holiday answers. Left out on invitations: those do want an answer.
        headers["Auto-Submitted"] = "auto-generated"
    tekst, html = fill_link(bericht, link)
    mail = AgendaMail(
        subject=bericht.onderwerp,
        body=tekst,
        from_email=build_retouradres(settings.RETOURADRES, bericht.message_id) or settings.AFZENDER,
        to=[format_adres(bericht.aan_naam, bericht.aan)],
        headers=headers,
    )
    mail.encoding = QUOTED_PRINTABLE
    mail.attach_alternative(html, "text/html")
    if bericht.ics:
        mail.attach_agenda(bytes(bericht.ics), bericht.methode)
    return mail


def fill_link(bericht: Bericht, link: tuple[str, str] | None) -> tuple[str, str]:
    """Return text and html with the personal link in the place of its placeholder."""
    if link is None:
        return bericht.tekst, bericht.html
    placeholder, url = link
    return bericht.tekst.replace(placeholder, url), bericht.html.replace(placeholder, escape(url))


def format_adres(naam: str, adres: str) -> str:
    """Return ``naam <adres>`` with the name quoted where needed (commas, quotes).

    Not ``formataddr``: that encodes a long Dutch name as one word over the limit of RFC 2047;
    Django folds the plain form well. Raises ``ValueError`` for line breaks and a broken address.
    """
    return str(Address(display_name=naam, addr_spec=adres))
