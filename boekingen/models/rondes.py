"""Asking for an open Plek by itself: the round, and for which lessons one starts by itself."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from boekingen.domain.status import Aanleiding, RondeStatus


class Ronde(models.Model):
    """An uitnodigingsronde: people are asked for one Plek until it is filled.

    ``volgende_stap_op`` is the due row of the worker; ``geclaimd_tot`` says that one is at it. Both
    are set only while it is lopend. ``begin`` is the moment it asks for.
    """

    plek = models.ForeignKey(
        "boekingen.Plek", verbose_name="plek", on_delete=models.CASCADE, related_name="rondes"
    )
    status = models.CharField(
        "status",
        max_length=8,
        default=RondeStatus.LOPEND.value,
        choices=[(status.value, status.value) for status in RondeStatus],
    )
    aanleiding = models.CharField(
        "aanleiding",
        max_length=8,
        choices=[(aanleiding.value, aanleiding.value) for aanleiding in Aanleiding],
    )
    begin = models.DateTimeField("begin", help_text="Het moment waarvoor wordt gevraagd.")
    vol_voor = models.DateTimeField("vol vóór")
    gestart_op = models.DateTimeField("gestart op")
    gestart_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gestart door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    volgende_stap_op = models.DateTimeField("volgende stap op", null=True, blank=True)
    geclaimd_tot = models.DateTimeField("geclaimd tot", null=True, blank=True)
    beeindigd_op = models.DateTimeField("beëindigd op", null=True, blank=True)
    reden = models.CharField("reden", max_length=300, blank=True)

    class Meta:
        verbose_name = "uitnodigingsronde"
        verbose_name_plural = "uitnodigingsrondes"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["plek"],
                condition=Q(status=RondeStatus.LOPEND.value),
                name="ronde_een_lopende_per_plek",
            ),
            models.CheckConstraint(
                condition=Q(status=RondeStatus.LOPEND.value, volgende_stap_op__isnull=False)
                | (~Q(status=RondeStatus.LOPEND.value) & Q(volgende_stap_op__isnull=True)),
                name="ronde_lopend_heeft_volgende_stap",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "volgende_stap_op"], name="ronde_stap")
        ]

    def __str__(self) -> str:
        return f"ronde {self.pk}"


class Vraagwijze(models.Model):
    """How people are asked for one lesson page; without a row by hand, and replaced by itself.

    It stands here and not on the page, so that the catalogue knows nothing of people.
    """

    les = models.OneToOneField(
        "lesaanbod.LesPage", verbose_name="les", on_delete=models.CASCADE, related_name="vraagwijze"
    )
    vanzelf = models.BooleanField(
        "vraag vanzelf",
        default=False,
        help_text="Na het kiezen van een moment begint voor elke plek een uitnodigingsronde.",
    )
    vervang_vanzelf = models.BooleanField(
        "vervang vanzelf",
        default=True,
        help_text="Valt iemand uit, dan begint een ronde die een collega op dezelfde dag zoekt.",
    )

    class Meta:
        verbose_name = "vraagwijze"
        verbose_name_plural = "vraagwijzen"
        ordering: ClassVar[list[str]] = ["les"]

    def __str__(self) -> str:
        return f"vraagwijze van les {self.les_id}"
