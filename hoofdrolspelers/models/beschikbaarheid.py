"""When people can: weekly rhythm on the wall clock of Europe/Amsterdam, exceptions, day masks."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort


class WeekRitme(models.Model):
    """One block of a week in which a person can give lessons, on the days of its period."""

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
    geldig_vanaf = models.DateField("geldt vanaf", null=True, blank=True)
    geldig_tm = models.DateField("geldt tot en met", null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(geldig_tm__isnull=True)
                | Q(geldig_vanaf__isnull=True)
                | Q(geldig_tm__gte=F("geldig_vanaf")),
                name="weekritme_periode_vooruit",
                violation_error_message="Kies een laatste dag die niet voor de eerste ligt.",
            ),
        ]

    def __str__(self) -> str:
        return f"dag {self.weekdag}, {self.begin:%H.%M}-{self.eind:%H.%M}"


class Uitzondering(models.Model):
    """A stretch of time that differs from the rhythm: away, or extra.

    Services keep the stretches of one person apart: what was said last counts.
    """

    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        related_name="uitzonderingen",
    )
    soort = models.CharField(
        "soort",
        max_length=5,
        choices=[
            (Uitzonderingsoort.WEG.value, "kan niet"),
            (Uitzonderingsoort.EXTRA.value, "kan juist wel"),
        ],
    )
    begin = models.DateTimeField("begin")
    eind = models.DateTimeField("eind")

    class Meta:
        verbose_name = "uitzondering"
        verbose_name_plural = "uitzonderingen"
        ordering: ClassVar[list[str]] = ["begin", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["hoofdrolspeler", "eind"], name="uitzondering_persoon_eind")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(eind__gt=F("begin")),
                name="uitzondering_eind_na_begin",
                violation_error_message="Kies een eind dat later is dan het begin.",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=[soort.value for soort in Uitzonderingsoort]),
                name="uitzondering_soort_bekend",
            ),
        ]

    def __str__(self) -> str:
        return f"uitzondering {self.pk}"


class VrijeDag(models.Model):
    """The free quarters of one person on one day (``domain/dagmasker.py``); no row: none free.

    True only up to and including ``Hoofdrolspeler.dagen_tm``; after it nothing is known yet.
    """

    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        related_name="vrije_dagen",
        db_index=False,
    )
    datum = models.DateField("datum")
    bits = models.BigIntegerField("kwartieren vanaf 07.00 uur")

    class Meta:
        verbose_name = "vrije dag"
        verbose_name_plural = "vrije dagen"
        ordering: ClassVar[list[str]] = ["datum", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["hoofdrolspeler", "datum"], name="vrijedag_een_per_dag"
            ),
            models.CheckConstraint(condition=Q(bits__gt=0), name="vrijedag_niet_leeg"),
        ]

    def __str__(self) -> str:
        return f"vrije dag {self.pk}"
