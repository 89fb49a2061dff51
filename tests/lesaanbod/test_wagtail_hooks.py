"""The words of the catalogue are kept by editors."""

from django.contrib.auth.models import Group
from django.urls import reverse

from wagtail.snippets.models import get_snippet_models

import pytest

from lesaanbod.models import Aanbieder, Niveau, Rol, Thema
from tests.factories.lesaanbod import RolFactory
from tests.inloggen import login_as, make_medewerker
from tests.lesaanbod.beheerformulier import list_meldingen

WORDS = [Niveau, Thema, Rol, Aanbieder]


@pytest.mark.parametrize("model", WORDS)
def test_word_has_its_own_screens(model):
    assert model in get_snippet_models()
    assert reverse(model.snippet_viewset.get_url_name("list")).startswith("/beheer/snippets/")


@pytest.mark.django_db
@pytest.mark.parametrize("model", WORDS)
def test_redacteur_may_keep_the_words(model):
    redacteur = Group.objects.get(name="redacteur")
    names = set(redacteur.permissions.values_list("codename", flat=True))
    assert {f"{act}_{model._meta.model_name}" for act in ("add", "change")} <= names


@pytest.fixture
def officier(client, db) -> Rol:
    """The role on which shielding hangs, before a redacteur."""
    login_as(client, make_medewerker("redacteur"))
    return RolFactory(naam="officier van justitie", slug="officier-van-justitie")


def test_role_gets_another_name_but_no_other_slug(client, officier):
    adres = reverse(Rol.snippet_viewset.get_url_name("edit"), args=[officier.pk])
    velden = {"naam": "officier", "meervoud": "officieren", "slug": officier.slug, "volgorde": 3}
    form = client.post(adres, velden | {"slug": "ovj"}).context["form"]
    assert list(form.errors) == ["slug"]
    assert "Laat «officier-van-justitie» staan" in form.errors["slug"][0]
    assert client.post(adres, velden).status_code == 302
    officier.refresh_from_db()
    assert (officier.naam, officier.slug) == ("officier", "officier-van-justitie")


def test_shielded_role_cannot_be_deleted_in_beheer(client, officier):
    for adres in (
        reverse(Rol.snippet_viewset.get_url_name("delete"), args=[officier.pk]),
        f"/beheer/bulk/lesaanbod/rol/delete/?id={officier.pk}",
    ):
        for way in (client.get, client.post):
            meldingen = list_meldingen(way(adres, follow=True))
            assert "De rol «officier van justitie» kan niet weg" in " ".join(meldingen)
    assert Rol.objects.filter(pk=officier.pk).exists()
