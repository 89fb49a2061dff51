"""A run of the season planner, from the question at the desk to what came of its proposal."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from boekingen.domain.status import Plansoort, PlanStatus

BEZIG = (PlanStatus.WACHTEND.value, PlanStatus.LOPEND.value, PlanStatus.TOEPASSEN.value)


class Seizoensplan(models.Model):
    """One run. ``voorstel`` and ``toepassing`` hold numbers of bookings and people, never names.

    ``is_bezig`` is True while it waits, runs or is applied and null otherwise, so that the database
    refuses a second one. A process that works it out holds ``claim`` until ``geclaimd_tot`` and
    keeps moving that moment; when it stops doing so, another may take over. ``vastgezet`` are
    appointments that the coördinator does not want to see moved. ``toegepast_door`` asked for the
    proposal to be applied, at ``toepassen_gevraagd_op``.
    """

    soort = models.CharField(
        "soort",
        max_length=7,
        default=Plansoort.SEIZOEN.value,
        choices=[(soort.value, soort.value) for soort in Plansoort],
    )
    boeking = models.ForeignKey(
        "boekingen.Boeking",
        verbose_name="boeking",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="herstelplannen",
        help_text="De les waarvoor vervanging wordt gezocht; leeg voor een heel seizoen.",
    )
    status = models.CharField(
        "status",
        max_length=9,
        default=PlanStatus.WACHTEND.value,
        choices=[(status.value, status.value) for status in PlanStatus],
    )
    is_bezig = models.BooleanField("is bezig", null=True, blank=True, default=True, unique=True)
    gestart_op = models.DateTimeField("gestart op")
    gestart_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gestart door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    tijdslimiet = models.PositiveIntegerField("tijdslimiet", help_text="In seconden.")
    met_oplosser = models.BooleanField("met oplosser", default=True)
    mag_vervallen = models.BooleanField(
        "andere lessen mogen vervallen",
        default=False,
        help_text="Alleen bij vervanging: een les mag plaatsmaken voor een die meer waard is.",
    )
    vastgezet = models.JSONField("vastgezet", default=list, blank=True)
    stop_gevraagd_op = models.DateTimeField("stop gevraagd op", null=True, blank=True)
    stap = models.CharField("stap", max_length=40, blank=True)
    seconden = models.FloatField("seconden", default=0)
    waarde = models.IntegerField("waarde", null=True, blank=True)
    datums = models.IntegerField("datums", null=True, blank=True)
    grens = models.IntegerField("grens", null=True, blank=True, help_text="Meer waarde kan niet.")
    voorstel = models.JSONField("voorstel", null=True, blank=True)
    claim = models.CharField("claim", max_length=40, blank=True)
    geclaimd_tot = models.DateTimeField("geclaimd tot", null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    beeindigd_op = models.DateTimeField("beëindigd op", null=True, blank=True)
    reden = models.CharField("reden", max_length=300, blank=True)
    toepassen_gevraagd_op = models.DateTimeField("toepassen gevraagd op", null=True, blank=True)
    toepassing = models.JSONField("toepassing", null=True, blank=True)
    toegepast_op = models.DateTimeField("toegepast op", null=True, blank=True)
    toegepast_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="toegepast door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "seizoensplan"
        verbose_name_plural = "seizoensplannen"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status__in=BEZIG, is_bezig=True)
                | (~Q(status__in=BEZIG) & Q(is_bezig__isnull=True)),
                name="seizoensplan_bezig_volgt_status",
            ),
            models.CheckConstraint(
                condition=Q(soort=Plansoort.SEIZOEN.value, boeking__isnull=True)
                | Q(soort=Plansoort.HERSTEL.value, boeking__isnull=False),
                name="seizoensplan_herstel_heeft_boeking",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"
