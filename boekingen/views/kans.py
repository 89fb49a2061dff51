"""The chance of a place of one lesson: a page, or the part that the page of the lesson takes in."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.selectors.plekkansen import get_kansbeeld
from boekingen.services.concepten import get_boekbare_les
from boekingen.views.concept import toon_niet_aanvraagbaar


@require_safe
def kans(request: HttpRequest, les_id: int, slug: str) -> HttpResponse:
    """Say in words in which weeks there is room; the same for everybody, and without a cookie."""
    try:
        les = get_boekbare_les(les_id)
    except StapNietMogelijk as weigering:
        return toon_niet_aanvraagbaar(request, weigering, status=HTTPStatus.NOT_FOUND)
    if slug != les.slug:
        return redirect("boekingen:kans", les_id=les_id, slug=les.slug)
    sjabloon = "_tabel" if request.headers.get("HX-Request") else "pagina"
    beeld = get_kansbeeld(les=les, nu=timezone.now())
    response = render(request, f"boekingen/kans/{sjabloon}.html", {"les": les, "kans": beeld})
    patch_vary_headers(response, ["HX-Request"])
    return response
