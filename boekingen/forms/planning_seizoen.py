"""Asking the season planner; the form judges shape, not rules."""

from django import forms

from boekingen.domain.planbeleid import MEESTE_WEKEN, Beleid

DUUR = [(60, "1 minuut"), (120, "2 minuten"), (300, "5 minuten"), (900, "15 minuten")]
GEWOON = 120


class BeleidForm(forms.Form):
    """When the planner starts by itself."""

    soort = forms.TypedChoiceField(
        label="Wanneer plannen wij?",
        widget=forms.RadioSelect,
        coerce=Beleid,
        choices=[
            (Beleid.HAND.value, "Alleen als u het vraagt"),
            (Beleid.SLUITING.value, "Eén keer, als de inschrijving is gesloten"),
            (
                Beleid.WEKELIJKS.value,
                "Elke week; scholen horen meteen ja, en later het moment en wie er komt",
            ),
        ],
        error_messages={"required": "Kies wanneer.", "invalid_choice": "Kies wanneer."},
    )
    sluit_op = forms.DateField(
        label="Laatste dag van de inschrijving",
        help_text="Alleen als u na de inschrijving plant. De planning begint de ochtend erna.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Vul de datum in als dag, maand en jaar."},
    )
    weken_vooraf = forms.IntegerField(
        label="Hoeveel weken van tevoren staat een moment vast?",
        help_text="Alleen nodig als u elke week plant.",
        min_value=1,
        max_value=MEESTE_WEKEN,
        error_messages={
            "required": "Vul een aantal weken in.",
            "invalid": "Vul een aantal weken in.",
            "min_value": "Vul minstens 1 week in.",
            "max_value": f"Vul hooguit {MEESTE_WEKEN} weken in.",
        },
    )


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
