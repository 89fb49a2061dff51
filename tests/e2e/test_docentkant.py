"""What a docent reads: the line of lessons, news, and one A4 to take along."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lesaanbod.services.demo import vul_lesaanbod
from tests.paginas import assert_fits_width, assert_no_axe_violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
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
def demo():
    vul_lesaanbod(nu=NU)


@pytest.mark.usefixtures("demo")
def test_screens_have_no_axe_violations_and_fit(page, phone):
    for scherm in (page, phone):
        for path in SCHERMEN:
            response = scherm.goto(path)
            assert response.status == 200, path
            assert_no_axe_violations(scherm)
            assert_fits_width(scherm)


@pytest.mark.usefixtures("demo")
def test_lesson_fits_on_one_a4(page):
    for slug in ("kapot-sterk", "geldezel-ik-niet"):
        page.goto(f"/lesaanbod/{slug}/")
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(EEN_BLAD.findall(pdf)) == 1, slug


@pytest.mark.usefixtures("demo")
def test_word_is_shown_back_and_can_be_sorted_by_relevance(page):
    page.goto("/lesaanbod/?zoekwoord=geld")
    assert page.locator("#zoekwoord").input_value() == "geld"
    assert page.locator("#sorteer option").first.text_content() == "Wat het beste past"
    assert "geld" in page.locator(".resultaat .kaart h3").first.text_content().lower()


@pytest.mark.usefixtures("demo")
def test_data_blocks_are_whole_and_break_no_csp(page):
    page.goto("/lesaanbod/kapot-sterk/")
    soorten = page.evaluate(
        """[...document.querySelectorAll('script[type="application/ld+json"]')]
           .map(blok => JSON.parse(blok.textContent)["@type"])"""
    )
    assert sorted(soorten) == ["BreadcrumbList", "Course"]
