"""One lesson at the desk: everything about it, and choosing its moment."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.status import BoekingStatus
from boekingen.forms.planning import MomentForm
from boekingen.models import Boeking
from boekingen.selectors.agendastand import list_agendastanden
from boekingen.selectors.boekingbeeld import (
    get_boeking_voor_planning,
    list_rolbeelden,
    list_zusterlessen,
)
from boekingen.selectors.lesgegevens import get_adres
from boekingen.selectors.logboek import list_logboek_boeking, list_verzonden
from boekingen.selectors.momentkeuzes import (
    Momentkeuze,
    list_momentkeuzes,
    rangschik_over_wensen,
)
from boekingen.selectors.tegenvoorstellen import list_voorstelbeelden
from boekingen.selectors.woorden import get_groepen, get_korte_les
from boekingen.services.boekingen import (
    ANNULEERBAAR,
    VERZETBAAR,
    is_begonnen_les,
    stel_moment_voor,
)
from boekingen.views.planning import DOEN, Bureau, Bureauformulier, Bureaupagina
from lesaanbod.domain.datums import format_moment


class MetBoeking(Bureau):
    """A page about one lesson; 404 when there is none."""

    @cached_property
    def boeking(self) -> Boeking:
        """Return the lesson with everything, as it was when the request came in."""
        boeking = get_boeking_voor_planning(
            wie=self.request.user, boeking_id=self.kwargs["boeking_id"]
        )
        if boeking is None:
            raise Http404
        return boeking

    @cached_property
    def keuzes(self) -> list[Momentkeuze]:
        """Return the wishes of the school for this lesson, judged."""
        return list_momentkeuzes(wie=self.request.user, boeking=self.boeking, nu=self.nu)

    def naar_boeking(self) -> HttpResponse:
        """Go on to the page of the lesson."""
        return redirect("boekingen:planning_boeking", boeking_id=self.kwargs["boeking_id"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lesson and its short names."""
        return super().get_context_data(
            boeking=self.boeking,
            korte_les=get_korte_les(self.boeking),
            groepen=get_groepen(self.boeking),
            **kwargs,
        )


class MetBoekingbeeld(MetBoeking):
    """The page of one lesson, for reading it and for choosing its moment on it."""

    template_name = "boekingen/planning/boeking.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add who is asked, who could come, what may be done, and what happened."""
        wie, boeking = self.request.user, self.boeking
        status = BoekingStatus(boeking.status)
        is_begonnen = boeking.begin is not None and boeking.begin <= self.nu
        is_vrij = not is_begonnen_les(boeking, self.nu)
        if status is BoekingStatus.TE_PLANNEN:
            over = rangschik_over_wensen(self.keuzes)
            kwargs = {
                "form": MomentForm(keuzes=self.keuzes),
                "keuzes": self.keuzes,
                "over_wensen": over,
            } | kwargs
        kwargs.setdefault("form", None)
        return super().get_context_data(
            adres=get_adres(boeking),
            rollen=list_rolbeelden(wie=wie, boeking=boeking, nu=self.nu),
            zusterlessen=list_zusterlessen(wie=wie, boeking=boeking),
            logboek=list_logboek_boeking(wie=wie, boeking=boeking),
            verzonden=list_verzonden(wie=wie, onderwerp=("boeking", boeking.pk)),
            agendastanden=list_agendastanden(wie=wie, boeking=boeking),
            voorstellen=list_voorstelbeelden(wie=wie, boeking=boeking, nu=self.nu),
            is_begonnen=is_begonnen,
            kan_verzetten=status in VERZETBAAR and is_vrij,
            kan_annuleren=status in ANNULEERBAAR and is_vrij,
            kan_niet_doorgegaan=status is BoekingStatus.GEGEVEN,
            kan_toch_gegeven=status is BoekingStatus.NIET_DOORGEGAAN,
            **kwargs,
        )


class Boekingpagina(MetBoekingbeeld, Bureaupagina):
    """Everything about one lesson."""


class KiesMoment(MetBoekingbeeld, Bureauformulier):
    """Choose the moment of a lesson that has none."""

    http_method_names = DOEN
    form_class = MomentForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the form know the wishes."""
        return super().get_form_kwargs() | {"keuzes": self.keuzes}

    def voer_uit(self, form: MomentForm) -> HttpResponse:
        """Choose it; people can be asked from then on."""
        begin = form.cleaned_data["begin"]
        stel_moment_voor(
            boeking_id=self.boeking.pk,
            begin=begin,
            reden=form.cleaned_data["reden"],
            **self.wie_en_wanneer,
        )
        self.zeg(f"Het moment is {format_moment(begin)}. Nodig nu iemand uit.")
        return self.naar_boeking()
