"""Answers as diary programs mail them, made by us after what they write; and the parts to bend."""

import base64
import quopri
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

SERVER = "mx.lesaanbod.example"
ORGANISATOR = "lesaanbod@kapotsterk.example"
WINDOWS_ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What is answered, by whom, and what proves it."""

    uid: str = "les-AAAAAAAAAAAAAAAAAAAAAA-s@kapotsterk.example"
    adres: str = "robin@politie.example"
    van: str = ""
    organisator: str = ORGANISATOR
    partstat: str = "ACCEPTED"
    methode: str = "REPLY"
    sequence: str = "SEQUENCE:0"
    dtstamp: datetime = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
    begin: datetime = datetime(2027, 2, 2, 8, 0, tzinfo=UTC)
    extra: str = ""
    koppen: str = ""
    uitslag: str | None = None

    def met(self, **anders) -> "Vraag":
        return replace(self, **anders)

    @property
    def afzender(self) -> str:
        return self.van or self.adres

    @property
    def stempel(self) -> str:
        return f"{self.dtstamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"

    @property
    def begin_utc(self) -> str:
        return f"{self.begin.astimezone(UTC):%Y%m%dT%H%M%SZ}"

    @property
    def begin_hier(self) -> str:
        """The clock of Utrecht in winter."""
        return f"{self.begin.astimezone(timezone(timedelta(hours=1))):%Y%m%dT%H%M%S}"

    @property
    def kop(self) -> str:
        """The headers of every mail; the verdict of our own server on top."""
        domein = self.afzender.rpartition("@")[2]
        uitslag = self.uitslag
        if uitslag is None:
            uitslag = f"{SERVER}; dmarc=pass (p=reject dis=none) header.from={domein}"
        boven = f"Authentication-Results: {uitslag}\n" if uitslag else ""
        return (
            f"{boven}{self.koppen}Received: from mail.{domein} by {SERVER}\n"
            f"From: Robin de Vries <{self.afzender}>\nTo: <{ORGANISATOR}>\n"
            f"Subject: Geaccepteerd: Snel geld\nDate: Mon, 11 Jan 2027 10:00:00 +0100\n"
            f"Message-ID: <{self.stempel}.{self.partstat}@{domein}>\nMIME-Version: 1.0\n"
        )


def ical(*regels: str) -> bytes:
    """Return lines as a calendar program writes them; empty ones are left out."""
    heel = "\n".join(regels)
    return "".join(f"{regel}\r\n" for regel in heel.split("\n") if regel).encode()


def agenda(vraag: Vraag, *regels: str, voor: str = "", prodid: str = "-//x//NL") -> bytes:
    """Return one answer with these lines in its event."""
    return ical(
        "BEGIN:VCALENDAR", f"PRODID:{prodid}", "VERSION:2.0", "CALSCALE:GREGORIAN",
        f"METHOD:{vraag.methode}", voor, "BEGIN:VEVENT", *regels, vraag.extra, "END:VEVENT",
        "END:VCALENDAR",
    )  # fmt: skip


def kaal(vraag: Vraag) -> bytes:
    """Return the smallest answer that RFC 5546 allows."""
    return agenda(
        vraag,
        f"UID:{vraag.uid}",
        vraag.sequence,
        f"DTSTAMP:{vraag.stempel}",
        f"DTSTART:{vraag.begin_utc}",
        f"ORGANIZER:mailto:{vraag.organisator}" if vraag.organisator else "",
        f"ATTENDEE;PARTSTAT={vraag.partstat}:mailto:{vraag.adres}",
    )


def mail(vraag: Vraag, ics: bytes | None = None, *, soort: str = "") -> bytes:
    """Return a mail whose body is the answer itself."""
    soort = soort or f"text/calendar; method={vraag.methode}; charset=UTF-8"
    inhoud = base64.encodebytes(kaal(vraag) if ics is None else ics).decode()
    return crlf(f"{vraag.kop}Content-Type: {soort}\nContent-Transfer-Encoding: base64\n\n{inhoud}")


def crlf(tekst: str) -> bytes:
    return tekst.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def delen(vraag: Vraag, soort: str, *stukken: str) -> bytes:
    """Return a multipart mail of these parts, each with its headers."""
    grens = "----=_grens_1"
    lijf = "".join(f"--{grens}\n{stuk}\n" for stuk in stukken)
    return crlf(
        f'{vraag.kop}Content-Type: multipart/{soort}; boundary="{grens}"\n\n{lijf}--{grens}--\n'
    )


def tekstdeel(tekst: str = "Robin heeft ja gezegd.") -> str:
    return f'Content-Type: text/plain; charset="UTF-8"\n\n{tekst}\n'


def base64deel(ics: bytes, soort: str) -> str:
    inhoud = base64.encodebytes(ics).decode()
    return f"Content-Type: {soort}\nContent-Transfer-Encoding: base64\n\n{inhoud}"


def exchange(vraag: Vraag) -> bytes:
    """Exchange and Outlook.com: no ORGANIZER, a zone of Windows, MAILTO in capitals."""
    ics = agenda(
        vraag,
        f"ATTENDEE;PARTSTAT={vraag.partstat};CN=Robin de Vries:MAILTO:{vraag.adres}",
        r"COMMENT;LANGUAGE=nl-NL:\n",
        f"UID:{vraag.uid}",
        "SUMMARY;LANGUAGE=nl-NL:Geaccepteerd: Snel geld",
        f"DTSTART;TZID=W. Europe Standard Time:{vraag.begin_hier}",
        "CLASS:PUBLIC", "PRIORITY:5", f"DTSTAMP:{vraag.stempel}", "TRANSP:OPAQUE",
        "STATUS:CONFIRMED", vraag.sequence, "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
        voor=WINDOWS_ZONE, prodid="Microsoft Exchange Server 2010",
    )  # fmt: skip
    html = 'Content-Type: text/html; charset="utf-8"\n\n<html><body></body></html>\n'
    kalender = base64deel(ics, f'text/calendar; charset="utf-8"; method={vraag.methode}')
    return delen(vraag, "alternative", tekstdeel(""), html, kalender)


def outlook(vraag: Vraag) -> bytes:
    """Outlook on a desk over SMTP: the calendar is the whole mail."""
    ics = agenda(
        vraag,
        f'ATTENDEE;PARTSTAT={vraag.partstat};CN="{vraag.adres}":mailto:{vraag.adres}',
        "CLASS:PUBLIC", f"CREATED:{vraag.stempel}", f"DTSTAMP:{vraag.stempel}",
        f"DTSTART:{vraag.begin_utc}", f"LAST-MODIFIED:{vraag.stempel}", "LOCATION:De Rietveste",
        f'ORGANIZER;CN="Kapot Sterk":mailto:{vraag.organisator}', "PRIORITY:5", vraag.sequence,
        "SUMMARY;LANGUAGE=nl:Geaccepteerd: Snel geld", "TRANSP:OPAQUE", f"UID:{vraag.uid}",
        "X-ALT-DESC;FMTTYPE=text/html:<html></html>", "X-MICROSOFT-CDO-INSTTYPE:0",
        prodid="-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
    )  # fmt: skip
    return mail(vraag, ics, soort=f'text/calendar; method={vraag.methode};\n\tcharset="utf-8"')


def gmail(vraag: Vraag) -> bytes:
    """Gmail: an alternative in a mixed, and the same bytes as an attachment."""
    ics = agenda(
        vraag,
        f"DTSTART:{vraag.begin_utc}", f"DTSTAMP:{vraag.stempel}",
        f"ORGANIZER;CN=Kapot Sterk:mailto:{vraag.organisator}", f"UID:{vraag.uid}",
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={vraag.partstat};CN=Robin",
        f"  de Vries;X-NUM-GUESTS=0:mailto:{vraag.adres}",
        f"CREATED:{vraag.stempel}", f"LAST-MODIFIED:{vraag.stempel}", vraag.sequence,
        "STATUS:CONFIRMED", "SUMMARY:Snel geld", "TRANSP:OPAQUE",
        prodid="-//Google Inc//Google Calendar 70.9054//EN",
    )  # fmt: skip
    binnen = "----=_grens_2"
    gewoon = f'Content-Type: text/calendar; charset="UTF-8"; method={vraag.methode}\n'
    alternatief = (
        f'Content-Type: multipart/alternative; boundary="{binnen}"\n\n'
        f"--{binnen}\n{tekstdeel()}\n--{binnen}\n"
        f"{gewoon}Content-Transfer-Encoding: 7bit\n\n{ics.decode()}\n--{binnen}--\n"
    )
    bijlage = base64deel(ics, 'application/ics; name="invite.ics"')
    return delen(vraag, "mixed", alternatief, bijlage)


def apple(vraag: Vraag) -> bytes:
    """Apple's Calendar: quoted-printable, and an EMAIL parameter."""
    ics = agenda(
        vraag,
        f"ATTENDEE;CN=Robin;CUTYPE=INDIVIDUAL;EMAIL={vraag.adres};PARTSTAT={vraag.partstat}"
        ":/aMTIzNDU2Nzg5MDEyMzQ1Nl/principal/",
        f"DTSTART;TZID=Europe/Amsterdam:{vraag.begin_hier}",
        f"ORGANIZER;CN=Kapot Sterk;EMAIL={vraag.organisator}:mailto:{vraag.organisator}",
        f"DTSTAMP:{vraag.stempel}", vraag.sequence, "SUMMARY:Snel geld", f"UID:{vraag.uid}",
        "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
        prodid="-//Apple Inc.//macOS 15.1//EN",
    )  # fmt: skip
    kalender = (
        f"Content-Type: text/calendar; method={vraag.methode}; charset=utf-8; name=iCal.ics\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{quopri.encodestring(ics).decode()}\n"
    )
    return delen(vraag, "alternative", tekstdeel(), kalender)


def thunderbird(vraag: Vraag) -> bytes:
    """Thunderbird: the same answer as an alternative and as application/ics."""
    ics = agenda(
        vraag,
        f"CREATED:{vraag.stempel}", f"LAST-MODIFIED:{vraag.stempel}", f"DTSTAMP:{vraag.stempel}",
        f"UID:{vraag.uid}", "SUMMARY:Snel geld", "STATUS:TENTATIVE",
        f"ORGANIZER;CN=Kapot Sterk;RSVP=TRUE:mailto:{vraag.organisator}",
        f"ATTENDEE;CN=Robin;PARTSTAT={vraag.partstat};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT"
        f":mailto:{vraag.adres}",
        f"DTSTART:{vraag.begin_utc}", vraag.sequence, "X-MOZ-RECEIVED-SEQUENCE:0",
        prodid="-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    )  # fmt: skip
    kalender = f"Content-Type: text/calendar; method={vraag.methode}; charset=UTF-8\n\n"
    return delen(
        vraag,
        "mixed",
        tekstdeel(),
        kalender + ics.decode(),
        base64deel(ics, 'application/ics; name="invite.ics"'),
    )


def nextcloud(vraag: Vraag) -> bytes:
    """Nextcloud: from an address of its own, the calendar only as an attachment."""
    domein = vraag.adres.rpartition("@")[2]
    ics = agenda(
        vraag,
        f"DTSTAMP:{vraag.stempel}", f"UID:{vraag.uid}", vraag.sequence,
        f"DTSTART;TZID=Europe/Amsterdam:{vraag.begin_hier}", "REQUEST-STATUS:2.0;Success",
        f"ORGANIZER;CN=Kapot Sterk:mailto:{vraag.organisator}",
        f"ATTENDEE;CN=Robin;PARTSTAT={vraag.partstat}:mailto:{vraag.adres}",
        prodid="-//Sabre//Sabre VObject 4.5.6//EN",
    )  # fmt: skip
    anders = vraag.met(van=vraag.van or f"invitations-noreply@cloud.{domein}")
    soort = f"text/calendar; method={vraag.methode}; charset=UTF-8; name=event.ics"
    bijlage = f"Content-Disposition: attachment; filename=event.ics\n{base64deel(ics, soort)}"
    return delen(anders, "mixed", tekstdeel(), bijlage)


PROGRAMMAS = {
    "outlook": outlook,
    "exchange": exchange,
    "gmail": gmail,
    "apple": apple,
    "thunderbird": thunderbird,
    "nextcloud": nextcloud,
}
