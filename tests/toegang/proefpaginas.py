"""Addresses with one planted fault each, to see that the tools find it."""

from collections.abc import Iterator
from threading import Event

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from lesaanbod.models import Thema

PAGINA = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/static/geen.svg"></head>
<body><main><h1>Proef</h1>{}</main></body></html>"""

FOUTEN = {
    "goed": '<form><label for="a">Naam</label><input id="a"><button>Verder</button></form>',
    "axe": '<form><input id="a"></form>',
    "breed": "<pre>" + "breed" * 200 + "</pre>",
    "script": "<script>document.title = 'x'</script>",
    "naar-helften": '<a href="/helften/">Ga</a>',
    "elders": '<img alt="" src="https://elders.example/x.png">',
}

TWEEDE_HELFT = Event()
"""Set to let the page of :func:`in_twee_helften` come whole."""


def fout(request: HttpRequest, soort: str) -> HttpResponse:
    """Show the page with the fault ``soort``."""
    return HttpResponse(format_html(PAGINA, mark_safe(FOUTEN[soort])))


def themas(request: HttpRequest, soort: str) -> HttpResponse:
    """Show all themes; ``traag`` asks the database again for each."""
    namen = [
        (Thema.objects.get(pk=thema.pk).naam if soort == "traag" else thema.naam,)
        for thema in Thema.objects.all()
    ]
    return HttpResponse(format_html(PAGINA, format_html_join("", "<p>{}</p>", namen)))


def in_twee_helften(request: HttpRequest) -> StreamingHttpResponse:
    """Show a good page, of which all after the head waits for ``TWEEDE_HELFT``."""

    def halves() -> Iterator[str]:
        head, body = format_html(PAGINA, "").split("<body>")
        yield head
        TWEEDE_HELFT.wait()
        yield f"<body>{body}"

    return StreamingHttpResponse(halves())


def antwoord(request: HttpRequest, token: str) -> HttpResponse:
    """Show one button behind a secret link, and take its answer."""
    if request.method == "POST":
        return HttpResponse(format_html(PAGINA, "Gelukt"))
    knop = format_html(
        '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        "<button>Ik kom</button></form>",
        get_token(request),
    )
    return HttpResponse(format_html(PAGINA, knop))


urlpatterns = [
    path("uitnodiging/<str:token>/", antwoord),
    path("helften/", in_twee_helften),
    path("themas/<str:soort>/", themas),
    path("<str:soort>/", fout),
]
