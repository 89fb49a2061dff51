"""The groups of the site stay, whatever road leads to them."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction

import pytest

from lesaanbod.models import Bevoegdheid

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("bevoegdheid", list(Bevoegdheid))
def test_group_of_the_site_is_neither_renamed_nor_deleted(bevoegdheid):
    groep = Group.objects.get(name=bevoegdheid)
    groep.name = "eindredactie"
    with pytest.raises(ValidationError, match=f"De groep «{bevoegdheid}» hoort bij de site"):
        groep.save()
    groep.refresh_from_db()
    groep.save()
    for verwijder in (groep.delete, Group.objects.all().delete):
        with (
            pytest.raises(ValidationError, match="verwijder haar niet"),
            transaction.atomic(),
        ):
            verwijder()
    assert Group.objects.filter(name=bevoegdheid).exists()


def test_other_group_is_renamed_and_deleted():
    groep = Group.objects.create(name="stagiair")
    groep.name = "trainee"
    groep.save()
    groep.delete()
    assert set(Group.objects.values_list("name", flat=True)) == set(Bevoegdheid)
