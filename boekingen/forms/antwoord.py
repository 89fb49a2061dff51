"""The answer to one invitation."""

from enum import StrEnum
from typing import Any

from django import forms


class Antwoord(StrEnum):
    """What the buttons on the answer page say."""

    JA = "ja"
    NEE = "nee"
    AFMELDEN = "afmelden"


class AntwoordForm(forms.Form):
    """One button, with the moment that was on the page, and room for a reason."""

    antwoord = forms.ChoiceField(
        choices=[(antwoord.value, antwoord.value) for antwoord in Antwoord],
        widget=forms.HiddenInput,
        error_messages={"required": "Kies een antwoord.", "invalid_choice": "Kies een antwoord."},
    )
    moment = forms.DateTimeField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": "Open de link uit uw mail opnieuw. Kies dan een antwoord."},
    )
    reden = forms.CharField(
        label="Waarom niet?",
        help_text="Alleen de coördinator leest dit.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Schrijf hooguit 300 tekens."},
    )

    def clean(self) -> dict[str, Any]:
        """Take a yes or a no only with the moment it is for; a drop-out needs none."""
        gegeven: dict[str, Any] = super().clean() or {}
        over_moment = gegeven.get("antwoord") in {Antwoord.JA.value, Antwoord.NEE.value}
        if over_moment and not gegeven.get("moment") and "moment" not in self.errors:
            self.add_error("moment", self.fields["moment"].error_messages["invalid"])
        return gegeven
