"""The own diaries of a hoofdrolspeler: link, look, read again, replace, remove.

No page here asks another server anything; the worker does. So nobody can make a page wait, or
measure from it what our server can reach.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoofdrolspelers.domain.agenda_import import GeenAgenda
from hoofdrolspelers.domain.agendabeeld import Agendabeeld
from hoofdrolspelers.forms.agendas import (
    DAGEN_ADRES,
    BestandForm,
    InstelForm,
    KoppelForm,
    NieuwBestandForm,
)
from hoofdrolspelers.selectors import get_agenda, list_agendas
from hoofdrolspelers.services import agendas as services
from hoofdrolspelers.views.toegang import EigenVerzoek, hoofdrolspeler_required

TE_VEEL = f"U hebt al {services.MAX_AGENDAS} agenda's gekoppeld. Ontkoppel er eerst een."


@hoofdrolspeler_required
@require_safe
def lijst(request: EigenVerzoek) -> HttpResponse:
    """Show the linked diaries and how they are."""
    context = {"agendas": list_agendas(request.hoofdrolspeler)}
    return render(request, "hoofdrolspelers/agendas/lijst.html", context)


@hoofdrolspeler_required
@require_http_methods(["GET", "HEAD", "POST"])
def koppelen(request: EigenVerzoek) -> HttpResponse:
    """Link a diary by its address."""
    form = KoppelForm(_get_invoer(request)[0], initial={"max_dagen_oud": DAGEN_ADRES})
    if request.method == "POST" and form.is_valid():
        try:
            services.koppel_agenda(
                hoofdrolspeler=request.hoofdrolspeler, **form.cleaned_data, **_wie(request)
            )
        except services.AlGekoppeld:
            form.add_error("adres", "U hebt dit adres al gekoppeld.")
        except services.TeVeelAgendas:
            form.add_error(None, TE_VEEL)
        else:
            messages.success(
                request, "Uw agenda is gekoppeld. Binnen een paar minuten lezen wij hem."
            )
            return redirect("hoofdrolspelers:agendas")
    return render(request, "hoofdrolspelers/agendas/koppelen.html", {"form": form})


@hoofdrolspeler_required
@require_http_methods(["GET", "HEAD", "POST"])
def bestand(request: EigenVerzoek) -> HttpResponse:
    """Add a diary from a file."""
    form = BestandForm(*_get_invoer(request))
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        try:
            services.laad_bestand(
                hoofdrolspeler=request.hoofdrolspeler,
                inhoud=velden.pop("bestand"),
                **velden,
                **_wie(request),
            )
        except GeenAgenda as fout:
            form.add_error("bestand", str(fout))
        except services.TeVeelAgendas:
            form.add_error(None, TE_VEEL)
        else:
            messages.success(request, "Uw agenda is gelezen. Het bestand zelf bewaren wij niet.")
            return redirect("hoofdrolspelers:agendas")
    return render(request, "hoofdrolspelers/agendas/bestand.html", {"form": form})


@hoofdrolspeler_required
@require_http_methods(["GET", "HEAD", "POST"])
def agenda(request: EigenVerzoek, agenda_id: int) -> HttpResponse:
    """Show one diary, and set its name and greatest age."""
    beeld = _get_or_404(request, agenda_id)
    begin = {"naam": beeld.naam, "max_dagen_oud": beeld.max_dagen_oud}
    form = InstelForm(_get_invoer(request)[0], initial=begin)
    if request.method == "POST" and form.is_valid():
        services.stel_in(agenda_id=beeld.id, **form.cleaned_data, **_wie(request))
        messages.success(request, "Bewaard.")
        return redirect("hoofdrolspelers:agendas")
    return render(request, "hoofdrolspelers/agendas/agenda.html", {"agenda": beeld, "form": form})


@hoofdrolspeler_required
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw_bestand(request: EigenVerzoek, agenda_id: int) -> HttpResponse:
    """Put a newer file in the place of the old one."""
    beeld = _get_or_404(request, agenda_id)
    if not beeld.is_bestand:
        raise Http404
    form = NieuwBestandForm(*_get_invoer(request))
    if request.method == "POST" and form.is_valid():
        inhoud = form.cleaned_data["bestand"]
        try:
            services.vervang_bestand(agenda_id=beeld.id, inhoud=inhoud, **_wie(request))
        except GeenAgenda as fout:
            form.add_error("bestand", f"{fout} Wij houden vast wat wij eerder lazen.")
        else:
            messages.success(request, "Uw nieuwe bestand is gelezen.")
            return redirect("hoofdrolspelers:agendas")
    context = {"agenda": beeld, "form": form}
    return render(request, "hoofdrolspelers/agendas/nieuw_bestand.html", context)


@hoofdrolspeler_required
@require_POST
def vernieuwen(request: EigenVerzoek, agenda_id: int) -> HttpResponse:
    """Ask the worker to read a diary now."""
    beeld = _get_or_404(request, agenda_id)
    try:
        services.vernieuw_nu(agenda_id=beeld.id, nu=timezone.now())
    except services.IsBestand:
        messages.error(request, "Dit is een bestand. Zet een nieuw bestand op de site.")
    except services.NetGeprobeerd:
        messages.info(request, "Wij lazen deze agenda net. Probeer het over een minuut opnieuw.")
    except services.WebsiteVraagtRust:
        messages.info(
            request, "De website van uw agenda vraagt ons even te wachten. Daarna lezen wij hem."
        )
    else:
        messages.success(request, "Wij lezen uw agenda zo. Kijk over een minuut nog eens.")
    return redirect("hoofdrolspelers:agendas")


@hoofdrolspeler_required
@require_http_methods(["GET", "HEAD", "POST"])
def ontkoppelen(request: EigenVerzoek, agenda_id: int) -> HttpResponse:
    """Say what unlinking does; the button does it."""
    beeld = _get_or_404(request, agenda_id)
    if request.method == "POST":
        services.ontkoppel_agenda(agenda_id=beeld.id, **_wie(request))
        messages.success(request, "Uw agenda is ontkoppeld. Wij weten er niets meer van.")
        return redirect("hoofdrolspelers:agendas")
    return render(request, "hoofdrolspelers/agendas/ontkoppelen.html", {"agenda": beeld})


def _get_or_404(request: EigenVerzoek, agenda_id: int) -> Agendabeeld:
    """Return a diary of the person at the screen; anybody else's does not exist here."""
    beeld = get_agenda(request.hoofdrolspeler, agenda_id)
    if beeld is None:
        raise Http404
    return beeld


def _wie(request: EigenVerzoek) -> dict[str, Any]:
    """Return who does it and when, as services want it."""
    return {"door": request.user, "nu": timezone.now()}


def _get_invoer(request: EigenVerzoek) -> tuple[Any, Any]:
    """Return what was sent, also when nothing was filled in; None when nothing was sent."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
