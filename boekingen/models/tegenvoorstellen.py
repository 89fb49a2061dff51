"""«Ik kan dan niet, wel dan»: other moments, proposed by a hoofdrolspeler."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boekingen.domain.status import VoorstelStatus


class Tegenvoorstel(models.Model):
    """What somebody proposed instead of the moment that was asked.

    ``inzet`` is the question it answers, which became a no for its own moment.
    """

    inzet = models.ForeignKey(
        "boekingen.Inzet",
        verbose_name="inzet",
        on_delete=models.PROTECT,
        related_name="tegenvoorstellen",
    )
    status = models.CharField(
        "status",
        max_length=12,
        default=VoorstelStatus.OPEN.value,
        choices=[(status.value, status.value) for status in VoorstelStatus],
    )
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    voorgesteld_op = models.DateTimeField("voorgesteld op")
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    antwoord = models.CharField("antwoord", max_length=300, blank=True)

    class Meta:
        verbose_name = "tegenvoorstel"
        verbose_name_plural = "tegenvoorstellen"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["inzet"],
                condition=Q(status=VoorstelStatus.OPEN.value),
                name="tegenvoorstel_een_tegelijk",
            )
        ]

    def __str__(self) -> str:
        return f"tegenvoorstel {self.pk}"


class Tegenmoment(models.Model):
    """One moment of a Tegenvoorstel; the lesson would last as long as it does."""

    voorstel = models.ForeignKey(
        "boekingen.Tegenvoorstel",
        verbose_name="tegenvoorstel",
        on_delete=models.CASCADE,
        related_name="momenten",
    )
    begin = models.DateTimeField("begin")

    class Meta:
        verbose_name = "moment van een tegenvoorstel"
        verbose_name_plural = "momenten van tegenvoorstellen"
        ordering: ClassVar[list[str]] = ["begin"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["voorstel", "begin"], name="tegenmoment_uniek")
        ]

    def __str__(self) -> str:
        return f"moment {self.pk}"
