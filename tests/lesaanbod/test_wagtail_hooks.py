"""The words of the catalogue are kept by editors."""

from django.contrib.auth.models import Group
from django.urls import reverse

from wagtail.snippets.models import get_snippet_models

import pytest

from lesaanbod.models import Aanbieder, Niveau, Rol, Thema

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
