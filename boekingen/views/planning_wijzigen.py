"""Steps with a lesson that others will hear of: move, give up, cancel, correct."""

from typing import Any

from django.http import HttpResponse
from django.utils.functional import cached_property

from boekingen.forms.planning import ELDERS, OP_SCHOOL, MomentForm, PlaatsForm, RedenForm
from boekingen.selectors.boekingbeeld import is_in_agenda_docent, list_betrokkenen
from boekingen.selectors.momentkeuzes import Momentkeuze
from boekingen.services.boekingen import (
    annuleer_boeking,
    geef_moment_op,
    meld_niet_doorgegaan,
    meld_toch_gegeven,
    verzet_boeking,
)
from boekingen.services.plaats import wijzig_plaats
from boekingen.views.planning import Bureauformulier
from boekingen.views.planning_boekingen import MetBoeking
from lesaanbod.domain.datums import format_moment


class Wijziging(MetBoeking, Bureauformulier):
    """A step others will hear of: the page says who will hear what, and asks once."""

    titel = ""
    knop = ""
    form_class: type[Any] = RedenForm
    template_name = "boekingen/planning/wijziging.html"
    uitleg_reden = "Deze reden gaat mee in de mails."
    soort = ""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Say at the field who will read the reason."""
        kwargs = super().get_form_kwargs()
        return kwargs | ({"uitleg": self.uitleg_reden} if self.form_class is RedenForm else {})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the step is called and who will hear of it."""
        return super().get_context_data(
            titel=self.titel,
            knop=self.knop,
            soort=self.soort,
            betrokkenen=list_betrokkenen(wie=self.request.user, boeking=self.boeking),
            in_agenda_docent=is_in_agenda_docent(boeking=self.boeking),
            **kwargs,
        )

    def klaar(self, melding: str) -> HttpResponse:
        """Say what happened and go back to the lesson."""
        self.meld(melding, ("boeking", self.boeking.pk))
        return self.naar_boeking()


class Verzetten(Wijziging):
    """Move a lesson to another moment."""

    titel, knop, soort = "Les verzetten", "Verzet de les", "verzetten"
    form_class = MomentForm
    template_name = "boekingen/planning/verzetten.html"

    @cached_property
    def andere_keuzes(self) -> list[Momentkeuze]:
        """Return the wishes that are not the moment it has."""
        return [keuze for keuze in self.keuzes if keuze.begin != self.boeking.begin]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the form know the wishes."""
        return super().get_form_kwargs() | {"keuzes": self.andere_keuzes}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the wishes."""
        return super().get_context_data(keuzes=self.andere_keuzes, **kwargs)

    def voer_uit(self, form: MomentForm) -> HttpResponse:
        """Move it; who is free then is asked again."""
        begin = form.cleaned_data["begin"]
        verzet_boeking(
            boeking_id=self.boeking.pk,
            begin=begin,
            reden=form.cleaned_data["reden"],
            **self.wie_en_wanneer,
        )
        return self.klaar(f"De les is nu op {format_moment(begin)}.")


class PlaatsWijzigen(Wijziging):
    """Give a lesson another place or another room."""

    titel, knop, soort = "Plaats wijzigen", "Wijzig de plaats", "plaats"
    form_class = PlaatsForm

    def get_initial(self) -> dict[str, Any]:
        """Begin with what is known."""
        return {
            "waar": OP_SCHOOL if self.boeking.op_school else ELDERS,
            "plaats": self.boeking.plaats,
            "lokaal": self.boeking.aanvraag.lokaal,
        }

    def voer_uit(self, form: PlaatsForm) -> HttpResponse:
        """Change it; the diaries follow."""
        wijzig_plaats(
            boeking_id=self.boeking.pk,
            op_school=form.cleaned_data["waar"] == OP_SCHOOL,
            plaats=form.cleaned_data["plaats"],
            lokaal=form.cleaned_data["lokaal"],
            **self.wie_en_wanneer,
        )
        return self.klaar("De plaats van de les is bewaard.")


class MomentOpgeven(Wijziging):
    """Let go of the moment; the lesson must be planned again."""

    titel, knop, soort = "Moment opgeven", "Geef het moment op", "opgeven"

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Give the moment up."""
        geef_moment_op(
            boeking_id=self.boeking.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        return self.klaar("De les heeft geen moment meer.")


class Annuleren(Wijziging):
    """Cancel the lesson for good."""

    titel, knop, soort = "Les annuleren", "Annuleer de les", "annuleren"

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Cancel it."""
        annuleer_boeking(
            boeking_id=self.boeking.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        return self.klaar("De les is geannuleerd.")


class NietDoorgegaan(Wijziging):
    """Correct a lesson that was marked as given."""

    titel, knop, soort = "Les niet doorgegaan", "Meld dat de les niet doorging", "niet_doorgegaan"
    uitleg_reden = "Deze reden staat alleen in het logboek."

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Correct it."""
        meld_niet_doorgegaan(
            boeking_id=self.boeking.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        return self.klaar("De les staat als niet doorgegaan.")


class TochGegeven(Wijziging):
    """Take back that a lesson did not happen."""

    titel, knop, soort = "Les toch gegeven", "Meld dat de les is gegeven", "toch_gegeven"
    uitleg_reden = NietDoorgegaan.uitleg_reden

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Take it back."""
        meld_toch_gegeven(
            boeking_id=self.boeking.pk, reden=form.cleaned_data["reden"], **self.wie_en_wanneer
        )
        return self.klaar("De les staat als gegeven.")
