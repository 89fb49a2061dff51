"""Screen 4: what helps on the day."""

from collections.abc import Mapping
from typing import Any

from django import forms

from boekingen.forms.scherm import Scherm
from boekingen.forms.velden import TelefoonField


class PraktischForm(forms.Form):
    """Where to go and whom to call; nothing has to be filled in."""

    lokaal = forms.CharField(
        label="Waar melden wij ons?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: bij de conciërge, lokaal 12.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    dagcontact_naam = forms.CharField(
        label="Wie is er op de dag zelf?",
        required=False,
        max_length=120,
        help_text="Bent u dat zelf? Laat dit dan leeg.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    dagcontact_telefoon = TelefoonField(
        label="Telefoonnummer op de dag zelf",
        required=False,
        help_text="Alleen wie de les geeft, ziet dit nummer.",
        autocomplete="off",
    )
    opmerking = forms.CharField(
        label="Wat wilt u nog zeggen?",
        required=False,
        max_length=1000,
        help_text="Schrijf geen namen van leerlingen op, en niets over iemands gezondheid.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a number with a name, so that somebody can be reached."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("dagcontact_naam") and cleaned.get("dagcontact_telefoon") == "":
            self.add_error("dagcontact_telefoon", "Vul ook het nummer van deze persoon in.")
        return cleaned


class PraktischScherm(Scherm):
    """Room, contact on the day, a remark."""

    stap = "praktisch"
    naam = "Praktisch"
    vraag = "Wat moeten wij weten voor de dag zelf?"

    @classmethod
    def list_velden(cls, antwoord: Mapping[str, Any]) -> dict[str, str]:
        """Return the answer: it is flat already."""
        return dict(antwoord)

    def build_formulieren(self) -> list[forms.Form]:
        """Return the one form."""
        return [self.build(PraktischForm)]

    def get_antwoord(self) -> dict[str, Any]:
        """Return what was filled in."""
        return dict(self.formulieren[0].cleaned_data)
