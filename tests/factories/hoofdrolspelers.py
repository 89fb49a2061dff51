"""Factories of people and their time."""

import factory
from factory.django import DjangoModelFactory

from hoofdrolspelers import models

from .lesaanbod import GebruikerFactory


class WijkFactory(DjangoModelFactory):
    class Meta:
        model = models.Wijk

    code = factory.Sequence(lambda n: f"WK9{n:05}")
    naam = factory.Sequence(lambda n: f"Wijk {n}")


class HoofdrolspelerFactory(DjangoModelFactory):
    class Meta:
        model = models.Hoofdrolspeler
        skip_postgeneration_save = True

    gebruiker = factory.SubFactory(GebruikerFactory)
    voornaam = "Robin"
    organisatie = "Wijkteam"

    @factory.post_generation
    def rollen(self, create, extracted, **kwargs):
        self.rollen.set(extracted or [])

    @factory.post_generation
    def niveaus(self, create, extracted, **kwargs):
        self.niveaus.set(extracted or [])

    @factory.post_generation
    def wijken(self, create, extracted, **kwargs):
        self.wijken.set(extracted or [])


class WeekRitmeFactory(DjangoModelFactory):
    class Meta:
        model = models.WeekRitme

    hoofdrolspeler = factory.SubFactory(HoofdrolspelerFactory)
    weekdag = 1
    begin = "08:00"
    eind = "17:00"
