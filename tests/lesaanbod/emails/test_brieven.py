"""Letters: three templates and a context."""

import re
from html.parser import HTMLParser

from django.template.loader import render_to_string

import pytest

from lesaanbod.emails import clean_naam, render_brief
from lesaanbod.emails.brieven import tidy
from lesaanbod.services.berichten import Feit
from tests.lesaanbod.brieven import build_context

LEEG = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}


class Nesting(HTMLParser):
    """Complains about a tag that is not closed, or not in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def render(**changes):
    values = {
        "brief": "voorbeeld",
        "aan": "noa@politie.example",
        "aan_naam": "Noa de Vries",
        "link": "https://lesaanbod.example/x/",
        "context": build_context(),
    }
    return render_brief(**values | changes)


def render_feiten(**context) -> str:
    feiten = [Feit("Waar", "De Klimroos\nlokaal 12", "Voorbeeldlaan 1")]
    return render_to_string("emails/onderdelen/feiten.html", {"feiten": feiten} | context)


@pytest.fixture
def voorbeeld(db, voorbeeldbrief):
    return render()


def test_html_is_well_nested_dutch_and_titled(voorbeeld):
    parser = Nesting()
    parser.feed(voorbeeld.html)

    assert parser.open == []
    assert voorbeeld.html.startswith('<!doctype html>\n<html lang="nl">')
    assert f"<title>{voorbeeld.onderwerp}</title>" in voorbeeld.html


def test_html_loads_nothing_and_runs_nothing(voorbeeld):
    assert re.findall(r"src=|url\(|<script|<link|<img|@import|background=", voorbeeld.html) == []


def test_html_uses_tables_for_its_look_only(voorbeeld):
    tables = re.findall("<table[^>]*>", voorbeeld.html)

    # The one without a role is the list of facts: it has row headers.
    assert len([table for table in tables if "presentation" not in table]) == 1
    assert voorbeeld.html.count('<th scope="row"') == 3


def test_receiver_without_a_name_is_greeted(db, voorbeeldbrief):
    brief = render(aan_naam="")

    assert "\nBeste lezer,\n" in brief.tekst
    assert "<p>Beste lezer,</p>" in brief.html


@pytest.mark.parametrize(
    ("soort", "teken", "kleur"),
    [
        ("goed", "✓", "#185736"),
        ("wacht", "◔", "#704200"),
        ("mis", "✕", "#8E1F17"),
        ("info", "●", "#1C4A78"),
        ("", "●", "#1C4A78"),
    ],
)
def test_status_is_word_sign_and_colour(soort, teken, kleur):
    html = render_feiten(soort=soort, status="gevraagd")

    assert f"color: {kleur}" in html
    assert f'<span aria-hidden="true">{teken}</span>&nbsp; gevraagd</td>' in html


def test_feiten_without_status_show_no_label():
    html = render_feiten()

    assert "aria-hidden" not in html
    assert "De Klimroos<br>lokaal 12</strong>" in html


@pytest.mark.parametrize("soort", ["html", "txt"])
def test_agenda_line_can_be_replaced(soort):
    template = f"emails/onderdelen/agenda.{soort}"

    assert "Verandert de les, dan verandert uw agenda mee." in render_to_string(template)
    assert "De les verdwijnt." in render_to_string(template, {"tekst": "De les verdwijnt."})


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("Noa de Vries", "Noa de Vries"),
        ("  Noa \t de\r\nVries\x00 ", "Noa de Vries"),
        ("Noa\u2028Vries", "Noa Vries"),
        ("x" * 130, "x" * 120),
        ("x" * 119 + " y", "x" * 119),
        ("\n", ""),
    ],
)
def test_clean_naam(naam, schoon):
    assert clean_naam(naam) == schoon


@pytest.mark.parametrize(
    ("ruw", "net"),
    [
        ("\n\na  \r\n\r\n\r\n\r\nb\rc\n\n", "a\n\nb\nc\n"),
        ("a\n\nb", "a\n\nb\n"),
    ],
)
def test_tidy(ruw, net):
    assert tidy(ruw) == net
