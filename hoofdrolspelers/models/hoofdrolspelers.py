"""The people who give lessons."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid


class Hoofdrolspeler(models.Model):
    """Somebody who gives lessons; name and address stand on the Gebruiker."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.PROTECT,
        related_name="hoofdrolspeler",
    )
    voornaam = models.CharField("voornaam", max_length=60)
    organisatie = models.CharField("organisatie", max_length=80)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    rollen = models.ManyToManyField(
        "lesaanbod.Rol", verbose_name="rollen", related_name="hoofdrolspelers"
    )
    niveaus = models.ManyToManyField(
        "lesaanbod.Niveau", verbose_name="niveaus", related_name="hoofdrolspelers"
    )
    wijken = models.ManyToManyField(
        "hoofdrolspelers.Wijk",
        verbose_name="werkgebied",
        related_name="hoofdrolspelers",
        blank=True,
        help_text="Leeg: de hele stad.",
    )
    zichtbaarheid = models.CharField(
        "wat een school van de naam ziet",
        max_length=10,
        default=Zichtbaarheid.ROL.value,
        choices=[
            (Zichtbaarheid.ROL.value, "alleen de rol"),
            (Zichtbaarheid.VOORNAAM.value, "rol en voornaam"),
            (Zichtbaarheid.NAAM.value, "rol en hele naam"),
        ],
    )
    max_per_maand = models.PositiveSmallIntegerField(
        "hooguit lessen per maand",
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    is_actief = models.BooleanField("actief", default=True)

    class Meta:
        verbose_name = "hoofdrolspeler"
        verbose_name_plural = "hoofdrolspelers"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"hoofdrolspeler {self.pk}"
