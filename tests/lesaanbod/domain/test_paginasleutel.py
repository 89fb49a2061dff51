"""The key of a kept page, and the form in which it is sent."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesaanbod.domain.paginasleutel import (
    BEKEND,
    LANGSTE_VRAAG,
    MEESTE_WAARDEN,
    build_paginasleutel,
    kies_codering,
)

paren = st.lists(st.tuples(st.sampled_from(sorted(BEKEND)), st.text(max_size=5)), max_size=5)


def get_sleutel(vraag: str = "", **anders: object) -> str | None:
    delen = {"schema": "https", "host": "lessen.example", "pad": "/lesaanbod/", **anders}
    return build_paginasleutel(vraag=vraag, **delen)


@given(paren=paren, andere=paren)
def test_key_is_that_of_the_same_question_only(paren, andere):
    zelfde = sorted(paren, key=lambda p: p[0]) == sorted(andere, key=lambda p: p[0])
    assert (get_sleutel(urlencode(paren)) == get_sleutel(urlencode(andere))) == zelfde


@pytest.mark.parametrize(
    "anders",
    [
        {"schema": "http"},
        {"host": "beheer.example"},
        {"pad": "/nieuws/"},
        {"htmx": True},
        {"vraag": "niveau=vo"},
    ],
    ids=str,
)
def test_everything_an_answer_depends_on_makes_another_key(anders):
    assert get_sleutel(**anders) not in {get_sleutel(), None}


def test_order_of_values_of_one_name_stays():
    assert get_sleutel("niveau=vo&niveau=mbo") != get_sleutel("niveau=mbo&niveau=vo")
    assert get_sleutel("niveau=vo&thema=geld") == get_sleutel("thema=geld&niveau=vo")


def test_parts_cannot_be_shifted():
    assert get_sleutel("zoekwoord=a&thema=b") != get_sleutel("zoekwoord=athemab")
    assert get_sleutel(host="a", pad="b/") != get_sleutel(host="ab", pad="/")


def test_what_a_newsletter_adds_is_left_out():
    assert get_sleutel("utm_source=brief&niveau=vo&fbclid=x") == get_sleutel("niveau=vo")
    assert get_sleutel("utm_source=brief", pad="/api/v2/pages/") is None


@pytest.mark.parametrize(
    "vraag",
    [
        "zoekwoord=" + "x" * LANGSTE_VRAAG,
        "&".join(["niveau=a"] * (MEESTE_WAARDEN + 1)),
        "onbekend=1",
        "vorm[]=gastles",
        "=",
    ],
    ids=lambda vraag: vraag[:20],
)
def test_no_answer_is_kept_to_what_no_page_asks(vraag):
    assert get_sleutel(vraag) is None


def test_api_has_names_and_types_of_its_own():
    api = {"pad": "/api/v2/pages/", "accept": "application/json"}
    assert get_sleutel("limit=5", **api) not in {None, get_sleutel("limit=6", **api)}
    assert get_sleutel("niveau=vo", **api) is None
    assert get_sleutel(**api) != get_sleutel(**{**api, "accept": "text/html"})
    assert get_sleutel(accept="text/html") == get_sleutel(accept="*/*")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", ""),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=0.0, gzip;q=0.000", ""),
        ("BR; q=0.1", "br"),
        ("brotli, xgzip", ""),
        ("identity, *", ""),
        ("gzip;q=onzin", "gzip"),
    ],
)
def test_browser_gets_the_smallest_form_it_takes(accept, expected):
    assert kies_codering(accept) == expected
