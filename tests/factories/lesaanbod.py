"""Factories of the ground floor and the catalogue."""

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from lesaanbod import models


class GebruikerFactory(DjangoModelFactory):
    class Meta:
        model = models.Gebruiker
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"persoon{n}@voorbeeld.example")
    naam = factory.Sequence(lambda n: f"Persoon {n}")


class NiveauFactory(DjangoModelFactory):
    class Meta:
        model = models.Niveau
        django_get_or_create = ("slug",)

    naam = factory.Sequence(lambda n: f"Niveau {n}")
    korte_naam = factory.SelfAttribute("naam")
    slug = factory.Sequence(lambda n: f"niveau-{n}")


class ThemaFactory(DjangoModelFactory):
    class Meta:
        model = models.Thema

    naam = factory.Sequence(lambda n: f"Thema {n}")
    slug = factory.Sequence(lambda n: f"thema-{n}")


class RolFactory(DjangoModelFactory):
    class Meta:
        model = models.Rol

    naam = factory.Sequence(lambda n: f"rol {n}")
    slug = factory.Sequence(lambda n: f"rol-{n}")


class AanbiederFactory(DjangoModelFactory):
    class Meta:
        model = models.Aanbieder

    naam = factory.Sequence(lambda n: f"Aanbieder {n}")


class LesPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.LesPage

    title = factory.Sequence(lambda n: f"Les {n}")
    samenvatting = "Een les voor de klas."
    vorm = models.Vorm.GASTLES.value
    aanbieder = factory.SubFactory(AanbiederFactory)


class OnderdeelFactory(DjangoModelFactory):
    class Meta:
        model = models.Onderdeel

    les = factory.SubFactory(LesPageFactory)
    titel = factory.Sequence(lambda n: f"Onderdeel {n}")
    duur = 60


class OnderdeelRolFactory(DjangoModelFactory):
    class Meta:
        model = models.OnderdeelRol

    onderdeel = factory.SubFactory(OnderdeelFactory)
    rol = factory.SubFactory(RolFactory)
