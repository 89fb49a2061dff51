"""Servers on loopback for the tests that fetch calendars, and one that must never be reached."""

import contextlib
import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hoofdrolspelers.services.agenda_halen import Net

NAAM = "agenda.example"
THUIS = "127.0.0.1"


def make_certificaat(map_: Path) -> Path:
    """Store and return a certificate with its key for ``NAAM`` alone."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAAM)])
    nu = datetime.now(UTC)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(1)
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAAM)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    pad = map_ / "certificaat.pem"
    pad.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificaat.public_bytes(serialization.Encoding.PEM)
    )
    return pad


@dataclass
class Server:
    """A calendar server; ``antwoorden`` maps a path to status, headers and body."""

    poort: int
    certificaat: Path
    antwoorden: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    gevraagd: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    opgezocht: list[str] = field(default_factory=list)

    def adres(self, pad: str = "/a.ics", naam: str = NAAM) -> str:
        return f"https://{naam}:{self.poort}{pad}"

    def net(self, *, seconden: float = 5.0, **anders) -> Net:
        """Return a reach of this server alone: its port, its certificate, and its names."""

        def zoek_op(host, poort, **_):
            self.opgezocht.append(host)
            nummer = anders.get(host, THUIS)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (nummer, poort))]

        return Net(
            mag=lambda nummer: nummer == THUIS,
            poorten=frozenset({self.poort}),
            tls=ssl.create_default_context(cafile=str(self.certificaat)),
            seconden=seconden,
            zoek_op=zoek_op,
        )


@contextmanager
def agendaserver(certificaat: Path) -> Iterator[Server]:  # noqa: C901 - a server in one piece
    """Serve on loopback until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            server.gevraagd.append((self.path, dict(self.headers)))
            if self.path.startswith("/traag"):
                return self.drup()
            status, koppen, inhoud = server.antwoorden[self.path]
            if koppen.get("ETag") and self.headers["If-None-Match"] == koppen["ETag"]:
                status, inhoud = 304, b""
            self.send_response(status)
            for naam, waarde in koppen.items():
                self.send_header(naam, waarde)
            self.end_headers()
            for begin in range(0, len(inhoud), 1 << 16):
                self.wfile.write(inhoud[begin : begin + (1 << 16)])
            return None

        def drup(self):
            """A slow-loris: a byte now and then, in the headers or in the body."""
            if self.path == "/traag/inhoud":
                self.send_response(200)
                self.end_headers()
            else:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Traag: ")
            while True:
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)

        def log_message(self, *args):
            pass

    class Stil(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *args):
            pass

    http = Stil((THUIS, 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificaat)
    http.socket = context.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
    server = Server(http.server_address[1], certificaat)
    draad = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    draad.start()
    yield server
    http.shutdown()
    http.server_close()


@contextmanager
def kanarie() -> Iterator[tuple[int, list[str]]]:
    """Yield a port of loopback, IPv4 and IPv6, and the list of who came by: it must stay empty."""
    bezoek: list[str] = []
    vier = socket.create_server((THUIS, 0))
    poort = vier.getsockname()[1]
    deuren = [vier]
    with contextlib.suppress(OSError):
        deuren.append(socket.create_server(("::1", poort), family=socket.AF_INET6))
    for deur in deuren:
        deur.settimeout(0)
    yield poort, bezoek
    for deur in deuren:
        try:
            while True:
                gast, (nummer, *_) = deur.accept()
                gast.close()
                bezoek.append(nummer)
        except BlockingIOError:
            deur.close()


def pak_in(inhoud: bytes) -> bytes:
    """Return the bytes packed tightly, as a bomb is."""
    return gzip.compress(inhoud, 9, mtime=0)
