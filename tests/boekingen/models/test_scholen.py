from django.db import IntegrityError, transaction

import pytest

from boekingen.domain.vestigingen import LENGTES
from boekingen.domain.zoektekst import LANGSTE_ZOEKTEKST
from boekingen.models import School
from tests.factories.boekingen import SchoolFactory


def test_lengtes_of_the_domain_are_those_of_the_table():
    lengtes = {veld: School._meta.get_field(veld).max_length for veld in LENGTES}
    assert lengtes == LENGTES
    assert School._meta.get_field("zoektekst").max_length == LANGSTE_ZOEKTEKST


@pytest.mark.parametrize(
    ("waarden", "adres"),
    [
        ({}, "Lindelaan 4, 3561 AA Utrecht"),
        ({"straat": "", "huisnummer": ""}, "3561 AA Utrecht"),
        ({"postcode": ""}, "Lindelaan 4, Utrecht"),
    ],
)
def test_adres_as_far_as_known(waarden, adres):
    assert SchoolFactory.build(**waarden).adres == adres


@pytest.mark.django_db
def test_school_of_the_register_needs_a_code():
    with pytest.raises(IntegrityError, match="school_register_heeft_code"), transaction.atomic():
        SchoolFactory(vestigingscode=None)


@pytest.mark.django_db
def test_school_by_hand_is_unique_in_name_and_postcode():
    hand = {"vestigingscode": None, "bron": "hand", "postcode": "3561 SA"}
    SchoolFactory(naam="De Ark", **hand)
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolFactory(naam="de ark", **hand)
    SchoolFactory(naam="De Ark", **{**hand, "postcode": "3561 SB"})
    SchoolFactory(naam="De Ark", postcode="3561 SA")
    assert School.objects.count() == 3
