"""A school at the desk: an mbo, another location, or what a docent typed in."""

from typing import Any

from django import forms

from boekingen.forms.school import SchoolZelfForm
from boekingen.forms.velden import TelefoonField
from hoofdrolspelers.selectors import list_wijken


class WijkField(forms.TypedChoiceField):
    """One of the wijken, or None: the wijk then follows the postcode."""

    def __init__(self) -> None:
        super().__init__(
            label="Wijk",
            help_text="Kies niets om de wijk van de postcode te nemen.",
            coerce=int,
            empty_value=None,
            required=False,
            choices=list_keuzes,
            error_messages={"invalid_choice": "Kies een wijk uit de lijst."},
        )


def list_keuzes() -> list[tuple[int | str, str]]:
    """Return the wijken as they are now."""
    wijken: list[tuple[int | str, str]] = [(nummer, naam) for nummer, _, naam in list_wijken()]
    return [("", "Volgt de postcode"), *wijken]


class WijkForm(forms.Form):
    """The wijk of a school that the register keeps: the one thing staff may overrule."""

    wijk_id = WijkField()


class SchoolForm(SchoolZelfForm):
    """What a docent fills in, and the wijk; the service judges whether it can be."""

    telefoon = TelefoonField(
        label="Telefoonnummer van de school", required=False, autocomplete="off"
    )
    wijk_id = WijkField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["soort"]  # tells two forms apart on the page of the docent
