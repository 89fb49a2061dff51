"""The parts of a lesson: a single lesson has one, a lessenserie has them in order."""

import uuid
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import Select

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable


class Onderdeel(Orderable, ClusterableModel):
    """One meeting with the class: what, how long, where, and who comes."""

    les = ParentalKey("lesaanbod.LesPage", on_delete=models.CASCADE, related_name="onderdelen")
    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, editable=False)
    titel = models.CharField(
        "titel", max_length=80, help_text="De naam van deze les. Hooguit 80 tekens."
    )
    tekst = models.TextField(
        "wat gebeurt er", max_length=300, blank=True, help_text="Eén of twee zinnen."
    )
    duur = models.PositiveSmallIntegerField(
        "duur in minuten",
        default=60,
        validators=[MinValueValidator(15), MaxValueValidator(480)],
        help_text="Van 15 tot 480 minuten.",
    )
    op_school = models.BooleanField(
        "op school", default=True, help_text="Zet uit als de klas ergens anders heen gaat."
    )
    plaats = models.CharField(
        "andere plaats",
        max_length=120,
        blank=True,
        help_text="Alleen als de les niet op school is. Laat leeg als dit in overleg gaat.",
    )

    panels: ClassVar[list] = [
        FieldPanel("titel"),
        FieldPanel("tekst"),
        FieldPanel("duur"),
        FieldPanel("op_school"),
        FieldPanel("plaats"),
        InlinePanel("rollen", label="rol", heading="Wie komt er"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "onderdeel"
        verbose_name_plural = "onderdelen"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["les", "sleutel"], name="onderdeel_sleutel_uniek")
        ]

    def __str__(self) -> str:
        return self.titel


class OnderdeelRol(Orderable):
    """A role an onderdeel needs, and how many people of it."""

    onderdeel = ParentalKey("lesaanbod.Onderdeel", on_delete=models.CASCADE, related_name="rollen")
    rol = models.ForeignKey(
        "lesaanbod.Rol",
        verbose_name="rol",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Wie komt er in de klas? Een school ziet de rol, geen naam.",
    )
    aantal = models.PositiveSmallIntegerField(
        "aantal",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text="Hoeveel mensen met deze rol, van 1 tot 5.",
    )

    panels: ClassVar[list] = [FieldPanel("rol", widget=Select), FieldPanel("aantal")]

    class Meta(Orderable.Meta):
        verbose_name = "rol van een onderdeel"
        verbose_name_plural = "rollen van een onderdeel"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["onderdeel", "rol"], name="onderdeel_rol_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.aantal} × {self.rol}"
