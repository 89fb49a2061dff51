"""What an offer is found by: its words, folded, from the most to the least telling."""

from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Zoektekst(models.Model):
    """The words of one offer; written by services.zoekteksten, never by hand.

    Every text begins with a space and has one between words, so that the start of a word can be
    looked for. ``vector`` holds the same words stemmed, on PostgreSQL only.
    """

    aanbod = models.OneToOneField(
        "lesaanbod.AanbodPage",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="zoektekst",
    )
    titel = models.TextField("titel")
    themas = models.TextField("thema's en doelen")
    samenvatting = models.TextField("samenvatting")
    verder = models.TextField("al het andere")
    vector = SearchVectorField("stammen", null=True, editable=False)

    class Meta:
        verbose_name = "zoektekst"
        verbose_name_plural = "zoekteksten"

    def __str__(self) -> str:
        return f"zoektekst van {self.aanbod_id}"
