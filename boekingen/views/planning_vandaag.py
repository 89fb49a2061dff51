"""Vandaag: what needs a person, and the board."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.forms.planning import BordForm
from boekingen.selectors.bord import get_bord
from boekingen.selectors.bordkeuzes import list_leskeuzes, list_wijkkeuzes
from boekingen.selectors.dingen import Ding
from boekingen.selectors.vandaag import list_dingen
from boekingen.views.planning import Bureauactie, Bureaupagina, get_basis
from lesaanbod.selectors import is_bericht
from lesaanbod.services.berichten import BerichtNietMislukt, zet_opnieuw_klaar

METEEN_ZICHTBAAR = 6


class Vandaag(Bureaupagina):
    """The desk in the morning."""

    template_name = "boekingen/planning/vandaag.html"

    @cached_property
    def dingen(self) -> list[Ding]:
        """Return what waits for a coördinator."""
        return list_dingen(wie=self.request.user, nu=self.nu)

    def get_aantal_vandaag(self) -> int:
        """Return how much that is."""
        return len(self.dingen)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what waits, and one page of the board for the filters in the address."""
        wie, vraag = self.request.user, self.request.GET
        filters = BordForm(vraag, wijken=list_wijkkeuzes(wie=wie), lessen=list_leskeuzes(wie=wie))
        dingen = self.dingen if "alles" in vraag else self.dingen[:METEEN_ZICHTBAAR]
        return super().get_context_data(
            dingen=dingen,
            niet_getoond=len(self.dingen) - len(dingen),
            filters=filters,
            basis=get_basis(vraag),
            bord=get_bord(
                wie=wie, filters=filters.get_filters(), pagina=vraag.get("pagina"), nu=self.nu
            ),
            **kwargs,
        )


class BerichtOpnieuw(Bureauactie):
    """Put a mail that failed back in the queue."""

    pagina = Vandaag

    def voer_uit(self) -> HttpResponse:
        """Queue it again; when it is in the queue already that is said, and nothing happens."""
        bericht_id = self.kwargs["bericht_id"]
        if not is_bericht(bericht_id):
            raise Http404
        try:
            bericht = zet_opnieuw_klaar(bericht_id=bericht_id, **self.wie_en_wanneer)
        except BerichtNietMislukt as error:
            raise StapNietMogelijk("Deze mail staat al klaar of is al verstuurd.") from error
        naam = bericht.aan_naam or bericht.aan
        self.zeg(f"De mail aan {naam} staat opnieuw klaar. Hij gaat binnen een minuut weg.")
        return redirect("boekingen:planning")
