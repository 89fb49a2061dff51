"""The wording of a letter, as an editor types it."""

from typing import Any

from django import forms

from lesaanbod.domain.mailtekst import (
    LANGSTE_KOP,
    LANGSTE_ONDERWERP,
    Woorden,
    Woordenschat,
    list_fouten,
)


class MailtekstForm(forms.Form):
    """Subject, heading and paragraphs; says by name what the letter does not take."""

    onderwerp = forms.CharField(
        label="Onderwerp",
        required=False,
        help_text=f"Wat de ontvanger in de lijst met mails ziet. Hooguit {LANGSTE_ONDERWERP} "
        "tekens.",
    )
    kop = forms.CharField(
        label="Kop boven de brief",
        required=False,
        help_text=f"De eerste regel in de mail. Hooguit {LANGSTE_KOP} tekens.",
    )
    inhoud = forms.CharField(
        label="Tekst",
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Zet een lege regel tussen alinea’s. De aanhef («Beste …») en de groet staan er "
        "vanzelf bij. Valt een variabele leeg uit? Dan valt die alinea weg.",
    )

    def __init__(self, *args: Any, schat: Woordenschat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.schat = schat

    @property
    def woorden(self) -> Woorden:
        """Return what was typed, with the line ends of a file."""
        data = self.cleaned_data
        return Woorden(
            onderwerp=data.get("onderwerp", ""),
            kop=data.get("kop", ""),
            inhoud=data.get("inhoud", "").replace("\r\n", "\n"),
        )

    def clean(self) -> dict[str, Any]:
        """Refuse what the letter does not take, each fault at its own field."""
        for veld, fouten in list_fouten(self.woorden, self.schat).items():
            for fout in fouten:
                self.add_error(veld, fout)
        return self.cleaned_data
