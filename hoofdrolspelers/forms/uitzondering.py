"""Away or extra: one form for an hour, a day and three weeks of leave."""

from typing import Any

from django import forms

from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort
from hoofdrolspelers.forms.velden import (
    EINDE_VAN_DE_DAG,
    Eindtijdveld,
    Tijdveld,
    build_datumveld,
)


class UitzonderingForm(forms.Form):
    """Shape only; whether it can be is for the service to say."""

    soort = forms.TypedChoiceField(
        label="Wat wilt u doorgeven?",
        choices=[
            (Uitzonderingsoort.WEG.value, "Ik kan dan niet"),
            (Uitzonderingsoort.EXTRA.value, "Ik kan dan juist wel"),
        ],
        coerce=Uitzonderingsoort,
        initial=Uitzonderingsoort.WEG.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of u dan niet kunt, of juist wel."},
    )
    vanaf = build_datumveld("Eerste dag", verplicht=True, leeg="Vul de eerste dag in.")
    tm = build_datumveld("Laatste dag", verplicht=False, hint="Leeg: alleen de eerste dag.")
    begin = Tijdveld(label="Van", help_text="Leeg: de hele dag.")
    eind = Eindtijdveld(label="Tot")

    def clean(self) -> dict[str, Any]:
        """Fill in the last day; the end of the day is no time of its own."""
        gegevens = super().clean() or {}
        gegevens["tm"] = gegevens.get("tm") or gegevens.get("vanaf")
        if gegevens.get("eind") == EINDE_VAN_DE_DAG:
            gegevens["eind"] = None
            gegevens["begin"] = gegevens.get("begin")
        return gegevens
