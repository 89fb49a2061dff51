"""A draft as the views know it, and the pages for a link that leads nowhere (any more)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from boekingen.domain.indiening import STAPPEN
from boekingen.domain.status import AanvraagStatus
from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.models import Aanvraag
from boekingen.selectors.aanvragen import Schoolkeuze, find_aanvraag, get_schoolkeuze
from boekingen.services.concepten import get_boekbare_les
from lesaanbod.selectors import Lesopzet

View = Callable[..., HttpResponse]
ANDERE_STAPPEN = ("bewaard", "controleren")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One draft that was opened by its link."""

    id: int
    les: Lesopzet
    sleutel: str
    antwoorden: Mapping[str, Any]
    school: Schoolkeuze | None

    def get_url(self, stap: str) -> str:
        """Return the address of one of its screens."""
        return get_stap_url(self.les, self.sleutel, stap)


def get_stap_url(les: Lesopzet, sleutel: str, stap: str) -> str:
    """Return the address of a screen of a draft."""
    return reverse("boekingen:aanvraag_stap", args=[les.les_id, les.slug, sleutel, stap])


def met_concept(view: View) -> View:
    """Open the draft of the link for ``view``; else show what is the matter with the link."""

    @wraps(view)
    def opened(
        request: HttpRequest, les_id: int, slug: str, sleutel: str, stap: str
    ) -> HttpResponse:
        if stap not in (*STAPPEN, *ANDERE_STAPPEN):
            raise Http404
        rij = find_aanvraag(les_id=les_id, sleutel=sleutel)
        if rij is None:
            return toon_link_klopt_niet(request, les_id=les_id, slug=slug)
        if rij.status != AanvraagStatus.CONCEPT.value:
            return toon_al_verstuurd(request, rij)
        try:
            les = get_boekbare_les(les_id)
        except StapNietMogelijk as weigering:
            return toon_niet_aanvraagbaar(request, weigering, status=HTTPStatus.GONE)
        concept = Concept(
            id=rij.pk,
            les=les,
            sleutel=sleutel,
            antwoorden=rij.antwoorden,
            school=get_schoolkeuze(rij.antwoorden),
        )
        try:
            return view(request, concept, stap)
        except StapNietMogelijk:  # sent from another window, after it was opened here
            rij.refresh_from_db()
            return toon_al_verstuurd(request, rij)

    return opened


def toon_link_klopt_niet(request: HttpRequest, *, les_id: int, slug: str) -> HttpResponse:
    """Say that this link opens nothing, and how to go on."""
    context = {"start_url": reverse("boekingen:aanvraag", args=[les_id, slug])}
    return render(
        request, "boekingen/aanvraag/link_klopt_niet.html", context, status=HTTPStatus.NOT_FOUND
    )


def toon_al_verstuurd(request: HttpRequest, rij: Aanvraag) -> HttpResponse:
    """Say that this request was sent; whoever sent it goes to it, also after a second press."""
    contact = rij.contactpersoon
    if contact is not None and contact.gebruiker_id == request.user.pk:
        return redirect("boekingen:mijn_aanvraag", aanvraag_id=rij.pk)
    context = {"mijn_url": reverse("boekingen:mijn_aanvraag", args=[rij.pk])}
    return render(request, "boekingen/aanvraag/al_verstuurd.html", context, status=HTTPStatus.GONE)


def toon_niet_aanvraagbaar(
    request: HttpRequest, weigering: StapNietMogelijk, *, status: HTTPStatus
) -> HttpResponse:
    """Say that this lesson cannot be asked for (any more)."""
    return render(
        request,
        "boekingen/aanvraag/niet_aanvraagbaar.html",
        {"uitleg": weigering.uitleg},
        status=status,
    )
