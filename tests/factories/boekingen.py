"""Factories of schools, contacts and requests; everything with a state comes from services."""

import factory
from factory.django import DjangoModelFactory

from boekingen import models
from boekingen.domain.status import ContactStatus
from boekingen.domain.zoektekst import build_zoektekst

from .lesaanbod import GebruikerFactory


class SchoolFactory(DjangoModelFactory):
    class Meta:
        model = models.School

    vestigingscode = factory.Sequence(lambda n: f"{n // 100 % 100:02}AA{n % 100:02}")
    brin = factory.LazyAttribute(lambda school: (school.vestigingscode or "")[:4])
    sector = "po"
    naam = factory.Sequence(lambda n: f"School {n}")
    straat = "Lindelaan"
    huisnummer = "4"
    postcode = "3561 AA"
    plaats = "Utrecht"
    telefoon = "0301234567"
    vakantieregio = "Midden"
    bron = "register"
    zoektekst = factory.LazyAttribute(
        lambda school: build_zoektekst(
            naam=school.naam,
            plaats=school.plaats,
            postcode=school.postcode,
            vestigingscode=school.vestigingscode or "",
            sector=school.sector,
        )
    )


class ContactpersoonFactory(DjangoModelFactory):
    class Meta:
        model = models.Contactpersoon

    gebruiker = factory.SubFactory(GebruikerFactory)
    school = factory.SubFactory(SchoolFactory)
    naam = factory.SelfAttribute("gebruiker.naam")
    telefoon = "0612345678"
    status = ContactStatus.TOEGELATEN.value
