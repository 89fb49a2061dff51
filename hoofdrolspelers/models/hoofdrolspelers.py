"""The people who give lessons."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from hoofdrolspelers.domain.deelname import DOET_MEE, Deelname, Pauze
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid

ZICHTBAARHEDEN = [
    (Zichtbaarheid.ROL.value, "alleen de rol"),
    (Zichtbaarheid.VOORNAAM.value, "rol en voornaam"),
    (Zichtbaarheid.NAAM.value, "rol en hele naam"),
]


class Hoofdrolspeler(models.Model):
    """Somebody who gives lessons; name and address stand on the Gebruiker."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.PROTECT,
        related_name="hoofdrolspeler",
    )
    voornaam = models.CharField("voornaam", max_length=60, blank=True)
    organisatie = models.CharField("organisatie", max_length=80, blank=True)
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
    zichtbaarheid_vooraf = models.CharField(
        "wat een school ziet vóór de bevestiging",
        max_length=10,
        default=Zichtbaarheid.ROL.value,
        choices=ZICHTBAARHEDEN,
    )
    zichtbaarheid = models.CharField(
        "wat een school ziet na de bevestiging",
        max_length=10,
        default=Zichtbaarheid.ROL.value,
        choices=ZICHTBAARHEDEN,
    )
    max_per_maand = models.PositiveSmallIntegerField(
        "hooguit lessen per maand",
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    deelname = models.CharField(
        "deelname",
        max_length=12,
        default=Deelname.ACTIEF.value,
        choices=[(stand.value, stand.value) for stand in Deelname],
    )
    pauze_van = models.DateField("eerste dag van de pauze", null=True, blank=True)
    pauze_tot_en_met = models.DateField("laatste dag van de pauze", null=True, blank=True)
    vog_datum = models.DateField(
        "datum van de VOG", null=True, blank=True, help_text="Alleen voor de coördinator."
    )
    vog_notitie = models.CharField("notitie bij de VOG", max_length=300, blank=True)
    max_per_dag = models.PositiveSmallIntegerField(
        "hooguit lessen per dag",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    max_per_week = models.PositiveSmallIntegerField(
        "hooguit lessen per week",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    max_per_schooljaar = models.PositiveSmallIntegerField(
        "hooguit lessen per schooljaar",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(500)],
    )
    dagen_vooraf = models.PositiveSmallIntegerField(
        "hoeveel dagen vooraf gevraagd",
        default=0,
        validators=[MaxValueValidator(90)],
        help_text="0: ook op het laatste moment.",
    )
    rust_minuten = models.PositiveSmallIntegerField(
        "minuten rust tussen twee lessen, boven de reistijd",
        default=0,
        validators=[MaxValueValidator(240)],
    )
    vervoermiddel = models.CharField(
        "hoe u reist",
        max_length=6,
        default=Vervoermiddel.FIETS.value,
        choices=[
            (Vervoermiddel.LOPEN.value, "lopend"),
            (Vervoermiddel.FIETS.value, "met de fiets"),
            (Vervoermiddel.OV.value, "met het openbaar vervoer"),
            (Vervoermiddel.AUTO.value, "met de auto"),
        ],
    )
    vertrekwijk = models.ForeignKey(
        "hoofdrolspelers.Wijk",
        verbose_name="wijk waar u vertrekt",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    max_reisminuten = models.PositiveSmallIntegerField(
        "hoeveel minuten u hooguit reist",
        null=True,
        blank=True,
        validators=[MinValueValidator(5), MaxValueValidator(240)],
    )
    in_vakanties = models.BooleanField("ook in schoolvakanties", default=False)
    inzetbaar_voor = models.ManyToManyField(
        "lesaanbod.LesPage",
        verbose_name="inzetbaar voor",
        related_name="+",
        blank=True,
        help_text="Leeg: alle lessen die bij de rol horen.",
    )
    klopt_nog_op = models.DateTimeField(
        "zei dat de beschikbaarheid klopt", null=True, blank=True, editable=False
    )
    dagen_tm = models.DateField(
        "dagmaskers gemaakt tot en met",
        null=True,
        blank=True,
        editable=False,
        db_index=True,
        help_text="Leeg: verouderd; de werker maakt ze opnieuw.",
    )
    max_uitnodigingen = models.PositiveSmallIntegerField(
        "hooguit uitnodigingen tegelijk",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text="Zoveel vragen staan er hooguit tegelijk bij deze persoon open.",
    )

    class Meta:
        verbose_name = "hoofdrolspeler"
        verbose_name_plural = "hoofdrolspelers"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(pauze_van__isnull=True, pauze_tot_en_met__isnull=True)
                | Q(pauze_tot_en_met__gte=F("pauze_van")),
                name="hoofdrolspeler_pauze_heeft_begin_en_eind",
                violation_error_message="Kies een laatste dag die niet voor de eerste ligt.",
            ),
        ]

    def __str__(self) -> str:
        return f"hoofdrolspeler {self.pk}"

    @property
    def is_actief(self) -> bool:
        """Whether this person can be asked for a lesson outside the pause."""
        return Deelname(self.deelname) in DOET_MEE

    @property
    def pauze(self) -> Pauze | None:
        """The days without lessons, if any are set."""
        if self.pauze_van is None or self.pauze_tot_en_met is None:
            return None
        return Pauze(self.pauze_van, self.pauze_tot_en_met)

    def doet_mee_op(self, dag: date) -> bool:
        """Whether this person takes part and does not pause on ``dag``."""
        return self.is_actief and not (self.pauze and self.pauze.bevat(dag))
