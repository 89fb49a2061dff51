"""Time taken by lessons: the one guard against being in two places."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from .overlap import GeenOverlap

# Services know a breach by this name in the text of the IntegrityError.
GEEN_OVERLAP = "vastlegging_geen_overlap"


class Vastlegging(models.Model):
    """A half-open span of time in which a person gives a lesson.

    ``sleutel`` is opaque here; the app that took the time knows what it stands for.
    """

    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.PROTECT,
        related_name="vastleggingen",
    )
    begin = models.DateTimeField("begin")
    eind = models.DateTimeField("eind")
    sleutel = models.CharField("sleutel", max_length=64, unique=True)

    class Meta:
        verbose_name = "vastlegging"
        verbose_name_plural = "vastleggingen"
        ordering: ClassVar[list[str]] = ["begin", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(eind__gt=F("begin")),
                name="vastlegging_eind_na_begin",
                violation_error_message="Kies een eind dat later is dan het begin.",
            ),
            GeenOverlap(
                name=GEEN_OVERLAP,
                per="hoofdrolspeler",
                begin="begin",
                eind="eind",
                violation_error_code="bezet",
                violation_error_message="Deze hoofdrolspeler heeft dan al een les.",
            ),
        ]

    def __str__(self) -> str:
        return f"vastlegging {self.pk}"
