"""``python -m tests.bench.smtpsink POORT BESTAND``: a mail server that takes everything.

Of every mail a line in the file, before it says yes: Message-ID, and the hash of the whole mail. So
who kills it, or its client, can see afterwards what was taken, in which order, and whether it was
what had been written, also when it came twice.
"""

import hashlib
import re
import socketserver
import sys
from pathlib import Path

MESSAGE_ID = re.compile(rb"^Message-ID: (\S+)", re.MULTILINE | re.IGNORECASE)


class Gesprek(socketserver.StreamRequestHandler):
    """One SMTP conversation (RFC 5321), as far as smtplib needs it."""

    wbufsize = -1
    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Say yes to everything."""
        self.zeg(b"220 sink")
        while regel := self.rfile.readline():
            woord = regel[:4].upper()
            if woord == b"DATA":
                self.zeg(b"354 toe maar")
                self.neem()
                self.zeg(b"250 aangenomen")
            elif woord == b"QUIT":
                self.zeg(b"221 dag")
                return
            else:
                self.zeg(b"250 goed")

    def zeg(self, regel: bytes) -> None:
        """Answer at once."""
        self.wfile.write(regel + b"\r\n")
        self.wfile.flush()

    def neem(self) -> None:
        """Read one mail and write it down."""
        regels = []
        while (regel := self.rfile.readline()) and regel != b".\r\n":
            # RFC 5321, 4.5.2: a dot at the begin of a line was doubled.
            regels.append(regel.removeprefix(b"."))
        if not regel:
            raise ConnectionError
        inhoud = b"".join(regels)
        match = MESSAGE_ID.search(inhoud)
        naam = match[1].decode() if match else "-"
        with Path(sys.argv[2]).open("a") as bestand:
            bestand.write(f"{naam} {hashlib.sha256(inhoud).hexdigest()}\n")


class Sink(socketserver.ThreadingTCPServer):
    """Takes several clients."""

    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request, client_address) -> None:
        """A client that was killed is what is measured."""


if __name__ == "__main__":
    with Sink(("127.0.0.1", int(sys.argv[1])), Gesprek) as sink:
        sink.serve_forever()
