"""Lessons that happen: one onderdeel for one or more groepen, and the people it needs."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boekingen.domain.status import BoekingStatus


class Boeking(models.Model):
    """One onderdeel of an Aanvraag; title, duration and roles are its own copies."""

    aanvraag = models.ForeignKey(
        "boekingen.Aanvraag",
        verbose_name="aanvraag",
        on_delete=models.PROTECT,
        related_name="boekingen",
    )
    les = models.ForeignKey(
        "lesaanbod.LesPage", verbose_name="les", on_delete=models.PROTECT, related_name="boekingen"
    )
    groepen = models.ManyToManyField(
        "boekingen.Groep", verbose_name="groepen", related_name="boekingen"
    )
    onderdeel_sleutel = models.UUIDField("sleutel van het onderdeel")
    nummer = models.PositiveSmallIntegerField("nummer in de serie")
    serie_lengte = models.PositiveSmallIntegerField("lessen in de serie", default=1)
    titel = models.CharField("titel", max_length=80)
    duur = models.PositiveSmallIntegerField("duur in minuten")
    min_dagen_tussen = models.PositiveSmallIntegerField("dagen tussen twee lessen", default=0)
    in_avond = models.BooleanField("mag in de avond", default=False)
    op_school = models.BooleanField("op school", default=True)
    plaats = models.CharField("andere plaats", max_length=120, blank=True)
    status = models.CharField(
        "status",
        max_length=16,
        default=BoekingStatus.TE_PLANNEN.value,
        choices=[(status.value, status.value) for status in BoekingStatus],
    )
    beloofd_op = models.DateTimeField(
        "beloofd op",
        null=True,
        blank=True,
        help_text="Sinds wanneer de school weet dat deze les komt, ook zonder moment.",
    )
    begin = models.DateTimeField("begin", null=True, blank=True)
    herinner_op = models.DateTimeField(
        "school herinneren op",
        null=True,
        blank=True,
        help_text="Leeg: er gaat geen herinnering (meer) uit.",
    )
    eind = models.DateTimeField("eind", null=True, blank=True)

    class Meta:
        verbose_name = "boeking"
        verbose_name_plural = "boekingen"
        ordering: ClassVar[list[str]] = ["aanvraag", "nummer", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["herinner_op"],
                name="boeking_herinnering",
                condition=Q(herinner_op__isnull=False),
            )
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(begin__isnull=True, eind__isnull=True) | Q(eind__gt=F("begin")),
                name="boeking_eind_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(begin__isnull=False)
                | Q(status__in=[BoekingStatus.TE_PLANNEN.value, BoekingStatus.GEANNULEERD.value]),
                name="boeking_gepland_heeft_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"boeking {self.pk}"


class Plek(models.Model):
    """One person a booking needs."""

    boeking = models.ForeignKey(
        "boekingen.Boeking",
        verbose_name="boeking",
        on_delete=models.CASCADE,
        related_name="plekken",
    )
    rol = models.ForeignKey(
        "lesaanbod.Rol", verbose_name="rol", on_delete=models.PROTECT, related_name="+"
    )
    nummer = models.PositiveSmallIntegerField("nummer", default=1)

    class Meta:
        verbose_name = "plek"
        verbose_name_plural = "plekken"
        ordering: ClassVar[list[str]] = ["boeking", "rol", "nummer"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["boeking", "rol", "nummer"], name="plek_uniek")
        ]

    def __str__(self) -> str:
        return f"plek {self.pk}"
