"""Mail that came in, and sending an invitation once more."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.models import Uitnodiging
from boekingen.selectors.agendastand import get_uitnodiging
from boekingen.selectors.post import Postbeeld, get_postbeeld, list_poststukken
from boekingen.services.post import handel_af
from boekingen.services.uitnodigingen import stuur_opnieuw
from boekingen.views.planning import Bureau, Bureauactie, Bureaupagina
from boekingen.views.planning_boekingen import Boekingpagina


class Post(Bureaupagina):
    """What waits for an answer, and what was dealt with."""

    template_name = "boekingen/planning/post.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the mails, what waits first."""
        stukken = list_poststukken(wie=self.request.user, nu=self.nu)
        return super().get_context_data(
            stukken=stukken,
            wachtend=sum(stuk.afgehandeld_op is None for stuk in stukken),
            **kwargs,
        )


class MetPoststuk(Bureau):
    """Something about one mail; 404 when there is none for the desk."""

    @cached_property
    def beeld(self) -> Postbeeld:
        """Return the mail with what stands beside it."""
        beeld = get_postbeeld(wie=self.request.user, poststuk_id=self.kwargs["poststuk_id"])
        if beeld is None:
            raise Http404
        return beeld


class Poststukpagina(MetPoststuk, Bureaupagina):
    """One mail, with the lesson beside it where it is known."""

    template_name = "boekingen/planning/poststuk.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the mail."""
        return super().get_context_data(beeld=self.beeld, stuk=self.beeld.stuk, **kwargs)


class Afgehandeld(MetPoststuk, Bureauactie):
    """Take a mail off the list."""

    pagina = Poststukpagina

    def voer_uit(self) -> HttpResponse:
        """Take it off; the mail itself stays in the mailbox."""
        handel_af(poststuk_id=self.beeld.stuk.pk, **self.wie_en_wanneer)
        self.zeg(f"De mail van {self.beeld.afzender} is afgehandeld.")
        return redirect("boekingen:planning_post")


class UitnodigingOpnieuw(Bureauactie):
    """Send the last invitation of one receiver once more."""

    pagina = Boekingpagina

    @cached_property
    def uitnodiging(self) -> Uitnodiging:
        """Return which invitation; 404 when there is none."""
        uitnodiging = get_uitnodiging(
            wie=self.request.user, uitnodiging_id=self.kwargs["uitnodiging_id"]
        )
        if uitnodiging is None:
            raise Http404
        return uitnodiging

    def voer_uit(self) -> HttpResponse:
        """Queue it; a diary that has it already changes nothing."""
        stuur_opnieuw(uitnodiging_id=self.uitnodiging.pk, **self.wie_en_wanneer)
        self.zeg(
            f"De laatste agendamail aan {self.uitnodiging.naam} gaat nog eens weg, binnen een "
            "minuut."
        )
        return redirect("boekingen:planning_boeking", boeking_id=self.uitnodiging.boeking_id)
