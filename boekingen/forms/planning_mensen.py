"""People who give lessons, at the desk: inviting one, deciding about one, and pausing."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from boekingen.forms.portaal import AfschermingForm
from boekingen.forms.velden import MailadresField
from hoofdrolspelers.domain.deelname import Pauze, PauzeOngeldig
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from hoofdrolspelers.selectors import is_adres_bekend, list_wijken
from lesaanbod.selectors import list_niveauwoorden, list_rollen

LANGSTE_NOTITIE = 300


class InzetbaarForm(forms.Form):
    """What somebody can be asked for: decided by a coördinator, seen by the person."""

    rol_slugs = forms.MultipleChoiceField(
        label="Rol",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één rol."},
    )
    niveau_slugs = forms.MultipleChoiceField(
        label="Geeft les aan",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één niveau."},
    )
    wijkcodes = forms.MultipleChoiceField(
        label="Werkgebied",
        help_text="Kies niets voor de hele stad.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
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


class MensUitnodigenForm(InzetbaarForm):
    """Whom to invite; the person tells the rest."""

    email = MailadresField(
        label="E-mailadres",
        help_text="Hierheen gaat de uitnodiging. Met dit adres logt deze persoon in.",
        error_messages={"required": "Vul het e-mailadres in."},
    )
    field_order = ("email", "rol_slugs", "niveau_slugs", "wijkcodes")

    def clean_email(self) -> str:
        """Refuse somebody who is in the list already."""
        email: str = self.cleaned_data["email"]
        if is_adres_bekend(email):
            raise forms.ValidationError("Deze persoon staat al in de lijst.")
        return email


class MensForm(InzetbaarForm, AfschermingForm):
    """What a coördinator decides about one person; never more of the name than was chosen."""

    vog_datum = forms.DateField(
        label="Datum van de VOG",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Alleen coördinatoren zien dit.",
        error_messages={"invalid": "Vul de datum in als dag, maand en jaar."},
    )
    vog_notitie = forms.CharField(
        label="Notitie bij de VOG",
        max_length=LANGSTE_NOTITIE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen coördinatoren zien dit. Schrijf op wie de VOG zag, niet wat erin staat.",
        error_messages={"max_length": f"Schrijf hooguit {LANGSTE_NOTITIE} tekens."},
    )
    woorden: ClassVar[dict[Zichtbaarheid, str]] = {
        Zichtbaarheid.ROL: "Alleen de rol",
        Zichtbaarheid.VOORNAAM: "Rol en voornaam",
        Zichtbaarheid.NAAM: "Rol en hele naam",
    }
    field_order = (
        "rol_slugs",
        "niveau_slugs",
        "wijkcodes",
        "zichtbaarheid_vooraf",
        "zichtbaarheid",
        "vog_datum",
        "vog_notitie",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vooraf = self.fields["zichtbaarheid_vooraf"]
        vooraf.help_text = "U kunt dit alleen strenger maken. Ruimer kiest de persoon zelf."


class PauzeForm(forms.Form):
    """From which day up to and including which day somebody gives no lessons."""

    van = forms.DateField(
        label="Eerste dag",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vul de eerste dag in.",
            "invalid": "Vul de datum in als dag, maand en jaar.",
        },
    )
    tot_en_met = forms.DateField(
        label="Laatste dag",
        help_text="Daarna doet deze persoon vanzelf weer mee.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vul de laatste dag in.",
            "invalid": "Vul de datum in als dag, maand en jaar.",
        },
    )

    def clean(self) -> dict[str, Any]:
        """Turn both days into ``pauze``."""
        gegevens = super().clean() or {}
        van, tot_en_met = gegevens.get("van"), gegevens.get("tot_en_met")
        if isinstance(van, date) and isinstance(tot_en_met, date):
            try:
                gegevens["pauze"] = Pauze(van, tot_en_met)
            except PauzeOngeldig:
                self.add_error("tot_en_met", "Kies een laatste dag die niet vóór de eerste ligt.")
        return gegevens
