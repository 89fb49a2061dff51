"""What the pages of the desk share: who gets in, the clock, and how a step is taken."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView, View
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from boekingen.domain.weigeringen import Weigering
from boekingen.selectors.logboek import Onderwerp, list_ontvangers
from boekingen.selectors.vandaag_aantal import count_dingen
from boekingen.views.toegang import coordinator_required
from lesaanbod.domain.taal import opsomming

DOEN = ["post", "options"]
LEZEN = ["get", "head", "options"]
LEZEN_EN_DOEN = [*LEZEN, "post"]


@method_decorator(coordinator_required, name="dispatch")
class Bureau(TemplateResponseMixin, ContextMixin, View):
    """Anything at the desk: for coördinatoren only, with one ``nu`` for the whole request."""

    nu: datetime

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Read the clock once."""
        super().setup(request, *args, **kwargs)
        self.nu = timezone.now()

    def get_aantal_vandaag(self) -> int:
        """Return how much waits for a coördinator; the menu shows it."""
        return count_dingen(wie=self.request.user, nu=self.nu)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the clock and the counter in the menu."""
        aantal = self.get_aantal_vandaag()
        return super().get_context_data(nu=self.nu, aantal_vandaag=aantal, **kwargs)

    @property
    def wie_en_wanneer(self) -> dict[str, Any]:
        """Return what every service is told."""
        return {"nu": self.nu, "door": self.request.user}

    def zeg(self, melding: str) -> None:
        """Say what happened on the next page."""
        messages.success(self.request, melding)

    def meld(self, melding: str, *onderwerpen: Onderwerp) -> None:
        """Say what happened, and who gets mail about it."""
        self.zeg(f"{melding} {self.vertel_wie(*onderwerpen)}")

    def vertel_wie(self, *onderwerpen: Onderwerp) -> str:
        """Return who gets a letter because of this request."""
        namen = list_ontvangers(*onderwerpen, vanaf=self.nu)
        return f"Er gaat bericht naar {opsomming(namen)}." if namen else "Er gaat geen bericht uit."


class Bureaupagina(Bureau, TemplateView):
    """A page that shows something."""

    http_method_names = LEZEN


class Bureauformulier(Bureau, FormView):
    """A page that asks something before a step is taken; GET only shows."""

    http_method_names = LEZEN_EN_DOEN

    def voer_uit(self, form: Any) -> HttpResponse:
        """Take the step and go on; may raise a ``Weigering``."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        """Take the step, or show the refusal with everything that was typed."""
        try:
            return self.voer_uit(form)
        except Weigering as weigering:
            form.add_error(None, weigering.uitleg)
            return self.toon_fout(form, HTTPStatus.CONFLICT)

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """Show what was not filled in well."""
        return self.toon_fout(form, HTTPStatus.BAD_REQUEST)

    def toon_fout(self, form: BaseForm, status: HTTPStatus) -> HttpResponse:
        """Show the same page with its form and its errors."""
        return self.render_to_response(self.get_context_data(form=form), status=status)


class Bureauactie(Bureau):
    """A button without a page of its own: only POST, and then on to a page.

    ``pagina`` is where a refusal is shown, with the words of ``get_pagina_kwargs`` in its address.
    """

    http_method_names = DOEN
    pagina: type[Bureaupagina]

    def voer_uit(self) -> HttpResponse:
        """Take the step and go on; may raise a ``Weigering``."""
        raise NotImplementedError

    def get_pagina_kwargs(self) -> dict[str, Any]:
        """Return what the page for a refusal is asked with."""
        return {}

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Take the step; a refusal is said on the page one came from."""
        try:
            return self.voer_uit()
        except Weigering as weigering:
            messages.error(request, weigering.uitleg)
        pagina = self.pagina()
        pagina.setup(request, **self.get_pagina_kwargs())
        return pagina.render_to_response(
            pagina.get_context_data(**pagina.kwargs), status=HTTPStatus.CONFLICT
        )


def get_basis(vraag: QueryDict) -> str:
    """Return the query of an address without its page number, ready for another one."""
    filters = vraag.copy()
    filters.pop("pagina", None)
    return f"?{filters.urlencode()}&" if filters else "?"
