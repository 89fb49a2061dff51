"""Another moment that a hoofdrolspeler proposed: take it over for the school, or turn it down."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.functional import cached_property

from boekingen.forms.planning import RedenForm
from boekingen.forms.planning_tegenvoorstellen import AannemenForm
from boekingen.models import Boeking, Tegenvoorstel
from boekingen.selectors.boekingbeeld import get_boeking_voor_planning
from boekingen.selectors.tegenvoorstellen import (
    Momentoordeel,
    beoordeel_momenten,
    get_voorstel,
)
from boekingen.services.tegenvoorstellen import neem_voorstel_aan, wijs_voorstel_af
from boekingen.views.planning_wijzigen import Wijziging
from lesaanbod.domain.datums import format_moment


class MetVoorstel(Wijziging):
    """A step with one proposal; 404 when there is none."""

    @cached_property
    def voorstel(self) -> Tegenvoorstel:
        """Return the proposal."""
        voorstel = get_voorstel(wie=self.request.user, voorstel_id=self.kwargs["voorstel_id"])
        if voorstel is None:
            raise Http404
        return voorstel

    @cached_property
    def boeking(self) -> Boeking:
        """Return the lesson it is about."""
        boeking_id = self.kwargs["boeking_id"] = self.voorstel.inzet.plek.boeking_id
        boeking = get_boeking_voor_planning(wie=self.request.user, boeking_id=boeking_id)
        if boeking is None:
            raise Http404
        return boeking

    @cached_property
    def momenten(self) -> list[Momentoordeel]:
        """Return its moments, judged by the days of the school."""
        return beoordeel_momenten(voorstel=self.voorstel, boeking=self.boeking, nu=self.nu)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add who proposed what."""
        return super().get_context_data(
            voorstel=self.voorstel,
            mens=self.voorstel.inzet.hoofdrolspeler.gebruiker,
            momenten=self.momenten,
            **kwargs,
        )


class Aannemen(MetVoorstel):
    """Move the lesson to one of the moments, and ask this person for it."""

    titel, knop, soort = "Ander moment overnemen", "Neem dit moment over", "verzetten"
    form_class = AannemenForm
    template_name = "boekingen/planning/voorstel_aannemen.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the form know the moments the school can."""
        kwargs = super().get_form_kwargs() | {"momenten": self.momenten}
        keuze = self.request.GET.get("moment")
        return kwargs | ({"initial": {"keuze": keuze}} if keuze else {})

    def voer_uit(self, form: AannemenForm) -> HttpResponse:
        """Take it over."""
        begin = form.cleaned_data["begin"]
        neem_voorstel_aan(
            voorstel_id=self.voorstel.pk,
            begin=begin,
            reden=form.cleaned_data["reden"],
            **self.wie_en_wanneer,
        )
        return self.klaar(f"De les is nu op {format_moment(begin)}.")


class Afwijzen(MetVoorstel):
    """Turn the moments down with a word."""

    titel, knop, soort = "Ander moment afwijzen", "Wijs af", "afwijzen"
    uitleg_reden = "Dit leest de hoofdrolspeler in de mail."
    template_name = "boekingen/planning/voorstel_afwijzen.html"

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Turn it down."""
        wijs_voorstel_af(
            voorstel_id=self.voorstel.pk,
            antwoord=form.cleaned_data["reden"],
            **self.wie_en_wanneer,
        )
        return self.klaar("Het andere moment is afgewezen.")
