"""Fields of time as people type it."""

from datetime import time
from typing import Any

from django import forms

TIJD_FOUT = "Vul de tijd in, bijvoorbeeld 09:00."
MIDDERNACHT = frozenset({"24:00", "24.00", "24:00:00"})
EINDE_VAN_DE_DAG = time(23, 59)


class Tijdveld(forms.TimeField):
    """A time of day that may stay empty; 24:00 is the end of the day, 23.59 for short."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(
            required=False,
            widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            error_messages={"invalid": TIJD_FOUT},
            input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
            **opties,
        )

    def to_python(self, value: Any) -> time | None:
        """Return the time, None for nothing."""
        if isinstance(value, str) and value.strip() in MIDDERNACHT:
            return EINDE_VAN_DE_DAG
        tijd: time | None = super().to_python(value)
        return tijd


class Eindtijdveld(Tijdveld):
    """When something ends: 0.00 is the end of the day too, for no browser lets one pick 24.00."""

    def to_python(self, value: Any) -> time | None:
        """Return the time, None for nothing."""
        tijd = super().to_python(value)
        return EINDE_VAN_DE_DAG if tijd == time() else tijd


def build_datumveld(
    label: str, *, verplicht: bool, hint: str = "", leeg: str = ""
) -> forms.DateField:
    """Return a field for one day."""
    return forms.DateField(
        label=label,
        required=verplicht,
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": leeg or "Vul de dag in.",
            "invalid": "Vul een dag in die bestaat, bijvoorbeeld 12-01-2027.",
        },
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
    )
