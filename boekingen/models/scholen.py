"""The schools of the register, and the locations staff added by hand."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower

from boekingen.domain.vestigingen import Sector
from lesaanbod.domain.schoolvakanties import Vakantieregio


class SchoolBron(StrEnum):
    """Where we know a location from."""

    REGISTER = "register"
    HAND = "hand"


class School(models.Model):
    """One location (vestiging) of a school.

    ``vestigingscode`` is the BRIN and two digits (DUO); a location added by hand has none.
    """

    vestigingscode = models.CharField(
        "vestigingscode", max_length=6, unique=True, null=True, blank=True
    )
    brin = models.CharField("BRIN", max_length=4, blank=True, db_index=True)
    sector = models.CharField(
        "sector", max_length=6, choices=[(sector.value, sector.value) for sector in Sector]
    )
    soort = models.CharField("soort", max_length=80, blank=True)
    naam = models.CharField("naam", max_length=200)
    straat = models.CharField("straat", max_length=120, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=20, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=80)
    gemeentecode = models.CharField("gemeentecode", max_length=4, blank=True)
    gemeente = models.CharField("gemeente", max_length=80, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    website = models.CharField("website", max_length=200, blank=True)
    vakantieregio = models.CharField(
        "vakantieregio",
        max_length=6,
        choices=[(regio.value, regio.value) for regio in Vakantieregio],
    )
    wijk = models.ForeignKey(
        "hoofdrolspelers.Wijk",
        verbose_name="wijk",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="scholen",
    )
    wijk_vastgezet = models.BooleanField(
        "wijk vastgezet",
        default=False,
        help_text="Een coördinator koos deze wijk; het register verandert hem niet.",
    )
    bron = models.CharField(
        "bron", max_length=10, choices=[(bron.value, bron.value) for bron in SchoolBron]
    )
    is_gecontroleerd = models.BooleanField(
        "gecontroleerd",
        default=True,
        help_text="Een school die een docent zelf invulde, is dit pas na controle.",
    )
    verdwenen_op = models.DateField("verdwenen uit het register op", null=True, blank=True)
    zoektekst = models.CharField(
        "zoektekst",
        max_length=500,
        help_text="Naam, plaats, postcode en code, plat geschreven voor het zoeken.",
    )

    class Meta:
        verbose_name = "school"
        verbose_name_plural = "scholen"
        ordering: ClassVar[list[str]] = ["naam", "vestigingscode", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(vestigingscode__isnull=False)
                | models.Q(bron=SchoolBron.HAND.value),
                name="school_register_heeft_code",
            ),
            models.UniqueConstraint(
                Lower("naam"),
                "postcode",
                condition=models.Q(bron=SchoolBron.HAND.value, verdwenen_op__isnull=True),
                name="school_hand_uniek",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def adres(self) -> str:
        """Street, number, postcode and place on one line, as far as known."""
        straat = f"{self.straat} {self.huisnummer}".strip()
        plaats = f"{self.postcode} {self.plaats}".strip()
        return ", ".join(deel for deel in (straat, plaats) if deel)
