"""What a docent reads: the line of lessons, news, and one A4 to take along."""

import re

import pytest

from tests.lesaanbod.demo import vul
from tests.paginas import assert_sound

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCHERMEN = (
    "/",
    "/lesaanbod/kapot-sterk/",
    "/leerlijn/",
    "/nieuws/",
    "/nieuws/scholen-gezocht-voor-de-jongerenrechtbank/",
    "/projecten/jongerenrechtbank/",
    "/lesaanbod/?zoekwoord=geld&sorteer=duur",
)
EEN_BLAD = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def demo(live_server):
    vul()


@pytest.mark.usefixtures("demo")
def test_screens_have_no_axe_violations_and_fit(page):
    for path in SCHERMEN:
        assert page.goto(path).status == 200, path
        assert_sound(page)


def fit_on_one_a4(page, slug):
    page.goto(f"/lesaanbod/{slug}/")
    assert len(EEN_BLAD.findall(page.pdf(prefer_css_page_size=True))) == 1, slug


def show_the_word_back_and_sort_by_relevance(page):
    page.goto("/lesaanbod/?zoekwoord=geld")
    assert page.locator("#zoekwoord").input_value() == "geld"
    assert page.locator("#sorteer option").first.text_content() == "Wat het beste past"
    assert "geld" in page.locator(".resultaat .kaart h3").first.text_content().lower()


def give_machines_whole_blocks(page):
    page.goto("/lesaanbod/kapot-sterk/")
    soorten = page.evaluate(
        """[...document.querySelectorAll('script[type="application/ld+json"]')]
           .map(blok => JSON.parse(blok.textContent)["@type"])"""
    )
    assert sorted(soorten) == ["BreadcrumbList", "Course"]


@pytest.mark.usefixtures("demo")
def test_pages_print_search_and_speak_to_machines(page):
    fit_on_one_a4(page, "kapot-sterk")
    fit_on_one_a4(page, "geldezel-ik-niet")
    show_the_word_back_and_sort_by_relevance(page)
    give_machines_whole_blocks(page)
