"""How many mails left for one mail domain in the current minute."""

from typing import ClassVar

from django.db import models


class Domeintempo(models.Model):
    """Shared by all workers: a mail server that gets too much at once refuses the rest."""

    domein = models.CharField("domein", max_length=255, unique=True)
    minuut = models.DateTimeField("minuut")
    aantal = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        verbose_name = "tempo van een maildomein"
        verbose_name_plural = "tempo van maildomeinen"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.domein
