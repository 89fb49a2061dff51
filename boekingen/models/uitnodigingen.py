"""The calendar side of a booking: one UID per booking and receiver (RFC 5545 section 3.8.4.7)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Uitnodiging(models.Model):
    """What stands in one receiver's diary under one UID.

    ``sequence`` and ``dtstamp`` are those of the last message (RFC 5546 section 2.1.4 and 2.1.5);
    the bytes of every message are kept in its Bericht. After ``beeindigd_op`` a CANCEL went out
    and the UID is never used again.
    """

    uid = models.CharField("UID", max_length=255, unique=True)
    sequence = models.PositiveIntegerField("SEQUENCE", default=0)
    dtstamp = models.DateTimeField("DTSTAMP")
    boeking = models.ForeignKey(
        "boekingen.Boeking",
        verbose_name="boeking",
        on_delete=models.PROTECT,
        related_name="uitnodigingen",
    )
    inzet = models.ForeignKey(
        "boekingen.Inzet",
        verbose_name="inzet",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="uitnodigingen",
        help_text="Leeg: deze uitnodiging is voor de docent.",
    )
    adres = models.EmailField("adres van de ontvanger")
    naam = models.CharField("naam van de ontvanger", max_length=120)
    begin = models.DateTimeField("begin")
    eind = models.DateTimeField("eind")
    plaats = models.CharField("plaats", max_length=500)
    partstat = models.CharField("PARTSTAT", max_length=20)
    is_zeker = models.BooleanField("STATUS:CONFIRMED", default=False)
    antwoord = models.CharField(
        "antwoord per agenda", max_length=20, blank=True, help_text="PARTSTAT van het antwoord."
    )
    antwoord_op = models.DateTimeField("antwoord per agenda op", null=True, blank=True)
    antwoord_dtstamp = models.DateTimeField(
        "DTSTAMP van het antwoord",
        null=True,
        blank=True,
        help_text="Een antwoord telt alleen als het jonger is dan dit.",
    )
    beeindigd_op = models.DateTimeField("beëindigd op", null=True, blank=True)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["inzet"],
                condition=Q(beeindigd_op__isnull=True, inzet__isnull=False),
                name="uitnodiging_een_per_inzet",
            ),
            models.UniqueConstraint(
                fields=["boeking"],
                condition=Q(beeindigd_op__isnull=True, inzet__isnull=True),
                name="uitnodiging_een_per_docent",
            ),
        ]

    def __str__(self) -> str:
        return f"uitnodiging {self.pk}"
