"""The log: who did what, when and why; one row for every change of state."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Gebeurtenis(models.Model):
    """One thing that happened. The subject is opaque: this room knows no bookings."""

    op = models.DateTimeField("op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="gebeurtenissen",
        help_text="Leeg: de site zelf.",
    )
    onderwerp_soort = models.CharField("onderwerp", max_length=40)
    onderwerp_id = models.CharField("nummer", max_length=40)
    wat = models.CharField("wat", max_length=60)
    waarom = models.TextField("waarom", blank=True)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="gebeurtenis_onderwerp")
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp_soort} {self.onderwerp_id}: {self.wat}"
