"""Login, its refusals, and where it lands."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.account.views import ConfirmLoginCodeView, LoginView
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.totp.views import ActivateTOTPView
from redis.exceptions import RedisError

from lesaanbod.middleware import BEHEER
from lesaanbod.selectors.bestemmingen import list_bestemmingen

UUR = 3600
View = Callable[..., HttpResponse]
# Why somebody who typed a code is at the login page again.
VERLOPEN, FOUT = "verlopen", "fout"
WAAROM = {
    VERLOPEN: "De code is verlopen. Een code werkt tien minuten.",
    FOUT: "U vulde drie keer een verkeerde code in.",
}


class Inloggen(LoginView):
    """The page that asks for the address, and says why one is there again."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the reason, if the address of the page names one."""
        waarom = WAAROM.get(self.request.GET.get("reden", ""), "")
        return super().get_context_data(**kwargs) | {"waarom": waarom}


class CodeInvullen(ConfirmLoginCodeView):
    """The page that asks for the mailed code.

    When no code can be typed any more, the login page says why, and a new code leads on to the
    page that was asked. A known and an unknown address are told the same.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or go back to the login page when there is no attempt (any more)."""
        was_bezig = request.method == "POST" or LOGIN_SESSION_KEY in request.session
        response = super().dispatch(request, *args, **kwargs)
        if response.headers.get("Location") != reverse("account_login"):
            return response
        return self.terug(VERLOPEN if was_bezig else "")

    def form_invalid(self, form: Any) -> HttpResponse:
        """Ask again; after the third wrong code the attempt is over."""
        response = super().form_invalid(form)
        return self.terug(FOUT) if response.headers.get("Location") else response

    def terug(self, reden: str) -> HttpResponse:
        """Go to the login page, with where to go on and why.

        The slashes stay as they are, so that the log can hide a secret between them.
        """
        query = {"reden": reden, "next": self.get_next_url()}
        vraag = urlencode({naam: waarde for naam, waarde in query.items() if waarde}, safe="/")
        pagina = reverse("account_login")
        return redirect(f"{pagina}?{vraag}" if vraag else pagina)


@never_cache
@login_required
def verder(request: Any) -> HttpResponse:
    """Send a person to the first of the own places, or say that there is none yet."""
    bestemmingen = list_bestemmingen(request.user)
    if bestemmingen:
        return redirect(bestemmingen[0].pad)
    return render(request, "account/verder.html")


class TweedeStapInstellen(ActivateTOTPView):
    """Set the second factor; the code typed here counts as having used it."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Store the factor and note it in the session, so that the same code is not asked twice."""
        response = super().form_valid(form)
        record_authentication(
            self.request, self.request.user, "mfa", type="totp", reauthenticated=True
        )
        return response


@never_cache
@login_required
def qr(request: HttpRequest) -> HttpResponse:
    """Draw the secret that is being set up, for the camera of a telephone."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if secret is None:
        raise Http404
    adapter = get_mfa_adapter()
    drawing = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(drawing, content_type="image/svg+xml")


tweede_stap_instellen = method_decorator(login_required, name="dispatch")(
    TweedeStapInstellen
).as_view()


@never_cache
def beheer_inloggen(request: HttpRequest) -> HttpResponse:
    """Stand in for Wagtail's login page: there is one way in, and not everybody may enter."""
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        return render(request, "403.html", status=403)
    volgende = request.GET.get("next", "/beheer/")
    return redirect(f"/account/login/?{urlencode({'next': volgende})}")


def answer(request: HttpRequest, template: str, *, status: int, wacht: int) -> HttpResponse:
    """Return a refusal that says after how many seconds to come back."""
    response = render(request, template, status=status)
    response.headers["Retry-After"] = str(wacht)
    return response


def dicht_zonder_rem(view: View) -> View:
    """Close a login view while rate limits cannot be counted (the shared cache is away)."""

    @wraps(view)
    def closed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except RedisError:
            return answer(request, "account/gesloten.html", status=503, wacht=60)

    return closed


def te_vaak(request: HttpRequest) -> HttpResponse:
    """Say that somebody asked too often; named ``handler429`` in the urls, where allauth looks."""
    return answer(request, "429.html", status=429, wacht=UUR)


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that a form was open too long or came from elsewhere (CSRF), and give back its texts.

    Going back and reloading gives a form that is taken; a browser then drops what was typed.
    """
    return render(request, "403_csrf.html", {"teksten": list_getypt(request)}, status=403)


def list_getypt(request: HttpRequest) -> list[str]:
    """Return the texts of a form of this site: words with a blank between, mostly letters.

    What is chosen or pressed is no such text, and neither is a code. Of a form on another site
    nothing is shown, nor of /beheer/, which sends its texts as data.
    """
    van_hier = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not van_hier or request.path.startswith(BEHEER):
        return []
    waarden = [waarde.strip() for _, lijst in request.POST.lists() for waarde in lijst]
    return [waarde for waarde in waarden if " " in waarde and is_meest_letters(waarde)]


def is_meest_letters(waarde: str) -> bool:
    """Whether more than half of the signs are letters."""
    return 2 * sum(teken.isalpha() for teken in waarde) > len(waarde)
