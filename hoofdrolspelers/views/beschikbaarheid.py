"""A person keeps the own availability: eight weeks in view, a tap to change one."""

from datetime import date, datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoofdrolspelers.domain.beschikbaarheid import AMSTERDAM
from hoofdrolspelers.domain.dagdeel import Dagdeel
from hoofdrolspelers.domain.uitzondering import UitzonderingWeigering
from hoofdrolspelers.forms.grenzen import GrenzenForm, get_begin
from hoofdrolspelers.forms.uitzondering import UitzonderingForm
from hoofdrolspelers.forms.weekritme import WeekritmeForm
from hoofdrolspelers.selectors import beschikbaarheid as lezen
from hoofdrolspelers.services import beschikbaarheid as doen
from hoofdrolspelers.views.toegang import EigenVerzoek, hoofdrolspeler_required
from lesaanbod.domain.datums import format_dag

MAP = "hoofdrolspelers/beschikbaarheid"
HIER = "hoofdrolspelers:beschikbaarheid"
LEZEN_EN_DOEN = ["GET", "HEAD", "POST"]
SAMENGEVOEGD = "Tijden die elkaar raakten, hebben wij samengevoegd."
HERSTEL = "Tik nog eens om te herstellen."
VERVANGEN = (
    "Dit komt in de plaats van wat u eerder voor dit dagdeel doorgaf. "
    "Klopt dat niet? Geef die uren dan opnieuw door."
)
INGEKORT = "In deze periode stond al een andere week. Nu geldt wat u het laatst doorgaf."


def wie_en_wanneer(request: EigenVerzoek) -> dict[str, Any]:
    """Return what every service of this person's time is told."""
    return {
        "hoofdrolspeler_id": request.hoofdrolspeler.pk,
        "nu": timezone.now(),
        "door": request.user,
    }


@hoofdrolspeler_required
@require_safe
def overzicht(request: EigenVerzoek) -> HttpResponse:
    """Show the next eight weeks as they come out, and everything they come from."""
    nu, persoon = timezone.now(), request.hoofdrolspeler
    context = {
        "hoofdrolspeler": persoon,
        "weken": lezen.list_weken(persoon, nu=nu),
        "uitzonderingen": lezen.list_uitzonderingregels(persoon, nu=nu),
        "ritmekaarten": lezen.list_ritmekaarten(persoon, nu=nu),
        "grenzen": lezen.list_grenzen(persoon),
        "inzetbaarheid": lezen.get_inzetbaarheid(persoon),
        "moet_bevestigen": lezen.moet_bevestigen(persoon, nu=nu),
        "bevestigd_op": lezen.format_bevestigd(persoon),
        "form": UitzonderingForm(),
    }
    return render(request, f"{MAP}/overzicht.html", context)


@hoofdrolspeler_required
@require_POST
def vak(request: EigenVerzoek) -> HttpResponse:
    """Make one half of a day free or not: «2027-01-12 ochtend vrij»."""
    try:
        dag, dagdeel, wens = lees_vak(request.POST.get("vak", ""))
    except ValueError:
        messages.error(request, "Dit vak kennen wij niet. Kies een vak in de tabel.")
        return redirect(HIER)
    try:
        kan_terug = doen.wissel_dagdeel(
            dag=dag, dagdeel=dagdeel, vrij=wens == "vrij", **wie_en_wanneer(request)
        )
    except UitzonderingWeigering as weigering:
        messages.error(request, weigering.uitleg)
    else:
        kan = "kunt u" if wens == "vrij" else "kunt u niet"
        messages.success(
            request,
            f"Op {format_dag(dag)} {kan} in de {dagdeel.value}. "
            f"{HERSTEL if kan_terug else VERVANGEN}",
        )
    return redirect(f"{redirect(HIER).url}#dag-{dag:%Y-%m-%d}")


def lees_vak(waarde: str) -> tuple[date, Dagdeel, str]:
    """Return day, half and wish; raises ``ValueError`` for anything else."""
    dag, dagdeel, wens = waarde.split(" ")
    if wens not in ("vrij", "niet"):
        raise ValueError(wens)
    return date.fromisoformat(dag), Dagdeel(dagdeel), wens


@hoofdrolspeler_required
@require_http_methods(LEZEN_EN_DOEN)
def uitzondering(request: EigenVerzoek) -> HttpResponse:
    """Take in away or extra, for hours, a day or weeks at once."""
    form = UitzonderingForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            try:
                raakte = doen.zet_uitzondering(**form.cleaned_data, **wie_en_wanneer(request))
            except UitzonderingWeigering as weigering:
                form.add_error("vanaf", weigering.uitleg)
                status = HTTPStatus.CONFLICT
            else:
                bij = " Het sloot aan op wat u eerder doorgaf; wij hebben het samengevoegd."
                messages.success(request, f"Wij hebben het genoteerd.{bij if raakte else ''}")
                return redirect(HIER)
    return render(request, f"{MAP}/uitzondering.html", {"form": form}, status=status)


@hoofdrolspeler_required
@require_POST
def uitzondering_weg(request: EigenVerzoek, uitzondering_id: int) -> HttpResponse:
    """Let the fixed week count again."""
    if doen.wis_uitzondering(uitzondering_id=uitzondering_id, **wie_en_wanneer(request)):
        messages.success(request, "Het is weggehaald. Uw vaste week geldt weer.")
    else:
        messages.info(request, "Dit was al weggehaald.")
    return redirect(HIER)


@hoofdrolspeler_required
@require_http_methods(LEZEN_EN_DOEN)
def weekritme(request: EigenVerzoek) -> HttpResponse:
    """Change the fixed week, for now or for a while."""
    nu, persoon = timezone.now(), request.hoofdrolspeler
    form = WeekritmeForm(
        request.POST if request.method == "POST" else None,
        vandaag=get_vandaag(nu),
        ritme=lezen.get_ritme_op(persoon, nu=nu),
    )
    if form.is_bound and form.is_valid():
        uitkomst = doen.zet_weekritme(**form.cleaned_data, **wie_en_wanneer(request))
        extra = [SAMENGEVOEGD] * uitkomst.samengevoegd + [INGEKORT] * uitkomst.ingekort
        messages.success(request, " ".join(["Uw vaste week is bewaard.", *extra]))
        return redirect(HIER)
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, f"{MAP}/week.html", {"form": form}, status=status)


@hoofdrolspeler_required
@require_http_methods(LEZEN_EN_DOEN)
def grenzen(request: EigenVerzoek) -> HttpResponse:
    """Change how much, how soon and how far."""
    form = GrenzenForm(
        request.POST if request.method == "POST" else None,
        initial=get_begin(request.hoofdrolspeler),
    )
    if form.is_bound and form.is_valid():
        doen.zet_grenzen(grenzen=form.cleaned_data, **wie_en_wanneer(request))
        messages.success(request, "Uw wensen zijn bewaard.")
        return redirect(HIER)
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, f"{MAP}/grenzen.html", {"form": form}, status=status)


@hoofdrolspeler_required
@require_POST
def klopt_nog(request: EigenVerzoek) -> HttpResponse:
    """Keep that all of it is right."""
    doen.bevestig_beschikbaarheid(**wie_en_wanneer(request))
    messages.success(request, "Dank u wel. Over een maand vragen wij het weer.")
    return redirect(HIER)


def get_vandaag(nu: datetime) -> date:
    """Return the day it is in Utrecht."""
    return nu.astimezone(AMSTERDAM).date()
