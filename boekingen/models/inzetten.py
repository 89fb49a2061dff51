"""Hoofdrolspelers who are asked."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boekingen.domain.status import InzetStatus, Redencode


class Inzet(models.Model):
    """One hoofdrolspeler asked for one Plek.

    ``sleutel`` is a random id; the link in the mail carries it with an HMAC. Only a yes takes
    time: ``toegezegd`` holds exactly when a Vastlegging is set.
    """

    plek = models.ForeignKey(
        "boekingen.Plek", verbose_name="plek", on_delete=models.PROTECT, related_name="inzetten"
    )
    hoofdrolspeler = models.ForeignKey(
        "hoofdrolspelers.Hoofdrolspeler",
        verbose_name="hoofdrolspeler",
        on_delete=models.PROTECT,
        related_name="inzetten",
    )
    status = models.CharField(
        "status",
        max_length=12,
        default=InzetStatus.UITGENODIGD.value,
        choices=[(status.value, status.value) for status in InzetStatus],
    )
    begin = models.DateTimeField("begin", help_text="Het moment waarvoor deze persoon is gevraagd.")
    eind = models.DateTimeField("eind")
    sleutel = models.CharField("sleutel", max_length=40, unique=True)
    gevraagd_op = models.DateTimeField("gevraagd op")
    antwoord_voor = models.DateTimeField("antwoord vóór")
    beantwoord_op = models.DateTimeField("beantwoord op", null=True, blank=True)
    herinner_op = models.DateTimeField(
        "herinneren op",
        null=True,
        blank=True,
        help_text="Leeg: er gaat geen herinnering (meer) uit.",
    )
    dag_ervoor_op = models.DateTimeField(
        "dag ervoor melden op",
        null=True,
        blank=True,
        help_text="Leeg: er gaat geen bericht op de dag ervoor (meer) uit.",
    )
    reden = models.CharField("reden", max_length=300, blank=True)
    redencode = models.CharField(
        "waarover de reden gaat",
        max_length=8,
        blank=True,
        choices=[(code.value, code.value) for code in Redencode],
    )
    vastlegging = models.OneToOneField(
        "hoofdrolspelers.Vastlegging",
        verbose_name="vastlegging",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inzet",
    )
    niet_verschenen = models.BooleanField("niet verschenen", default=False)

    class Meta:
        verbose_name = "inzet"
        verbose_name_plural = "inzetten"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["plek"],
                condition=Q(status=InzetStatus.TOEGEZEGD.value),
                name="inzet_een_toezegging_per_plek",
            ),
            models.UniqueConstraint(
                fields=["plek", "hoofdrolspeler"],
                condition=Q(status=InzetStatus.UITGENODIGD.value),
                name="inzet_een_uitnodiging_tegelijk",
            ),
            models.CheckConstraint(
                condition=Q(status=InzetStatus.TOEGEZEGD.value, vastlegging__isnull=False)
                | (~Q(status=InzetStatus.TOEGEZEGD.value) & Q(vastlegging__isnull=True)),
                name="inzet_toegezegd_heeft_vastlegging",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "antwoord_voor"], name="inzet_termijn"),
            models.Index(fields=["status", "herinner_op"], name="inzet_herinnering"),
            models.Index(
                fields=["dag_ervoor_op"],
                name="inzet_dag_ervoor",
                condition=Q(dag_ervoor_op__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"inzet {self.pk}"
