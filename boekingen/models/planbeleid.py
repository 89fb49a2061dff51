"""When the season planner starts by itself."""

from typing import ClassVar

from django.db import models

from boekingen.domain.planbeleid import Beleid


class Planbeleid(models.Model):
    """The one row that says it; ``volgende_op`` is the due row of the worker."""

    soort = models.CharField(
        "wanneer",
        max_length=9,
        default=Beleid.HAND.value,
        choices=[(soort.value, soort.value) for soort in Beleid],
    )
    sluit_op = models.DateField("laatste dag van de inschrijving", null=True, blank=True)
    weken_vooraf = models.PositiveSmallIntegerField("weken vooraf", default=6)
    volgende_op = models.DateTimeField("volgende planning op", null=True, blank=True)

    class Meta:
        verbose_name = "planbeleid"
        verbose_name_plural = "planbeleid"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(pk=1), name="planbeleid_een_rij")
        ]

    def __str__(self) -> str:
        return self.soort
