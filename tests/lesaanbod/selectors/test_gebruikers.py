"""Who plans for the municipality."""

from django.contrib.auth.models import AnonymousUser, Group

import pytest

from lesaanbod.models import Bevoegdheid
from lesaanbod.selectors import is_coordinator
from tests.factories.lesaanbod import GebruikerFactory


@pytest.mark.django_db
@pytest.mark.parametrize("bevoegdheid", [*Bevoegdheid, None])
def test_is_coordinator_goes_by_group(bevoegdheid):
    gebruiker = GebruikerFactory()
    if bevoegdheid:
        gebruiker.groups.add(Group.objects.get_or_create(name=bevoegdheid.value)[0])
    assert is_coordinator(gebruiker) is (bevoegdheid is Bevoegdheid.COORDINATOR)


@pytest.mark.django_db
def test_is_coordinator_refuses_somebody_switched_off():
    gebruiker = GebruikerFactory(is_active=False)
    gebruiker.groups.add(Group.objects.get_or_create(name=Bevoegdheid.COORDINATOR.value)[0])
    assert is_coordinator(gebruiker) is False


def test_is_coordinator_refuses_anonymous():
    assert is_coordinator(AnonymousUser()) is False
