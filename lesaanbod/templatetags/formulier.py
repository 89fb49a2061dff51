"""What Django's own form templates cannot do: classes on widgets, and the list of all faults.

``{% foutenlijst form %}`` stands above the h1; ``{% widget field %}`` is used by
``templates/django/forms/field.html``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms, template
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField
from django.forms.widgets import Input
from django.utils.safestring import SafeString

register = template.Library()

KLASSEN = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)
LEEG = forms.Field.default_error_messages["required"]
KEUZES = (forms.CheckboxSelectMultiple, forms.RadioSelect)


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault, and the id of the field where it can be mended («» for the form as a whole)."""

    tekst: str
    veld_id: str


@register.filter
def soort(veld: BoundField) -> str:
    """Return how a field is drawn: «keuzes», «vinkje», «lijst» or «veld»."""
    match veld.field.widget:
        case forms.CheckboxSelectMultiple() | forms.RadioSelect():
            return "keuzes"
        case forms.CheckboxInput():
            return "vinkje"
        case forms.SelectMultiple():
            return "veld"
        case forms.Select():
            return "lijst"
        case _:
            return "veld"


@register.simple_tag
def widget(veld: BoundField) -> SafeString:
    """Return the input of a field with the class of its kind; its own classes stay."""
    eigen = veld.field.widget.attrs.get("class", "")
    if isinstance(veld.field.widget, (forms.CheckboxInput, *KEUZES)):
        return veld.as_widget()
    klasse = next((naam for kind, naam in KLASSEN if isinstance(veld.field.widget, kind)), "")
    return veld.as_widget(attrs={"class": f"{klasse} {eigen}".strip()})


@register.filter
def fouten(veld: BoundField) -> list[str]:
    """Return the faults of a field in whole sentences.

    A field left empty is named («Vul «Naam van de klas» in.»), unless it has its own words for it.
    """
    eigen_woorden = veld.field.error_messages["required"] != LEEG
    return [
        str(tekst) if fout.code != "required" or eigen_woorden else _vraag_om(veld)
        for fout in veld.errors.as_data()
        for tekst in fout.messages
    ]


def _vraag_om(veld: BoundField) -> str:
    """Return what to do about an empty field."""
    match soort(veld):
        case "vinkje":
            return f"Zet een vinkje bij «{veld.label}»."
        case "keuzes" | "lijst":
            return f"Maak een keuze bij «{veld.label}»."
        case _:
            return f"Vul «{veld.label}» in."


def get_veld_id(veld: BoundField) -> str:
    """Return the id of the first input of a field."""
    return f"{veld.auto_id}_0" if veld.field.widget.use_fieldset else veld.id_for_label


def list_fouten(bron: BaseForm | BaseFormSet) -> Iterator[Fout]:
    """Yield the faults of a form or formset in the order of its fields."""
    if isinstance(bron, BaseFormSet):
        yield from (Fout(str(tekst), "") for tekst in bron.non_form_errors())
        for form in bron.forms:
            yield from list_fouten(form)
        return
    yield from (Fout(str(tekst), "") for tekst in bron.non_field_errors())
    for veld in bron:
        yield from (Fout(tekst, get_veld_id(veld)) for tekst in fouten(veld))


@register.inclusion_tag("onderdelen/foutenlijst.html")
def foutenlijst(*formulieren: BaseForm | BaseFormSet) -> dict[str, list[Fout]]:
    """Return every fault of the forms given, for the summary that takes the focus."""
    bronnen = (form for form in formulieren if form is not None and form.is_bound)
    return {"fouten": [fout for form in bronnen for fout in list_fouten(form)]}
