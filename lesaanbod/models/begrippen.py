"""The words the catalogue is ordered by; editors keep them as snippets."""

from typing import Any, ClassVar, NoReturn

from django.core.exceptions import ValidationError
from django.db import models

from lesaanbod.domain.rollen import (
    AFGESCHERMDE_ROLLEN,
    format_rol_blijft,
    format_slug_blijft,
    is_afgeschermd,
)


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


class RolQuerySet(models.QuerySet["Rol"]):
    """Refuses for many roles what a Rol refuses for itself."""

    def update(self, **velden: Any) -> int:
        """Change everything but the slug."""
        if "slug" in velden:
            raise ValidationError(format_slug_blijft(velden["slug"]))
        return super().update(**velden)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete these roles, unless shielding hangs on one of them."""
        if rol := self.filter(slug__in=AFGESCHERMDE_ROLLEN).first():
            rol.weiger_verwijderen()
        return super().delete()

    delete.queryset_only = True  # type: ignore[attr-defined]  # no ``Rol.objects.delete()``


class Rol(Begrip):
    """The part a hoofdrolspeler plays: wijkagent, officier van justitie, rolmodel.

    Shielding hangs on the slug, so it never changes, and a role that is shielded stays.
    """

    meervoud = models.CharField(
        "meervoud", max_length=60, blank=True, help_text="Bijvoorbeeld «wijkagenten»."
    )

    objects = RolQuerySet.as_manager()

    class Meta(Begrip.Meta):
        verbose_name = "rol"
        verbose_name_plural = "rollen"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the role, with the slug it was made with."""
        self.clean()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the role, unless shielding hangs on it."""
        if is_afgeschermd(self.slug):
            self.weiger_verwijderen()
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        """Refuse another slug than the role was made with."""
        super().clean()
        opgeslagen = Rol.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if opgeslagen is not None and self.slug != opgeslagen:
            raise ValidationError({"slug": format_slug_blijft(opgeslagen)})

    def weiger_verwijderen(self) -> NoReturn:
        """Say that this role stays."""
        raise ValidationError(format_rol_blijft(self.naam))


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
