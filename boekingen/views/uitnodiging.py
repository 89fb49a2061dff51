"""Answering one invitation from the link in the mail: GET shows, POST decides.

The link itself is the permission (128 random bits with an HMAC), so there is no login, no session
and no cookie here, and nothing for a foreign site to forge: it does not know the link.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from boekingen.domain.status import InzetStatus
from boekingen.domain.weigeringen import Weigering
from boekingen.emails.context import list_feiten
from boekingen.forms.antwoord import AntwoordForm
from boekingen.models import Inzet
from boekingen.selectors.agendastand import ANTWOORDWOORDEN
from boekingen.selectors.inzetten import LINK_DOEL, get_boeking_van, get_inzet_voor_token
from boekingen.selectors.post import get_antwoord_voor_token
from boekingen.services.post import bevestig_antwoord
from boekingen.views.inzetbeeld import beantwoord, build_inzetbeeld
from lesaanbod.services.links import sign


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def uitnodiging(request: HttpRequest, token: str) -> HttpResponse:
    """Show one invitation, or take the answer to it."""
    inzet = get_inzet_voor_token(token)
    if inzet is None:
        return render(request, "boekingen/uitnodiging/onbekend.html", status=HTTPStatus.NOT_FOUND)
    if request.method != "POST":
        return toon(request, inzet)
    form = AntwoordForm(request.POST)
    if not form.is_valid():
        return toon(request, inzet, form=form, status=HTTPStatus.BAD_REQUEST)
    try:
        beantwoord(inzet, form.cleaned_data)
    except Weigering as weigering:
        inzet.refresh_from_db()
        return toon(
            request, inzet, form=form, weigering=weigering.uitleg, status=HTTPStatus.CONFLICT
        )
    return redirect("boekingen:uitnodiging", token=token)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def antwoord(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody confirm what came from a diary and could not be proven; one button."""
    stuk = get_antwoord_voor_token(token)
    inzet = stuk.uitnodiging.inzet if stuk and stuk.uitnodiging else None
    if stuk is None or inzet is None:
        return render(request, "boekingen/uitnodiging/onbekend.html", status=HTTPStatus.NOT_FOUND)
    inzet_token = sign(doel=LINK_DOEL, sleutel=inzet.sleutel)
    if stuk.bevestigd_op:
        return redirect("boekingen:uitnodiging", token=inzet_token)
    weigering, status = "", HTTPStatus.OK
    if request.method == "POST":
        try:
            bevestig_antwoord(poststuk_id=stuk.pk, nu=timezone.now())
        except Weigering as geweigerd:
            weigering, status = geweigerd.uitleg, HTTPStatus.CONFLICT
        else:
            return redirect("boekingen:uitnodiging", token=inzet_token)
    boeking = get_boeking_van(inzet)
    context = {
        # Whom to call on the day is for the page of who said yes, not for an answer in doubt.
        "feiten": list_feiten(boeking, (inzet.begin, inzet.eind)),
        "antwoord": ANTWOORDWOORDEN[stuk.antwoord],
        "van": stuk.van if stuk.van != inzet.hoofdrolspeler.gebruiker.email else "",
        "inzet_token": inzet_token,
        "weigering": weigering,
    }
    return render(request, "boekingen/uitnodiging/bevestigen.html", context, status=status)


def toon(
    request: HttpRequest,
    inzet: Inzet,
    *,
    form: AntwoordForm | None = None,
    weigering: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Show the own answer as it stands now; what ended without an answer says only that."""
    nu = timezone.now()
    is_ten_einde = inzet.status == InzetStatus.INGETROKKEN.value or inzet.eind <= nu
    if is_ten_einde and inzet.beantwoord_op is None:
        code = status if weigering else HTTPStatus.GONE
        gegevens = {"weigering": weigering}
        return render(request, "boekingen/uitnodiging/voorbij.html", gegevens, status=code)
    context = build_inzetbeeld(inzet, nu=nu, form=form, weigering=weigering, met_namen=False)
    return render(request, "boekingen/uitnodiging/antwoord.html", context, status=status)
