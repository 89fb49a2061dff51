"""The season planner at the desk: ask, follow, look at the proposal, stop, apply."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.forms.planning_seizoen import BeleidForm, PlanForm
from boekingen.models import Seizoensplan
from boekingen.selectors.seizoensplannen import (
    build_planbeeld,
    get_beleid,
    get_laatste_plan,
    list_eerdere_plannen,
    tel_te_plannen,
)
from boekingen.services.planbeleid import zet_beleid
from boekingen.services.seizoensplannen import start_plan, stop_plan, vraag_toepassen
from boekingen.views.planning import Bureauactie, Bureauformulier, Bureaupagina, get_basis
from lesaanbod.domain.datums import format_moment

RIJEN_PER_PAGINA = 50


class Seizoenpagina(Bureaupagina):
    """The newest run, whatever its state, and a way to start another."""

    template_name = "boekingen/planning/seizoen.html"

    @cached_property
    def plan(self) -> Seizoensplan | None:
        """Return the newest run."""
        return get_laatste_plan(wie=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the run in words, one page of its lessons, and the runs before it."""
        wie, vraag = self.request.user, self.request.GET
        beeld = None if self.plan is None else build_planbeeld(wie=wie, plan=self.plan)
        regels = Paginator(beeld.regels if beeld else (), RIJEN_PER_PAGINA)
        beleid = get_beleid(wie=wie)
        pagina = regels.get_page(vraag.get("pagina"))
        hier = {regel.les.boeking_id for regel in pagina.object_list}
        vast = {regel.les.boeking_id for regel in (beeld.regels if beeld else ()) if regel.is_vast}
        return super().get_context_data(
            beeld=beeld,
            pagina=pagina,
            vast_elders=sorted(vast - hier),
            basis=get_basis(vraag),
            form=PlanForm(),
            beleid=beleid,
            eerdere=list_eerdere_plannen(wie=wie, behalve=self.plan),
            te_plannen=tel_te_plannen(wie=wie),
            **kwargs,
        )


class Seizoenactie(Bureauactie):
    """A button on that page."""

    pagina = Seizoenpagina

    def doe_met_plan(self, stap: Callable[..., Seizoensplan]) -> None:
        """Take a step with the run of the address; 404 when there is none."""
        try:
            stap(plan_id=self.kwargs["plan_id"], **self.wie_en_wanneer)
        except Seizoensplan.DoesNotExist as fout:
            raise Http404 from fout

    def naar_seizoen(self) -> HttpResponse:
        """Go back to the page."""
        return redirect("boekingen:planning_seizoen")


class SeizoenStarten(Seizoenactie):
    """Ask for a plan."""

    def voer_uit(self) -> HttpResponse:
        """Write the question; the worker takes it from there."""
        vorige = get_laatste_plan(wie=self.request.user)
        toewijzingen = ((vorige.voorstel if vorige else None) or {}).get("assignments", [])
        form = PlanForm(self.request.POST, vast=[een["lesson"] for een in toewijzingen])
        if not form.is_valid():
            raise StapNietMogelijk("Kies hoe lang de planning mag duren.")
        start_plan(**form.cleaned_data, **self.wie_en_wanneer)
        self.zeg("De planning begint zo. U kunt deze pagina verlaten: het plan wordt bewaard.")
        return self.naar_seizoen()


class SeizoenStoppen(Seizoenactie):
    """Enough."""

    def voer_uit(self) -> HttpResponse:
        """Ask to stop; the best so far is kept."""
        self.doe_met_plan(stop_plan)
        self.zeg("De planning stopt. Het beste plan tot nu toe blijft bewaard.")
        return self.naar_seizoen()


class SeizoenToepassen(Seizoenactie):
    """Take the proposal over."""

    def voer_uit(self) -> HttpResponse:
        """Write the question; the worker checks every appointment and applies them together."""
        self.doe_met_plan(vraag_toepassen)
        self.zeg("Het voorstel wordt toegepast. U kunt deze pagina verlaten.")
        return self.naar_seizoen()


class SeizoenBeleid(Bureauformulier):
    """When the planner starts by itself."""

    form_class = BeleidForm
    template_name = "boekingen/planning/seizoen_beleid.html"

    def get_initial(self) -> dict[str, Any]:
        """Start from how it is now."""
        beleid = get_beleid(wie=self.request.user)
        return {naam: getattr(beleid, naam) for naam in ("soort", "sluit_op", "weken_vooraf")}

    def voer_uit(self, form: BeleidForm) -> HttpResponse:
        """Keep it; what runs goes on."""
        beleid = zet_beleid(**form.cleaned_data, **self.wie_en_wanneer)
        if beleid.volgende_op is None:
            self.zeg("De planner begint alleen als u het vraagt.")
        else:
            self.zeg(f"De planner begint vanzelf op {format_moment(beleid.volgende_op)}.")
        return redirect("boekingen:planning_seizoen")
