"""Asking the season planner; the form judges shape, not rules."""

from django import forms

DUUR = [(60, "1 minuut"), (120, "2 minuten"), (300, "5 minuten"), (900, "15 minuten")]
GEWOON = 120


class PlanForm(forms.Form):
    """How long the planner may take, and which lessons stay as they are in the proposal."""

    tijdslimiet = forms.TypedChoiceField(
        label="Hoe lang mag het hooguit duren?",
        help_text="Meer tijd geeft een beter plan. U kunt altijd stoppen en houdt dan het beste.",
        coerce=int,
        choices=DUUR,
        initial=GEWOON,
        error_messages={"required": "Kies een tijd.", "invalid_choice": "Kies een tijd."},
    )
    houd_vast = forms.TypedMultipleChoiceField(required=False, choices=())

    def __init__(self, *args: object, vast: list[str] | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        veld = self.fields["houd_vast"]
        assert isinstance(veld, forms.TypedMultipleChoiceField)  # noqa: S101  # declared above
        veld.choices = [(nummer, nummer) for nummer in vast or []]
