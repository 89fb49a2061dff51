"""Rounds at the desk: start one, stop one, and for which lessons they start by themselves."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.status import RondeStatus
from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.forms.planning import VraagwijzeForm
from boekingen.selectors.boekingbeeld import get_boeking_id_van_plek, get_boeking_id_van_ronde
from boekingen.selectors.vraagwijzen import find_vraagwijze, list_vraagwijzen
from boekingen.services.rondes import stop_ronde, zet_vraagwijze
from boekingen.services.rondestappen import start_en_vraag
from boekingen.views.planning import Bureauactie, Bureaupagina
from boekingen.views.planning_boekingen import Boekingpagina
from lesaanbod.domain.datums import format_moment


class Rondeactie(Bureauactie):
    """A button about a round, on the page of its lesson."""

    pagina = Boekingpagina

    def find_boeking_id(self) -> int | None:
        """Return the lesson it is about."""
        raise NotImplementedError

    @cached_property
    def boeking_id(self) -> int:
        """Return the lesson it is about; 404 when there is none."""
        boeking_id = self.find_boeking_id()
        if boeking_id is None:
            raise Http404
        return boeking_id

    def get_pagina_kwargs(self) -> dict[str, Any]:
        """Return which lesson it is about."""
        return {"boeking_id": self.boeking_id}

    def naar_boeking(self) -> HttpResponse:
        """Go on to the page of the lesson."""
        return redirect("boekingen:planning_boeking", boeking_id=self.boeking_id)


class RondeStarten(Rondeactie):
    """Let the site ask for one open place."""

    def find_boeking_id(self) -> int | None:
        """Return the lesson of the place."""
        return get_boeking_id_van_plek(wie=self.request.user, plek_id=self.kwargs["plek_id"])

    def voer_uit(self) -> HttpResponse:
        """Start, and take the first step at once."""
        terug = self.naar_boeking()
        ronde = start_en_vraag(plek_id=self.kwargs["plek_id"], **self.wie_en_wanneer)
        if ronde.volgende_stap_op is None:
            self.zeg("Er is niemand om te vragen. De school krijgt daar bericht van.")
        else:
            self.zeg(
                "De uitnodigingsronde loopt. Die beslist opnieuw op "
                f"{format_moment(ronde.volgende_stap_op)}, of zodra er een antwoord is."
            )
        return terug


class RondeStoppen(Rondeactie):
    """Stop asking for one place."""

    def find_boeking_id(self) -> int | None:
        """Return the lesson the round asks for."""
        return get_boeking_id_van_ronde(wie=self.request.user, ronde_id=self.kwargs["ronde_id"])

    def voer_uit(self) -> HttpResponse:
        """Stop; who was asked may still answer."""
        terug = self.naar_boeking()
        ronde = stop_ronde(ronde_id=self.kwargs["ronde_id"], **self.wie_en_wanneer)
        assert ronde.status == RondeStatus.GESTOPT.value  # noqa: S101  # or it raised
        self.zeg("De uitnodigingsronde is gestopt. Wie al gevraagd is, kan nog antwoorden.")
        return terug


class Vraagwijzen(Bureaupagina):
    """For which lessons people are asked by themselves."""

    template_name = "boekingen/planning/vraagwijzen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the lessons that can be asked for."""
        return super().get_context_data(lessen=list_vraagwijzen(wie=self.request.user), **kwargs)


class VraagwijzeWijzigen(Bureauactie):
    """Switch one lesson."""

    pagina = Vraagwijzen

    def voer_uit(self) -> HttpResponse:
        """Switch it; rounds that run go on."""
        les = find_vraagwijze(wie=self.request.user, les_id=self.kwargs["les_id"])
        if les is None:
            raise Http404
        form = VraagwijzeForm(self.request.POST)
        if not form.is_valid():
            raise StapNietMogelijk("Kies «vanzelf» of «met de hand».")
        gezegd = form.cleaned_data
        zet_vraagwijze(les_id=les.les_id, **gezegd, **self.wie_en_wanneer)
        if "vanzelf" in gezegd:
            hoe = "vanzelf, zodra er een moment is" if gezegd["vanzelf"] else "met de hand"
            self.zeg(f"Voor {les.titel} vragen wij mensen nu {hoe}.")
        else:
            hoe = "vanzelf" if gezegd["vervang_vanzelf"] else "met de hand"
            self.zeg(f"Valt iemand uit bij {les.titel}? Een collega zoeken wij dan {hoe}.")
        return redirect("boekingen:planning_vraagwijzen")
