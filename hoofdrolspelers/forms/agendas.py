"""Linking a diary: by its address, or from a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from hoofdrolspelers.domain.netadres import MAX_LENGTE, OngeldigAdres, lees_netadres
from hoofdrolspelers.services.agenda_lezen import MAX_BESTAND, TE_GROOT

DAGEN_ADRES = 7
DAGEN_BESTAND = 31


class InstelForm(forms.Form):
    """The owner's own word for a diary, and how old it may be."""

    naam = forms.CharField(
        label="Hoe noemt u deze agenda?",
        max_length=40,
        help_text="Bijvoorbeeld «werk». Alleen u ziet dit.",
        error_messages={"required": "Geef de agenda een naam, bijvoorbeeld «werk»."},
    )
    max_dagen_oud = forms.IntegerField(
        label="Nooit langer dan hoeveel dagen oud?",
        min_value=1,
        max_value=365,
        required=False,
        help_text="Is de agenda ouder? Dan stellen wij u niet voor, tot hij weer klopt. "
        "Laat leeg als het niet uitmaakt.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "min_value": "Vul een getal van 1 tot en met 365 in.",
            "max_value": "Vul een getal van 1 tot en met 365 in.",
            "invalid": "Vul een heel getal in, bijvoorbeeld 7.",
        },
    )

    def clean_naam(self) -> str:
        """Return the name on one line: it comes in the subject of a mail."""
        naam = "".join(teken if teken.isprintable() else " " for teken in self.cleaned_data["naam"])
        if not naam.split():
            raise forms.ValidationError(self.fields["naam"].error_messages["required"])
        return " ".join(naam.split())


class KoppelForm(InstelForm):
    """A diary by its address."""

    adres = forms.CharField(
        label="Adres van uw agenda",
        help_text="Het begint met https:// of webcal://",
        max_length=MAX_LENGTE,
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        ),
        error_messages={
            "required": "Plak het adres van uw agenda.",
            "max_length": "Dit adres is te lang. Plak alleen het adres van de agenda.",
        },
    )
    field_order = ("adres", "naam", "max_dagen_oud")

    def clean_adres(self) -> str:
        """Refuse what is no address that we read."""
        try:
            return str(lees_netadres(self.cleaned_data["adres"]))
        except OngeldigAdres as fout:
            raise forms.ValidationError(str(fout)) from None


class NieuwBestandForm(forms.Form):
    """A file with a diary in it."""

    bestand = forms.FileField(
        label="Agendabestand",
        help_text="Een bestand dat op .ics eindigt, hooguit 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
        },
    )

    def clean_bestand(self) -> bytes:
        """Return the bytes; refuse more than we read."""
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if (bestand.size or 0) > MAX_BESTAND:
            raise forms.ValidationError(TE_GROOT)
        return bestand.read()


class BestandForm(NieuwBestandForm, InstelForm):
    """A diary from a file."""

    field_order = ("bestand", "naam", "max_dagen_oud")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["max_dagen_oud"].initial = DAGEN_BESTAND
