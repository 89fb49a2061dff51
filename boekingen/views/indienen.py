"""The last screen of the lesaanvraag: look it over and send it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone

from boekingen.domain.indiening import STAPPEN
from boekingen.domain.status import ContactStatus
from boekingen.domain.weigeringen import Weigering
from boekingen.forms.schermen import STAPNAMEN
from boekingen.models import Aanvraag
from boekingen.selectors.hiaten import list_rollen_zonder_iemand
from boekingen.services.aanvragen import dien_concept_in
from boekingen.services.controle import Bezwaar, controleer
from boekingen.views.codes import bevestig_of_ga_verder, get_bevestigde
from boekingen.views.concept import Concept

BELLEN = "Wij bellen eerst uw school. Daarna zoeken wij mensen die kunnen komen."
ZOEKEN = "Wij zoeken nu mensen die kunnen komen."


def controleren(request: HttpRequest, concept: Concept) -> HttpResponse:
    """Show every answer; send it for the person who confirmed the address in it."""
    if request.method != "POST":
        return toon_controle(request, concept)
    contact = concept.antwoorden["contact"]
    gebruiker = get_bevestigde(request, contact["email"])
    if gebruiker is None:
        if request.user.is_authenticated:
            return HttpResponseRedirect(concept.get_url("contact"))
        return bevestig_of_ga_verder(request, email=contact["email"], volgende=request.path)
    try:
        aanvraag = dien_concept_in(aanvraag_id=concept.id, gebruiker=gebruiker, nu=timezone.now())
    except Weigering as weigering:
        return toon_controle(request, concept, Bezwaar(stap="", uitleg=weigering.uitleg))
    messages.success(request, build_dank(aanvraag))
    return redirect("boekingen:mijn_aanvraag", aanvraag_id=aanvraag.pk)


def toon_controle(
    request: HttpRequest, concept: Concept, bezwaar: Bezwaar | None = None
) -> HttpResponse:
    """Draw the last screen, with what stands in the way when something does."""
    school = concept.school
    assert school is not None  # noqa: S101  # no school: the first screen is open
    controle = controleer(concept.antwoorden, les=concept.les, school=school, nu=timezone.now())
    bezwaar = bezwaar or controle.bezwaar
    context = {
        "concept": concept,
        "les": concept.les,
        "regels": [(regel, concept.get_url(regel.stap)) for regel in controle.regels],
        "bezwaar": bezwaar,
        "zonder_iemand": list_rollen_zonder_iemand(les=concept.les, antwoorden=concept.antwoorden),
        "bezwaar_url": concept.get_url(bezwaar.stap) if bezwaar and bezwaar.stap else "",
        "email": controle.email,
        "is_bevestigd": get_bevestigde(request, controle.email) is not None,
        "stappen": STAPNAMEN,
        "huidig": len(STAPPEN) + 1,
        "contact_url": concept.get_url("contact"),
    }
    return render(request, "boekingen/aanvraag/controleren.html", context)


def build_dank(aanvraag: Aanvraag) -> str:
    """Return what happens next, with the reference that can be read aloud."""
    contact = aanvraag.contactpersoon
    is_toegelaten = contact is not None and contact.status == ContactStatus.TOEGELATEN.value
    wat_nu = ZOEKEN if is_toegelaten else BELLEN
    return f"Uw aanvraag is verstuurd. Uw kenmerk is {aanvraag.kenmerk}. {wat_nu}"
