"""A sign of life of the worker."""

from django.db import models


class Hartslag(models.Model):
    """When something that must keep running was last seen; one row for each name.

    Several workers share one row: the site is healthy as long as one of them lives.
    """

    naam = models.CharField("naam", max_length=40, primary_key=True)
    op = models.DateTimeField("laatst gezien op")

    class Meta:
        verbose_name = "hartslag"
        verbose_name_plural = "hartslagen"

    def __str__(self) -> str:
        return self.naam
