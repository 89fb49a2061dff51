"""Screen 2: which classes, and whether they come together."""

from collections.abc import Mapping
from typing import Any

from django import forms

from boekingen.domain.indiening import HOOGSTENS_GROEPEN
from boekingen.forms.scherm import Scherm
from lesaanbod.selectors import Lesopzet

ERBIJ, WEG = "klas_erbij", "klas_weg"
SAMEN, NA_ELKAAR = "samen", "na_elkaar"


class GroepForm(forms.Form):
    """One class."""

    naam = forms.CharField(
        label="Naam van de klas",
        max_length=30,
        help_text="Zoals u die op school noemt, bijvoorbeeld 8A.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "utrecht-textbox--kort"}),
        error_messages={"required": "Vul in hoe de klas heet, bijvoorbeeld 8A."},
    )
    niveau = forms.TypedChoiceField(
        label="Niveau",
        coerce=int,
        error_messages={
            "required": "Kies het niveau van de klas.",
            "invalid_choice": "Kies een niveau uit de lijst.",
        },
    )
    leerlingen = forms.IntegerField(
        label="Aantal leerlingen",
        min_value=1,
        error_messages={
            "required": "Vul in hoeveel leerlingen er zijn.",
            "invalid": "Vul een getal in, bijvoorbeeld 27.",
            "min_value": "Vul minstens 1 leerling in.",
        },
    )

    def __init__(self, *args: Any, les: Lesopzet, kop: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kop = kop
        niveaus = [(str(niveau.id), niveau.naam) for niveau in les.niveaus]
        keuze = self.fields["niveau"]
        assert isinstance(keuze, forms.ChoiceField)  # noqa: S101  # as declared above
        keuze.choices = [("", "Kies een niveau"), *niveaus]
        if len(niveaus) == 1:
            keuze.widget, keuze.initial = forms.HiddenInput(), niveaus[0][0]
        aantal = self.fields["leerlingen"]
        aantal.widget.attrs = {"inputmode": "numeric", "min": 1, "max": les.max_leerlingen}
        if les.in_avond:
            aantal.label = "Aantal ouders"
        self.hoogstens = les.max_leerlingen

    def clean_leerlingen(self) -> int:
        """Return the number when the lesson is made for so many."""
        leerlingen: int = self.cleaned_data["leerlingen"]
        if leerlingen > self.hoogstens:
            raise forms.ValidationError(
                f"In deze les passen hooguit {self.hoogstens}. Vul een lager getal in,"
                " of splits de klas in twee groepen."
            )
        return leerlingen


class SamenForm(forms.Form):
    """What two or more classes do."""

    samen = forms.ChoiceField(
        label="Hoe komen de klassen?",
        choices=[(NA_ELKAAR, "Na elkaar"), (SAMEN, "Samen in één les")],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies of de klassen na elkaar komen of samen.",
            "invalid_choice": "Kies of de klassen na elkaar komen of samen.",
        },
    )


class KlassenScherm(Scherm):
    """One to eight classes."""

    stap = "klassen"
    naam = "De klassen"
    vraag = "Voor welke klassen is de les?"

    @classmethod
    def list_velden(cls, antwoord: Mapping[str, Any]) -> dict[str, str]:
        """Return the classes as numbered fields."""
        velden = {
            f"groep-{nummer}-{veld}": str(waarde)
            for nummer, groep in enumerate(antwoord["groepen"])
            for veld, waarde in groep.items()
        }
        return {**velden, "samen": SAMEN if antwoord["samen"] else NA_ELKAAR}

    def build_formulieren(self) -> list[forms.Form]:
        """Return a form per class and, with two or more, the choice between them."""
        aantal = self.tel_groepen()
        self.groepen = [
            self.build(
                GroepForm,
                f"groep-{nummer}",
                les=self.achtergrond.les,
                kop=f"Klas {nummer + 1}: " if aantal > 1 else "",
            )
            for nummer in range(aantal)
        ]
        self.samen = self.build(SamenForm) if aantal > 1 else None
        return [*self.groepen, *([self.samen] if self.samen else [])]

    def tel_groepen(self) -> int:
        """Return how many classes there are fields for."""
        nummers = [n for n in range(HOOGSTENS_GROEPEN) if f"groep-{n}-naam" in self.velden]
        return max(nummers, default=0) + 1

    @property
    def mag_erbij(self) -> bool:
        """Whether there may be another class."""
        return len(self.groepen) < HOOGSTENS_GROEPEN

    def check(self) -> None:
        """Refuse two classes of one name, and more pupils together than the lesson is made for."""
        namen: set[str] = set()
        for groep in self.groepen:
            naam = groep.cleaned_data.get("naam", "").casefold()
            if naam and naam in namen:
                groep.add_error("naam", "Deze klas staat er al. Geef elke klas een eigen naam.")
            namen.add(naam)
        if self.samen and self.samen.cleaned_data.get("samen") == SAMEN:
            self._check_samen(self.samen)

    def _check_samen(self, samen: SamenForm) -> None:
        totaal = sum(groep.cleaned_data.get("leerlingen", 0) for groep in self.groepen)
        hoogstens = self.achtergrond.les.max_leerlingen
        if totaal > hoogstens:
            samen.add_error(
                "samen",
                f"Samen zijn dit er {totaal}. In deze les passen er hooguit {hoogstens}."
                " Kies «Na elkaar».",
            )

    def doe(self, actie: str) -> tuple[dict[str, str], str]:
        """Add an empty class, or take one away."""
        groepen = [self._lees_groep(nummer) for nummer in range(len(self.groepen))]
        if actie == ERBIJ and self.mag_erbij:
            groepen.append({"naam": ""})
        weg = [f"{WEG}-{nummer}" for nummer in range(len(groepen))]
        if actie in weg and len(groepen) > 1:
            del groepen[weg.index(actie)]
        velden = {
            f"groep-{i}-{veld}": tekst
            for i, groep in enumerate(groepen)
            for veld, tekst in groep.items()
        }
        if "samen" in self.velden:
            velden["samen"] = self.velden["samen"]
        return velden, f"klas-{len(groepen)}"

    def _lees_groep(self, nummer: int) -> dict[str, str]:
        getypt = self.list_getypt()
        namen = {veld: f"groep-{nummer}-{veld}" for veld in ("naam", "niveau", "leerlingen")}
        return {veld: getypt[naam] for veld, naam in namen.items() if naam in getypt}

    def get_antwoord(self) -> dict[str, Any]:
        """Return the classes and whether they come together."""
        samen = self.samen is not None and self.samen.cleaned_data["samen"] == SAMEN
        return {"groepen": [groep.cleaned_data for groep in self.groepen], "samen": samen}
