"""Who may see a page of this app."""

from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from hoofdrolspelers.domain.deelname import Deelname
from hoofdrolspelers.selectors import get_hoofdrolspeler_voor
from lesaanbod.selectors import is_coordinator

if TYPE_CHECKING:
    from hoofdrolspelers.models import Hoofdrolspeler
    from lesaanbod.models import Gebruiker

View = Callable[..., HttpResponseBase]
BUREAU = "/planning/"


class IngelogdVerzoek(HttpRequest):
    """A request behind ``docent_required``: somebody is logged in."""

    user: "Gebruiker"


class PortaalVerzoek(IngelogdVerzoek):
    """A request behind ``portaal_required``."""

    hoofdrolspeler: "Hoofdrolspeler"


def portaal_required(view: View | None = None, *, ook_uitgenodigd: bool = False) -> Any:
    """Let in who gives lessons; for anybody else who is logged in there is no such page.

    Who was only invited first tells who it is, unless ``ook_uitgenodigd``. Nothing is kept by a
    browser or proxy.
    """
    if view is None:
        return partial(portaal_required, ook_uitgenodigd=ook_uitgenodigd)

    @never_cache
    @login_required
    @wraps(view)
    def alleen_hoofdrolspeler(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        hoofdrolspeler = get_hoofdrolspeler_voor(request.user)
        if hoofdrolspeler is None:
            raise Http404
        if hoofdrolspeler.deelname == Deelname.UITGENODIGD.value and not ook_uitgenodigd:
            return redirect("boekingen:portaal_gegevens")
        request.hoofdrolspeler = hoofdrolspeler
        return view(request, *args, **kwargs)

    return alleen_hoofdrolspeler


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
