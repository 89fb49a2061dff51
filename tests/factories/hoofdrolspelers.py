"""Factories of people and their time."""

from datetime import UTC, datetime, time, timedelta

import factory
from factory.django import DjangoModelFactory

from hoofdrolspelers import models
from hoofdrolspelers.services.agendas import DOEL
from lesaanbod.services.versleuteling import versleutel

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

    class Params:
        is_actief = True

    gebruiker = factory.SubFactory(GebruikerFactory)
    voornaam = "Robin"
    organisatie = "Wijkteam"
    deelname = factory.LazyAttribute(lambda mens: "actief" if mens.is_actief else "uitgenodigd")

    @factory.post_generation
    def rollen(self, create, extracted, **kwargs):
        if extracted:
            self.rollen.add(*extracted)

    @factory.post_generation
    def niveaus(self, create, extracted, **kwargs):
        if extracted:
            self.niveaus.add(*extracted)

    @factory.post_generation
    def wijken(self, create, extracted, **kwargs):
        if extracted:
            self.wijken.add(*extracted)


class WeekRitmeFactory(DjangoModelFactory):
    class Meta:
        model = models.WeekRitme

    hoofdrolspeler = factory.SubFactory(HoofdrolspelerFactory)
    weekdag = 1
    begin = time(8)
    eind = time(17)


class VastleggingFactory(DjangoModelFactory):
    """An hour of somebody's time; states with meaning come from ``leg_vast``."""

    class Meta:
        model = models.Vastlegging

    hoofdrolspeler = factory.SubFactory(HoofdrolspelerFactory)
    begin = datetime(2027, 1, 12, 9, tzinfo=UTC)
    eind = factory.LazyAttribute(lambda vastlegging: vastlegging.begin + timedelta(hours=1))
    sleutel = factory.Sequence(lambda n: f"sleutel-{n}")


class ExterneAgendaFactory(DjangoModelFactory):
    """A diary at an address, not read yet; what it says comes from the services."""

    class Meta:
        model = models.ExterneAgenda

    class Params:
        adres = factory.Sequence(lambda n: f"https://agenda{n}.example/geheim-{n}.ics")

    hoofdrolspeler = factory.SubFactory(HoofdrolspelerFactory)
    naam = "werk"
    adres_versleuteld = factory.LazyAttribute(
        lambda agenda: agenda.adres and versleutel(doel=DOEL, tekst=agenda.adres)
    )
    host = factory.Sequence(lambda n: f"agenda{n}.example")
    max_dagen_oud = 7
    toegevoegd_op = datetime(2027, 1, 11, 8, tzinfo=UTC)
    volgende_poging = datetime(2027, 1, 11, 8, tzinfo=UTC)


class BezetTijdvakFactory(DjangoModelFactory):
    """An hour in somebody's own diary."""

    class Meta:
        model = models.BezetTijdvak

    agenda = factory.SubFactory(ExterneAgendaFactory)
    hoofdrolspeler = factory.SelfAttribute("agenda.hoofdrolspeler")
    begin = datetime(2027, 1, 12, 9, tzinfo=UTC)
    eind = factory.LazyAttribute(lambda bezet: bezet.begin + timedelta(hours=1))


class UitzonderingFactory(DjangoModelFactory):
    """A morning away."""

    class Meta:
        model = models.Uitzondering

    hoofdrolspeler = factory.SubFactory(HoofdrolspelerFactory)
    soort = "weg"
    begin = datetime(2027, 1, 12, 7, tzinfo=UTC)
    eind = factory.LazyAttribute(lambda uitzondering: uitzondering.begin + timedelta(hours=4))


class VrijeDagFactory(DjangoModelFactory):
    class Meta:
        model = models.VrijeDag

    hoofdrolspeler = factory.SubFactory(HoofdrolspelerFactory)
    datum = datetime(2027, 1, 12, tzinfo=UTC).date()
    bits = 1
