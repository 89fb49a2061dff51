"""The feed of the own diary for calendar programs (icalendar.md, F1 to F6).

The secret in the address is the permission: no login, no session, no cookie. Whoever brings
another text gets the same 404, and too many of those a 429.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_etags
from django.views.decorators.http import require_safe

from allauth.account.adapter import get_adapter

from boekingen.services.agendafeeds import Feedstand, lees_feed, mag_raden, noteer_lezing

MAX_AGE = 300


@require_safe
def agenda(request: HttpRequest, geheim: str) -> HttpResponse:
    """Answer a calendar program: the feed, or that nothing changed."""
    nu = timezone.now()
    gevraagd = parse_etags(request.headers.get("If-None-Match", ""))
    stand = lees_feed(geheim=geheim, etag=gevraagd[0] if len(gevraagd) == 1 else "", nu=nu)
    if stand is None:
        return weiger(request)
    noteer_lezing(feed=stand.feed, adres=get_adapter().get_client_ip(request), nu=nu)
    return antwoord(request, stand)


def antwoord(request: HttpRequest, stand: Feedstand) -> HttpResponse:
    """Return 200 with the body or 304 without, both with the same headers."""
    response = HttpResponse(stand.inhoud or b"", content_type="text/calendar; charset=utf-8")
    response["ETag"] = stand.etag
    response["Last-Modified"] = http_date(stand.gewijzigd_op.timestamp())
    response["Cache-Control"] = f"private, max-age={MAX_AGE}"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    conditional = get_conditional_response(
        request,
        etag=stand.etag,
        last_modified=int(stand.gewijzigd_op.timestamp()),
        response=response,
    )
    assert conditional is not None  # noqa: S101  # it was given a response
    return conditional


def weiger(request: HttpRequest) -> HttpResponse:
    """Return 404 without detail, or 429 for who goes on trying."""
    kop = {"Referrer-Policy": "no-referrer"}
    if mag_raden(adres=get_adapter().get_client_ip(request), nu=timezone.now()):
        return HttpResponse(status=HTTPStatus.NOT_FOUND, headers=kop)
    kop |= {"Retry-After": "3600"}
    return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers=kop)
