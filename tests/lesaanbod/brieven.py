"""The example letter of these tests, and a small mail server that can be told to misbehave."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from lesaanbod.models import Bericht
from lesaanbod.services.berichten import Agendadeel, Feit, PersoonlijkeLink, zet_klaar
from tests.itip_samples import REQUEST

TEMPLATES = Path(__file__).parent / "templates"
NU = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
AFZENDER = "lessen@lesaanbod.example"
SLEUTEL = "sleutel-van-22-tekens1"

AGENDA = Agendadeel(
    ics=REQUEST, methode="REQUEST", uid="les-abc-s@lesaanbod.example", sequence=0, dtstamp=NU
)
LINK = PersoonlijkeLink(pad="/uitnodiging/{token}/", doel="uitnodiging", sleutel=SLEUTEL)


def use_voorbeeld(settings) -> None:
    """Let Django find the example letter, and send as the ORGANIZER of the example invitation."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], TEMPLATES]}]
    settings.AFZENDER = AFZENDER
    settings.AFZENDER_NAAM = "Lessen, Utrecht"


def zet_voorbeeld_klaar(**changes) -> Bericht:
    """Queue the example letter."""
    values = {
        "brief": "voorbeeld",
        "aan": "noa@politie.example",
        "aan_naam": "Noa de Vries",
        "context": build_context(),
        "onderwerp_soort": "boeking",
        "onderwerp_id": 7,
        "nu": NU,
        "link": LINK,
    }
    return zet_klaar(**values | changes)


def build_context(**changes) -> dict[str, object]:
    """Return what the example letter tells."""
    return {
        "les": "Snel geld",
        "wanneer": "dinsdag 9 maart, 9.00 uur",
        "school": "De Klimroos",
        "feiten": [
            Feit("Les", "Snel geld, lange rekening", "Kapot Sterk, les 3 van 5"),
            Feit("Wanneer", "dinsdag 9 maart 2027", "9.00 tot 10.00 uur"),
            Feit("Waar", "De Klimroos", "Voorbeeldlaan 1, Utrecht"),
        ],
    } | changes


class _Gesprek(socketserver.StreamRequestHandler):
    """One SMTP conversation (RFC 5321), as far as smtplib needs it."""

    def handle(self) -> None:
        server = self.server
        self.answer("220 klaar")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"RCPT" and server.kwaal == "weigert_adres":
                self.answer("550 5.1.1 onbekend: noa@politie.example")
            elif word == b"DATA":
                if server.kwaal == "sterft_voor_data":
                    return
                if server.kwaal == "sterft_en_blijft_weg":
                    server.socket.close()
                    return
                self.answer("354 toe maar")
                server.brieven.append(self.read_data())
                if server.kwaal == "sterft_na_data":
                    return
                self.answer("451 later" if server.kwaal == "vol" else "250 aangenomen")
            elif word == b"QUIT":
                self.answer("221 dag")
                return
            else:
                self.answer("250 goed")

    def answer(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")

    def read_data(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) and line != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)


class Mailserver(socketserver.ThreadingTCPServer):
    """What it was given stands in ``brieven``; what is wrong with it in ``kwaal``."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.brieven: list[bytes] = []
        self.kwaal = ""


@contextmanager
def run_mailserver() -> Iterator[Mailserver]:
    """Run a mail server on loopback."""
    with Mailserver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
