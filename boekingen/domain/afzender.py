"""Whether a mail really comes from the address in its From: the verdict of our own mail server.

RFC 8601: the server that received the mail writes Authentication-Results on top. Only the topmost
one counts, and only under the name of our own server, which must take away what others wrote under
that name. DMARC passed for the domain of From, or a signature (DKIM) or an envelope (SPF) of the
same domain did; nothing else proves anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_KOP = re.compile(r"\s*([A-Za-z0-9_.:-]+)")
_UITSLAG = re.compile(r"\s*([A-Za-z0-9_-]+)(?:\s*/\s*\d+)?\s*=\s*([A-Za-z]+)(?=\s|$)")
_EIGENSCHAP = re.compile(r"\b([A-Za-z]+)\s*\.\s*([A-Za-z0-9_-]+)\s*=\s*(\"[^\"]*\"|[^\s;]+)")
MINSTENS_DELEN = 2

# Where everybody can have an address: a shared domain says nothing about who belongs together.
OPENBARE_DOMEINEN = frozenset(
    {
        "aol.com",
        "caiway.nl",
        "freedom.nl",
        "gmail.com",
        "gmx.com",
        "gmx.net",
        "googlemail.com",
        "hetnet.nl",
        "hotmail.com",
        "hotmail.nl",
        "icloud.com",
        "kpnmail.nl",
        "kpnplanet.nl",
        "live.com",
        "live.nl",
        "mac.com",
        "mail.com",
        "me.com",
        "msn.com",
        "online.nl",
        "outlook.com",
        "outlook.nl",
        "planet.nl",
        "pm.me",
        "proton.me",
        "protonmail.com",
        "quicknet.nl",
        "soverin.net",
        "telfort.nl",
        "tele2.nl",
        "upcmail.nl",
        "xs4all.nl",
        "yahoo.com",
        "ziggo.nl",
    }
)


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who seems to have sent a mail, in lower case, and whether our server vouches for it."""

    adres: str
    is_bewezen: bool

    def mag_antwoorden_voor(self, adres: str, namens: str, aliassen: frozenset[str]) -> bool:
        """Whether an answer for ``adres`` may be believed.

        It comes from that address, from one the person confirmed, or from a secretary (``namens``)
        in the same organisation: anybody can write a SENT-BY.
        """
        if not self.is_bewezen:
            return False
        if self.adres == adres or self.adres in aliassen:
            return True
        domein = get_domein(adres)
        return (
            self.adres == namens
            and get_domein(namens) == domein
            and domein not in OPENBARE_DOMEINEN
        )


def get_domein(adres: str) -> str:
    """Return what stands behind the last @, in lower case."""
    return adres.rpartition("@")[2].rstrip(".").lower()


def is_bewezen(*, adres: str, koppen: Sequence[str], authserv_id: str) -> bool:
    """Return whether the topmost Authentication-Results vouches for the domain of ``adres``.

    Without ``authserv_id`` nothing is ever proven.
    """
    domein = get_domein(adres)
    if not koppen or not authserv_id or "." not in domein:
        return False
    naam, *uitslagen = _split(koppen[0])
    match = _KOP.match(naam)
    if match is None or match[1].casefold() != authserv_id.casefold():
        return False
    oordelen = list(_list_oordelen(uitslagen))
    dmarc = [(goed, van) for methode, goed, van in oordelen if methode == "dmarc"]
    if dmarc:
        # Our server compared the domains already; a fail is a fail, whatever else passed.
        if any(goed and van.get("header.from", "") == domein for goed, van in dmarc):
            return all(goed for goed, _ in dmarc)
        if any(not goed for goed, _ in dmarc):
            return False
    return any(
        goed and _hoort_bij(domein, bron)
        for methode, goed, van in oordelen
        for bron in _list_bronnen(methode, van)
    )


def _list_oordelen(uitslagen: list[str]) -> Iterator[tuple[str, bool, dict[str, str]]]:
    """Yield method, passed or failed, and the properties; dmarc=none is no verdict."""
    for uitslag in uitslagen:
        match = _UITSLAG.match(uitslag)
        if match is None:
            continue
        methode, oordeel = match[1].lower(), match[2].lower()
        if methode == "dmarc" and oordeel in {"none", "bestguesspass"}:
            continue
        van = {
            f"{soort}.{naam}".lower(): waarde.strip('"').rstrip(".").lower()
            for soort, naam, waarde in _EIGENSCHAP.findall(uitslag[match.end() :])
        }
        yield methode, oordeel == "pass", van


def _list_bronnen(methode: str, van: dict[str, str]) -> Iterator[str]:
    if methode == "dkim":
        yield van.get("header.d", "") or get_domein(van.get("header.i", ""))
    elif methode == "spf":
        yield get_domein(van.get("smtp.mailfrom", ""))


def _hoort_bij(domein: str, bron: str) -> bool:
    """Whether two domains are one, or one lies under the other (relaxed alignment, RFC 7489)."""
    kort, lang = sorted((domein, bron), key=len)
    if kort.count(".") + 1 < MINSTENS_DELEN:
        return False
    return kort == lang or lang.endswith(f".{kort}")


def _split(kop: str) -> list[str]:
    """Return the parts of the header between semicolons, without comments; quotes are kept."""
    delen, deel, diep, in_quotes, ontsnapt = [], [], 0, False, False
    for teken in kop:
        if ontsnapt:
            ontsnapt = False
            if not diep:
                deel.append(" ")
        elif teken == "\\":
            ontsnapt = True
        elif in_quotes:
            in_quotes = teken != '"'
            deel.append(teken)
        elif teken == "(":
            diep += 1
        elif teken == ")" and diep:
            diep -= 1
        elif diep:
            continue
        elif teken == ";":
            delen.append("".join(deel))
            deel = []
        else:
            in_quotes = teken == '"'
            deel.append(teken)
    return [*delen, "".join(deel)]
