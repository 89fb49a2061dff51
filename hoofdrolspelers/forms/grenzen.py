"""How much, how soon and how far."""

from typing import Any

from django import forms

from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.models import Hoofdrolspeler
from hoofdrolspelers.selectors import list_wijken

KORT = {"class": "utrecht-textbox--kort", "inputmode": "numeric"}


def build_aantal(label: str, *, minstens: int, hooguit: int, **opties: Any) -> forms.IntegerField:
    """Return a field for a number that may stay empty unless ``required`` is given."""
    return forms.IntegerField(
        label=label,
        min_value=minstens,
        max_value=hooguit,
        widget=forms.NumberInput(attrs=KORT),
        **{"required": False, **opties},
    )


class GrenzenForm(forms.Form):
    """Wishes of one person; an empty number is no limit."""

    max_per_dag = build_aantal("Hooguit lessen per dag", minstens=1, hooguit=10)
    max_per_week = build_aantal("Hooguit lessen per week", minstens=1, hooguit=40)
    max_per_maand = build_aantal(
        "Hooguit lessen per maand",
        minstens=1,
        hooguit=60,
        required=True,
        error_messages={"required": "Vul in hoeveel lessen per maand u wilt geven."},
    )
    max_per_schooljaar = build_aantal("Hooguit lessen per schooljaar", minstens=1, hooguit=500)
    dagen_vooraf = build_aantal(
        "Hoeveel dagen vooraf wilt u het weten?",
        minstens=0,
        hooguit=90,
        help_text="0: wij mogen u ook op het laatste moment vragen.",
    )
    rust_minuten = build_aantal(
        "Minuten rust tussen twee lessen",
        minstens=0,
        hooguit=240,
        help_text="Boven de reistijd.",
    )
    vervoermiddel = forms.ChoiceField(
        label="Hoe reist u?",
        choices=[
            (Vervoermiddel.LOPEN.value, "Lopend"),
            (Vervoermiddel.FIETS.value, "Met de fiets"),
            (Vervoermiddel.OV.value, "Met het openbaar vervoer"),
            (Vervoermiddel.AUTO.value, "Met de auto"),
        ],
        widget=forms.RadioSelect,
    )
    vertrekwijk_id = forms.TypedChoiceField(
        label="Uit welke wijk vertrekt u meestal?",
        help_text="Wij bewaren alleen de wijk, geen adres.",
        required=False,
        coerce=int,
        empty_value=None,
    )
    max_reisminuten = build_aantal(
        "Hoeveel minuten wilt u hooguit reizen?",
        minstens=5,
        hooguit=240,
        help_text="Telt alleen als u ook een wijk kiest.",
    )
    in_vakanties = forms.BooleanField(
        label="Ik kan ook in schoolvakanties en op feestdagen", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wijk = self.fields["vertrekwijk_id"]
        assert isinstance(wijk, forms.ChoiceField)  # noqa: S101  # declared above
        wijk.choices = [("", "Dat zeg ik liever niet")] + [
            (str(pk), naam) for pk, _, naam in list_wijken()
        ]

    def clean_dagen_vooraf(self) -> int:
        """Take nothing for no days."""
        return self.cleaned_data["dagen_vooraf"] or 0

    def clean_rust_minuten(self) -> int:
        """Take nothing for no rest."""
        return self.cleaned_data["rust_minuten"] or 0


def get_begin(hoofdrolspeler: Hoofdrolspeler) -> dict[str, Any]:
    """Return what was chosen before, by field."""
    return {naam: getattr(hoofdrolspeler, naam) for naam in GrenzenForm.base_fields}
