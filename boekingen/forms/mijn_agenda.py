"""How much the diary of a school says."""

from typing import Any

from django import forms

from boekingen.domain.feed import Feeddetail
from boekingen.selectors.mijn_agenda import Feedsoort


class SchoolfeedForm(forms.Form):
    """The choice for the own diary; what stands on a site is not chosen."""

    detail = forms.ChoiceField(
        label="Wat staat er in uw agenda?",
        widget=forms.RadioSelect,
        initial=Feeddetail.LES.value,
        choices=[
            (Feeddetail.TIJD.value, "Alleen «Les» en de tijd"),
            (Feeddetail.LES.value, "Ook welke les en welke klas"),
            (Feeddetail.PLAATS.value, "Ook waar, en wie er bij u komt"),
        ],
        error_messages={"required": "Kies wat er in uw agenda staat."},
    )

    def __init__(self, *args: Any, soort: Feedsoort, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        self.fields["detail"].required = soort is Feedsoort.EIGEN

    def get_detail(self) -> Feeddetail:
        """Return the choice; on a site it is the title and the time, never more."""
        if self.soort is Feedsoort.SITE:
            return Feeddetail.LES
        return Feeddetail(self.cleaned_data["detail"])
