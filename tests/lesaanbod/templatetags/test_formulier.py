"""How forms are drawn: label, hint, error, and the list of all faults."""

import re

from django import forms
from django.template import Context, Template

import pytest


class KlasForm(forms.Form):
    """One field of every kind."""

    naam = forms.CharField(label="Naam van de klas", help_text="Bijvoorbeeld <8A>.")
    aantal = forms.IntegerField(label="Leerlingen", min_value=1, required=False)
    niveau = forms.ChoiceField(label="Niveau", choices=[("a", "Groep 8"), ("b", "VO")])
    wijze = forms.ChoiceField(
        label="Hoe", choices=[("a", "Samen"), ("b", "Apart")], widget=forms.RadioSelect
    )
    lokaal = forms.MultipleChoiceField(
        label="Lokaal", choices=[("d", "Digibord")], widget=forms.CheckboxSelectMultiple
    )
    blijft = forms.BooleanField(label="Ik blijf erbij")
    tekst = forms.CharField(
        label="Opmerking",
        widget=forms.Textarea(attrs={"class": "eigen"}),
        error_messages={"required": "Schrijf één zin."},
    )

    def clean(self):
        raise forms.ValidationError("Deze klas is er al.")


def render_veld(naam: str, data: dict[str, str] | None = None) -> str:
    html = KlasForm(data)[naam].as_field_group()
    return re.sub(r"\s+", " ", html).replace("> <", "><")


def render_lijst(*formulieren: object) -> str:
    namen = {f"f{nummer}": form for nummer, form in enumerate(formulieren)}
    tekst = "{% load formulier %}{% foutenlijst " + " ".join(namen) + " %}"
    return Template(tekst).render(Context(namen))


def test_field_has_label_then_hint_then_input():
    html = render_veld("naam")
    label = html.index('<label class="utrecht-form-field__label" for="id_naam">')
    hint = html.index('id="id_naam_helptext">Bijvoorbeeld &lt;8A&gt;.')
    invoer = html.index("<input")
    assert label < hint < invoer
    assert 'aria-describedby="id_naam_helptext"' in html
    assert 'class="utrecht-textbox utrecht-textbox--html-input"' in html


def test_only_an_optional_field_says_so():
    assert "(niet verplicht)" in render_veld("aantal")
    assert "(niet verplicht)" not in render_veld("naam")


def test_wrong_field_is_marked_and_linked_to_its_error():
    html = render_veld("aantal", {"aantal": "0"})
    assert "utrecht-form-field--invalid" in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_aantal_error"' in html
    assert html.count('id="id_aantal_error"') == 1
    assert 'value="0"' in html


def test_right_field_is_not_marked():
    assert "utrecht-form-field--invalid" not in render_veld("naam", {"naam": "8A"})


@pytest.mark.parametrize(
    ("naam", "expected"),
    [
        ("naam", "Vul «Naam van de klas» in."),
        ("niveau", "Maak een keuze bij «Niveau»."),
        ("wijze", "Maak een keuze bij «Hoe»."),
        ("blijft", "Zet een vinkje bij «Ik blijf erbij»."),
        ("tekst", "Schrijf één zin."),
    ],
)
def test_empty_field_says_what_to_do(naam, expected):
    assert expected in render_veld(naam, {"aantal": "1"})


@pytest.mark.parametrize("naam", ["wijze", "lokaal"])
def test_choices_stand_in_a_fieldset_with_a_label_each(naam):
    html = render_veld(naam)
    assert html.count("<fieldset") == html.count("<legend") == html.count("</fieldset>") == 1
    assert f'<label for="id_{naam}_0">' in html


def test_choices_wrong_name_their_error_on_the_fieldset():
    html = render_veld("wijze", {"aantal": "1"})
    assert '<fieldset class="utrecht-form-fieldset" aria-describedby="id_wijze_error">' in html


def test_checkbox_has_its_label_once_behind_it():
    html = render_veld("blijft")
    assert html.count("<label") == 1
    assert html.index("<input") < html.index("<label")


def test_select_stands_beside_its_arrow():
    assert '<span class="keuzelijst"><select' in render_veld("niveau")


def test_own_class_of_a_widget_stays():
    assert 'class="utrecht-textarea utrecht-textarea--html-textarea eigen"' in render_veld("tekst")


def test_foutenlijst_links_every_fault_in_the_order_of_the_form():
    html = render_lijst(KlasForm({"naam": "8A", "niveau": "a", "tekst": "x"}))
    assert "<strong>Deze klas is er al.</strong>" in html
    assert re.findall(r'<a href="#(\w+)">([^<]+)</a>', html) == [
        ("id_wijze_0", "Maak een keuze bij «Hoe»."),
        ("id_lokaal_0", "Maak een keuze bij «Lokaal»."),
        ("id_blijft", "Zet een vinkje bij «Ik blijf erbij»."),
    ]
    assert "Er zijn vier dingen niet goed ingevuld" in html


def test_foutenlijst_takes_the_focus():
    html = render_lijst(KlasForm({}))
    assert 'tabindex="-1"' in html
    assert "autofocus" in html
    assert 'role="alert"' in html


def test_foutenlijst_says_one_thing_in_the_singular():
    class Klein(forms.Form):
        naam = forms.CharField(label="Naam")

    assert "Er is één ding niet goed ingevuld" in render_lijst(Klein({}))


@pytest.mark.parametrize("form", [KlasForm(), None], ids=["not sent", "no form"])
def test_foutenlijst_is_silent_without_faults(form):
    assert render_lijst(form).strip() == ""


def test_foutenlijst_reads_formsets():
    class Klein(forms.Form):
        naam = forms.CharField(label="Naam")

    klassen = forms.formset_factory(Klein, min_num=2, validate_min=True)
    formset = klassen({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-naam": "8A"})
    html = render_lijst(formset, None)
    assert re.findall(r'href="#([\w-]+)"', html) == ["id_form-1-naam"]
    assert "<strong>" in html
