"""A small IMAP server on loopback (RFC 3501), as far as reading a mailbox needs one.

It holds what people and machines mailed, keeps no flags, and writes down every command, so that a
test can see that nothing was marked, moved or deleted.
"""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

GEBRUIKER, WOORD = "lessen@kapotsterk.example", "geheim woord"
FETCH = re.compile(r"UID FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)")
VANAF = re.compile(r"UID SEARCH UID (\d+):\*")


def build_url(poort: int) -> str:
    """Return the ``IMAP_URL`` of the mailbox behind this port of loopback."""
    gebruiker, woord = GEBRUIKER.replace("@", "%40"), WOORD.replace(" ", "%20")
    return f"imap://{gebruiker}:{woord}@127.0.0.1:{poort}/INBOX"


class _Gesprek(socketserver.StreamRequestHandler):
    """One client."""

    def handle(self) -> None:
        self.zeg("* OK klaar")
        while regel := self.rfile.readline().decode().strip():
            merk, _, opdracht = regel.partition(" ")
            self.server.opdrachten.append(opdracht)
            woord = opdracht.split(" ")[0].upper()
            if woord == "UID":
                woord = opdracht.split(" ")[1].upper()
            slot = getattr(self, f"doe_{woord.lower()}", self.doe_niets)(opdracht)
            self.zeg(f"{merk} {slot or 'OK gedaan'}")
            if woord == "LOGOUT":
                return

    def zeg(self, regel: str) -> None:
        self.wfile.write(regel.encode() + b"\r\n")

    def doe_niets(self, _opdracht: str) -> str:
        return "OK gedaan"

    def doe_capability(self, _opdracht: str) -> None:
        self.zeg("* CAPABILITY IMAP4rev1")

    def doe_login(self, opdracht: str) -> str:
        goed = GEBRUIKER in opdracht and f'"{WOORD}"' in opdracht
        return "OK welkom" if goed else "NO onbekend"

    def doe_examine(self, _opdracht: str) -> str:
        self.zeg(f"* {len(self.server.mails)} EXISTS")
        self.zeg(f"* OK [UIDVALIDITY {self.server.uidvalidity}] telling")
        return "OK [READ-ONLY] gedaan"

    def doe_search(self, opdracht: str) -> None:
        vanaf = VANAF.fullmatch(opdracht)
        laatste = max(self.server.mails, default=0)
        # «n:*» holds the last one, also below n.
        uids = [
            uid for uid in self.server.mails if not vanaf or uid >= int(vanaf[1]) or uid == laatste
        ]
        self.zeg("* SEARCH " + " ".join(map(str, uids)))

    def doe_fetch(self, opdracht: str) -> None:
        uid, hoogstens = map(int, FETCH.fullmatch(opdracht).groups())
        inhoud = self.server.mails.get(uid)
        if uid in self.server.valt_weg_bij:
            self.server.valt_weg_bij.discard(uid)
            self.connection.close()
            raise ConnectionError
        if inhoud is not None:
            stuk = inhoud[:hoogstens]
            self.zeg(f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(stuk)}}}")
            self.wfile.write(stuk)
            self.zeg(")")

    def doe_logout(self, _opdracht: str) -> None:
        self.zeg("* BYE dag")


class Imapserver(socketserver.ThreadingTCPServer):
    """The mailbox stands in ``mails`` by UID; ``opdrachten`` is what clients said."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.mails: dict[int, bytes] = {}
        self.uidvalidity = 7
        self.opdrachten: list[str] = []
        self.valt_weg_bij: set[int] = set()

    def bezorg(self, *mails: bytes) -> None:
        for mail in mails:
            self.mails[max(self.mails, default=0) + 1] = mail

    @property
    def url(self) -> str:
        return build_url(self.server_address[1])

    def handle_error(self, request, client_address) -> None:
        """A client that was cut off is what a test wanted."""


@contextmanager
def run_imapserver() -> Iterator[Imapserver]:
    """Run the server on loopback."""
    with Imapserver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
