"""A good invitation and a good mail, written by hand, for the checker to be tried on."""

import base64

REQUEST = b"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Voorbeeld//Agenda//NL
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
UID:les-abc-s@lesaanbod.example
SEQUENCE:0
DTSTAMP:20270111T080000Z
CREATED:20270110T080000Z
LAST-MODIFIED:20270111T080000Z
DTSTART:20270309T080000Z
DTEND:20270309T090000Z
SUMMARY:Gastles: nee zeggen\\, hoe doe je dat?
DESCRIPTION:Groep 8A\\; 26 leerlingen.\\nNeem een pen mee \xe2\x80\x93 of twee.
LOCATION:De Klimroos\\, Voorbeeldlaan 1\\, Utrecht
STATUS:TENTATIVE
TRANSP:OPAQUE
ORGANIZER;CN="Lessen, Utrecht":mailto:lessen@lesaanbod.example
ATTENDEE;CN=Noa de Vries;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;
 ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:noa@politie.example
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")

CANCEL = (
    REQUEST.replace(b"METHOD:REQUEST", b"METHOD:CANCEL")
    .replace(b"STATUS:TENTATIVE", b"STATUS:CANCELLED")
    .replace(b"SEQUENCE:0", b"SEQUENCE:1")
    .replace(b"DTSTAMP:20270111T080000Z", b"DTSTAMP:20270111T080001Z")
)

MAIL = """\
From: "Lessen, Utrecht" <lessen@lesaanbod.example>
To: Noa de Vries <noa@politie.example>
Date: Mon, 11 Jan 2027 09:00:00 +0100
Message-ID: <{message_id}@lesaanbod.example>
Subject: Kunt u een les geven op 9 maart?
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="buiten"

--buiten
Content-Type: multipart/alternative; boundary="binnen"

--binnen
Content-Type: text/plain; charset="utf-8"

Dinsdag 9 maart 2027 om 9.00 uur
De Klimroos, Voorbeeldlaan 1, Utrecht
Antwoord op https://lesaanbod.example/uitnodiging/abc/

--binnen
Content-Type: text/html; charset="utf-8"

<p>Dinsdag 9 maart 2027 om 9.00 uur,
De Klimroos, Voorbeeldlaan&nbsp;1, Utrecht</p>
<a href="https://lesaanbod.example/uitnodiging/abc/">Antwoord</a>

--binnen
Content-Type: text/calendar; method={method}; charset="utf-8"
Content-Transfer-Encoding: base64

{calendar}
--binnen--
--buiten
Content-Type: application/ics; name="uitnodiging.ics"
Content-Disposition: attachment; filename="uitnodiging.ics"
Content-Transfer-Encoding: base64

{attachment}
--buiten--
"""


def build_mail(ics: bytes, *, message_id: str = "1", attachment: bytes | None = None) -> bytes:
    """Return a mail around these bytes; ``attachment`` only where it should differ."""
    method = "CANCEL" if b"METHOD:CANCEL" in ics else "REQUEST"
    return MAIL.format(
        message_id=message_id,
        method=method,
        calendar=base64.encodebytes(ics).decode(),
        attachment=base64.encodebytes(ics if attachment is None else attachment).decode(),
    ).encode()
