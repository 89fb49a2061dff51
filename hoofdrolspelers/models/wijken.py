"""The parts of the city that a werkgebied is made of."""

from typing import ClassVar

from django.db import models


class Wijk(models.Model):
    """One wijk, by its code of the CBS (Statistics Netherlands)."""

    code = models.CharField("CBS-code", max_length=8, unique=True)
    naam = models.CharField("naam", max_length=60, unique=True)

    class Meta:
        verbose_name = "wijk"
        verbose_name_plural = "wijken"
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return self.naam


class WijkPostcode(models.Model):
    """Four digits of a postcode and the wijk they mostly lie in; staff may overrule it."""

    postcode4 = models.CharField("postcode, vier cijfers", max_length=4, unique=True)
    wijk = models.ForeignKey(
        "hoofdrolspelers.Wijk",
        verbose_name="wijk",
        on_delete=models.CASCADE,
        related_name="postcodes",
    )

    class Meta:
        verbose_name = "postcode van een wijk"
        verbose_name_plural = "postcodes van wijken"
        ordering: ClassVar[list[str]] = ["postcode4"]

    def __str__(self) -> str:
        return f"{self.postcode4}: {self.wijk}"
