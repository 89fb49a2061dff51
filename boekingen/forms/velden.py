"""Fields that several forms share."""

from typing import Any

from django import forms

from boekingen.domain.mailadres import MAX_ADRES, UITLEG, is_uitnodigbaar
from boekingen.domain.schoolwaarden import clean_postcode, clean_telefoon


class TelefoonField(forms.CharField):
    """A telephone number; returns only its digits."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"type": "tel", "autocomplete": kwargs.pop("autocomplete", "tel")}
        )
        super().__init__(max_length=30, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        """Return the digits; a number nobody can call is refused."""
        getypt = super().clean(value)
        if not getypt:
            return ""
        cijfers = clean_telefoon(getypt)
        if not cijfers:
            raise forms.ValidationError("Vul een telefoonnummer in, zoals 030 123 45 67.")
        return cijfers


class MailadresField(forms.EmailField):
    """A mail address that an invitation can go to; returns it in lower case."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MAX_ADRES, **kwargs)

    def clean(self, value: Any) -> str:
        """Return the address: its case does not matter here. Refuse one no diary understands."""
        adres = super().clean(value).lower()
        if adres and not is_uitnodigbaar(adres):
            raise forms.ValidationError(UITLEG)
        return adres


class PostcodeField(forms.CharField):
    """A Dutch postcode; returns it as 3561 AB."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off", "class": "utrecht-textbox--kort"})
        super().__init__(max_length=10, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        """Return the postcode as it is spelled, or refuse."""
        getypt = super().clean(value)
        postcode = clean_postcode(getypt)
        if getypt and not postcode:
            raise forms.ValidationError("Vul een postcode in, zoals 3561 AB.")
        return postcode
