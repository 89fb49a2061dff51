"""A diary as its owner sees it: Radicale keeps it, khal shows it.

What comes with METHOD:REQUEST is put there, what comes with CANCEL is taken away, each under its
UID, as every diary program with a CalDAV account does.
"""

import base64
import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from khal.khalendar import CalendarCollection
from radicale import config
from radicale.app import Application

from tests.lezers.afspraak import Afspraak, Onleesbaar, lees_zelf

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PAD = "/robin/lessen/"
ALTIJD = datetime(2000, 1, 1, tzinfo=AMSTERDAM), datetime(2100, 1, 1, tzinfo=AMSTERDAM)
VORM = "timeformat", "dateformat", "longdateformat", "datetimeformat", "longdatetimeformat"
Regel = tuple[str, datetime, datetime, str, str, str]


class Agenda:
    """The diary of one person, in a folder of its own; to be closed after use."""

    def __init__(self, map_: Path) -> None:
        instellingen = config.load()
        opslag = {"filesystem_folder": str(map_), "_filesystem_fsync": "False"}
        instellingen.update(
            {"auth": {"type": "none"}, "storage": opslag, "logging": {"level": "critical"}},
            "test",
            privileged=True,
        )
        self.radicale = Application(instellingen)
        self.vraag("MKCALENDAR", PAD)
        agenda = {"path": str(map_ / "collection-root" / PAD.strip("/")), "ctype": "calendar"}
        plaats = {"local_timezone": AMSTERDAM, "default_timezone": AMSTERDAM}
        self.khal = CalendarCollection(
            calendars={"lessen": agenda | {"readonly": True, "color": "", "addresses": []}},
            locale=plaats | dict.fromkeys(VORM, "%c") | {"unicode_symbols": True},
            dbpath=":memory:",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.khal._backend.conn.close()

    def ontvang(self, ics: bytes) -> None:
        """Do what the message says; ``Onleesbaar`` where Radicale refuses it."""
        afspraak = lees_zelf(ics)
        pad = f"{PAD}{afspraak.uid}.ics"
        if afspraak.methode == "REQUEST":
            self.vraag("PUT", pad, ics)
        elif afspraak.uid in {uid for uid, *_ in self.toon()}:
            self.vraag("DELETE", pad)

    def vraag(self, methode: str, pad: str, inhoud: bytes = b"") -> bytes:
        """Ask Radicale, without a socket (WSGI); return the body of a good answer."""
        stand: list[str] = []
        omgeving = {
            "REQUEST_METHOD": methode, "PATH_INFO": pad, "SCRIPT_NAME": "",
            "SERVER_NAME": "agenda.example", "SERVER_PORT": "443", "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "https", "wsgi.input": io.BytesIO(inhoud), "wsgi.errors": sys.stderr,
            "CONTENT_LENGTH": str(len(inhoud)), "CONTENT_TYPE": "text/calendar; charset=utf-8",
            "HTTP_AUTHORIZATION": f"Basic {base64.b64encode(b'robin:x').decode()}",
        }  # fmt: skip
        antwoord = b"".join(self.radicale(omgeving, lambda status, _koppen: stand.append(status)))
        if not stand[0].startswith("2"):
            raise Onleesbaar(f"{methode} {stand[0]}: {antwoord.decode()}")
        return antwoord

    def toon(self) -> list[Regel]:
        """Return what khal shows, by UID: begin, end, title, place and status."""
        self.khal.update_db()
        return sorted(
            (
                str(event.uid),
                event.start.astimezone(UTC),
                event.end.astimezone(UTC),
                str(event.summary),
                str(event.location),
                str(event.status),
            )
            for event in self.khal.get_localized(*ALTIJD)
        )


def vat_samen(afspraak: Afspraak) -> Regel:
    """Return what a diary with this event shows."""
    a = afspraak
    return (a.uid, a.begin, a.eind, a.titel, a.plaats, a.status)


def list_agendaklachten(agenda: Agenda, icss: list[bytes]) -> list[str]:
    """Give the diary these messages in order; return where it shows anything but what they say."""
    klachten, staat = [], {uid: (uid, *rest) for uid, *rest in agenda.toon()}
    for ics in icss:
        afspraak = lees_zelf(ics)
        staat.pop(afspraak.uid, None)
        if afspraak.methode == "REQUEST":
            staat[afspraak.uid] = vat_samen(afspraak)
        try:
            agenda.ontvang(ics)
        except Onleesbaar as fout:
            klachten.append(f"Radicale: {fout}")
        if agenda.toon() != (verwacht := sorted(staat.values())):
            klachten.append(f"khal: {agenda.toon()} instead of {verwacht}")
    return klachten
