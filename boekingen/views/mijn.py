"""The docent's own requests."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boekingen.domain.weigeringen import Weigering
from boekingen.forms.intrekken import IntrekForm
from boekingen.selectors.mijn import MijnAanvraag, get_mijn_aanvraag, list_mijn_aanvragen
from boekingen.services.afsluiting import trek_aanvraag_in
from boekingen.views.toegang import IngelogdVerzoek, docent_required

INGETROKKEN = "Uw aanvraag is ingetrokken. Wij laten het iedereen weten die al ja zei."


@docent_required
@require_safe
def mijn(request: IngelogdVerzoek) -> HttpResponse:
    """List everything this person asked for."""
    aanvragen = list_mijn_aanvragen(request.user, nu=timezone.now())
    return render(request, "boekingen/mijn/lijst.html", {"aanvragen": aanvragen})


@docent_required
@require_safe
def mijn_aanvraag(request: IngelogdVerzoek, aanvraag_id: int) -> HttpResponse:
    """Show one request."""
    aanvraag = get_or_404(request, aanvraag_id)
    return render(request, "boekingen/mijn/aanvraag.html", {"aanvraag": aanvraag})


@docent_required
@require_http_methods(["GET", "HEAD", "POST"])
def mijn_intrekken(request: IngelogdVerzoek, aanvraag_id: int) -> HttpResponse:
    """Name what withdrawing does; the button does it."""
    aanvraag = get_or_404(request, aanvraag_id)
    form = IntrekForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            trek_aanvraag_in(
                aanvraag_id=aanvraag.id,
                reden=form.cleaned_data["reden"],
                nu=timezone.now(),
                door=request.user,
            )
            messages.success(request, INGETROKKEN)
        except Weigering as weigering:
            messages.error(request, weigering.uitleg)
        return redirect("boekingen:mijn_aanvraag", aanvraag_id=aanvraag.id)
    if not aanvraag.mag_intrekken:
        return redirect("boekingen:mijn_aanvraag", aanvraag_id=aanvraag.id)
    return render(request, "boekingen/mijn/intrekken.html", {"aanvraag": aanvraag, "form": form})


def get_or_404(request: IngelogdVerzoek, aanvraag_id: int) -> MijnAanvraag:
    """Return a request of the person at the screen; anybody else's does not exist here."""
    aanvraag = get_mijn_aanvraag(request.user, aanvraag_id=aanvraag_id, nu=timezone.now())
    if aanvraag is None:
        raise Http404
    return aanvraag
