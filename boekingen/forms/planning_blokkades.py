"""A school to which somebody does not come."""

from collections.abc import Iterable
from typing import Any

from django import forms

from boekingen.models import School


class BlokkadeForm(forms.Form):
    """One of the schools that were found, and why; the reason is for the desk."""

    school = forms.TypedChoiceField(
        label="Welke school?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een school.", "invalid_choice": "Kies een school."},
    )
    reden = forms.CharField(
        label="Waarom?",
        help_text="Alleen coördinatoren lezen dit. Schrijf niet meer op dan nodig is.",
        max_length=200,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, scholen: Iterable[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["school"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
        veld.choices = [(school.pk, describe(school)) for school in scholen]


def describe(school: School) -> str:
    """Return the name and address, and that it left the register where that is so."""
    weg = " (staat niet meer in het register)" if school.verdwenen_op else ""
    return f"{school.naam}, {school.adres}{weg}"
