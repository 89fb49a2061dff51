"""Which addresses of the internet we may call: an address that a stranger typed is hostile.

Only https on port 443, only a host by name or a plain public IP number, no name or word in the
address. A number may be written in many ways (decimal, octal, hexadecimal, IPv4 inside IPv6); what
counts is the address that the system makes of it, and that one must be public (security.md, A7).
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

MAX_LENGTE = 2000
POORT = 443
SCHEMAS = {"https", "webcal", "webcals"}
TEKENS = re.compile(r"[\x21-\x7e]+")
NAAM = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))+\.?")
CIJFERS = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")

# Not reachable or not one place on the internet, whatever ipaddress.is_global says of them: other
# ways to write IPv4 (mapped, 6to4, Teredo, NAT64), relays, documentation, benchmarks.
NIET_OPENBAAR = [
    ipaddress.ip_network(net)
    for net in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
    )
]
WERELDWIJD_IPV6 = ipaddress.ip_network("2000::/3")


class OngeldigAdres(ValueError):
    """No address that we may read; the text says in Dutch what to do."""


@dataclass(frozen=True, slots=True)
class Netadres:
    """An https address in parts: ``pad`` with the question behind it, as it is asked for."""

    host: str
    poort: int
    pad: str

    @property
    def gastheer(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.poort == POORT else f"{host}:{self.poort}"

    def __str__(self) -> str:
        return f"https://{self.gastheer}{self.pad}"


def lees_netadres(tekst: str, *, poorten: frozenset[int] = frozenset({POORT})) -> Netadres:
    """Return the address that somebody typed or a server sent us to. Raises ``OngeldigAdres``."""
    tekst = tekst.strip()
    if not tekst or len(tekst) > MAX_LENGTE or not TEKENS.fullmatch(tekst) or "\\" in tekst:
        raise OngeldigAdres("Plak het hele adres van de agenda, zonder spaties.")
    try:
        delen = urlsplit(tekst)
        poort = delen.port or POORT
        host = (delen.hostname or "").rstrip(".")
    except ValueError as error:
        raise OngeldigAdres("Dit adres klopt niet. Plak het nog eens.") from error
    if delen.scheme.lower() not in SCHEMAS:
        raise OngeldigAdres("Gebruik een adres dat met https:// of webcal:// begint.")
    if "@" in delen.netloc:
        raise OngeldigAdres("Er staat een naam of wachtwoord in dit adres. Haal dat weg.")
    if poort not in poorten:
        raise OngeldigAdres("Er staat een poortnummer in dit adres. Dat lezen wij niet.")
    if not _is_host(host):
        raise OngeldigAdres("De naam van de website in dit adres klopt niet. Plak het nog eens.")
    vraag = f"?{delen.query}" if delen.query else ""
    return Netadres(host, poort, (delen.path or "/") + vraag)


def volg(adres: Netadres, locatie: str, *, poorten: frozenset[int]) -> Netadres:
    """Return where a server sends us, read as strictly as what was typed."""
    return lees_netadres(urljoin(str(adres), locatie.strip()), poorten=poorten)


def _is_host(host: str) -> bool:
    """Whether this is a name with a dot, or an IP number in its one plain form."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        laatste = host.rpartition(".")[2]
        return NAAM.fullmatch(host) is not None and not CIJFERS.fullmatch(laatste)
    return True


def is_openbaar(ip: str) -> bool:
    """Whether an IP number is one place on the public internet."""
    try:
        adres = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(adres, ipaddress.IPv6Address) and (
        adres.scope_id is not None or adres not in WERELDWIJD_IPV6
    ):
        return False
    binnen = any(adres in net for net in NIET_OPENBAAR if net.version == adres.version)
    return adres.is_global and not adres.is_multicast and not binnen
