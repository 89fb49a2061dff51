"""Hoofdrolspelers at the desk: the list, and adding one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect

from boekingen.forms.planning import ZoekForm
from boekingen.forms.planning_mensen import MensForm
from boekingen.selectors.planning_mensen import list_mensen
from boekingen.views.planning import Bureauformulier, Bureaupagina, get_basis
from hoofdrolspelers.services.hoofdrolspelers import maak_hoofdrolspeler

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
    """Add somebody who gives lessons."""

    form_class = MensForm
    template_name = "boekingen/planning/mens_nieuw.html"

    def voer_uit(self, form: MensForm) -> HttpResponse:
        """Add; the person can log in with the address from now on."""
        hoofdrolspeler = maak_hoofdrolspeler(**form.cleaned_data, **self.wie_en_wanneer)
        self.zeg(f"{hoofdrolspeler.gebruiker} staat in de lijst. Er gaat geen bericht uit.")
        return redirect("boekingen:planning_mensen")
