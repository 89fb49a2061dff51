"""The words the catalogue is ordered by; editors keep them as snippets."""

from typing import ClassVar

from django.db import models


class Begrip(models.Model):
    """A named, ordered word with a slug for the address bar."""

    naam = models.CharField(
        "naam", max_length=60, unique=True, help_text="Het woord dat een bezoeker leest."
    )
    slug = models.SlugField(
        "in het adres",
        max_length=60,
        unique=True,
        help_text="Kleine letters en streepjes. Verander dit liever niet: links breken dan.",
    )
    volgorde = models.PositiveSmallIntegerField(
        "volgorde", default=0, help_text="Het laagste getal staat vooraan."
    )

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["volgorde", "naam"]

    def __str__(self) -> str:
        return self.naam


class Niveau(Begrip):  # type: ignore[django-manager-missing]  # a ParentalKey points here
    """Whom an offer is for: groep 8, voortgezet onderwijs, (v)mbo, docenten."""

    korte_naam = models.CharField(
        "korte naam", max_length=20, help_text="Voor op een label, bijvoorbeeld «VO»."
    )
    omschrijving = models.CharField(
        "omschrijving", max_length=120, blank=True, help_text="Eén zin voor op de homepage."
    )
    tekening = models.CharField(
        "tekening",
        max_length=20,
        default="boek",
        choices=[(naam, naam) for naam in ("rugzak", "boek", "koffer", "gesprek")],
        help_text="Staat bij dit niveau op de homepage.",
    )

    class Meta(Begrip.Meta):
        verbose_name = "niveau"
        verbose_name_plural = "niveaus"


class Thema(Begrip):
    """What an offer is about."""

    class Meta(Begrip.Meta):
        verbose_name = "thema"
        verbose_name_plural = "thema's"


class Rol(Begrip):
    """The part a hoofdrolspeler plays: wijkagent, officier van justitie, rolmodel."""

    meervoud = models.CharField(
        "meervoud", max_length=60, blank=True, help_text="Bijvoorbeeld «wijkagenten»."
    )

    class Meta(Begrip.Meta):
        verbose_name = "rol"
        verbose_name_plural = "rollen"


class Aanbieder(models.Model):  # type: ignore[django-manager-missing]  # Wagtail manager
    """The organisation that gives a lesson or makes its material."""

    naam = models.CharField(
        "naam", max_length=80, unique=True, help_text="De naam van de organisatie."
    )
    website = models.URLField(
        "website", blank=True, help_text="De naam op een lespagina wordt een link hierheen."
    )

    class Meta:
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"
        ordering: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        return self.naam
