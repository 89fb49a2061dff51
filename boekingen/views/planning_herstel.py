"""Three offers for a lesson that lost somebody; a person chooses."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.selectors.planning_herstel import get_herstelplan, list_aanbod
from boekingen.services.herstel import pas_reparatie_toe, vraag_planner
from boekingen.views.planning import Bureauactie, Bureaupagina
from boekingen.views.planning_boekingen import MetBoeking
from lesaanbod.domain.taal import format_aantal

GEEN_UITVAL = "Voor deze les is niemand uitgevallen."


class Herstelpagina(MetBoeking, Bureaupagina):
    """What can be done, from small to large, each with who is touched."""

    template_name = "boekingen/planning/herstel.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the offers, and how the planner is doing."""
        wie, nummer = self.request.user, self.boeking.pk
        plan = get_herstelplan(wie=wie, boeking_id=nummer)
        return super().get_context_data(
            aanbod=list_aanbod(wie=wie, boeking_id=nummer, nu=self.nu),
            plan=plan,
            planner_bezig=plan is not None and plan.is_bezig,
            **kwargs,
        )


class Herstelactie(Bureauactie):
    """A button on that page."""

    pagina = Herstelpagina

    def get_pagina_kwargs(self) -> dict[str, Any]:
        """Return which lesson it is about."""
        return {"boeking_id": self.kwargs["boeking_id"]}


class HerstelToepassen(Herstelactie):
    """Take one offer, exactly as it was shown."""

    def voer_uit(self) -> HttpResponse:
        """Apply it whole, or not at all."""
        nummer, kenmerk = self.kwargs["boeking_id"], self.request.POST.get("kenmerk", "")
        aanbod = list_aanbod(wie=self.request.user, boeking_id=nummer, nu=self.nu)
        gekozen = next((een for een in aanbod if een.regels and een.kenmerk == kenmerk), None)
        if gekozen is None:
            raise StapNietMogelijk
        lessen = pas_reparatie_toe(
            boeking_id=nummer, waarden=gekozen.waarden, **self.wie_en_wanneer
        )
        wat = format_aantal(len(lessen), "les is", "lessen zijn")
        self.meld(f"{wat} aangepast.", *(("boeking", les) for les in lessen))
        return redirect("boekingen:planning_boeking", boeking_id=nummer)


class HerstelPlanner(Herstelactie):
    """Ask the planner for the third offer."""

    def voer_uit(self) -> HttpResponse:
        """Write the question; the worker takes it from there."""
        nummer = self.kwargs["boeking_id"]
        if not list_aanbod(wie=self.request.user, boeking_id=nummer, nu=self.nu):
            raise StapNietMogelijk(GEEN_UITVAL)
        mag = self.request.POST.get("mag_vervallen") == "ja"
        vraag_planner(boeking_id=nummer, mag_vervallen=mag, **self.wie_en_wanneer)
        self.zeg("De planner zoekt. Dat duurt hooguit een minuut.")
        return redirect("boekingen:planning_herstel", boeking_id=nummer)
