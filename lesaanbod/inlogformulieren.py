"""The forms of django-allauth in our words; what they check stays theirs."""

from typing import Any

from django import forms

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm

CIJFERS = {
    "inputmode": "numeric",
    "class": "utrecht-textbox--kort",
    "autocomplete": "one-time-code",
}
CODE_APP = "Code uit de app"
HINT_APP = "Zes cijfers. Hebt u uw telefoon niet? Vul dan een noodcode in."


def set_words(field: forms.Field, label: str, hint: str, **attrs: str) -> None:
    """Give ``field`` our label and hint, and no text inside the box."""
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attrs)


class InlogForm(LoginForm):
    """Asks for the address only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        field = self.fields["login"]
        set_words(field, "E-mailadres", "U krijgt een code op dit adres.", autocomplete="email")
        field.error_messages["required"] = "Vul uw e-mailadres in."
        field.error_messages["invalid"] = "Vul een e-mailadres in, zoals naam@school.nl."
        field.validators[0].message = field.error_messages["invalid"]


class CodeForm(ConfirmLoginCodeForm):
    """Asks for the code from the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        set_words(field, "Code uit de mail", "Acht cijfers, met of zonder streepje.", **CIJFERS)
        field.error_messages["required"] = "Vul de code uit de mail in."


class TweedeStapForm(AuthenticateForm):
    """Asks for the code from the app, or a spare code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_words(self.fields["code"], CODE_APP, HINT_APP, **CIJFERS)
        self.fields["code"].error_messages["required"] = "Vul de code uit de app in."


class TweedeStapOpnieuwForm(ReauthenticateForm):
    """Asks for the code from the app again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_words(self.fields["code"], CODE_APP, HINT_APP, **CIJFERS)
        self.fields["code"].error_messages["required"] = "Vul de code uit de app in."


class TweedeStapInstellenForm(ActivateTOTPForm):
    """Asks for the first code from the app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_words(self.fields["code"], CODE_APP, "De zes cijfers die de app nu toont.", **CIJFERS)
        self.fields["code"].error_messages["required"] = "Vul de code uit de app in."
