"""What a school asks for."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from boekingen.domain.status import AanvraagStatus

from .contactpersonen import Contactpersoon


class Aanvraag(models.Model):
    """A lesaanvraag: one contact of one school, one lesson page, one or more groepen.

    While it is a concept the answers stand in ``antwoorden`` and the link of the draft opens it;
    of that link only the hash is kept. Submitting turns the answers into rows and empties them;
    the hash stays, so that the old link can say that the request was sent.
    """

    les = models.ForeignKey(
        "lesaanbod.LesPage", verbose_name="les", on_delete=models.PROTECT, related_name="aanvragen"
    )
    contactpersoon = models.ForeignKey(
        "boekingen.Contactpersoon",
        verbose_name="contactpersoon",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aanvragen",
    )
    status = models.CharField(
        "status",
        max_length=12,
        default=AanvraagStatus.CONCEPT.value,
        choices=[(status.value, status.value) for status in AanvraagStatus],
    )
    kenmerk = models.CharField("kenmerk", max_length=12, unique=True, null=True, blank=True)
    sleutel_hash = models.CharField("hash van de link", max_length=64, blank=True, db_index=True)
    antwoorden = models.JSONField("antwoorden", default=dict, blank=True)

    les_titel = models.CharField("titel van de les", max_length=255, blank=True)
    klassen_samen = models.BooleanField("klassen samen", default=False)
    dagcontact_naam = models.CharField("aanspreekpunt op de dag", max_length=120, blank=True)
    dagcontact_telefoon = models.CharField("telefoon op de dag", max_length=20, blank=True)
    lokaal = models.CharField("lokaal en melden bij", max_length=120, blank=True)
    opmerking = models.TextField("opmerking", max_length=1000, blank=True)

    aangemaakt_op = models.DateTimeField("aangemaakt op")
    ingediend_op = models.DateTimeField("ingediend op", null=True, blank=True)
    gesloten_op = models.DateTimeField("gesloten op", null=True, blank=True)
    reden = models.TextField("reden", blank=True)

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status=AanvraagStatus.CONCEPT.value)
                | Q(
                    contactpersoon__isnull=False, kenmerk__isnull=False, ingediend_op__isnull=False
                ),
                name="aanvraag_ingediend_is_volledig",
            )
        ]

    def __str__(self) -> str:
        return self.kenmerk or f"concept {self.pk}"

    @property
    def contact(self) -> Contactpersoon:
        """The contact of a request that was submitted; ``ValueError`` for a concept."""
        if self.contactpersoon is None:
            raise ValueError(f"{self} has no contactpersoon yet.")
        return self.contactpersoon


class Groep(models.Model):
    """One class."""

    aanvraag = models.ForeignKey(
        "boekingen.Aanvraag",
        verbose_name="aanvraag",
        on_delete=models.CASCADE,
        related_name="groepen",
    )
    volgorde = models.PositiveSmallIntegerField("volgorde")
    naam = models.CharField("naam", max_length=30)
    niveau = models.ForeignKey(
        "lesaanbod.Niveau", verbose_name="niveau", on_delete=models.PROTECT, related_name="+"
    )
    leerlingen = models.PositiveSmallIntegerField(
        "leerlingen", validators=[MinValueValidator(1), MaxValueValidator(500)]
    )

    class Meta:
        verbose_name = "groep"
        verbose_name_plural = "groepen"
        ordering: ClassVar[list[str]] = ["volgorde"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["aanvraag", "volgorde"], name="groep_volgorde_uniek")
        ]

    def __str__(self) -> str:
        return self.naam


class Wens(models.Model):
    """A wished moment for one onderdeel: when the first class would begin."""

    aanvraag = models.ForeignKey(
        "boekingen.Aanvraag",
        verbose_name="aanvraag",
        on_delete=models.CASCADE,
        related_name="wensen",
    )
    onderdeel_sleutel = models.UUIDField("sleutel van het onderdeel")
    volgorde = models.PositiveSmallIntegerField("volgorde")
    begin = models.DateTimeField("begin")

    class Meta:
        verbose_name = "wens"
        verbose_name_plural = "wensen"
        ordering: ClassVar[list[str]] = ["aanvraag", "onderdeel_sleutel", "volgorde"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["aanvraag", "onderdeel_sleutel", "volgorde"], name="wens_volgorde_uniek"
            ),
            models.CheckConstraint(condition=Q(volgorde__range=(1, 3)), name="wens_hooguit_drie"),
        ]

    def __str__(self) -> str:
        return f"wens {self.volgorde}"


class Verhinderdatum(models.Model):
    """A day on which the school cannot receive anybody."""

    aanvraag = models.ForeignKey(
        "boekingen.Aanvraag",
        verbose_name="aanvraag",
        on_delete=models.CASCADE,
        related_name="verhinderdata",
    )
    datum = models.DateField("datum")

    class Meta:
        verbose_name = "verhinderdatum"
        verbose_name_plural = "verhinderdata"
        ordering: ClassVar[list[str]] = ["datum"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["aanvraag", "datum"], name="verhinderdatum_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.datum:%d-%m-%Y}"
