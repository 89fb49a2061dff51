"""The language of editors: what it takes, what it refuses, and what it makes of a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesaanbod.domain.mailtekst import (
    Bouwsteen,
    MailtekstOngeldig,
    Variabele,
    Woorden,
    Woordenschat,
    check_woorden,
    list_fouten,
    list_stukken,
    split_alineas,
    vul,
)

SCHAT = Woordenschat(
    variabelen=(Variabele("les", "de les", "Snel geld"), Variabele("reden", "de reden", "x")),
    bouwstenen=(
        Bouwsteen("feiten", "de feiten", verplicht=True),
        Bouwsteen("agenda", "de agenda", verplicht=False),
    ),
)


def fouten(inhoud="Dag {{ les }}\n\n{{ feiten }}", onderwerp="Over {{les}}", kop="Kop"):
    return list_fouten(Woorden(onderwerp=onderwerp, kop=kop, inhoud=inhoud), SCHAT)


def test_plain_words_with_variables_are_fine():
    assert fouten() == {}


@pytest.mark.parametrize(
    "stuk",
    [
        "{% include 'account/login.html' %}",
        "{% load x %}",
        "{# weg #}",
        "{{ les.pk }}",
        "{{ les|safe }}",
        "{{ les.contact.gebruiker.email }}",
        "{{ _les }}",
        "{{ les",
        "les }}",
        "{{ }}",
        "{{ 1 }}",
        "%}",
        "{{{ les }}}",
    ],
)
@pytest.mark.parametrize("veld", ["onderwerp", "kop", "inhoud"])
def test_anything_but_a_plain_variable_is_refused(veld, stuk):
    woorden = {"inhoud": f"Dag {stuk}\n\n{{{{ feiten }}}}"} if veld == "inhoud" else {veld: stuk}
    assert list(fouten(**woorden)) == [veld]


def test_unknown_variable_is_named_with_a_guess():
    assert fouten(kop="Dag {{ lese }}") == {
        "kop": ["«{{ lese }}» bestaat niet in deze brief. Bedoelt u «{{ les }}»?"]
    }
    (zin,) = fouten(kop="{{ wachtwoord }}")["kop"]
    assert zin == "«{{ wachtwoord }}» bestaat niet in deze brief. Kies er een uit de lijst."


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        ("Dag", "ontbreekt"),
        ("{{ feiten }}\n\n{{ feiten }}", "2 keer"),
        ("Kijk: {{ feiten }}\n\n{{ feiten }}", "bouwsteen"),
        ("", "minstens één alinea"),
    ],
)
def test_building_block_stands_once_and_alone(inhoud, woord):
    assert woord in " ".join(fouten(inhoud=inhoud)["inhoud"])


@pytest.mark.parametrize("onderwerp", ["", "  ", "a\nb", "a\rBcc: x@y.example", "x" * 151])
def test_subject_is_one_line_that_fits(onderwerp):
    assert list(fouten(onderwerp=onderwerp)) == ["onderwerp"]


def test_value_is_never_read_as_wording():
    waarden = {"les": "{{ reden }} {% x %}", "reden": "geheim"}
    assert vul("Dag {{ les }}", waarden) == "Dag {{ reden }} {% x %}"


def test_variable_without_a_value_makes_no_letter():
    with pytest.raises(MailtekstOngeldig):
        vul("Dag {{ naam }}", {})


def test_paragraph_with_an_empty_variable_is_left_out():
    stukken = list_stukken(
        "Dag\n\nDe reden: {{ reden }}\r\n \r\n{{ feiten }}\n\n\n{{ les }}\ntweede regel",
        schat=SCHAT,
        waarden={"les": "Snel geld", "reden": ""},
        bouw=str.upper,
    )
    assert stukken == [("Dag", False), ("FEITEN", True), ("Snel geld\ntweede regel", False)]


def test_check_raises_what_the_list_tells():
    check_woorden(Woorden(onderwerp="a", kop="b", inhoud="{{ feiten }}"), SCHAT)
    with pytest.raises(MailtekstOngeldig, match="inhoud"):
        check_woorden(Woorden(onderwerp="a", kop="b", inhoud="c"), SCHAT)


@given(st.text(alphabet="{}%#|. les\n", max_size=40))
def test_what_is_accepted_leaves_no_braces_of_a_template(tekst):
    if "kop" in fouten(kop=tekst):
        return
    gevuld = vul(tekst, {"les": "X", "reden": "Y"})
    assert not any(teken in gevuld for teken in ("{{", "}}", "{%", "%}", "{#"))


@given(st.text(max_size=200))
def test_paragraphs_keep_every_word(tekst):
    genormaliseerd = tekst.replace("\r\n", "\n").replace("\r", "\n")
    assert " ".join(split_alineas(tekst)).split() == genormaliseerd.split()
