"""Confirming an address in the middle of a lesaanvraag, with the login of the site.

Every address that is typed gets the same page and the same mail, known or not: the person is made
first. A second factor, where one is needed, is asked for by the login itself.
"""

from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.core import ratelimit
from redis.exceptions import RedisError

from lesaanbod.services.gebruikers import ensure_gebruiker

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

WACHT = "60"


def get_bevestigde(request: HttpRequest, email: str) -> "Gebruiker | None":
    """Return who is at the screen, if logged in with this address."""
    gebruiker = request.user
    if gebruiker.is_authenticated and gebruiker.email == email.lower():
        return gebruiker
    return None


def bevestig_of_ga_verder(request: HttpRequest, *, email: str, volgende: str) -> HttpResponse:
    """Go to ``volgende``, by way of a code when the address was not confirmed in this session."""
    if get_bevestigde(request, email):
        return HttpResponseRedirect(volgende)
    try:
        return mail_code(request, email=email, volgende=volgende)
    except RedisError:
        gesloten = render(request, "account/gesloten.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        gesloten.headers["Retry-After"] = WACHT
        return gesloten


def mail_code(request: HttpRequest, *, email: str, volgende: str) -> HttpResponse:
    """Mail a code and go to the page where it is typed; too many answer 429.

    A person who is new gets no name yet: anybody can type an address. The slashes of ``volgende``
    stay as they are, so that the log can hide the secret in it.
    """
    te_vaak = ratelimit.consume_or_429(request, action="login")
    if te_vaak is not None:
        return te_vaak
    if not ratelimit.consume(request, action="request_login_code", key=email.lower()):
        return ratelimit.respond_429(request)
    gebruiker = ensure_gebruiker(email=email, naam="")
    LoginCodeVerificationProcess.initiate(
        request=request, user=gebruiker if gebruiker.is_active else None, email=email
    )
    pagina = reverse("account_confirm_login_code")
    return HttpResponseRedirect(f"{pagina}?next={quote(volgende)}")
