"""The portal of a hoofdrolspeler: what is asked, what comes, and one lesson."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boekingen.domain.status import InzetStatus
from boekingen.domain.weigeringen import Weigering
from boekingen.forms.antwoord import Antwoord, AntwoordForm
from boekingen.models import Inzet
from boekingen.selectors.inzetten import get_eigen_inzet, list_eigen_lessen
from boekingen.selectors.lesgegevens import get_verloop
from boekingen.views.inzetbeeld import beantwoord, build_inzetbeeld
from boekingen.views.toegang import PortaalVerzoek, portaal_required
from hoofdrolspelers.selectors import list_weekritme

GEZEGD = {
    Antwoord.JA: "U komt. De les staat in uw agenda.",
    Antwoord.NEE: "Dank voor uw antwoord. U hoeft niets meer te doen.",
    Antwoord.AFMELDEN: "U bent afgemeld. Wij zoeken meteen iemand anders.",
    Antwoord.ANDERS: "Dank. Wij vragen de school of dat kan. U hoort het van ons.",
}


@portaal_required
@require_safe
def overzicht(request: PortaalVerzoek) -> HttpResponse:
    """Show the open invitations and the coming lessons of the person who is logged in."""
    lessen = list_eigen_lessen(request.user, nu=timezone.now())
    context = {
        "hoofdrolspeler": request.hoofdrolspeler,
        "gevraagd": [(les, build_neeform(les.inzet_id)) for les in lessen if les.is_gevraagd],
        "komend": [les for les in lessen if not les.is_gevraagd],
        "weekritme": list_weekritme(request.hoofdrolspeler, vandaag=timezone.localdate()),
    }
    return render(request, "boekingen/hoofdrolspeler/overzicht.html", context)


def build_neeform(inzet_id: int) -> AntwoordForm:
    """Return the empty answer of one of several questions on a page, with ids of its own."""
    return AntwoordForm(auto_id=f"les-{inzet_id}-%s")


@portaal_required
@require_http_methods(["GET", "HEAD", "POST"])
def les(request: PortaalVerzoek, inzet_id: int) -> HttpResponse:
    """Show one lesson of this person, or take the answer to it."""
    inzet = get_eigen_inzet(request.user, inzet_id=inzet_id)
    if inzet is None or inzet.status == InzetStatus.INGETROKKEN.value:
        raise Http404
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
    messages.success(request, GEZEGD[Antwoord(form.cleaned_data["antwoord"])])
    return redirect("boekingen:hoofdrolspeler")


def toon(
    request: PortaalVerzoek,
    inzet: Inzet,
    *,
    form: AntwoordForm | None = None,
    weigering: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Show the lesson as it stands now, with what helps to give it."""
    nu = timezone.now()
    context = build_inzetbeeld(inzet, nu=nu, form=form, weigering=weigering, met_namen=True)
    context |= {"verloop": get_verloop(context["boeking"]), "met_csrf": True}
    context["gekozen"] = context["gekozen"] or request.GET.get("antwoord", "")
    return render(request, "boekingen/hoofdrolspeler/les.html", context, status=status)
