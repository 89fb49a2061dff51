"""For which lessons a person can be asked, at the desk."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.forms.planning_inzet import InzetbaarForm
from boekingen.views.planning import Bureauformulier
from hoofdrolspelers.selectors import get_hoofdrolspeler, list_inzetbaar
from hoofdrolspelers.services.inzetbaarheid import zet_inzetbaarheid


class MensInzet(Bureauformulier):
    """Choose the lessons of one person; it changes nothing of what was promised."""

    form_class = InzetbaarForm
    template_name = "boekingen/planning/mens_inzet.html"

    @cached_property
    def mens(self) -> Any:
        """Return whom it is about; 404 for nobody."""
        mens = get_hoofdrolspeler(hoofdrolspeler_id=self.kwargs["mens_id"])
        if mens is None:
            raise Http404
        return mens

    def get_initial(self) -> dict[str, Any]:
        """Start from what was chosen before."""
        return {"les_ids": sorted(list_inzetbaar([self.mens.pk]).get(self.mens.pk, ()))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whom it is about."""
        return super().get_context_data(mens=self.mens, **kwargs)

    def voer_uit(self, form: InzetbaarForm) -> HttpResponse:
        """Keep it."""
        zet_inzetbaarheid(
            hoofdrolspeler_id=self.mens.pk, **form.cleaned_data, **self.wie_en_wanneer
        )
        self.zeg(f"De lessen van {self.mens.gebruiker} zijn bewaard. Er gaat geen bericht uit.")
        return redirect("boekingen:planning_mensen")
