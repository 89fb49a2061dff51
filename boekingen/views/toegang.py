"""Who may see a page of this app."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from lesaanbod.selectors import is_coordinator

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

View = Callable[..., HttpResponseBase]
BUREAU = "/planning/"


class IngelogdVerzoek(HttpRequest):
    """A request behind ``docent_required``: somebody is logged in."""

    user: "Gebruiker"


def docent_required(view: View) -> View:
    """Let in who is logged in: such a page shows only what that person asked for.

    Nothing of it is kept by a browser or proxy.
    """
    return never_cache(login_required(view))


def coordinator_required(view: View) -> View:
    """Let in coördinatoren only; anybody else logged in gets a refusal, the others the login.

    The second factor is asked by ``lesaanbod.middleware``. A POST without a login comes back to
    the desk itself, as its own address answers no GET.
    """

    @never_cache
    @wraps(view)
    def alleen_coordinator(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            pad = request.get_full_path() if request.method == "GET" else BUREAU
            return redirect_to_login(pad)
        if not is_coordinator(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return alleen_coordinator
