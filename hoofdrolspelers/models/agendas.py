"""Diaries that a person keeps elsewhere, and the time they take: begin and end, nothing else."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q


class ExterneAgenda(models.Model):
    """One diary of a person: read from an address again and again, or once from a file.

    The address is a secret: whoever has it reads the whole diary. It is kept encrypted, shown to
    nobody, and no log holds it; ``host`` is what may be shown. ``volgende_poging`` and
    ``geclaimd_tot`` make the row its own place in the queue; a file has no ``volgende_poging``.
    Until ``wacht_tot`` its host is left alone, for all its diaries.
    """

    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        related_name="agendas",
    )
    naam = models.CharField("naam", max_length=40)
    adres_versleuteld = models.TextField("adres, versleuteld", blank=True)
    host = models.CharField("website", max_length=255, blank=True)
    max_dagen_oud = models.PositiveSmallIntegerField(
        "nooit langer dan zoveel dagen oud",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text="Leeg: hoe oud maakt niet uit.",
    )
    toegevoegd_op = models.DateTimeField("toegevoegd op")
    geprobeerd_op = models.DateTimeField("laatst geprobeerd op", null=True, blank=True)
    gelezen_op = models.DateTimeField("laatst gelezen op", null=True, blank=True)
    waarschuwingen = models.JSONField("waarschuwingen", default=list, blank=True)
    fout = models.CharField("wat er misgaat", max_length=250, blank=True)
    fout_sinds = models.DateTimeField("misgaat sinds", null=True, blank=True)
    leeg_sinds = models.DateTimeField("opeens leeg sinds", null=True, blank=True)
    is_blijvend = models.BooleanField("opnieuw proberen helpt niet", default=False)
    gemeld_op = models.DateTimeField("fout gemeld op", null=True, blank=True)
    verouderd_sinds = models.DateTimeField("te oud sinds", null=True, blank=True)

    pogingen = models.PositiveIntegerField("mislukte pogingen", default=0)
    volgende_poging = models.DateTimeField("volgende poging", null=True, blank=True)
    wacht_tot = models.DateTimeField("de website vraagt te wachten tot", null=True, blank=True)
    geclaimd_tot = models.DateTimeField("geclaimd tot", null=True, blank=True)
    etag = models.CharField("ETag", max_length=200, blank=True)
    gewijzigd = models.CharField("Last-Modified", max_length=200, blank=True)
    ontleed_op = models.DateTimeField("laatst ontleed op", null=True, blank=True)

    class Meta:
        verbose_name = "externe agenda"
        verbose_name_plural = "externe agenda's"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["volgende_poging"], name="externeagenda_rij"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["host"],
                condition=Q(geclaimd_tot__isnull=False),
                name="externeagenda_een_per_host",
            ),
            models.CheckConstraint(
                condition=Q(fout="", fout_sinds__isnull=True)
                | (~Q(fout="") & Q(fout_sinds__isnull=False)),
                name="externeagenda_fout_heeft_begin",
            ),
        ]

    def __str__(self) -> str:
        return f"externe agenda {self.pk}"

    @property
    def is_bestand(self) -> bool:
        """Whether it was uploaded, so that nobody can read it again but its owner."""
        return not self.adres_versleuteld


class BezetTijdvak(models.Model):
    """Time taken in a diary elsewhere; only when, never what."""

    agenda = models.ForeignKey(
        "hoofdrolspelers.ExterneAgenda",
        verbose_name="agenda",
        on_delete=models.CASCADE,
        related_name="bezette_tijdvakken",
    )
    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.CASCADE,
        related_name="bezette_tijdvakken",
    )
    begin = models.DateTimeField("begin")
    eind = models.DateTimeField("eind")

    class Meta:
        verbose_name = "bezet tijdvak"
        verbose_name_plural = "bezette tijdvakken"
        ordering: ClassVar[list[str]] = ["begin", "eind"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["hoofdrolspeler", "begin", "eind"], name="beztijdvak_van_persoon"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(eind__gt=F("begin")), name="beztijdvak_eind_na_begin"
            ),
        ]

    def __str__(self) -> str:
        return f"bezet tijdvak {self.pk}"
