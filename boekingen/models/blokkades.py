"""Schools to which a hoofdrolspeler does not come."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Schoolblokkade(models.Model):
    """One hoofdrolspeler is not asked for one school; the reason is for the desk only."""

    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        related_name="schoolblokkades",
    )
    school = models.ForeignKey(
        "boekingen.School",
        verbose_name="school",
        on_delete=models.CASCADE,
        related_name="schoolblokkades",
    )
    reden = models.CharField("reden", max_length=200)
    gezet_op = models.DateTimeField("gezet op")
    gezet_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gezet door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "schoolblokkade"
        verbose_name_plural = "schoolblokkades"
        ordering: ClassVar[list[str]] = ["school__naam", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["school", "hoofdrolspeler"], name="schoolblokkade_een_per_school"
            )
        ]

    def __str__(self) -> str:
        return f"schoolblokkade {self.pk}"
