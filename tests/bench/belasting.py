"""A small load generator: as many requests as are answered in a time, each on a new connection.

Bare sockets, so that the cost of asking (the same for every page) weighs as little as can be. Every
answer is read to its end and must be a 200 with the length it announces.
"""

import socket
import time
from concurrent.futures import ThreadPoolExecutor

DRADEN = 4


class VerkeerdAntwoord(Exception):
    """An answer that is no whole page."""


def build_vraag(pad: str) -> bytes:
    """Return a request as a browser behind the proxy of a production site sends it."""
    regels = [
        f"GET {pad} HTTP/1.1",
        "Host: 127.0.0.1",
        "X-Forwarded-Proto: https",
        "X-Forwarded-For: 127.0.0.1",
        "Accept-Encoding: gzip, deflate, br",
        "Connection: close",
    ]
    return "\r\n".join([*regels, "", ""]).encode()


def vraag(poort: int, verzoek: bytes) -> tuple[dict[bytes, bytes], bytes]:
    """Ask once; return the headers in small letters and the body.

    Raises ``VerkeerdAntwoord`` for another status than 200 or a body that was cut off.
    """
    with socket.create_connection(("127.0.0.1", poort), timeout=30) as verbinding:
        verbinding.sendall(verzoek)
        delen = []
        while deel := verbinding.recv(65_536):
            delen.append(deel)
    kop, _, inhoud = b"".join(delen).partition(b"\r\n\r\n")
    status, *regels = kop.split(b"\r\n")
    velden = {naam.lower(): wat.strip() for naam, _, wat in (r.partition(b":") for r in regels)}
    if b" 200 " not in status or int(velden.get(b"content-length", -1)) != len(inhoud):
        raise VerkeerdAntwoord(status.decode())
    return velden, inhoud


def meet_doorvoer(poort: int, pad: str, seconden: float) -> float:
    """Return answers per second, asked by four at once."""
    verzoek = build_vraag(pad)
    einde = time.perf_counter() + seconden

    def vraag_door(_nummer: int) -> int:
        aantal = 0
        while time.perf_counter() < einde:
            vraag(poort, verzoek)
            aantal += 1
        return aantal

    begin = time.perf_counter()
    with ThreadPoolExecutor(DRADEN) as draden:
        aantal = sum(draden.map(vraag_door, range(DRADEN)))
    return aantal / (time.perf_counter() - begin)
