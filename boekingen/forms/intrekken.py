"""Withdrawing a whole request."""

from django import forms


class IntrekForm(forms.Form):
    """Why, for who wants to say."""

    reden = forms.CharField(
        label="Waarom trekt u de aanvraag in?",
        required=False,
        max_length=300,
        help_text="Wij sturen dit mee aan wie al ja zei.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
