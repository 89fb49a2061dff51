"""The lesaanvraag: its first page and the five screens with questions.

The secret in the address is the permission, so that somebody may stop and go on elsewhere; the
middleware keeps such pages out of caches and indexes. The last screen is in ``views.indienen``.
"""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boekingen.domain.indiening import STAPPEN, list_open_stappen
from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.forms.scherm import Achtergrond, Scherm
from boekingen.forms.schermen import SCHERMEN, STAPNAMEN
from boekingen.forms.school import SchoolScherm
from boekingen.selectors.aanvragen import get_eigen_gegevens
from boekingen.selectors.scholen import zoek_scholen
from boekingen.services.aanvragen import bewaar_antwoorden, bewaar_halverwege, start_concept
from boekingen.services.concepten import get_boekbare_les
from boekingen.views.codes import bevestig_of_ga_verder
from boekingen.views.concept import (
    Concept,
    get_stap_url,
    met_concept,
    toon_niet_aanvraagbaar,
)
from boekingen.views.indienen import controleren

BEWAARD, CONTROLEREN = "bewaard", "controleren"
HOOGSTENS_GEVONDEN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def aanvraag(request: HttpRequest, les_id: int, slug: str) -> HttpResponse:
    """Say what will be asked; the button makes the draft."""
    try:
        les = get_boekbare_les(les_id)
    except StapNietMogelijk as weigering:
        return toon_niet_aanvraagbaar(request, weigering, status=HTTPStatus.NOT_FOUND)
    if slug != les.slug:
        return redirect("boekingen:aanvraag", les_id=les_id, slug=les.slug)
    if request.method != "POST":
        return render(request, "boekingen/aanvraag/start.html", {"les": les})
    _, sleutel = start_concept(les_id=les_id, nu=timezone.now())
    return HttpResponseRedirect(get_stap_url(les, sleutel, STAPPEN[0]))


@require_http_methods(["GET", "HEAD", "POST"])
@met_concept
def aanvraag_stap(request: HttpRequest, concept: Concept, stap: str) -> HttpResponse:
    """Show one screen of a draft, or take what was filled in on it."""
    if stap == BEWAARD:
        return render(request, "boekingen/aanvraag/bewaard.html", build_context(request, concept))
    eerste_open = find_eerste_open_stap(concept, voor=stap)
    if eerste_open:
        return HttpResponseRedirect(concept.get_url(eerste_open))
    if stap == CONTROLEREN:
        return controleren(request, concept)
    soort, achtergrond = SCHERMEN[stap], build_achtergrond(request, concept)
    if request.method == "POST":
        return verwerk(request, concept, soort, achtergrond)
    scherm = soort.lees(achtergrond)
    if isinstance(scherm, SchoolScherm) and "soort" in request.GET:
        scherm = scherm.wissel(request.GET["soort"])
    return toon(request, concept, scherm)


def verwerk(
    request: HttpRequest, concept: Concept, soort: type[Scherm], achtergrond: Achtergrond
) -> HttpResponse:
    """Take what was filled in: go on, stop here, or do what a button on the screen says."""
    actie = request.POST.get("actie", "")
    velden = {naam: str(waarde) for naam, waarde in request.POST.items()}
    if actie not in {"", "verder", "bewaar"}:
        velden, anker = soort(achtergrond, velden).doe(actie)
        bewaar_halverwege(aanvraag_id=concept.id, stap=soort.stap, velden=velden)
        return HttpResponseRedirect(f"{concept.get_url(soort.stap)}#{anker}")
    scherm = soort(achtergrond, velden, is_verstuurd=True)
    if scherm.is_geldig():
        antwoord = scherm.get_antwoord()
        bewaar_antwoorden(aanvraag_id=concept.id, stap=soort.stap, antwoorden=antwoord)
        if actie != "bewaar":
            return ga_verder(request, concept, soort.stap, antwoord)
    elif actie != "bewaar":
        return toon(request, concept, scherm)
    else:
        bewaar_halverwege(aanvraag_id=concept.id, stap=soort.stap, velden=scherm.list_getypt())
    return HttpResponseRedirect(concept.get_url(BEWAARD))


def ga_verder(
    request: HttpRequest, concept: Concept, stap: str, antwoord: dict[str, Any]
) -> HttpResponse:
    """Go to the next screen; after the last one the address is confirmed first."""
    if stap != STAPPEN[-1]:
        klaar = not list_open_stappen({**concept.antwoorden, stap: antwoord})
        volgende = CONTROLEREN if klaar else STAPPEN[STAPPEN.index(stap) + 1]
        return HttpResponseRedirect(concept.get_url(volgende))
    return bevestig_of_ga_verder(
        request,
        email=antwoord["email"],
        volgende=concept.get_url(CONTROLEREN),
    )


def toon(request: HttpRequest, concept: Concept, scherm: Scherm) -> HttpResponse:
    """Draw one screen."""
    nummer = STAPPEN.index(scherm.stap)
    context = build_context(request, concept) | {
        "scherm": scherm,
        "huidig": nummer + 1,
        "vorige": STAPNAMEN[nummer - 1],
        "vorige_url": concept.get_url(STAPPEN[nummer - 1]) if nummer else "",
        "volgende": STAPNAMEN[nummer + 1],
    }
    if scherm.stap == STAPPEN[0]:
        context |= build_zoek_context(request.GET.get("q", scherm.velden.get("q", "")))
    return render(request, f"boekingen/aanvraag/{scherm.stap}.html", context)


def build_context(request: HttpRequest, concept: Concept) -> dict[str, Any]:
    """Return what every screen shows: the lesson, the steps, and the school so far."""
    return {
        "concept": concept,
        "les": concept.les,
        "stappen": STAPNAMEN,
        "school": concept.school,
        "klassen": concept.antwoorden.get("klassen"),
        "link": request.build_absolute_uri(concept.get_url(find_hervatstap(concept))),
    }


def build_achtergrond(request: HttpRequest, concept: Concept) -> Achtergrond:
    """Return what the screens know besides what is typed."""
    return Achtergrond(
        les=concept.les,
        antwoorden=concept.antwoorden,
        nu=timezone.now(),
        regio=concept.school.regio if concept.school else "",
        eigen=get_eigen_gegevens(request.user),
    )


def find_eerste_open_stap(concept: Concept, *, voor: str) -> str | None:
    """Return the first screen before ``voor`` that has no answer yet, or None."""
    eerder = STAPPEN[: STAPPEN.index(voor)] if voor in STAPPEN else STAPPEN
    open_stappen = list_open_stappen(concept.antwoorden)
    if concept.school is None:
        open_stappen = ("school", *open_stappen)
    return next((stap for stap in eerder if stap in open_stappen), None)


def find_hervatstap(concept: Concept) -> str:
    """Return where somebody goes on who opens the link again."""
    return find_eerste_open_stap(concept, voor=CONTROLEREN) or CONTROLEREN


def build_zoek_context(vraag: str) -> dict[str, Any]:
    """Return what was searched for and which schools that found."""
    scholen = zoek_scholen(tekst=vraag, hoogstens=HOOGSTENS_GEVONDEN + 1)
    return {
        "q": vraag,
        "scholen": scholen[:HOOGSTENS_GEVONDEN],
        "zijn_er_meer": len(scholen) > HOOGSTENS_GEVONDEN,
    }


@require_safe
def scholen_zoeken(request: HttpRequest) -> HttpResponse:
    """Return the schools for what was typed: the list alone for htmx, a page for a person."""
    context = build_zoek_context(request.GET.get("q", ""))
    if request.headers.get("HX-Request"):
        return render(request, "boekingen/aanvraag/_scholen.html", context)
    context["zoek_url"] = reverse("boekingen:scholen_zoeken")
    return render(request, "boekingen/aanvraag/scholen_zoeken.html", context)
