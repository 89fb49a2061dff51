"""What happens around every request."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, reverse
from django.views.defaults import page_not_found

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from csp.constants import SELF, UNSAFE_INLINE

from lesaanbod.geheimen import is_geheim_pad
from lesaanbod.models import Gebruiker

GetResponse = Callable[[HttpRequest], HttpResponse]

BEHEER = "/beheer/"
BEHEER_IN = "wagtailadmin.access_admin"
# Wagtail's choosers write small scripts into the page, its editor styles its parts, and previews
# of pages and letters stand in a frame.
BEHEER_CSP = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "blob:", "data:"],
    "frame-ancestors": [SELF],
    "frame-src": [SELF],
}
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


def security_headers(get_response: GetResponse) -> GetResponse:
    """Add the headers Django has no setting for, and loosen the CSP for /beheer/ only.

    A page behind a secret link keeps ``Referrer-Policy: same-origin`` of the settings: no other
    site learns its address. With ``no-referrer`` a browser sends ``Origin: null`` with the form on
    that page, which the CSRF check refuses.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response: Any = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        is_geheim = is_geheim_pad(request.path)
        if is_geheim:
            response.headers["X-Robots-Tag"] = "noindex"
        if is_geheim or settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-store")
        if request.path.startswith(BEHEER):
            # A preview is a page of the site with the headers of one.
            response.headers.pop("Content-Security-Policy", None)
            response._csp_replace = BEHEER_CSP  # noqa: SLF001  # what csp.decorators sets
        return response

    return middleware


def after_response(get_response: GetResponse) -> GetResponse:
    """Do what the view left in ``request.after_response`` when the answer is on its way.

    A login code is mailed then: a known and an unknown address are answered in the same time, also
    when the mail server is slow or away.
    """

    def middleware(request: Any) -> HttpResponse:
        request.after_response = []
        response: Any = get_response(request)
        response._resource_closers.extend(request.after_response)  # noqa: SLF001  # no public name
        return response

    return middleware


def needs_second_factor(request: HttpRequest, gebruiker: Gebruiker) -> bool:
    """Whether ``gebruiker`` is staff and did not use a second factor in this session.

    Whoever may enter /beheer/ is held to it there, also with a right that came by no group.
    """
    naar_beheer = request.path.startswith(BEHEER)
    if not (gebruiker.is_medewerker or (naar_beheer and gebruiker.has_perm(BEHEER_IN))):
        return False
    records = get_authentication_records(request, gebruiker)
    return not any(record["method"] == "mfa" for record in records)


def is_vrij_pad(path: str) -> bool:
    """Whether a page may be seen before the second factor: the account pages and static files."""
    verder = reverse("account_verder")
    account = reverse("account_login").removesuffix("login/")
    return path.startswith((account, settings.STATIC_URL)) and path != verder


def second_factor(get_response: GetResponse) -> GetResponse:
    """Send staff without a second factor to the page where they set or use it.

    Without a session cookie nobody is logged in; the session is then left alone, so that public
    pages stay the same for everybody (no ``Vary: Cookie``).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or is_vrij_pad(request.path):
            return get_response(request)
        gebruiker = request.user
        if gebruiker.is_authenticated and needs_second_factor(request, gebruiker):
            has_totp = is_mfa_enabled(gebruiker, [Authenticator.Type.TOTP])
            return redirect("mfa_reauthenticate" if has_totp else "mfa_activate_totp")
        return get_response(request)

    return middleware


class OwnNotFound:
    """Show our own page for what is not there; with ``DEBUG`` on Django shows one for programmers.

    In a demo only: who walks it is no programmer.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Replace the answer to an address that nothing answers to."""
        response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_FOUND and request.resolver_match is None:
            return page_not_found(request, Resolver404())
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer when a view says that it is not there."""
        return page_not_found(request, exception) if isinstance(exception, Http404) else None
