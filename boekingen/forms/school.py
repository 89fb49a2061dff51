"""Screen 1: for which school."""

from collections.abc import Mapping
from typing import Any

from django import forms

from boekingen.domain.schoolwaarden import clean_tekst
from boekingen.domain.vestigingen import LENGTES, Sector
from boekingen.domain.zoektekst import fold
from boekingen.forms.scherm import Scherm
from boekingen.forms.velden import PostcodeField, TelefoonField
from boekingen.selectors.scholen import find_gelijke_school, get_kiesbare_school
from lesaanbod.domain.schoolvakanties import Vakantieregio

ZELF = "zelf"
SECTOREN = [
    ("", "Kies een soort onderwijs"),
    (Sector.PO.value, "Basisschool"),
    (Sector.SO.value, "Speciaal (basis)onderwijs of voortgezet speciaal onderwijs"),
    (Sector.VO.value, "Voortgezet onderwijs"),
    (Sector.MBO.value, "Mbo"),
    (Sector.OVERIG.value, "Anders"),
]


class SchoolKiesForm(forms.Form):
    """The number of a school that was found; ``q`` is what was searched for."""

    q = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    school = forms.IntegerField(
        error_messages={
            "required": "Zoek uw school en kies die uit de lijst.",
            "invalid": "Kies uw school uit de lijst.",
        }
    )

    def clean_school(self) -> int:
        """Return the number if a request can be made for that school."""
        school_id: int = self.cleaned_data["school"]
        if get_kiesbare_school(school_id=school_id) is None:
            raise forms.ValidationError("Kies uw school opnieuw. Deze staat niet meer in de lijst.")
        return school_id


class SchoolZelfForm(forms.Form):
    """A school that is not in the list, by hand."""

    soort = forms.CharField(required=False, initial=ZELF, widget=forms.HiddenInput)
    naam = forms.CharField(
        label="Naam van de school",
        max_length=LENGTES["naam"],
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": "Vul de naam van de school in."},
    )
    straat = forms.CharField(
        label="Straat",
        max_length=LENGTES["straat"],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul de straat in."},
    )
    huisnummer = forms.CharField(
        label="Huisnummer",
        max_length=LENGTES["huisnummer"],
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "utrecht-textbox--kort"}),
        error_messages={"required": "Vul het huisnummer in."},
    )
    postcode = PostcodeField(
        label="Postcode", error_messages={"required": "Vul de postcode in, zoals 3561 AB."}
    )
    plaats = forms.CharField(
        label="Plaats",
        max_length=LENGTES["plaats"],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul de plaats in."},
    )
    telefoon = TelefoonField(
        label="Telefoonnummer van de school",
        help_text="Wij bellen de school om te controleren wie u bent.",
        autocomplete="off",
        error_messages={"required": "Vul het telefoonnummer van de school in."},
    )
    sector = forms.ChoiceField(
        label="Soort onderwijs",
        choices=SECTOREN,
        error_messages={
            "required": "Kies het soort onderwijs.",
            "invalid_choice": "Kies het soort onderwijs uit de lijst.",
        },
    )
    vakantieregio = forms.ChoiceField(
        label="Vakantieregio",
        help_text="Utrecht en omgeving horen bij regio Midden.",
        choices=[(regio.value, regio.value) for regio in Vakantieregio],
        initial=Vakantieregio.MIDDEN.value,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies de vakantieregio.",
            "invalid_choice": "Kies Noord, Midden of Zuid.",
        },
    )

    def clean_naam(self) -> str:
        """Return the name; one without a letter or digit cannot be found again."""
        naam: str = self.cleaned_data["naam"]
        if not fold(naam):
            raise forms.ValidationError("Vul de naam van de school in.")
        return naam

    def clean(self) -> dict[str, Any]:
        """Refuse signs that cannot be seen here, not only when the whole request is sent."""
        cleaned: dict[str, Any] = super().clean() or {}
        for veld in ("naam", "straat", "huisnummer", "plaats"):
            if not clean_tekst(cleaned.get(veld, "")).isprintable():
                self.add_error(veld, "Hier staat een onzichtbaar teken in. Typ dit opnieuw.")
        return cleaned


class SchoolScherm(Scherm):
    """A school of the register, or by hand."""

    stap = "school"
    naam = "Uw school"
    vraag = "Voor welke school is de les?"

    @classmethod
    def list_velden(cls, antwoord: Mapping[str, Any]) -> dict[str, str]:
        """Return the number of the school, or all that was typed."""
        if "id" in antwoord:
            return {"school": str(antwoord["id"])}
        return {**antwoord, "soort": ZELF}

    def wissel(self, soort: str) -> "SchoolScherm":
        """Return the screen for the other way to give a school; what fits stays."""
        if soort == self.velden.get("soort", ""):
            return self
        return SchoolScherm(self.achtergrond, {"soort": soort})

    @property
    def is_zelf(self) -> bool:
        """Whether the school is filled in by hand."""
        return self.velden.get("soort") == ZELF

    def build_formulieren(self) -> list[forms.Form]:
        """Return the one form that fits the choice."""
        return [self.build(SchoolZelfForm if self.is_zelf else SchoolKiesForm)]

    def get_antwoord(self) -> dict[str, Any]:
        """Return the number of the school where we know it, else what was typed."""
        antwoord = self.formulieren[0].cleaned_data
        if not self.is_zelf:
            return {"id": antwoord["school"]}
        gelijk = find_gelijke_school(naam=antwoord["naam"], postcode=antwoord["postcode"])
        if gelijk is not None:
            return {"id": gelijk.pk}
        return {naam: waarde for naam, waarde in antwoord.items() if naam != "soort"}
