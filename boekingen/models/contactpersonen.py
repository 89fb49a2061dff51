"""The people who arrange lessons for a school."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from boekingen.domain.status import ContactStatus


class Contactpersoon(models.Model):
    """One person speaking for one school; admitted once, before anybody is asked to come."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.PROTECT,
        related_name="contactpersonen",
    )
    school = models.ForeignKey(
        "boekingen.School",
        verbose_name="school",
        on_delete=models.PROTECT,
        related_name="contactpersonen",
    )
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=80, blank=True)
    telefoon = models.CharField("telefoon", max_length=20)
    status = models.CharField(
        "status",
        max_length=12,
        default=ContactStatus.AANGEMELD.value,
        choices=[(status.value, status.value) for status in ContactStatus],
    )
    beoordeeld_op = models.DateTimeField("beoordeeld op", null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="beoordeeld door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["gebruiker", "school"], name="contactpersoon_een_per_school"
            )
        ]

    def __str__(self) -> str:
        return f"contactpersoon {self.pk}"
