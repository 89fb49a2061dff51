"""Walking in as an invented person, and reading the mails; only where DEMO is on.

The resolver does not know these addresses otherwise, and settings.py refuses DEMO anywhere but on
a development site on loopback.
"""

from http import HTTPStatus
from typing import Any

from django.contrib.auth import login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from allauth.account.internal.flows.login import record_authentication
from csp.decorators import csp_replace

from lesaanbod.demomail import Demomail, get_mail, list_mails
from lesaanbod.selectors import get_gebruiker, list_gebruikers
from lesaanbod.selectors.bestemmingen import list_bestemmingen

MAILS_PER_PAGINA = 60
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """List the people one can be, and the mails, the newest first."""
    mensen = [
        {"gebruiker": gebruiker, "plekken": list_bestemmingen(gebruiker)}
        for gebruiker in list_gebruikers()
    ]
    mails = Paginator(list_mails(), MAILS_PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "lesaanbod/demo/overzicht.html", {"mensen": mensen, "mails": mails})


@never_cache
@require_POST
def word(request: HttpRequest, gebruiker_id: int) -> HttpResponse:
    """Log in as this person, second factor included."""
    gebruiker = get_gebruiker(gebruiker_id=gebruiker_id)
    if gebruiker is None:
        raise Http404
    login(request, gebruiker, backend=BACKEND)
    record_authentication(request, gebruiker, "code", email=gebruiker.email)
    if gebruiker.is_medewerker:
        record_authentication(request, gebruiker, "mfa", type="totp")
    return redirect("account_verder")


@never_cache
@require_safe
def mail(request: HttpRequest, naam: str) -> HttpResponse:
    """Show one mail, with its links to click."""
    return render(request, "lesaanbod/demo/mail.html", {"mail": get_mail_of_404(naam)})


@never_cache
@require_safe
@xframe_options_sameorigin
@csp_replace(  # type: ignore[arg-type]  # its types know no views with arguments
    {
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "frame-ancestors": ["'self'"],
        "sandbox": [],
    }
)
def mail_html(_request: HttpRequest, naam: str) -> HttpResponse:
    """Show the mail as a mail program would: its own styles, nothing else."""
    return HttpResponse(get_mail_of_404(naam).html, status=HTTPStatus.OK)


@never_cache
@require_safe
def mail_bestand(_request: HttpRequest, naam: str) -> HttpResponse:
    """Give the file itself, to open in a mail program."""
    gelezen = get_mail_of_404(naam)
    headers = {"Content-Disposition": f'attachment; filename="{gelezen.naam}"'}
    return HttpResponse(gelezen.inhoud, content_type="message/rfc822", headers=headers)


def get_mail_of_404(naam: str) -> Demomail:
    """Return the mail, or raise ``Http404``."""
    gelezen: Any = get_mail(naam)
    if gelezen is None:
        raise Http404
    return gelezen
