"""Fetching a calendar from an address that a stranger chose.

A name is resolved once, every number it has must be public, and the connection goes to that very
number; a name that changes its mind in between (DNS rebinding) changes nothing. Every redirect is
checked like the first address. The certificate must be that of the name. All of it takes 20 seconds
at most and 5 MiB unpacked, however slowly or tightly packed it comes.

Whether an address is unknown, private, closed or silent, the words are the same: what can be seen
from our server is nobody's business.
"""

import http.client
import io
import ipaddress
import queue
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from time import monotonic
from typing import Any

from hoofdrolspelers.domain.netadres import (
    POORT,
    Netadres,
    OngeldigAdres,
    is_openbaar,
    lees_netadres,
    volg,
)

SECONDEN = 20.0
MAX_INHOUD = 5 * 1024 * 1024
MAX_SPRONGEN = 5
BROK = 64 * 1024
GZIP_OF_ZLIB = 47
SPRONG = {301, 302, 303, 307, 308}
INLOGGEN = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
WEG = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}

ONBEREIKBAAR = "Wij kunnen dit adres niet bereiken. Controleer of het adres klopt."
TE_GROOT = "De agenda op dit adres is groter dan 5 MB. Deel een kortere periode."
VRAAGT_INLOGGEN = (
    "Dit adres vraagt om inloggen. Gebruik het geheime adres van de agenda, dat zonder inloggen "
    "werkt."
)
BESTAAT_NIET = "De agenda op dit adres bestaat niet meer. Maak een nieuw adres en voeg dat toe."
DOET_HET_NIET = "De website van deze agenda doet het nu niet. Wij proberen het later opnieuw."
VRAAGT_TE_WACHTEN = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
WACHT_HOOGUIT = timedelta(days=1)


class HalenMislukt(Exception):
    """The calendar could not be fetched; the text is for its owner, and says no address.

    ``is_blijvend``: trying again will not help, the owner has to do something. ``wacht``: how long
    the server asked to be left alone.
    """

    def __init__(
        self, tekst: str, *, is_blijvend: bool = False, wacht: timedelta = timedelta()
    ) -> None:
        super().__init__(tekst)
        self.is_blijvend = is_blijvend
        self.wacht = wacht


@dataclass(frozen=True, slots=True)
class Net:
    """How far we may reach; tests on loopback give their own."""

    mag: Callable[[str], bool] = is_openbaar
    poorten: frozenset[int] = frozenset({POORT})
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconden: float = SECONDEN
    zoek_op: Callable[..., list[Any]] = socket.getaddrinfo


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What a server said of its last answer, to ask «has it changed?»."""

    etag: str = ""
    gewijzigd: str = ""


@dataclass(frozen=True, slots=True)
class Opgehaald:
    """The bytes of a calendar; None when nothing changed since the ``Kenmerken`` given."""

    inhoud: bytes | None
    kenmerken: Kenmerken


class Klok:
    """Counts down the time that the whole fetch may take."""

    def __init__(self, seconden: float) -> None:
        self.eind = monotonic() + seconden

    def rest(self) -> float:
        """Return the seconds left. Raises ``TimeoutError`` when there are none."""
        rest = self.eind - monotonic()
        if rest <= 0:
            raise TimeoutError
        return rest


class _Stroom(io.RawIOBase):
    """Reads a socket with no more patience than is left for all of it (slow-loris)."""

    def __init__(self, sok: socket.socket, klok: Klok) -> None:
        self.sok, self.klok = sok, klok

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.sok.settimeout(self.klok.rest())
        return self.sok.recv_into(buffer)


class _Sok:
    """What ``http.client`` needs of a socket, with one clock over all reads and writes."""

    def __init__(self, sok: socket.socket, klok: Klok) -> None:
        self.sok, self.klok = sok, klok

    def makefile(self, *_args: Any, **_kwargs: Any) -> io.BufferedReader:
        """Return the reading end."""
        return io.BufferedReader(_Stroom(self.sok, self.klok))

    def sendall(self, data: bytes) -> None:
        """Send all of it, in the time that is left."""
        self.sok.settimeout(self.klok.rest())
        self.sok.sendall(data)

    def close(self) -> None:
        """Leave the real socket open: the answer may still be read from it."""


def haal_op(*, adres: str, kenmerken: Kenmerken, net: Net | None = None) -> Opgehaald:
    """Return the calendar at ``adres``, or that it is still the same. Raises ``HalenMislukt``."""
    net = net or Net()
    klok = Klok(net.seconden)
    try:
        doel = lees_netadres(adres, poorten=net.poorten)
        for _ in range(MAX_SPRONGEN + 1):
            uitkomst = _vraag(doel, kenmerken, net, klok)
            if isinstance(uitkomst, Opgehaald):
                return uitkomst
            doel = volg(doel, uitkomst, poorten=net.poorten)
    except (OSError, http.client.HTTPException, OngeldigAdres, ValueError, zlib.error):
        # Without the cause: its text may hold the address.
        raise HalenMislukt(ONBEREIKBAAR) from None
    raise HalenMislukt(ONBEREIKBAAR)


def _vraag(doel: Netadres, kenmerken: Kenmerken, net: Net, klok: Klok) -> Opgehaald | str:
    """Ask one server; returns the answer, or the address it sends us to."""
    verbinding = http.client.HTTPConnection(doel.host, doel.poort)
    sok = _verbind(doel, net, klok)
    verbinding.sock = _Sok(sok, klok)
    try:
        verbinding.request("GET", doel.pad, headers=_build_koppen(doel, kenmerken))
        antwoord = verbinding.getresponse()
        if antwoord.status in SPRONG:
            return antwoord.headers.get("Location", "")
        if antwoord.status == HTTPStatus.NOT_MODIFIED:
            return Opgehaald(None, kenmerken)
        if antwoord.status != HTTPStatus.OK:
            raise _build_weigering(antwoord)
        nieuw = Kenmerken(
            _kort(antwoord.headers.get("ETag")), _kort(antwoord.headers.get("Last-Modified"))
        )
        return Opgehaald(_lees(antwoord), nieuw)
    finally:
        verbinding.close()
        sok.close()


def _build_koppen(doel: Netadres, kenmerken: Kenmerken) -> dict[str, str]:
    koppen = {
        "Host": doel.gastheer,
        "Accept": "text/calendar, text/plain;q=0.5, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        "User-Agent": "agenda-lezer/1",
    }
    if kenmerken.etag:
        koppen["If-None-Match"] = kenmerken.etag
    if kenmerken.gewijzigd:
        koppen["If-Modified-Since"] = kenmerken.gewijzigd
    return koppen


def _kort(waarde: str | None) -> str:
    """Return a header that can be kept and sent back; anything odd is dropped."""
    return waarde if waarde and len(waarde) <= 200 and waarde.isascii() else ""  # noqa: PLR2004 - the size of the field


def _build_weigering(antwoord: http.client.HTTPResponse) -> HalenMislukt:
    if antwoord.status in INLOGGEN:
        return HalenMislukt(VRAAGT_INLOGGEN, is_blijvend=True)
    if antwoord.status in WEG:
        return HalenMislukt(BESTAAT_NIET, is_blijvend=True)
    vraagt = antwoord.status in VRAAGT_TE_WACHTEN
    return HalenMislukt(DOET_HET_NIET, wacht=_lees_wacht(antwoord) if vraagt else timedelta())


def _lees_wacht(antwoord: http.client.HTTPResponse) -> timedelta:
    """Return what ``Retry-After`` asks (RFC 9110, section 10.2.3), a day at most.

    Seconds, or a moment on the clock of the server itself; anything else asks nothing.
    """
    waarde = (antwoord.headers.get("Retry-After") or "").strip()
    if waarde.isascii() and waarde.isdigit() and len(waarde) < 10:  # noqa: PLR2004 - a number of 300 digits is no wait
        wacht = timedelta(seconds=int(waarde))
    else:
        try:
            tot = parsedate_to_datetime(waarde)
            wacht = tot - parsedate_to_datetime(antwoord.headers.get("Date") or "")
        except (TypeError, ValueError, OverflowError):
            return timedelta()
    return min(max(wacht, timedelta()), WACHT_HOOGUIT)


def _lees(antwoord: http.client.HTTPResponse) -> bytes:
    """Return the body, unpacked piece by piece, so that a bomb never opens."""
    coding = antwoord.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip", "deflate", ""}:
        raise HalenMislukt(ONBEREIKBAAR)
    uitpakker = None if coding in {"identity", ""} else zlib.decompressobj(GZIP_OF_ZLIB)
    inhoud, gelezen = bytearray(), 0
    while brok := antwoord.read(BROK):
        gelezen += len(brok)
        ruimte = MAX_INHOUD + 1 - len(inhoud)
        inhoud += uitpakker.decompress(brok, ruimte) if uitpakker else brok
        if len(inhoud) > MAX_INHOUD or gelezen > MAX_INHOUD:
            raise HalenMislukt(TE_GROOT, is_blijvend=True)
    if antwoord.length or (uitpakker and not uitpakker.eof):
        raise http.client.IncompleteRead(b"")
    return bytes(inhoud)


def _verbind(doel: Netadres, net: Net, klok: Klok) -> ssl.SSLSocket:
    """Return a connection to the number that was checked, with the certificate of the name."""
    nummers = _zoek_op(doel, net, klok)
    if not nummers or not all(net.mag(nummer) for nummer in nummers):
        raise OngeldigAdres
    fout: OSError = ConnectionError()
    for nummer in nummers:
        try:
            sok = socket.create_connection((nummer, doel.poort), timeout=klok.rest())
        except OSError as error:
            fout = error
            continue
        try:
            sok.settimeout(klok.rest())
            return net.tls.wrap_socket(sok, server_hostname=doel.host)
        except BaseException:
            sok.close()
            raise
    raise fout


def _zoek_op(doel: Netadres, net: Net, klok: Klok) -> list[str]:
    """Return the numbers of a name, asked once; the system's own patience does not count."""
    uitkomst: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()

    def zoek() -> None:
        try:
            uitkomst.put(net.zoek_op(doel.host, doel.poort, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            uitkomst.put([])

    threading.Thread(target=zoek, daemon=True).start()
    try:
        gevonden = uitkomst.get(timeout=klok.rest())
    except queue.Empty:
        raise TimeoutError from None
    nummers = dict.fromkeys(str(rij[4][0]) for rij in gevonden)
    return sorted(nummers, key=lambda nummer: ipaddress.ip_address(nummer).version)
