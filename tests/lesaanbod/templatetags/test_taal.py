"""The filters give what ``lesaanbod.domain.taal`` makes."""

from django.template import Context, Template

import pytest


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("{{ 5|telwoord }}", "vijf"),
        ("{{ namen|som_op }}", "a en b"),
        ('{% aantal 1 "les" "lessen" %}', "1 les"),
    ],
)
def test_taal(tekst, expected):
    context = Context({"namen": ["a", "b"]})
    assert Template("{% load taal %}" + tekst).render(context) == expected
