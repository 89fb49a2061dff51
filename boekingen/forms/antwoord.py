"""The answer to one invitation."""

from enum import StrEnum
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from boekingen.domain.status import Redencode


class Antwoord(StrEnum):
    """What the buttons on the answer page say."""

    JA = "ja"
    NEE = "nee"
    AFMELDEN = "afmelden"
    ANDERS = "anders"


OVER_MOMENT = frozenset({Antwoord.JA.value, Antwoord.NEE.value, Antwoord.ANDERS.value})
ANDERE_MOMENTEN = (1, 2, 3)


class AntwoordForm(forms.Form):
    """One button, with the moment that was on the page, and room for a reason or other moments."""

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
    waarover = forms.ChoiceField(
        label="Waar ligt het aan?",
        help_text="Zo vragen wij u niet nog eens voor iets wat niet past.",
        required=False,
        choices=[
            (Redencode.MOMENT.value, "Ik kan dan niet"),
            (Redencode.LES.value, "Deze les past niet bij mij"),
            (Redencode.SCHOOL.value, "Liever niet op deze school"),
            (Redencode.ANDERS.value, "Iets anders"),
        ],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Kies waar het aan ligt, of laat dit leeg."},
    )
    reden = forms.CharField(
        label="Waarom niet?",
        help_text="Alleen de coördinator leest dit.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Schrijf hooguit 300 tekens."},
    )

    toelichting = forms.CharField(
        label="Wilt u er iets bij zeggen?",
        help_text="Alleen de coördinator leest dit.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Schrijf hooguit 300 tekens."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nummer in ANDERE_MOMENTEN:
            self.fields[f"moment_{nummer}"] = build_momentveld(nummer)
        stelt_voor = not self.is_bound or self.data.get("antwoord") == Antwoord.ANDERS.value
        self.fields["moment_1"].required = stelt_voor

    def list_momentvelden(self) -> list[BoundField]:
        """Return the fields for other moments."""
        return [self[f"moment_{nummer}"] for nummer in ANDERE_MOMENTEN]

    def clean(self) -> dict[str, Any]:
        """Take an answer only with the moment it is about; a drop-out needs none."""
        gegeven: dict[str, Any] = super().clean() or {}
        over_moment = gegeven.get("antwoord") in OVER_MOMENT
        if over_moment and not gegeven.get("moment") and "moment" not in self.errors:
            self.add_error("moment", self.fields["moment"].error_messages["invalid"])
        velden = [f"moment_{nummer}" for nummer in ANDERE_MOMENTEN]
        gegeven["momenten"] = [gegeven[veld] for veld in velden if gegeven.get(veld)]
        waarover = gegeven.get("waarover")
        gegeven["redencode"] = Redencode(waarover) if waarover else None
        return gegeven


def build_momentveld(nummer: int) -> forms.DateTimeField:
    """Return a field for a moment on the clock of Utrecht; only the first is needed."""
    return forms.DateTimeField(
        label=f"Moment {nummer}",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": "Kies een dag en een tijd waarop u wel kunt.",
            "invalid": "Vul een dag en een tijd in, bijvoorbeeld 9-3-2027 10:15.",
        },
    )
