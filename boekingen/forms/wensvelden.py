"""The rows of screen 3: one wish, a fixed rhythm, a day that cannot be."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from boekingen.domain.schooldagen import (
    AVOND_EINDIGT,
    SCHOOL_BEGINT,
    SCHOOL_EINDIGT,
    Oordeel,
)

KWARTIER = timedelta(minutes=15)
WEEKDAGEN = [("0", "maandag"), ("1", "dinsdag"), ("2", "woensdag"), ("3", "donderdag")]
WEEKDAGEN += [("4", "vrijdag")]
HOE_VAAK = [("1", "elke week"), ("2", "om de twee weken")]
GEEN_DAG = "Vul een dag in, zoals 12-1-2027."


def list_tijden(*, avond: bool) -> list[tuple[str, str]]:
    """Return every quarter of an hour on which a lesson can begin, as «09:00», «9.00 uur»."""
    moment = datetime.combine(date.min, SCHOOL_BEGINT)
    sluit = datetime.combine(date.min, AVOND_EINDIGT if avond else SCHOOL_EINDIGT)
    tijden = []
    while moment + KWARTIER <= sluit:
        tijden.append((f"{moment:%H:%M}", f"{moment.hour}.{moment:%M} uur"))
        moment += KWARTIER
    return tijden


class DagInput(forms.DateInput):
    """The date field of the browser; a day that is no day stands in it as typed."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DagField(forms.DateField):
    """A day, typed as the browser sends it or by hand."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"],
            widget=DagInput(),
            error_messages={"invalid": GEEN_DAG, "required": GEEN_DAG},
            required=False,
            **kwargs,
        )


def lees_dag(waarde: Any) -> date | None:
    """Return the day that stands in a field, or None."""
    try:
        return DagField().clean(waarde)
    except forms.ValidationError:
        return None


class TijdField(forms.TimeField):
    """A time from a list; another one is kept and judged as well."""

    def __init__(self, *, avond: bool, getypt: str, leeg: str = "Tijd", **kwargs: Any) -> None:
        tijden = [("", leeg), *list_tijden(avond=avond)]
        if getypt not in dict(tijden):
            tijden.append((getypt, getypt))
        super().__init__(
            input_formats=["%H:%M"],
            widget=forms.Select(choices=tijden),
            error_messages={"invalid": "Kies een tijd uit de lijst."},
            required=False,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """Return a time as it stands in the list."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


class WensForm(forms.Form):
    """One wished moment; ``oordeel`` is set once it has been judged."""

    dag = DagField(label="Dag")

    def __init__(self, *args: Any, avond: bool, getypt: str, kop: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tijd"] = TijdField(label="Begintijd", avond=avond, getypt=getypt)
        self.kop = kop
        self.is_eerste = False
        self.oordeel: Oordeel | None = None
        self.waarschuwing = ""

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing; a row without a day is no wish."""
        cleaned: dict[str, Any] = super().clean() or {}
        dag, tijd = cleaned.get("dag"), cleaned.get("tijd")
        if dag and tijd is None and "tijd" not in self.errors:
            self.add_error("tijd", "Kies ook een begintijd.")
        if self.is_eerste and dag is None and "dag" not in self.errors:
            self.add_error("dag", "Kies een dag en een begintijd.")
        return cleaned

    @property
    def moment(self) -> datetime | None:
        """The wish as a time on the clock of the school, or None."""
        cleaned = getattr(self, "cleaned_data", {})
        dag, tijd = cleaned.get("dag"), cleaned.get("tijd")
        return datetime.combine(dag, tijd) if dag and tijd else None

    @property
    def dag_getypt(self) -> date | None:
        """The day that stands in the field, right or wrong; None when it is no day."""
        return lees_dag(self["dag"].value())

    def judge(self, oordeel: Oordeel) -> None:
        """Keep the judgement, and show why the wish cannot be or what to mind."""
        self.oordeel = oordeel
        self.waarschuwing = oordeel.waarschuwing or ""
        if not oordeel.mag:
            self.add_error("dag", oordeel.reden or "Kies een ander moment.")


class VerhinderdForm(forms.Form):
    """A day that cannot be; empty counts for nothing."""

    datum = DagField(label="Dag die niet kan")

    def __init__(self, *args: Any, kop: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kop = kop


class RitmeForm(forms.Form):
    """A weekday, a time, and how often."""

    weekdag = forms.ChoiceField(label="Dag", choices=WEEKDAGEN, initial="1")
    weken = forms.ChoiceField(label="Hoe vaak", choices=HOE_VAAK, initial="2")

    def __init__(self, *args: Any, avond: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["begin"] = forms.ChoiceField(
            label="Begin",
            choices=list_tijden(avond=avond),
            initial="19:30" if avond else "09:00",
        )
        self.order_fields(["weekdag", "begin", "weken"])
