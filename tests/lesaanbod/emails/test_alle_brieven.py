"""Every built-in letter of every app, with its example: whole, alike in text and html, light."""

import re
from html import unescape

import pytest

from lesaanbod.emails.briefsoorten import list_briefsoorten
from tests.lesaanbod.emails.voorbeelden import maak_voorbeeld

pytestmark = pytest.mark.django_db
SOORTEN = [soort.sleutel for soort in list_briefsoorten()]
LANGSTE_ZIN = 23
"""Words; B1 wants fewer, and a title of a lesson may stand in it."""
NIET_IN_HTML = ("----", "Status: ")


def lees_html(html: str) -> str:
    """Return the words of the body on one line, as somebody reads them."""
    zonder = re.sub(r"(?s)<head>.*?</head>|<style.*?</style>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", zonder)).split())


def list_zinnen(tekst: str) -> list[str]:
    """Return every line of the plain text that a person reads, without addresses and facts."""
    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    return [
        regel.removesuffix(":")
        for regel in regels
        if regel and not regel.startswith(NIET_IN_HTML) and "http" not in regel
    ]


@pytest.mark.parametrize("sleutel", SOORTEN)
def test_text_and_html_say_the_same(sleutel):
    brief = maak_voorbeeld(sleutel)
    # The facts stand between colons and brackets in the text, and in a table in the html.
    los = re.compile(r"[():.,\s]+")
    gezien = los.sub(" ", lees_html(brief.html))
    assert [z for z in list_zinnen(brief.tekst) if los.sub(" ", z).strip() not in gezien] == []


@pytest.mark.parametrize("sleutel", SOORTEN)
def test_nothing_of_a_template_or_of_html_is_left(sleutel):
    brief = maak_voorbeeld(sleutel)
    gelezen = f"{brief.onderwerp}\n{brief.tekst}\n{lees_html(brief.html)}"
    assert re.findall(r"\{\{|\}\}|\{%|&\s?\w+;|\bNone\b|<\w|\(\)|\( | \.\s", gelezen) == []
    assert "<img" not in brief.html


@pytest.mark.parametrize("sleutel", SOORTEN)
def test_sentences_are_short(sleutel):
    zinnen = [
        zin
        for regel in list_zinnen(maak_voorbeeld(sleutel).tekst)
        for zin in re.split(r"(?<=[.?!:])\s(?=[A-Z])", regel)
    ]
    assert [zin for zin in zinnen if len(zin.split()) > LANGSTE_ZIN] == []
