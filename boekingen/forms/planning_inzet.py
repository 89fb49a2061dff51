"""For which lessons a person can be asked."""

from typing import Any

from django import forms

from lesaanbod.selectors.lesopzet import list_boekbare_lessen


class InzetbaarForm(forms.Form):
    """Lessons to tick; nothing ticked is every lesson of the role."""

    les_ids = forms.TypedMultipleChoiceField(
        label="Inzetbaar voor deze lessen",
        help_text="Kies niets voor alle lessen die bij de rol horen.",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Kies een les uit de lijst."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lessen = self.fields["les_ids"]
        assert isinstance(lessen, forms.ChoiceField)  # noqa: S101  # declared above
        lessen.choices = [(str(pk), titel) for pk, titel in list_boekbare_lessen()]
