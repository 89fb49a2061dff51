"""The lessons of a school in its own diary, and on its own site."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from boekingen.forms.mijn_agenda import SchoolfeedForm
from boekingen.models import Contactpersoon
from boekingen.selectors.mijn_agenda import (
    Feedsoort,
    get_eigen_contact,
    get_feedeigenaar,
    list_schoolagendas,
)
from boekingen.services.agendafeeds import stop_feed, vernieuw_feed
from boekingen.views.toegang import IngelogdVerzoek, docent_required


@docent_required
@require_safe
def mijn_agenda(request: IngelogdVerzoek) -> HttpResponse:
    """Show how the links of every own school stand; never an address itself."""
    return toon(request)


@docent_required
@require_POST
def mijn_agenda_maken(request: IngelogdVerzoek, contact_id: int, soort: str) -> HttpResponse:
    """Make or renew an address and show it this once."""
    contact, welke = get_or_404(request, contact_id, soort)
    form = SchoolfeedForm(request.POST, soort=welke)
    if not form.is_valid():
        return toon(request, status=HTTPStatus.BAD_REQUEST)
    eigenaar = get_feedeigenaar(contact, welke)
    geheim = vernieuw_feed(detail=form.get_detail(), nu=timezone.now(), **eigenaar)
    adres = settings.SITE_URL + reverse("boekingen:agenda", args=[geheim])
    return toon(request, adres=adres, van=(contact.pk, welke))


@docent_required
@require_POST
def mijn_agenda_stoppen(request: IngelogdVerzoek, contact_id: int, soort: str) -> HttpResponse:
    """End an address for good."""
    contact, welke = get_or_404(request, contact_id, soort)
    stop_feed(nu=timezone.now(), **get_feedeigenaar(contact, welke))
    messages.success(request, "De agendalink werkt niet meer.")
    return redirect("boekingen:mijn_agenda")


def get_or_404(
    request: IngelogdVerzoek, contact_id: int, soort: str
) -> tuple[Contactpersoon, Feedsoort]:
    """Return an admitted contact that the person at the screen is; others do not exist here."""
    contact = get_eigen_contact(request.user, contact_id=contact_id)
    if contact is None or soort not in set(Feedsoort):
        raise Http404
    return contact, Feedsoort(soort)


def toon(
    request: IngelogdVerzoek,
    *,
    adres: str = "",
    van: tuple[int, Feedsoort] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Show the page; ``adres`` only right after it was made, ``van`` says which one it is."""
    context = {
        "agendas": list_schoolagendas(request.user, nu=timezone.now()),
        "form": SchoolfeedForm(soort=Feedsoort.EIGEN),
        "adres": adres,
        "is_voor_site": van is not None and van[1] is Feedsoort.SITE,
        "webcal": f"webcal://{adres.partition('://')[2]}" if adres else "",
    }
    return render(request, "boekingen/mijn/agenda.html", context, status=status)
