"""Schools at the desk: searching, adding one by hand, and checking what was typed in."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.forms.planning import ZoekForm
from boekingen.forms.planning_scholen import SchoolForm, WijkForm
from boekingen.models import School
from boekingen.selectors.planning_scholen import (
    get_school_met_de_hand,
    get_school_uit_register,
    list_contacten_van,
    list_ongecontroleerd,
    zoek_voor_planning,
)
from boekingen.services.scholen import voeg_school_toe, wijzig_school, zet_wijk
from boekingen.views.planning import Bureauformulier, Bureaupagina

HOOGSTENS = 50


class Scholen(Bureaupagina):
    """Search the schools; what still has to be checked stands on top."""

    template_name = "boekingen/planning/scholen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what was found."""
        wie, filters = self.request.user, ZoekForm(self.request.GET)
        zoek = filters.get_zoek()
        return super().get_context_data(
            filters=filters,
            zoek=zoek,
            scholen=zoek_voor_planning(wie=wie, tekst=zoek, hoogstens=HOOGSTENS),
            ongecontroleerd=list_ongecontroleerd(wie=wie),
            hoogstens=HOOGSTENS,
            **kwargs,
        )


class SchoolNieuw(Bureauformulier):
    """Add a location that is not in the register."""

    form_class = SchoolForm
    template_name = "boekingen/planning/school_form.html"

    def voer_uit(self, form: SchoolForm) -> HttpResponse:
        """Add it; schools can be chosen in a request from now on."""
        school = voeg_school_toe(**form.cleaned_data, gecontroleerd=True, **self.wie_en_wanneer)
        self.zeg(f"{school} staat in de lijst. Docenten kunnen deze plek nu kiezen.")
        return redirect("boekingen:planning_scholen")


class SchoolControleren(Bureauformulier):
    """Check and correct a location that was added by hand."""

    form_class = SchoolForm
    template_name = "boekingen/planning/school_form.html"

    @cached_property
    def school(self) -> School:
        """Return the location; 404 when there is none, or the register keeps it."""
        school = get_school_met_de_hand(wie=self.request.user, school_id=self.kwargs["school_id"])
        if school is None:
            raise Http404
        return school

    def get_initial(self) -> dict[str, Any]:
        """Return what we have."""
        return {naam: getattr(self.school, naam) for naam in SchoolForm().fields}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the location."""
        return super().get_context_data(school=self.school, **kwargs)

    def voer_uit(self, form: SchoolForm) -> HttpResponse:
        """Save, and go on to who waits for it."""
        school = wijzig_school(school_id=self.school.pk, **form.cleaned_data, **self.wie_en_wanneer)
        self.zeg(f"De gegevens van {school} zijn gecontroleerd.")
        wachtend = list_contacten_van(wie=self.request.user, school=school)
        if wachtend:
            return redirect("boekingen:planning_contactpersoon", contactpersoon_id=wachtend[0].pk)
        return redirect("boekingen:planning_scholen")


class SchoolWijk(Bureauformulier):
    """Choose the wijk of a school of the register; an import then leaves it alone."""

    form_class = WijkForm
    template_name = "boekingen/planning/school_wijk.html"

    @cached_property
    def school(self) -> School:
        """Return the school; 404 when there is none, or it was added by hand."""
        school = get_school_uit_register(wie=self.request.user, school_id=self.kwargs["school_id"])
        if school is None:
            raise Http404
        return school

    def get_initial(self) -> dict[str, Any]:
        """Return the wijk that was chosen before, if it was."""
        return {"wijk_id": self.school.wijk_id if self.school.wijk_vastgezet else None}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the school."""
        return super().get_context_data(school=self.school, **kwargs)

    def voer_uit(self, form: WijkForm) -> HttpResponse:
        """Save it."""
        wijk_id = form.cleaned_data["wijk_id"]
        school = zet_wijk(school_id=self.school.pk, wijk_id=wijk_id, **self.wie_en_wanneer)
        self.zeg(f"De wijk van {school} is nu {school.wijk or 'niet bekend'}.")
        return redirect("boekingen:planning_scholen")
