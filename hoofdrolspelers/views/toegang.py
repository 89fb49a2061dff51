"""Who gets into the pages of a hoofdrolspeler: that person, and nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from hoofdrolspelers.models import Hoofdrolspeler
from hoofdrolspelers.selectors import get_hoofdrolspeler_voor


class EigenVerzoek(HttpRequest):
    """A request of somebody who gives lessons."""

    hoofdrolspeler: Hoofdrolspeler


def hoofdrolspeler_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Put the person at the screen on the request; anybody else finds no page here."""

    @never_cache
    @login_required
    @wraps(view)
    def binnen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        hoofdrolspeler = get_hoofdrolspeler_voor(request.user)
        if hoofdrolspeler is None:
            raise Http404
        request.hoofdrolspeler = hoofdrolspeler  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return binnen
