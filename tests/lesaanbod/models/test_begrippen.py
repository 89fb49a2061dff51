"""A role keeps its slug, and a shielded one stays, whatever road leads there."""

from django.core.exceptions import ValidationError
from django.db import transaction

import pytest

from lesaanbod.domain.rollen import AFGESCHERMDE_ROLLEN
from lesaanbod.models import Rol
from tests.factories.lesaanbod import RolFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", [*AFGESCHERMDE_ROLLEN, "wijkagent"])
def test_slug_of_a_role_never_changes(slug):
    rol = RolFactory(slug=slug)
    rol.slug = "anders"
    rijen = Rol.objects.filter(pk=rol.pk)
    for verander in (
        rol.full_clean,
        rol.save,
        lambda: rijen.update(slug="anders"),
        lambda: Rol.objects.bulk_update([rol], ["slug"]),
    ):
        with pytest.raises(ValidationError, match="ligt vast"), transaction.atomic():
            verander()
    rol.refresh_from_db()
    assert rol.slug == slug
    rol.naam = "agent"
    rol.save()
    assert rijen.get().naam == "agent"


@pytest.mark.parametrize("slug", AFGESCHERMDE_ROLLEN)
def test_shielded_role_is_never_deleted(slug):
    rol = RolFactory(slug=slug)
    for verwijder in (rol.delete, Rol.objects.all().delete):
        with pytest.raises(ValidationError, match="kan niet weg"):
            verwijder()
    assert Rol.objects.filter(pk=rol.pk).exists()


def test_other_role_can_be_deleted():
    rol = RolFactory(slug="wijkagent")
    RolFactory(slug="rolmodel").delete()
    Rol.objects.filter(pk=rol.pk).delete()
    assert not Rol.objects.exists()
