"""The forms of the desk about lessons, requests and contacts; they judge shape, not rules."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import BigIntegerField
from django.forms.boundfield import BoundField

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import AanvraagStatus, BoekingStatus, ContactStatus
from boekingen.selectors.bord import Bordfilter
from boekingen.selectors.momentkeuzes import Momentkeuze

ANDERS = "anders"
KIES_ANDERS = "Kies «Een ander moment», of maak datum en tijd leeg."
LANGSTE_REDEN = 300
GROOTSTE_NUMMER = BigIntegerField.MAX_BIGINT


class RedenForm(forms.Form):
    """A reason in words, which others will read."""

    reden = forms.CharField(
        label="Reden",
        max_length=LANGSTE_REDEN,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Vul een reden in.",
            "max_length": f"Schrijf hooguit {LANGSTE_REDEN} tekens.",
        },
    )

    def __init__(self, *args: Any, uitleg: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].help_text = uitleg


class MomentForm(forms.Form):
    """One of the wishes of the school, or another moment; a reason overrides the order."""

    keuze = forms.ChoiceField(
        label="Welk moment?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een moment.", "invalid_choice": "Kies een moment."},
    )
    datum = forms.DateField(
        label="Datum",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Vul de datum in als dag, maand en jaar."},
    )
    tijd = forms.TimeField(
        label="Begintijd",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Vul de tijd in, bijvoorbeeld 09:00."},
    )
    reden = forms.CharField(
        label="Reden om van de volgorde af te wijken",
        help_text="Alleen nodig als het moment niet past in de volgorde van de lessen.",
        max_length=LANGSTE_REDEN,
        required=False,
        error_messages={"max_length": f"Schrijf hooguit {LANGSTE_REDEN} tekens."},
    )

    def __init__(self, *args: Any, keuzes: Sequence[Momentkeuze] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kiesbaar = [(keuze.waarde, str(keuze.voorkeur)) for keuze in keuzes if not keuze.bezwaar]
        veld = self.fields["keuze"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
        veld.choices = [*kiesbaar, (ANDERS, "Een ander moment")]

    def list_andersvelden(self) -> list[BoundField]:
        """Return the fields of another moment than a wish."""
        return [self["datum"], self["tijd"]]

    def clean(self) -> dict[str, Any]:
        """Turn the choice into ``begin``, an aware moment."""
        gegevens = super().clean() or {}
        keuze, datum, tijd = (gegevens.get(naam) for naam in ("keuze", "datum", "tijd"))
        if keuze == ANDERS:
            self.check_ingevuld("datum", "Vul een datum in.")
            self.check_ingevuld("tijd", "Vul een begintijd in.")
            if datum and tijd:
                gegevens["begin"] = datetime.combine(datum, tijd, ZONE)
        elif keuze and (datum or tijd):
            self.add_error("keuze", KIES_ANDERS)
        elif keuze:
            gegevens["begin"] = datetime.fromisoformat(keuze)
        return gegevens

    def check_ingevuld(self, veld: str, fout: str) -> None:
        """Add ``fout`` when nothing was filled in and nothing else is wrong with the field."""
        if veld not in self.errors and not self.cleaned_data.get(veld):
            self.add_error(veld, fout)


OP_SCHOOL, ELDERS = "school", "elders"


class PlaatsForm(forms.Form):
    """Where a lesson is, and where one reports at school."""

    waar = forms.ChoiceField(
        label="Waar is de les?",
        widget=forms.RadioSelect,
        choices=[(OP_SCHOOL, "Op school"), (ELDERS, "Ergens anders")],
        error_messages={"required": "Kies waar de les is.", "invalid_choice": "Kies waar."},
    )
    plaats = forms.CharField(
        label="Adres",
        help_text="Alleen als de les ergens anders is.",
        max_length=120,
        required=False,
        error_messages={"max_length": "Schrijf hooguit 120 tekens."},
    )
    lokaal = forms.CharField(
        label="Lokaal en melden bij",
        help_text="Geldt voor alle lessen van deze aanvraag op school.",
        max_length=120,
        required=False,
        error_messages={"max_length": "Schrijf hooguit 120 tekens."},
    )

    def clean(self) -> dict[str, Any]:
        """Want an address where the lesson is not at school."""
        gegevens = super().clean() or {}
        if gegevens.get("waar") == ELDERS and gegevens.get("plaats") == "":
            self.add_error("plaats", "Vul het adres in.")
        return gegevens


class VraagForm(forms.Form):
    """Whom to ask for a place."""

    hoofdrolspeler = forms.IntegerField(min_value=1, max_value=GROOTSTE_NUMMER)


JA_NEE = [("ja", "vanzelf"), ("nee", "met de hand")]


class VraagwijzeForm(forms.Form):
    """Whether the site asks, or replaces, by itself; one of the two is said."""

    vanzelf = forms.ChoiceField(choices=JA_NEE, required=False)
    vervang_vanzelf = forms.ChoiceField(choices=JA_NEE, required=False)

    def clean(self) -> dict[str, Any]:
        """Return what was said as booleans; what was not said is left out."""
        super().clean()
        gezegd = {naam: waarde == "ja" for naam, waarde in self.cleaned_data.items() if waarde}
        if not gezegd:
            raise forms.ValidationError("Kies «vanzelf» of «met de hand».")
        return gezegd


class ToelatenForm(forms.Form):
    """How a contact was checked."""

    hoe = forms.ChoiceField(
        label="Hoe hebt u dit gecontroleerd?",
        choices=[
            ("Teruggebeld op het nummer van de school.",) * 2,
            ("Bekend van eerdere lessen.",) * 2,
            (ANDERS, "Op een andere manier"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe u dit hebt gecontroleerd."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        help_text="Bijvoorbeeld: wie u sprak.",
        max_length=LANGSTE_REDEN,
        required=False,
        error_messages={"max_length": f"Schrijf hooguit {LANGSTE_REDEN} tekens."},
    )

    def clean(self) -> dict[str, Any]:
        """Put both answers together in ``waarom``."""
        gegevens = super().clean() or {}
        hoe, toelichting = gegevens.get("hoe", ""), gegevens.get("toelichting", "")
        if hoe == ANDERS and not toelichting:
            self.add_error("toelichting", "Vertel hoe u dit hebt gecontroleerd.")
        delen = (hoe, toelichting)
        gegevens["waarom"] = " ".join(deel for deel in delen if deel not in {"", ANDERS})
        return gegevens


class BordForm(forms.Form):
    """The filters of the board; what does not exist is ignored."""

    wijk = forms.TypedChoiceField(label="Wijk", coerce=int, empty_value=None, required=False)
    les = forms.TypedChoiceField(label="Les", coerce=int, empty_value=None, required=False)
    periode = forms.TypedChoiceField(
        label="Periode",
        coerce=int,
        empty_value=None,
        required=False,
        choices=[
            ("", "Hele periode"),
            (7, "Komende 7 dagen"),
            (30, "Komende 30 dagen"),
            (90, "Komende 90 dagen"),
        ],
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Alles wat open is"),
            (BoekingStatus.TE_PLANNEN.value, "Nog geen moment"),
            (BoekingStatus.VOORGESTELD.value, "Voorstel"),
            (BoekingStatus.BEVESTIGD.value, "Bevestigd, komende 30 dagen"),
        ],
    )

    def __init__(
        self,
        *args: Any,
        wijken: Sequence[tuple[int, str]] = (),
        lessen: Sequence[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for naam, keuzes in (("wijk", wijken), ("les", lessen)):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # declared above
            alle = "Alle wijken" if naam == "wijk" else "Alle lessen"
            veld.choices = [("", alle), *keuzes]

    def get_filters(self) -> Bordfilter:
        """Return what was chosen, as far as it exists."""
        self.is_valid()
        gekozen = self.cleaned_data
        return Bordfilter(
            wijk_id=gekozen.get("wijk"),
            les_id=gekozen.get("les"),
            dagen=gekozen.get("periode"),
            status=gekozen.get("status", ""),
        )


class ZoekForm(forms.Form):
    """One box to search with."""

    zoek = forms.CharField(label="Zoek", required=False, max_length=100)

    def get_zoek(self) -> str:
        """Return what was typed, or nothing when it is too long."""
        return str(self.cleaned_data.get("zoek", "")) if self.is_valid() else ""


class AanvraagZoekForm(ZoekForm):
    """Requests by state, reference or school."""

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Alle aanvragen"),
            *(
                (status.value, status.value.capitalize())
                for status in AanvraagStatus
                if status is not AanvraagStatus.CONCEPT
            ),
        ],
    )

    def get_status(self) -> str:
        """Return the chosen state, or nothing."""
        return str(self.cleaned_data.get("status", "")) if self.is_valid() else ""


class ContactZoekForm(forms.Form):
    """Contacts by state."""

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Alle contactpersonen"),
            (ContactStatus.AANGEMELD.value, "Nog toelaten"),
            (ContactStatus.TOEGELATEN.value, "Toegelaten"),
            (ContactStatus.GEWEIGERD.value, "Geweigerd"),
        ],
    )

    def get_status(self) -> str:
        """Return the chosen state, or nothing."""
        return str(self.cleaned_data.get("status", "")) if self.is_valid() else ""
