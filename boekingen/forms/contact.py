"""Screen 5: who asks."""

from collections.abc import Mapping
from typing import Any

from django import forms

from boekingen.forms.scherm import Scherm
from boekingen.forms.velden import MailadresField, TelefoonField


class ContactForm(forms.Form):
    """Name and how to reach; the address of somebody who is logged in is fixed."""

    naam = forms.CharField(
        label="Uw naam",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Vul uw naam in."},
    )
    functie = forms.CharField(
        label="Uw functie",
        required=False,
        max_length=80,
        help_text="Bijvoorbeeld: leerkracht groep 8 of teamleider.",
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    telefoon = TelefoonField(
        label="Uw telefoonnummer",
        help_text="Voor als er op het laatst iets verandert.",
        error_messages={"required": "Vul uw telefoonnummer in."},
    )
    email = MailadresField(
        label="Uw e-mailadres van school",
        help_text="Wij mailen u een code om dit adres te bevestigen.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Vul uw e-mailadres in.",
            "invalid": "Vul een e-mailadres in, zoals naam@school.nl.",
        },
    )

    def __init__(self, *args: Any, eigen: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = dict(eigen)
        if eigen.get("email"):
            self.fields["email"].disabled = True
            self.fields["email"].help_text = "Met dit adres bent u ingelogd."


class ContactScherm(Scherm):
    """Who asks, and at which address."""

    stap = "contact"
    naam = "Uw gegevens"
    vraag = "Wie bent u?"

    @classmethod
    def list_velden(cls, antwoord: Mapping[str, Any]) -> dict[str, str]:
        """Return the answer: it is flat already."""
        return dict(antwoord)

    def build_formulieren(self) -> list[forms.Form]:
        """Return the one form; who is logged in cannot ask for another address."""
        eigen = self.achtergrond.eigen
        formulier = self.build(ContactForm, eigen=eigen)
        if eigen.get("email"):
            formulier.initial["email"] = eigen["email"]
        return [formulier]

    def get_antwoord(self) -> dict[str, Any]:
        """Return what was filled in."""
        return dict(self.formulieren[0].cleaned_data)
