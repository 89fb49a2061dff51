"""Adding a hoofdrolspeler: who, what, where, and on which days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from boekingen.forms.velden import MailadresField
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from hoofdrolspelers.selectors import is_adres_bekend, list_wijken
from lesaanbod.domain.datums import DAGEN
from lesaanbod.selectors import list_niveauwoorden, list_rollen

WERKDAGEN = 5


@dataclass(frozen=True, slots=True)
class Ritmerij:
    """One day of the week in the form."""

    dag: str
    van: BoundField
    tot: BoundField


class MensForm(forms.Form):
    """One hoofdrolspeler; a day without times is a day without lessons."""

    naam = forms.CharField(label="Voor- en achternaam", max_length=120)
    voornaam = forms.CharField(label="Voornaam", max_length=60)
    email = MailadresField(label="E-mailadres", help_text="Hierheen gaan de uitnodigingen.")
    telefoon = forms.CharField(
        label="Telefoon",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    organisatie = forms.CharField(label="Organisatie", max_length=80)
    rol_slugs = forms.MultipleChoiceField(label="Rol", widget=forms.CheckboxSelectMultiple)
    niveau_slugs = forms.MultipleChoiceField(
        label="Geeft les aan", widget=forms.CheckboxSelectMultiple
    )
    wijkcodes = forms.MultipleChoiceField(
        label="Werkgebied",
        help_text="Kies niets voor de hele stad.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    max_per_maand = forms.IntegerField(
        label="Hooguit lessen per maand", min_value=1, max_value=60, initial=4
    )
    zichtbaarheid = forms.ChoiceField(
        label="Wat ziet een school van de naam?",
        choices=[
            (Zichtbaarheid.ROL.value, "Alleen de rol"),
            (Zichtbaarheid.VOORNAAM.value, "Rol en voornaam"),
            (Zichtbaarheid.NAAM.value, "Rol en hele naam"),
        ],
        initial=Zichtbaarheid.ROL.value,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = {
            "rol_slugs": [(rol.slug, rol.naam) for rol in list_rollen()],
            "niveau_slugs": [(niveau.slug, niveau.naam) for niveau in list_niveauwoorden()],
            "wijkcodes": [(code, naam) for _, code, naam in list_wijken()],
        }
        for naam, lijst in keuzes.items():
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
            veld.choices = lijst
        for veldnaam, vraag in VRAGEN.items():
            self.fields[veldnaam].error_messages["required"] = vraag
        for nummer in range(1, WERKDAGEN + 1):
            self.fields[f"van_{nummer}"] = build_tijdveld(f"{DAGEN[nummer - 1]} van")
            self.fields[f"tot_{nummer}"] = build_tijdveld(f"{DAGEN[nummer - 1]} tot")

    def list_velden(self) -> list[BoundField]:
        """Return the fields that are no times, in order."""
        return [veld for veld in self if not veld.name.startswith(("van_", "tot_"))]

    def list_ritmerijen(self) -> Iterator[Ritmerij]:
        """Yield the days of the working week, each with its two fields."""
        for nummer in range(1, WERKDAGEN + 1):
            yield Ritmerij(DAGEN[nummer - 1], self[f"van_{nummer}"], self[f"tot_{nummer}"])

    def clean_email(self) -> str:
        """Refuse somebody who is in the list already."""
        email: str = self.cleaned_data["email"]
        if is_adres_bekend(email):
            raise forms.ValidationError("Deze persoon staat al in de lijst.")
        return email

    def clean(self) -> dict[str, Any]:
        """Turn the days into ``ritme``: ISO day, begin and end."""
        gegevens = super().clean() or {}
        ritme: list[tuple[int, time, time]] = []
        for nummer in range(1, WERKDAGEN + 1):
            van, tot = gegevens.pop(f"van_{nummer}", None), gegevens.pop(f"tot_{nummer}", None)
            if van and tot and van < tot:
                ritme.append((nummer, van, tot))
            elif van or tot:
                dag = DAGEN[nummer - 1]
                self.add_error(f"van_{nummer}", f"Vul voor {dag} een begin en een later eind in.")
        return {**gegevens, "ritme": ritme}


def build_tijdveld(naam: str) -> forms.TimeField:
    """Return a field for a time of day that may stay empty."""
    return forms.TimeField(
        label=naam.capitalize(),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Vul de tijd in, bijvoorbeeld 09:00."},
    )


VRAGEN = {
    "naam": "Vul de naam in.",
    "voornaam": "Vul de voornaam in.",
    "email": "Vul het e-mailadres in.",
    "organisatie": "Vul de organisatie in.",
    "rol_slugs": "Kies minstens één rol.",
    "niveau_slugs": "Kies minstens één niveau.",
    "max_per_maand": "Vul in hoeveel lessen per maand kan.",
    "zichtbaarheid": "Kies wat een school van de naam ziet.",
}
