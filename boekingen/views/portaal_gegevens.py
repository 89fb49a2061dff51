"""The portal of a hoofdrolspeler: who I am, what a school sees, and my diary link."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boekingen.domain.feed import Feeddetail
from boekingen.forms.portaal import FeedForm, ProfielForm
from boekingen.selectors.agendafeeds import get_feedbeeld
from boekingen.services.agendafeeds import kies_detail, stop_feed, vernieuw_feed
from boekingen.views.toegang import PortaalVerzoek, portaal_required
from hoofdrolspelers.domain.deelname import Deelname
from hoofdrolspelers.services.deelname import vul_profiel_in

GOOGLE = "https://calendar.google.com/calendar/r"
WELKOM = "Welkom. Hieronder ziet u wanneer wij u kunnen vragen. Klopt dat niet? Pas het aan."


@portaal_required(ook_uitgenodigd=True)
@require_http_methods(["GET", "HEAD", "POST"])
def gegevens(request: PortaalVerzoek) -> HttpResponse:
    """Show or change the own profile; the first time it means taking part."""
    mens = request.hoofdrolspeler
    is_nieuw = mens.deelname == Deelname.UITGENODIGD.value
    rollen = list(mens.rollen.all())
    form = ProfielForm(
        request.POST if request.method == "POST" else None,
        rol_slugs=[rol.slug for rol in rollen],
        initial={
            "naam": request.user.naam,
            **{naam: getattr(mens, naam) for naam in ProfielForm.field_order if naam != "naam"},
        },
    )
    if form.is_valid():
        velden = ("naam", "voornaam", "organisatie", "telefoon", "max_per_maand")
        vul_profiel_in(
            hoofdrolspeler_id=mens.pk,
            **{veld: form.cleaned_data[veld] for veld in velden},
            afscherming=form.get_afscherming(),
            nu=timezone.now(),
            door=request.user,
        )
        if is_nieuw:
            messages.success(request, WELKOM)
            return redirect("hoofdrolspelers:beschikbaarheid")
        messages.success(request, "Uw gegevens zijn bewaard.")
        return redirect("boekingen:hoofdrolspeler")
    context = {
        "form": form,
        "rollen": rollen,
        "niveaus": list(mens.niveaus.all()),
        "wijken": list(mens.wijken.all()),
        "is_nieuw": is_nieuw,
    }
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, "boekingen/hoofdrolspeler/gegevens.html", context, status=status)


@portaal_required
@require_safe
def agendalink(request: PortaalVerzoek) -> HttpResponse:
    """Show how the own diary link stands; never the address itself."""
    return toon_agendalink(request)


@portaal_required
@require_POST
def agendalink_maken(request: PortaalVerzoek) -> HttpResponse:
    """Make or renew the address and show it this once."""
    form = FeedForm(request.POST)
    if not form.is_valid():
        return toon_agendalink(request, form=form, status=HTTPStatus.BAD_REQUEST)
    geheim = vernieuw_feed(
        hoofdrolspeler_id=request.hoofdrolspeler.pk,
        detail=Feeddetail(form.cleaned_data["detail"]),
        nu=timezone.now(),
    )
    adres = settings.SITE_URL + reverse("boekingen:agenda", args=[geheim])
    return toon_agendalink(request, adres=adres)


@portaal_required
@require_POST
def agendalink_detail(request: PortaalVerzoek) -> HttpResponse:
    """Change how much the diary says."""
    form = FeedForm(request.POST)
    if not form.is_valid():
        return toon_agendalink(request, form=form, status=HTTPStatus.BAD_REQUEST)
    kies_detail(
        hoofdrolspeler_id=request.hoofdrolspeler.pk,
        detail=Feeddetail(form.cleaned_data["detail"]),
        nu=timezone.now(),
    )
    messages.success(request, "Uw keuze is bewaard. Uw agenda volgt vanzelf.")
    return redirect("boekingen:agendalink")


@portaal_required
@require_POST
def agendalink_stoppen(request: PortaalVerzoek) -> HttpResponse:
    """End the address for good."""
    stop_feed(hoofdrolspeler_id=request.hoofdrolspeler.pk, nu=timezone.now())
    messages.success(request, "De agendalink werkt niet meer.")
    return redirect("boekingen:agendalink")


def toon_agendalink(
    request: PortaalVerzoek,
    *,
    form: FeedForm | None = None,
    adres: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Show the page; ``adres`` only right after it was made."""
    beeld = get_feedbeeld(hoofdrolspeler_id=request.hoofdrolspeler.pk, nu=timezone.now())
    begin = {"detail": beeld.detail.value} if beeld else None
    webcal = f"webcal://{adres.partition('://')[2]}"
    context = {
        "beeld": beeld,
        "form": form or FeedForm(initial=begin),
        "adres": adres,
        "webcal": webcal,
        "google": f"{GOOGLE}?{urlencode({'cid': webcal})}",
    }
    return render(request, "boekingen/hoofdrolspeler/agendalink.html", context, status=status)
