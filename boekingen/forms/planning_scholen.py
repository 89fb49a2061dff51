"""A school at the desk: an mbo, another location, or what a docent typed in."""

from typing import Any

from django import forms

from boekingen.forms.school import SchoolZelfForm
from boekingen.forms.velden import TelefoonField
from hoofdrolspelers.selectors import list_wijken


class SchoolForm(SchoolZelfForm):
    """What a docent fills in, and the wijk; the service judges whether it can be."""

    telefoon = TelefoonField(
        label="Telefoonnummer van de school", required=False, autocomplete="off"
    )
    wijk_id = forms.TypedChoiceField(
        label="Wijk",
        help_text="Kies niets om de wijk van de postcode te nemen.",
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Kies een wijk uit de lijst."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["soort"]  # tells two forms apart on the page of the docent
        veld = self.fields["wijk_id"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
        wijken = [(nummer, naam) for nummer, _, naam in list_wijken()]
        veld.choices = [("", "Volgt de postcode"), *wijken]
