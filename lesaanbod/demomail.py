"""Reading back the mails that a demo site wrote to disk."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

NAAM = re.compile(r"[0-9TZ.]+-[0-9]+\.eml", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demomail:
    """One sent mail; ``naam`` is the name of its file."""

    naam: str
    aan: str
    onderwerp: str
    op: datetime
    methode: str
    tekst: str
    html: str
    inhoud: bytes


def list_mails() -> list[Demomail]:
    """Return all mails by their own date, the newest first."""
    folder = Path(settings.MAIL_MAP)
    mails = [read_mail(bestand) for bestand in sorted(folder.glob("*.eml"), reverse=True)]
    return sorted(mails, key=lambda mail: mail.op, reverse=True)


def get_mail(naam: str) -> Demomail | None:
    """Return the mail in the file ``naam``, or None for any other text."""
    bestand = Path(settings.MAIL_MAP) / naam
    return read_mail(bestand) if NAAM.fullmatch(naam) and bestand.is_file() else None


def read_mail(bestand: Path) -> Demomail:
    """Return what is in a file."""
    inhoud = bestand.read_bytes()
    message = message_from_bytes(inhoud, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101  # what this policy makes
    return Demomail(
        naam=bestand.name,
        aan=str(message["To"]),
        onderwerp=str(message["Subject"]),
        op=read_datum(message),
        methode=find_methode(message),
        tekst=get_tekst(message, "plain"),
        html=get_tekst(message, "html"),
        inhoud=inhoud,
    )


def read_datum(message: EmailMessage) -> datetime:
    """Return when the mail was made; «-0000» is UTC of an unknown place (RFC 5322, 3.3)."""
    op: datetime = message["Date"].datetime
    return op.replace(tzinfo=UTC) if op.tzinfo is None else op


def get_tekst(message: EmailMessage, soort: str) -> str:
    """Return the body of that kind, or nothing."""
    deel = message.get_body((soort,))
    return str(deel.get_content()) if deel else ""


def find_methode(message: EmailMessage) -> str:
    """Return what the mail does to a diary: REQUEST, CANCEL or nothing."""
    for deel in message.walk():
        if deel.get_content_type() == "text/calendar":
            return str(deel.get_param("method") or "")
    return ""
