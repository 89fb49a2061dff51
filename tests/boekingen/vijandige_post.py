"""Hostile and odd mail to the mailbox of the programme: what is in it, and what must come of it.

Every one knows the secret UID. None may change anything or bring a mail; those that a coördinator
must look at stand on the list of the desk.
"""

from collections.abc import Iterator
from datetime import timedelta

from boekingen.domain.antwoordbesluit import Gevolg
from boekingen.domain.binnenpost import MAX_BYTES
from tests.boekingen.antwoordmail import (
    SERVER,
    Vraag,
    agenda,
    base64deel,
    crlf,
    delen,
    ical,
    kaal,
    mail,
    tekstdeel,
)

Geval = tuple[str, bytes, Gevolg]


def list_gevallen(goed: Vraag) -> Iterator[Geval]:
    """Yield every case; ``goed`` would be believed as it is."""
    yield from list_vervalst(goed)
    yield from list_verkeerd(goed)
    yield from list_vorm(goed)
    yield from list_automatisch(goed)


def list_vervalst(goed: Vraag) -> Iterator[Geval]:
    """Who sent it does not fit what it says; none of these may be believed."""
    niet, adres = Gevolg.NIET_NAGEGAAN, goed.adres
    domein = adres.rpartition("@")[2]
    bewijs = f"{SERVER}; dmarc=pass header.from={domein}"
    machine = goed.met(koppen="Auto-Submitted: auto-generated\n")
    vervalst = {
        "geen uitslag": machine.met(uitslag=""),
        "dmarc mislukt": machine.met(uitslag=f"{SERVER}; dmarc=fail header.from={domein}"),
        "uitslag van een ander": machine.met(
            uitslag=f"mx.elders.example; dmarc=pass header.from={domein}"
        ),
        "eigen uitslag eronder": machine.met(
            uitslag=f"{SERVER}; none",
            koppen=f"{machine.koppen}Authentication-Results: {bewijs}\n",
        ),
        "uitslag voor een ander domein": machine.met(
            uitslag=f"{SERVER}; dmarc=pass header.from=elders.example"
        ),
        "uitslag in commentaar": machine.met(
            uitslag=f"{SERVER} (x; dmarc=pass header.from={domein}); none"
        ),
        "van een ander": machine.met(van="boef@elders.example"),
        "twee afzenders": machine.met(van=f"{adres}>, <boef@elders.example"),
        "adres als naam": machine.met(van=f"{adres} <boef@elders.example"),
        "geen afzender": machine.met(van="<"),
        "domein dat erop eindigt": machine.met(van=f"{adres.partition('@')[0]}@nep{domein}"),
        "onderdeel van het domein": machine.met(van=f"{adres.partition('@')[0]}@mail.{domein}"),
        "domein dat erop lijkt": machine.met(van=adres.replace("o", "\u043e")),
    }
    for naam, vraag in vervalst.items():
        yield naam, mail(vraag), niet
    stil = machine.met(uitslag="", extra="COMMENT:Één keer")
    for naam, soort, codering in (
        ("verzonnen tekenset", "text/calendar; method=REPLY; charset=onzin-8", "utf-8"),
        ("verkeerde tekenset", "text/calendar; method=REPLY; charset=us-ascii", "utf-16"),
        ("geen tekenset", "text/calendar", "cp1252"),
    ):
        yield naam, mail(stil, kaal(stil).decode().encode(codering), soort=soort), niet
    namens = kaal(machine).replace(b"PARTSTAT=", b'SENT-BY="mailto:boef@elders.example";PARTSTAT=')
    yield "namens zichzelf", mail(machine.met(van="boef@elders.example"), namens), niet
    yield "ververs van een vreemde", mail(machine.met(methode="REFRESH", uitslag="")), niet


def list_verkeerd(goed: Vraag) -> Iterator[Geval]:
    """Believable, and not an answer to what stands."""
    yield "onbekende uid", mail(goed.met(uid=goed.uid.swapcase())), Gevolg.ONBEKENDE_UID
    yield "begin van de uid", mail(goed.met(uid=goed.uid[:20])), Gevolg.ONBEKENDE_UID
    yield "uid met jokers", mail(goed.met(uid="les-%-s@%")), Gevolg.ONBEKENDE_UID
    yield "sql in de uid", mail(goed.met(uid="' OR 1=1 --")), Gevolg.ONBEKENDE_UID
    ander = goed.met(organisator="boef@elders.example")
    yield "andere organisator", mail(ander), Gevolg.ANDERE_ORGANISATOR
    yield "andere deelnemer", mail(goed.met(adres="boef@elders.example")), Gevolg.VOOR_BUREAU
    hoog = goed.met(sequence="SEQUENCE:2147483647")
    yield "hogere volgorde", mail(hoog), Gevolg.VERKEERDE_VOLGORDE
    verweg = goed.met(dtstamp=goed.dtstamp + timedelta(days=4000))
    yield "stempel in de toekomst", mail(verweg), Gevolg.ONLEESBAAR
    regels = (f"UID:{goed.uid}", goed.sequence, f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{goed.adres}")
    yield "geen stempel", mail(goed, agenda(goed, *regels)), Gevolg.ONLEESBAAR
    for methode in ("REQUEST", "CANCEL", "PUBLISH", "ADD", "DECLINECOUNTER"):
        yield f"methode {methode}", mail(goed.met(methode=methode)), Gevolg.ANDER_BERICHT
    yield "geen antwoord", mail(goed.met(partstat="NEEDS-ACTION")), Gevolg.ONLEESBAAR
    yield "onzin als antwoord", mail(goed.met(partstat="A" * 5000)), Gevolg.ONLEESBAAR


def list_vorm(goed: Vraag) -> Iterator[Geval]:
    """Forms that should not be."""
    event = kaal(goed).split(b"BEGIN:VEVENT")[1].split(b"END:VEVENT")[0]
    twee = kaal(goed).replace(
        b"END:VCALENDAR", b"BEGIN:VEVENT" + event + b"END:VEVENT\r\nEND:VCALENDAR"
    )
    yield "twee afspraken", mail(goed, twee), Gevolg.ONLEESBAAR
    yield "twee agenda's", mail(goed, kaal(goed) * 2), Gevolg.ONLEESBAAR
    yield "leeg antwoord", mail(goed, ical("BEGIN:VCALENDAR", "METHOD:REPLY")), Gevolg.ONLEESBAAR
    yield "niets", b"", Gevolg.ONLEESBAAR
    yield "nullen", b"\0" * 4000, Gevolg.ONLEESBAAR
    yield "tienduizend delen", delen(goed, "mixed", *["\nx"] * 10_000), Gevolg.ONLEESBAAR
    bakken = "".join(
        f"Content-Type: multipart/mixed; boundary=g{n}\n\n--g{n}\n" for n in range(3000)
    )
    yield "delen in delen", crlf(bakken), Gevolg.ONLEESBAAR
    mails = "Content-Type: message/rfc822\n\n" * 3000
    yield "mails in mails", crlf(f"From: x@y.example\n{mails}"), Gevolg.ONLEESBAAR
    binnen = f"Content-Type: message/rfc822\n\n{mail(goed).decode()}"
    yield "doorgestuurd antwoord", delen(goed, "mixed", tekstdeel("Kijk"), binnen), Gevolg.MENS
    yield "een megabyte", mail(goed) + b"x" * MAX_BYTES, Gevolg.MENS
    yield "regel van een megabyte", mail(goed, kaal(goed) + b"X:" + b"y" * 800_000), Gevolg.MENS
    lang = kaal(goed.met(partstat="NEEDS-ACTION", extra="COMMENT:" + "\\n" * 100_000))
    yield "lange toelichting", mail(goed, lang), Gevolg.ONLEESBAAR
    deelnemers = "\n".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a{n}@x.example" for n in range(5000))
    velen = goed.met(adres="niemand@x.example", extra=deelnemers)
    yield "vijfduizend deelnemers", mail(velen), Gevolg.VOOR_BUREAU
    zone = ical(
        "BEGIN:VTIMEZONE", "TZID:Bom", "BEGIN:STANDARD", "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "RRULE:FREQ=SECONDLY", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3;COUNT=1000000000", "END:DAYLIGHT", "END:VTIMEZONE",
    ).decode()  # fmt: skip
    regels = (f"UID:{goed.uid}", f"DTSTAMP:{goed.stempel}", "DTSTART;TZID=Bom:20270202T090000")
    yield "bom in de zone", mail(goed, agenda(goed, *regels, voor=zone)), Gevolg.VOOR_BUREAU


def list_automatisch(goed: Vraag) -> Iterator[Geval]:
    """Machines that answer machines."""
    afwezig = "Auto-Submitted: auto-replied\nSubject: Afwezig\n"
    lus = goed.met(van=goed.organisator, uitslag="")
    yield "afwezigheid", crlf(f"From: {goed.adres}\n{afwezig}\nIk ben er niet."), Gevolg.AUTOMATISCH
    yield "onze eigen mail", mail(lus), Gevolg.AUTOMATISCH
    yield "lijst", crlf("From: x@y.example\nList-Id: <x.y>\n\nNieuws"), Gevolg.AUTOMATISCH
    leesbevestiging = delen(
        goed, "report; report-type=disposition-notification", tekstdeel("Gelezen")
    )
    yield "leesbevestiging", leesbevestiging, Gevolg.AUTOMATISCH
    postbode = "Return-Path: <>\nFrom: MAILER-DAEMON@x.example\n\nniet bezorgd: "
    yield "vreemde terugmelding", crlf(f"{postbode}<AAAAAAAAAAAAAAAAAAAAAA@x>"), Gevolg.AUTOMATISCH
    yield (
        "andere agenda",
        delen(goed, "mixed", base64deel(b"BEGIN:VCALENDAR\r\nMETHOD:FLUT\r\n", "text/calendar")),
        Gevolg.ANDER_BERICHT,
    )
