"""The schools to which a person does not come, at the desk."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.forms.planning_blokkades import BlokkadeForm
from boekingen.models import School
from boekingen.selectors.blokkades import list_schoolblokkades
from boekingen.selectors.planning_scholen import zoek_voor_planning
from boekingen.services.blokkades import blokkeer_school, geef_school_vrij
from boekingen.views.planning import DOEN, Bureauformulier
from boekingen.views.planning_mensen import MetMens

HOOGSTENS_GEVONDEN = 8


class MensScholen(MetMens, Bureauformulier):
    """Which schools those are; search one, say why, and this person is not asked for it."""

    form_class = BlokkadeForm
    template_name = "boekingen/planning/mens_scholen.html"

    @cached_property
    def gevonden(self) -> list[School]:
        """Return the schools for what was searched."""
        return zoek_voor_planning(
            wie=self.request.user,
            tekst=self.request.GET.get("q", ""),
            hoogstens=HOOGSTENS_GEVONDEN,
        )

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the form know the schools one can choose."""
        return super().get_form_kwargs() | {"scholen": self.gevonden}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what stands, and what was searched."""
        return super().get_context_data(
            q=self.request.GET.get("q", ""),
            gevonden=self.gevonden,
            blokkades=list_schoolblokkades(wie=self.request.user, mens_id=self.mens.pk),
            **kwargs,
        )

    def voer_uit(self, form: BlokkadeForm) -> HttpResponse:
        """Keep it."""
        blokkeer_school(
            hoofdrolspeler_id=self.mens.pk,
            school_id=form.cleaned_data["school"],
            reden=form.cleaned_data["reden"],
            **self.wie_en_wanneer,
        )
        self.zeg("Bewaard. Voor deze school vragen wij deze persoon niet meer.")
        return redirect("boekingen:planning_mens_scholen", mens_id=self.mens.pk)


class MensSchoolVrijgeven(MetMens):
    """Let somebody be asked for a school again."""

    http_method_names = DOEN

    def post(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Take the blokkade away; a second time changes nothing."""
        geef_school_vrij(
            hoofdrolspeler_id=self.mens.pk,
            school_id=self.kwargs["school_id"],
            **self.wie_en_wanneer,
        )
        self.zeg("Voor deze school kunnen wij deze persoon weer vragen.")
        return redirect("boekingen:planning_mens_scholen", mens_id=self.mens.pk)
