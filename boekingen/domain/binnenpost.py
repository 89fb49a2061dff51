"""One mail as it came in, taken apart: who wrote it, what it answers, and what travels with it.

Anything can come into a mailbox. What is too big, too deep or in too many parts is refused before
Python's parser sees it, because that one can be made to work for minutes. A mail inside a mail
(message/rfc822) is never opened: who passes an answer on did not give it. No link is followed.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from .antwoord import Methode, get_methode
from .icalregels import clean_regel, clean_tekst

MAX_BYTES = 1024 * 1024
MAX_REGELS = 40_000
MAX_GRENZEN = 1000
"""Lines that begin with two dashes: where a part may begin."""
MAX_BAKKEN = 20
MAX_DELEN = 100
MAX_PARAMETERS = 100
"""In one header; for each of them Python's parser looks at all that comes after it."""
MAX_KOP = 2000
MAX_TEKST = 20_000
MAX_VERWIJZINGEN = 50

_BAK = re.compile(rb"^content-type\s*:\s*(?:multipart|message)\b", re.IGNORECASE | re.MULTILINE)
_SOORT = re.compile(
    rb"(?:\A|[\r\n])content-(?:type|disposition):[^\r\n]*(?:(?:\r\n?|\n)[ \t][^\r\n]*)*",
    re.IGNORECASE,
)
_ID = re.compile(r"<[^<>\s]{3,250}>")
# Quoted names and comments; neither holds the address that a server looked at.
_TERZIJDE = re.compile(r'"(?:[^"\\]|\\.)*"|\([^()]*\)')
_IN_HAKEN = re.compile(r"[^<>@]*<\s*([^<>@,;:\s]+@[^<>@,;:\s]+)\s*>\s*")
_KAAL_ADRES = re.compile(r"\s*([^<>@,;:\s]+@[^<>@,;:\s]+)\s*")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
AUTOMATISCHE_KOPPEN = (
    "X-Autoreply",
    "X-Autorespond",
    "X-Auto-Reply",
    "List-Id",
    "List-Unsubscribe",
)
CHARSETS = (
    "ascii",
    "big5",
    "cp12",
    "euc",
    "gb",
    "iso8859",
    "iso2022",
    "koi8",
    "mac",
    "shift",
    "utf",
)
BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
POSTBODES = ("mailer-daemon", "postmaster", "mail-daemon")


class PostGeweigerd(ValueError):
    """A mail that is not looked into; the text says why, in English, for the log."""


class PostTeGroot(PostGeweigerd):
    """Over one megabyte: probably an attachment, so somebody should look in the mailbox."""


@dataclass(frozen=True, slots=True)
class Terugmelding:
    """What a mail server says of a mail that it could not deliver (RFC 3464)."""

    status: str
    is_voorgoed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Binnenpost:
    """A mail, as far as it matters here. Addresses are in lower case; texts are cleaned.

    ``authenticatie`` holds the headers Authentication-Results from the top down, ``agenda`` the
    first answer of a diary, ``is_andere_agenda`` whether there was another calendar message only.
    """

    van: str
    van_naam: str
    onderwerp: str
    datum: datetime | None
    verwijst_naar: tuple[str, ...]
    authenticatie: tuple[str, ...]
    is_automatisch: bool
    agenda: bytes | None
    is_andere_agenda: bool
    terugmelding: Terugmelding | None
    tekst: str


def lees_post(inhoud: bytes) -> Binnenpost:
    """Return one mail taken apart. Raises ``PostGeweigerd``, of which ``PostTeGroot`` is one."""
    check_omvang(inhoud)
    try:
        bericht = message_from_bytes(inhoud, policy=policy.compat32)
        return _build(bericht)
    except PostGeweigerd:
        raise
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError) as error:
        # The parser of Python gives up in many ways on what is no mail.
        raise PostGeweigerd(f"unreadable ({type(error).__name__})") from error


def lees_kop(inhoud: bytes) -> Binnenpost:
    """Return what the headers of a mail say, of whatever size. Raises ``PostGeweigerd``."""
    kop = re.split(rb"\r?\n\r?\n", inhoud[: 64 * 1024], maxsplit=1)[0]
    return lees_post(kop + b"\r\n\r\n")


def check_omvang(inhoud: bytes) -> None:
    """Refuse what could make the parser work for a long time."""
    if len(inhoud) > MAX_BYTES:
        raise PostTeGroot("too big")
    if not inhoud.strip():
        raise PostGeweigerd("empty")
    if inhoud.count(b"\n") + inhoud.count(b"\r") > 2 * MAX_REGELS:
        raise PostGeweigerd("too many lines")
    if inhoud.count(b"\n--") > MAX_GRENZEN:
        raise PostGeweigerd("too many parts")
    if len(_BAK.findall(inhoud)) > MAX_BAKKEN:
        raise PostGeweigerd("parts in parts")
    if any(kop[0].count(b";") > MAX_PARAMETERS for kop in _SOORT.finditer(inhoud)):
        raise PostGeweigerd("too many parameters")


def _build(bericht: Message) -> Binnenpost:
    delen = list(_list_delen(bericht))
    agendas = [agenda for deel in delen if (agenda := _lees_agenda(deel))]
    antwoorden = [agenda for agenda in agendas if get_methode(agenda) in set(Methode)]
    naam, van = _lees_afzender(bericht)
    return Binnenpost(
        van=van,
        van_naam=naam,
        onderwerp=_lees_koptekst(bericht, "Subject")[:200],
        datum=_lees_datum(bericht),
        verwijst_naar=tuple(_list_verwijzingen(bericht)),
        authenticatie=tuple(_alle(bericht, "Authentication-Results")),
        is_automatisch=_is_automatisch(bericht, van),
        agenda=antwoorden[0] if antwoorden else None,
        is_andere_agenda=bool(agendas) and not antwoorden,
        terugmelding=_lees_terugmelding(bericht, van),
        tekst=_lees_tekst(delen),
    )


def _list_delen(bericht: Message) -> Iterator[Message]:
    """Yield the leaves, in order; a mail inside this mail is a leaf too."""
    wachtend, aantal = [bericht], 0
    while wachtend:
        deel = wachtend.pop()
        aantal += 1
        if aantal > MAX_DELEN:
            raise PostGeweigerd("too many parts")
        kinderen = deel.get_payload()
        if deel.get_content_maintype() == "multipart" and isinstance(kinderen, list):
            wachtend += [kind for kind in reversed(kinderen) if isinstance(kind, Message)]
        else:
            yield deel


def _lees_agenda(deel: Message) -> bytes | None:
    """Return the bytes of a calendar file, whatever it is called."""
    naam = str(deel.get_filename() or "").lower()
    soort = deel.get_content_type()
    if soort not in {"text/calendar", "application/ics"} and not naam.endswith(".ics"):
        return None
    inhoud = deel.get_payload(decode=True)
    return inhoud if isinstance(inhoud, bytes) and inhoud else None


def _alle(bericht: Message, naam: str) -> list[str]:
    return [" ".join(str(kop).split())[:MAX_KOP] for kop in bericht.get_all(naam, [])]


def _lees_koptekst(bericht: Message, naam: str) -> str:
    return decodeer_kop(next(iter(_alle(bericht, naam)), ""))


def decodeer_kop(kop: str) -> str:
    """Return a header as people read it, on one line (RFC 2047); what cannot be read stays."""
    try:
        return clean_regel(str(make_header(decode_header(kop))))
    except (LookupError, UnicodeError, ValueError):
        return clean_regel(kop.encode("ascii", "replace").decode())


def _lees_afzender(bericht: Message) -> tuple[str, str]:
    """Return name and address of who wrote it; nobody when From names none or several.

    Not ``getaddresses``: older Pythons read one address out of two (CVE-2023-27043).
    """
    koppen = _alle(bericht, "From")
    if len(koppen) != 1:
        return "", ""
    kaal = _TERZIJDE.sub(" ", koppen[0])
    match = _IN_HAKEN.fullmatch(kaal) or _KAAL_ADRES.fullmatch(kaal)
    if match is None:
        return "", ""
    naam = koppen[0].rpartition("<")[0].strip().strip('"')
    return decodeer_kop(naam)[:120], clean_regel(match[1]).lower()[:254]


def _lees_datum(bericht: Message) -> datetime | None:
    try:
        datum = parsedate_to_datetime(str(bericht.get("Date", "")))
    except (TypeError, ValueError, OverflowError):
        return None
    return datum.replace(tzinfo=datum.tzinfo or UTC).astimezone(UTC)


def _list_verwijzingen(bericht: Message) -> Iterator[str]:
    """Yield the Message-IDs that this mail answers, the nearest first."""
    koppen = [*_alle(bericht, "In-Reply-To"), *_alle(bericht, "References")]
    gevonden = [een for kop in koppen for een in reversed(_ID.findall(kop))]
    yield from dict.fromkeys(gevonden[:MAX_VERWIJZINGEN])


def _is_automatisch(bericht: Message, van: str) -> bool:
    """Whether no person wrote it (RFC 3834); such mail gets no answer."""
    gemerkt = str(bericht.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    return (
        gemerkt not in {"no", ""}
        or any(bericht.get(kop) is not None for kop in AUTOMATISCHE_KOPPEN)
        or str(bericht.get("Precedence", "")).strip().lower() in BULK
        or str(bericht.get("Return-Path", "x")).strip() == "<>"
        or bericht.get_content_type() == "multipart/report"
        or van.partition("@")[0] in POSTBODES
    )


def _lees_terugmelding(bericht: Message, van: str) -> Terugmelding | None:
    """Return what a mail server says of a mail of ours, from its report or from who it is."""
    is_verslag = (
        bericht.get_content_type() == "multipart/report"
        and str(bericht.get_param("report-type", "")).lower() == "delivery-status"
    )
    if not is_verslag:
        van_server = str(bericht.get("Return-Path", "")).strip() == "<>"
        is_postbode = van.partition("@")[0] in POSTBODES
        return Terugmelding("", is_voorgoed=True) if van_server and is_postbode else None
    blokken = [
        blok
        for deel in bericht.walk()
        if deel.get_content_type() == "message/delivery-status"
        for blok in (deel.get_payload() if deel.is_multipart() else [])
        if isinstance(blok, Message)
    ]
    acties = {str(blok.get("Action", "")).strip().lower() for blok in blokken}
    statussen = [str(blok.get("Status", "")).strip().split(" ")[0] for blok in blokken]
    status = next((een for een in statussen if _STATUS.fullmatch(een)), "")
    return Terugmelding(status, is_voorgoed="failed" in acties)


class _Lezer(HTMLParser):
    """Keeps the words of an HTML mail."""

    BREKEN = frozenset({"br", "div", "p", "tr", "li", "h1", "h2", "h3", "table"})
    WEG = frozenset({"script", "style", "head", "title"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stukken: list[str] = []
        self.weg = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or something that nobody reads."""
        self.weg += tag in self.WEG
        if tag in self.BREKEN:
            self.stukken.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what nobody reads."""
        self.weg -= tag in self.WEG and self.weg > 0

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self.weg:
            self.stukken.append(data)


def _lees_tekst(delen: list[Message]) -> str:
    """Return what a person wrote: the first plain text, or the words of the first HTML."""
    for soort in ("text/plain", "text/html"):
        for deel in delen:
            if deel.get_content_type() == soort and not deel.get_filename():
                tekst = decodeer_tekst(deel)
                if soort == "text/html":
                    lezer = _Lezer()
                    lezer.feed(tekst)
                    tekst = "".join(lezer.stukken)
                regels = [" ".join(regel.split()) for regel in clean_tekst(tekst).split("\n")]
                heel = re.sub(r"\n{3,}", "\n\n", "\n".join(regels)).strip()
                if heel:
                    return heel[:MAX_TEKST]
    return ""


def decodeer_tekst(deel: Message) -> str:
    """Return the text of a part; UTF-8 or Windows where the charset is missing or a lie."""
    inhoud = deel.get_payload(decode=True)
    if not isinstance(inhoud, bytes):
        return ""
    opgegeven = str(deel.get_content_charset() or "utf-8")
    for charset in (opgegeven, "utf-8", "cp1252"):
        try:
            # Python has codecs that are no charset, and some that take for ever.
            if codecs.lookup(charset).name.startswith(CHARSETS):
                return inhoud.decode(charset)
        except (LookupError, UnicodeError):
            continue
    return inhoud.decode("latin-1")
