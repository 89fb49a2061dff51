"""What a hoofdrolspeler tells in the portal."""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms

from boekingen.domain.feed import Feeddetail
from hoofdrolspelers.domain.zichtbaarheid import Afscherming, Zichtbaarheid, list_keuzes_vooraf


class AfschermingForm(forms.Form):
    """What a school sees, before and after; the roles may leave one choice."""

    woorden: ClassVar[dict[Zichtbaarheid, str]] = {
        Zichtbaarheid.ROL: "Alleen mijn rol",
        Zichtbaarheid.VOORNAAM: "Mijn rol en voornaam",
        Zichtbaarheid.NAAM: "Mijn rol en hele naam",
    }
    zichtbaarheid_vooraf = forms.ChoiceField(
        label="Wat ziet een school vóór de les vaststaat?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies wat een school vooraf ziet.",
            "invalid_choice": "Voor deze rol ziet een school vooraf alleen de rol.",
        },
    )
    zichtbaarheid = forms.ChoiceField(
        label="En als de les vaststaat?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat een school ziet als de les vaststaat."},
    )

    def __init__(self, *args: Any, rol_slugs: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vooraf = list_keuzes_vooraf(rol_slugs)
        keuzes = {"zichtbaarheid_vooraf": vooraf, "zichtbaarheid": tuple(Zichtbaarheid)}
        for naam, lijst in keuzes.items():
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
            veld.choices = [(keuze.value, self.woorden[keuze]) for keuze in lijst]
        if len(vooraf) == 1:
            uitleg = "In deze rol noemen wij vooraf nooit een naam."
            self.fields["zichtbaarheid_vooraf"].help_text = uitleg

    def get_afscherming(self) -> Afscherming:
        """Return both choices."""
        gekozen = self.cleaned_data
        return Afscherming(
            Zichtbaarheid(gekozen["zichtbaarheid_vooraf"]), Zichtbaarheid(gekozen["zichtbaarheid"])
        )


class ProfielForm(AfschermingForm):
    """Who somebody is, how to reach them, how often, and what a school sees."""

    naam = forms.CharField(
        label="Voor- en achternaam",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Vul uw naam in."},
    )
    voornaam = forms.CharField(
        label="Voornaam",
        help_text="Zo noemen wij u.",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": "Vul uw voornaam in."},
    )
    organisatie = forms.CharField(
        label="Organisatie",
        help_text="Een school ziet dit niet.",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": "Vul uw organisatie in."},
    )
    telefoon = forms.CharField(
        label="Telefoon",
        help_text="Alleen de coördinator ziet dit, voor de dag zelf.",
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": "Vul een telefoonnummer in."},
    )
    max_per_maand = forms.IntegerField(
        label="Hooguit lessen per maand",
        min_value=1,
        max_value=60,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Vul in hoeveel lessen per maand kan."},
    )
    field_order = (
        "naam",
        "voornaam",
        "organisatie",
        "telefoon",
        "max_per_maand",
        "zichtbaarheid_vooraf",
        "zichtbaarheid",
    )


class FeedForm(forms.Form):
    """How much the own diary says of a lesson."""

    detail = forms.ChoiceField(
        label="Wat staat er in uw agenda?",
        widget=forms.RadioSelect,
        initial=Feeddetail.TIJD.value,
        choices=[
            (Feeddetail.TIJD.value, "Alleen «Les» en de tijd"),
            (Feeddetail.LES.value, "Ook welke les en welke klas"),
            (Feeddetail.PLAATS.value, "Ook de school en het adres"),
        ],
        error_messages={"required": "Kies wat er in uw agenda staat."},
    )
