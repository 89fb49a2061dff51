"""Public pages, kept whole: the first middleware answers before anything else is asked.

Kept are answers of the views in ``OPENBAAR``, and of those of the apps above in ``OPENBARE_VIEWS``
of the settings, only: to a GET without a session, with status 200, that set no cookie and look at
none. With them go all their headers, and the page packed as a browser takes it: these pages hold no
secret, so packing tells nothing about one.

A page is shown only under the version of the catalogue it was made from. That version is read
before the page is made, so a page that was under way during an edit is never shown after it. What
only the clock changes (a sessie that closes) is at most ``HOUDBAAR`` behind.
"""

import gzip
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

import brotli

from lesaanbod.domain.paginasleutel import build_paginasleutel, kies_codering
from lesaanbod.geheugen import (
    CACHE,
    GEDEELD,
    HOUDBAAR,
    Versie,
    lees_bestandsversie,
    zet_gedeelde_versie,
)

GetResponse = Callable[[HttpRequest], HttpResponse]

OPENBAAR = frozenset(
    {
        "api:pages:detail",
        "api:pages:listing",
        "nieuw",
        "robots",
        "security",
        "sitemap",
        "wagtail_serve",
    }
)
GROOTSTE = 500_000
# Other headers an answer may depend on are not in the key.
VARY = {"", "accept", "accept-encoding", "hx-request"}
NIET_BEWAREN = ("no-store", "private", "no-cache")
# Of the answer as a whole; the rest is of the form in which it is sent.
VAN_DE_VORM = {"content-length", "content-encoding", "etag"}
BIJ_304 = {"cache-control", "content-security-policy", "vary"}


class Pagina(NamedTuple):
    """A page as it is kept."""

    versie: Versie
    kop: list[tuple[str, str]]
    etag: str
    vormen: dict[str, bytes]


def paginacache(get_response: GetResponse) -> GetResponse:
    """Answer from the cache what is in it, and keep what may be kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        sleutel = get_sleutel(request)
        if sleutel is None:
            return get_response(request)
        gevonden = caches[CACHE].get_many([GEDEELD, sleutel])
        versie = (lees_bestandsversie(), gevonden.get(GEDEELD) or zet_gedeelde_versie())
        pagina = gevonden.get(sleutel)
        if pagina and pagina[0] == versie:
            return lever(request, Pagina(*pagina))
        response = get_response(request)
        if not mag_bewaard(request, response):
            return response
        pagina = pak_in(response, versie)
        caches[CACHE].set(sleutel, tuple(pagina), timeout=HOUDBAAR)
        return lever(request, pagina)

    return middleware


def get_sleutel(request: HttpRequest) -> str | None:
    """Return the key of a request; None when its answer may be somebody's own."""
    meta = request.META
    cookies = meta.get("HTTP_COOKIE", "")
    if (
        request.method not in {"GET", "HEAD"}
        or request.path.startswith(settings.STATIC_URL)
        or (cookies and (settings.SESSION_COOKIE_NAME in cookies or "messages" in cookies))
    ):
        return None
    return build_paginasleutel(
        schema=request.scheme or "",
        host=meta.get("HTTP_HOST") or meta.get("SERVER_NAME", ""),
        pad=request.path,
        vraag=meta.get("QUERY_STRING", ""),
        htmx="HTTP_HX_REQUEST" in meta,
        accept=meta.get("HTTP_ACCEPT", ""),
    )


def mag_bewaard(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer is the same for everybody who asks."""
    match = request.resolver_match
    vary = {deel.strip().lower() for deel in response.get("Vary", "").split(",")}
    return (
        request.method == "GET"
        and response.status_code == HttpResponse.status_code
        and match is not None
        and (match.view_name in OPENBAAR or match.view_name in settings.OPENBARE_VIEWS)
        and not response.streaming
        and not response.cookies
        and not response.has_header("Set-Cookie")
        and vary <= VARY
        and not any(woord in response.get("Cache-Control", "") for woord in NIET_BEWAREN)
        and len(response.content) <= GROOTSTE
    )


def pak_in(response: HttpResponse, versie: Versie) -> Pagina:
    """Return an answer as it is kept; browsers may keep it too, but ask every time."""
    response.headers.setdefault("Cache-Control", "no-cache")
    vary = [*filter(None, response.get("Vary", "").split(", ")), "Accept-Encoding"]
    response.headers["Vary"] = ", ".join(dict.fromkeys(vary))
    inhoud = response.content
    return Pagina(
        versie=versie,
        kop=[(naam, wat) for naam, wat in response.items() if naam.lower() not in VAN_DE_VORM],
        etag=sha256(inhoud).hexdigest()[:32],
        vormen={
            "": inhoud,
            "gzip": gzip.compress(inhoud, compresslevel=6, mtime=0),
            "br": brotli.compress(inhoud, quality=5),
        },
    )


def lever(request: HttpRequest, pagina: Pagina) -> HttpResponse:
    """Return a kept page in the form this browser takes, or 304 when it has the page already.

    The ETag is weak: one page has the same one in every form.
    """
    meta = request.META
    if f'"{pagina.etag}"' in meta.get("HTTP_IF_NONE_MATCH", ""):
        response: Any = HttpResponse(status=304)
        del response.headers["Content-Type"]
        kop = [(naam, wat) for naam, wat in pagina.kop if naam.lower() in BIJ_304]
    else:
        codering = kies_codering(meta.get("HTTP_ACCEPT_ENCODING", ""))
        inhoud = pagina.vormen[codering]
        response = HttpResponse(b"" if request.method == "HEAD" else inhoud)
        kop = [*pagina.kop, ("Content-Length", str(len(inhoud)))]
        if codering:
            kop.append(("Content-Encoding", codering))
    for naam, wat in (*kop, ("ETag", f'W/"{pagina.etag}"')):
        response.headers[naam] = wat
    return response
