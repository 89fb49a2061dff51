"""Hoofdrolspelers at the desk: the list, inviting one, and everything about one."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.weigeringen import StapNietMogelijk, Weigering
from boekingen.forms.planning import ZoekForm
from boekingen.forms.planning_mensen import MensForm, MensUitnodigenForm, PauzeForm
from boekingen.selectors.planning_mensen import get_mens, list_mensen, tel_komende_lessen
from boekingen.services.deelname import (
    hervat_mens,
    laat_mens_vertrekken,
    nodig_mens_uit,
    pauzeer_mens,
)
from boekingen.views.planning import DOEN, Bureau, Bureauformulier, Bureaupagina, get_basis
from hoofdrolspelers.services.deelname import NietStrenger, wijzig_mens
from lesaanbod.domain.datums import format_datum
from lesaanbod.domain.taal import format_aantal

RIJEN_PER_PAGINA = 50


class Mensen(Bureaupagina):
    """Everybody who gives lessons."""

    template_name = "boekingen/planning/mensen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the people for what was searched."""
        vraag = self.request.GET
        filters = ZoekForm(vraag)
        mensen = list_mensen(wie=self.request.user, nu=self.nu, zoek=filters.get_zoek())
        pagina = Paginator(mensen, RIJEN_PER_PAGINA).get_page(vraag.get("pagina"))
        return super().get_context_data(
            filters=filters, pagina=pagina, basis=get_basis(vraag), **kwargs
        )


class MensNieuw(Bureauformulier):
    """Invite somebody to give lessons."""

    form_class = MensUitnodigenForm
    template_name = "boekingen/planning/mens_nieuw.html"

    def voer_uit(self, form: MensUitnodigenForm) -> HttpResponse:
        """Invite; the person tells the rest at the first login."""
        mens = nodig_mens_uit(**form.cleaned_data, **self.wie_en_wanneer)
        self.meld(f"{mens.gebruiker.email} is uitgenodigd.", ("hoofdrolspeler", mens.pk))
        return redirect("boekingen:planning_mensen")


class MetMens(Bureau):
    """A page about one person; 404 for nobody and for who left."""

    @cached_property
    def mens(self) -> Any:
        """Return whom it is about."""
        mens = get_mens(wie=self.request.user, mens_id=self.kwargs["mens_id"])
        if mens is None:
            raise Http404
        return mens

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whom it is about, and how many lessons are still to come."""
        komend = tel_komende_lessen(mens_id=self.mens.pk, nu=self.nu)
        return super().get_context_data(mens=self.mens, komend=komend, **kwargs)

    def naar_mens(self) -> HttpResponse:
        """Go on to the page of this person."""
        return redirect("boekingen:planning_mens", mens_id=self.kwargs["mens_id"])


class Menspagina(MetMens, Bureauformulier):
    """Everything about one person, and what a coördinator decides."""

    form_class = MensForm
    template_name = "boekingen/planning/mens.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Start from what is known."""
        mens = self.mens
        rol_slugs = [rol.slug for rol in mens.rollen.all()]
        begin = {
            "rol_slugs": rol_slugs,
            "niveau_slugs": [niveau.slug for niveau in mens.niveaus.all()],
            "wijkcodes": [wijk.code for wijk in mens.wijken.all()],
            "zichtbaarheid_vooraf": mens.zichtbaarheid_vooraf,
            "zichtbaarheid": mens.zichtbaarheid,
            "vog_datum": mens.vog_datum,
            "vog_notitie": mens.vog_notitie,
        }
        return super().get_form_kwargs() | {"initial": begin, "rol_slugs": rol_slugs}

    def voer_uit(self, form: MensForm) -> HttpResponse:
        """Keep it."""
        velden = ("rol_slugs", "niveau_slugs", "wijkcodes", "vog_datum", "vog_notitie")
        try:
            wijzig_mens(
                hoofdrolspeler_id=self.mens.pk,
                **{veld: form.cleaned_data[veld] for veld in velden},
                afscherming=form.get_afscherming(),
                **self.wie_en_wanneer,
            )
        except NietStrenger as error:
            raise StapNietMogelijk(
                "Een school mag niet meer zien dan deze persoon koos. Kies hetzelfde of minder."
            ) from error
        self.zeg("De gegevens zijn bewaard. Er gaat geen bericht uit.")
        return self.naar_mens()


class MensPauze(MetMens, Bureauformulier):
    """Let somebody give no lessons for a while."""

    form_class = PauzeForm
    template_name = "boekingen/planning/mens_pauze.html"

    def voer_uit(self, form: PauzeForm) -> HttpResponse:
        """Set the days; lessons on them are open again."""
        pauze = form.cleaned_data["pauze"]
        aantal = pauzeer_mens(hoofdrolspeler_id=self.mens.pk, pauze=pauze, **self.wie_en_wanneer)
        tot = format_datum(pauze.tot_en_met)
        self.zeg(f"Genoteerd, tot en met {tot}. {vertel_lessen(aantal)}")
        return self.naar_mens()


class MensHervatten(Menspagina):
    """End a pause, or take back one to come; a refusal is said on the page of this person."""

    http_method_names = DOEN

    def get_form_kwargs(self) -> dict[str, Any]:
        """Show the form of the page as it is: this button sends nothing."""
        velden = super().get_form_kwargs()
        return {naam: waarde for naam, waarde in velden.items() if naam not in {"data", "files"}}

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """End it."""
        try:
            hervat_mens(hoofdrolspeler_id=self.mens.pk, **self.wie_en_wanneer)
        except Weigering as weigering:
            messages.error(request, weigering.uitleg)
            return self.toon_fout(self.get_form(), HTTPStatus.CONFLICT)
        self.zeg("Deze persoon doet weer mee. Er gaat geen bericht uit.")
        return self.naar_mens()


class MensVertrek(MetMens, Bureauformulier):
    """Let somebody leave the programme."""

    form_class = forms.Form
    template_name = "boekingen/planning/mens_vertrek.html"

    def voer_uit(self, form: forms.Form) -> HttpResponse:  # noqa: ARG002  # it asks nothing
        """Let go; every coming lesson is open again."""
        aantal = laat_mens_vertrekken(hoofdrolspeler_id=self.mens.pk, **self.wie_en_wanneer)
        self.zeg(f"Deze persoon doet niet meer mee. {vertel_lessen(aantal)}")
        return redirect("boekingen:planning_mensen")


def vertel_lessen(aantal: int) -> str:
    """Return in words what happened to the lessons."""
    if not aantal:
        return "Er stonden geen lessen."
    lessen = format_aantal(aantal, "les", "lessen")
    return f"{lessen} uit de agenda gehaald. Bij Vandaag ziet u wat open is."
