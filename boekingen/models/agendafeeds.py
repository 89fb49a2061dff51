"""Lessons as a feed: whose they are, who may read it, and the fingerprint of what it says."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boekingen.domain.feed import Feeddetail


class Agendafeed(models.Model):
    """The feed of one hoofdrolspeler, of one contact, or of one school for its own site.

    Of its secret only a hash is kept.

    ``versie`` grows with every change in the diary; ``etag`` is that of the last body built, which
    was built of ``gebouwde_versie`` and stands until ``geldig_tot``. So an unchanged feed is
    answered without reading a single lesson.
    """

    hoofdrolspeler = models.OneToOneField(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="agendafeed",
    )
    contactpersoon = models.OneToOneField(
        "boekingen.Contactpersoon",
        verbose_name="contactpersoon",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="agendafeed",
    )
    school = models.OneToOneField(
        "boekingen.School",
        verbose_name="school",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="agendafeed",
        help_text="Voor de eigen site van de school, zonder persoonsgegevens.",
    )
    geheim_hash = models.CharField("hash van het geheim", max_length=64, unique=True)
    detail = models.CharField(
        "wat er in de agenda staat",
        max_length=8,
        default=Feeddetail.TIJD.value,
        choices=[(detail.value, detail.value) for detail in Feeddetail],
    )
    gemaakt_op = models.DateTimeField("gemaakt op")
    versie = models.PositiveBigIntegerField("versie", default=1)
    gebouwde_versie = models.PositiveBigIntegerField("gebouwde versie", default=0)
    etag = models.CharField("ETag", max_length=66, blank=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op")
    geldig_tot = models.DateTimeField("geldig tot")
    laatst_gelezen_op = models.DateTimeField("laatst gelezen op", null=True, blank=True)

    class Meta:
        verbose_name = "agendafeed"
        verbose_name_plural = "agendafeeds"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    hoofdrolspeler__isnull=False, contactpersoon__isnull=True, school__isnull=True
                )
                | Q(hoofdrolspeler__isnull=True, contactpersoon__isnull=False, school__isnull=True)
                | Q(hoofdrolspeler__isnull=True, contactpersoon__isnull=True, school__isnull=False),
                name="agendafeed_van_een",
            )
        ]

    def __str__(self) -> str:
        return f"agendafeed {self.pk}"


class Feedlezer(models.Model):
    """A network that read a feed on a day, as a hash that cannot be read back after that day."""

    feed = models.ForeignKey(
        "boekingen.Agendafeed",
        verbose_name="agendafeed",
        on_delete=models.CASCADE,
        related_name="lezers",
    )
    dag = models.DateField("dag")
    netwerk = models.CharField("hash van het netwerk", max_length=16)

    class Meta:
        verbose_name = "lezer van een agendafeed"
        verbose_name_plural = "lezers van agendafeeds"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["feed", "dag", "netwerk"], name="feedlezer_uniek")
        ]

    def __str__(self) -> str:
        return f"lezer {self.pk}"
