"""When people can: their weekly rhythm on the wall clock of Europe/Amsterdam."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q


class WeekRitme(models.Model):
    """One block of a week in which a person can give lessons."""

    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        related_name="weekritmes",
    )
    weekdag = models.PositiveSmallIntegerField(
        "dag",
        validators=[MinValueValidator(1), MaxValueValidator(7)],
        help_text="ISO 8601: maandag is 1, zondag is 7.",
    )
    begin = models.TimeField("begin")
    eind = models.TimeField("eind")

    class Meta:
        verbose_name = "blok in het weekritme"
        verbose_name_plural = "weekritme"
        ordering: ClassVar[list[str]] = ["weekdag", "begin"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(eind__gt=F("begin")),
                name="weekritme_eind_na_begin",
                violation_error_message="Kies een eindtijd die later is dan de begintijd.",
            ),
            models.CheckConstraint(
                condition=Q(weekdag__range=(1, 7)), name="weekritme_weekdag_iso"
            ),
        ]

    def __str__(self) -> str:
        return f"dag {self.weekdag}, {self.begin:%H.%M}-{self.eind:%H.%M}"
