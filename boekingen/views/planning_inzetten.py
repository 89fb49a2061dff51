"""Asking people for a lesson, and taking that back."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.weigeringen import NietInzetbaar
from boekingen.forms.planning import RedenForm, VraagForm
from boekingen.models import Inzet
from boekingen.selectors.boekingbeeld import (
    get_boeking_id_van_plek,
    get_inzet_voor_planning,
)
from boekingen.services.inzet_einde import trek_inzet_in
from boekingen.services.inzetten import nodig_uit
from boekingen.views.planning import Bureauactie, Bureauformulier
from boekingen.views.planning_boekingen import Boekingpagina
from lesaanbod.domain.datums import format_moment


class Uitnodigen(Bureauactie):
    """Ask one person for one place."""

    pagina = Boekingpagina

    @cached_property
    def boeking_id(self) -> int:
        """Return the lesson the place belongs to; 404 when there is none."""
        boeking_id = get_boeking_id_van_plek(wie=self.request.user, plek_id=self.kwargs["plek_id"])
        if boeking_id is None:
            raise Http404
        return boeking_id

    def get_pagina_kwargs(self) -> dict[str, Any]:
        """Return which lesson it is about."""
        return {"boeking_id": self.boeking_id}

    def voer_uit(self) -> HttpResponse:
        """Ask; the person gets a mail with the lesson in it."""
        form, terug = VraagForm(self.request.POST), self.get_pagina_kwargs()
        if not form.is_valid():
            raise NietInzetbaar
        inzet = nodig_uit(
            plek_id=self.kwargs["plek_id"],
            hoofdrolspeler_id=form.cleaned_data["hoofdrolspeler"],
            **self.wie_en_wanneer,
        )
        naam, voor = inzet.hoofdrolspeler.gebruiker, format_moment(inzet.antwoord_voor)
        self.zeg(f"{naam} is gevraagd en krijgt een mail. Een antwoord komt vóór {voor}.")
        return redirect("boekingen:planning_boeking", **terug)


class InzetIntrekken(Bureauformulier):
    """Take back an invitation or a yes."""

    form_class = RedenForm
    template_name = "boekingen/planning/inzet_intrekken.html"

    @cached_property
    def inzet(self) -> Inzet:
        """Return whom it is about; 404 when there is none."""
        inzet = get_inzet_voor_planning(wie=self.request.user, inzet_id=self.kwargs["inzet_id"])
        if inzet is None:
            raise Http404
        return inzet

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whom it is about."""
        return super().get_context_data(inzet=self.inzet, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Say at the field who will read the reason."""
        return super().get_form_kwargs() | {"uitleg": "Deze reden gaat mee in de mail."}

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Take it back; the lesson leaves the diary."""
        trek_inzet_in(
            inzet_id=self.inzet.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        boeking_id = self.inzet.plek.boeking_id
        self.meld(f"{self.inzet.hoofdrolspeler.gebruiker} komt niet meer.", ("boeking", boeking_id))
        return redirect("boekingen:planning_boeking", boeking_id=boeking_id)
