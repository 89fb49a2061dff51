"""Requests at the desk: the list, one of them, and turning one down."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.afleiding import GESLOTEN
from boekingen.domain.status import AanvraagStatus, BoekingStatus
from boekingen.forms.planning import AanvraagZoekForm, RedenForm
from boekingen.models import Aanvraag
from boekingen.selectors.logboek import list_logboek_aanvraag, list_verzonden
from boekingen.selectors.planning_aanvragen import get_aanvraag_voor_planning, list_aanvragen
from boekingen.services.afsluiting import wijs_aanvraag_af
from boekingen.services.wachtlijst import BEZIG, zet_op_wachtlijst
from boekingen.views.planning import Bureau, Bureauformulier, Bureaupagina, get_basis

RIJEN_PER_PAGINA = 25


class Aanvragen(Bureaupagina):
    """All submitted requests, newest first."""

    template_name = "boekingen/planning/aanvragen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the requests for the filters in the address."""
        vraag = self.request.GET
        filters = AanvraagZoekForm(vraag)
        aanvragen = list_aanvragen(
            wie=self.request.user, status=filters.get_status(), zoek=filters.get_zoek()
        )
        pagina = Paginator(aanvragen, RIJEN_PER_PAGINA).get_page(vraag.get("pagina"))
        return super().get_context_data(
            filters=filters, pagina=pagina, basis=get_basis(vraag), **kwargs
        )


class MetAanvraag(Bureau):
    """A page about one request; 404 when there is none."""

    @cached_property
    def aanvraag(self) -> Aanvraag:
        """Return the request with its lessons."""
        aanvraag = get_aanvraag_voor_planning(
            wie=self.request.user, aanvraag_id=self.kwargs["aanvraag_id"]
        )
        if aanvraag is None:
            raise Http404
        return aanvraag

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the request, its lessons, and whether it can still be ended."""
        boekingen = list(self.aanvraag.boekingen.all())
        return super().get_context_data(
            aanvraag=self.aanvraag,
            boekingen=boekingen,
            kan_wachten=self.aanvraag.status == AanvraagStatus.INGEDIEND.value
            and not any(boeking.status in BEZIG for boeking in boekingen),
            kan_afwijzen=any(BoekingStatus(b.status) not in GESLOTEN for b in boekingen),
            **kwargs,
        )


class Aanvraagpagina(MetAanvraag, Bureaupagina):
    """One request with its lessons."""

    template_name = "boekingen/planning/aanvraag.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what happened and which letters left."""
        wie = self.request.user
        return super().get_context_data(
            logboek=list_logboek_aanvraag(wie=wie, aanvraag=self.aanvraag),
            verzonden=list_verzonden(wie=wie, onderwerp=("aanvraag", self.aanvraag.pk)),
            **kwargs,
        )


class AanvraagStap(MetAanvraag, Bureauformulier):
    """A step with a whole request, with a reason for the school."""

    form_class = RedenForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Say at the field who will read the reason."""
        return super().get_form_kwargs() | {"uitleg": "De school leest deze reden in de mail."}


class AanvraagWachtlijst(AanvraagStap):
    """Put a request on the wachtlijst."""

    template_name = "boekingen/planning/aanvraag_wachtlijst.html"

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Put it there; it leaves by itself when a moment is chosen."""
        zet_op_wachtlijst(
            aanvraag_id=self.aanvraag.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        self.meld("De aanvraag staat op de wachtlijst.", ("aanvraag", self.aanvraag.pk))
        return redirect("boekingen:planning_aanvraag", aanvraag_id=self.aanvraag.pk)


class AanvraagAfwijzen(AanvraagStap):
    """Turn a request down."""

    template_name = "boekingen/planning/aanvraag_afwijzen.html"

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Turn it down; every lesson that still comes is cancelled."""
        wijs_aanvraag_af(
            aanvraag_id=self.aanvraag.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        lessen = [("boeking", boeking.pk) for boeking in self.aanvraag.boekingen.all()]
        self.meld("De aanvraag is afgewezen.", ("aanvraag", self.aanvraag.pk), *lessen)
        return redirect("boekingen:planning_aanvraag", aanvraag_id=self.aanvraag.pk)
