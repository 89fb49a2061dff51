"""The wijken and postcodes that every database starts with."""

from importlib import import_module

from django.apps import apps
from django.db.models import Count

import pytest

from hoofdrolspelers.models import Wijk, WijkPostcode

pytestmark = pytest.mark.django_db

# Number of address postcodes per wijk (CBS/Kadaster shapes, see the migration).
AANTALLEN = {
    "WK034401": ("West", 5),
    "WK034402": ("Noordwest", 6),
    "WK034403": ("Overvecht", 6),
    "WK034404": ("Noordoost", 5),
    "WK034405": ("Oost", 5),
    "WK034406": ("Binnenstad", 2),
    "WK034407": ("Zuid", 3),
    "WK034408": ("Zuidwest", 4),
    "WK034409": ("Leidsche Rijn", 5),
    "WK034410": ("Vleuten-De Meern", 6),
}


def get_aantallen() -> dict[str, tuple[str, int]]:
    rows = Wijk.objects.annotate(aantal=Count("postcodes"))
    return {wijk.code: (wijk.naam, wijk.aantal) for wijk in rows}


def test_wijken_and_postcodes_of_utrecht_are_there():
    assert get_aantallen() == AANTALLEN


def test_postcodes_on_both_sides_of_the_borders_lie_where_they_should():
    rows = WijkPostcode.objects.values_list("postcode4", "wijk__naam")
    borders = ["3512", "3513", "3527", "3528", "3542", "3545", "3546", "3566", "3571"]
    assert [dict(rows)[postcode] for postcode in borders] == [
        "Binnenstad",
        "Noordwest",
        "Zuidwest",
        "Leidsche Rijn",
        "West",
        "Leidsche Rijn",
        "Vleuten-De Meern",
        "Overvecht",
        "Noordoost",
    ]


def test_create_wijken_again_changes_nothing_and_keeps_what_staff_overruled():
    binnenstad = Wijk.objects.get(naam="Binnenstad")
    WijkPostcode.objects.filter(postcode4="3521").update(wijk=binnenstad)
    import_module("hoofdrolspelers.migrations.0002_wijken").create_wijken(apps, None)
    assert WijkPostcode.objects.get(postcode4="3521").wijk == binnenstad
    assert WijkPostcode.objects.count() == 47
