"""Which of the proposed moments the desk takes over."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from boekingen.forms.planning import LANGSTE_REDEN
from boekingen.selectors.tegenvoorstellen import Momentoordeel
from lesaanbod.domain.datums import format_moment


class AannemenForm(forms.Form):
    """One of the moments the school can; a reason overrides the order of the series."""

    keuze = forms.ChoiceField(
        label="Welk moment?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een moment.", "invalid_choice": "Kies een moment."},
    )
    reden = forms.CharField(
        label="Reden om van de volgorde af te wijken",
        help_text="Alleen nodig als het moment niet past in de volgorde van de lessen.",
        max_length=LANGSTE_REDEN,
        required=False,
        error_messages={"max_length": f"Schrijf hooguit {LANGSTE_REDEN} tekens."},
    )

    def __init__(self, *args: Any, momenten: Sequence[Momentoordeel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["keuze"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
        veld.choices = [
            (moment.waarde, format_moment(moment.begin, moment.eind))
            for moment in momenten
            if not moment.bezwaar
        ]

    def clean(self) -> dict[str, Any]:
        """Turn the choice into ``begin``, an aware moment."""
        gegevens = super().clean() or {}
        if keuze := gegevens.get("keuze"):
            gegevens["begin"] = datetime.fromisoformat(keuze)
        return gegevens
