"""What comes into the mailbox of the programme."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from boekingen.domain.antwoordbesluit import Gevolg


class Postbus(models.Model):
    """How far a mailbox was read. ``volgende_keer`` is also the claim of who reads it now."""

    naam = models.CharField("naam", max_length=300, unique=True)
    uidvalidity = models.PositiveBigIntegerField("UIDVALIDITY", default=0)
    laatste_uid = models.PositiveBigIntegerField("laatste UID", default=0)
    volgende_keer = models.DateTimeField("volgende keer")
    gelezen_op = models.DateTimeField("gelezen op", null=True, blank=True)
    fout = models.CharField("laatste fout", max_length=200, blank=True)

    class Meta:
        verbose_name = "postbus"
        verbose_name_plural = "postbussen"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"postbus {self.pk}"


class Poststuk(models.Model):
    """One mail that came in; the hash of its bytes keeps it from coming in twice.

    ``inhoud`` stands there until it is processed. Afterwards only what a coördinator must read
    stays (``van`` to ``tekst``), or the answer itself (``agenda``) while its owner has to confirm
    it through the link of ``sleutel``.
    """

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    inhoud = models.BinaryField("inhoud", null=True, blank=True)
    ontvangen_op = models.DateTimeField("ontvangen op")
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    verwerkt_op = models.DateTimeField("verwerkt op", null=True, blank=True)
    gevolg = models.CharField(
        "gevolg",
        max_length=30,
        blank=True,
        choices=[(gevolg.value, gevolg.value) for gevolg in Gevolg],
    )
    uitleg = models.CharField("uitleg", max_length=300, blank=True)

    van = models.CharField("van", max_length=254, blank=True)
    van_naam = models.CharField("naam van de afzender", max_length=120, blank=True)
    is_bewezen = models.BooleanField("afzender nagegaan", default=False)
    onderwerp = models.CharField("onderwerp", max_length=200, blank=True)
    tekst = models.TextField("tekst", blank=True)
    boeking = models.ForeignKey(
        "boekingen.Boeking",
        verbose_name="boeking",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="poststukken",
    )

    uitnodiging = models.ForeignKey(
        "boekingen.Uitnodiging",
        verbose_name="uitnodiging",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="poststukken",
    )
    antwoord = models.CharField("PARTSTAT", max_length=20, blank=True)
    agenda = models.BinaryField("antwoord dat nog bevestigd moet worden", null=True, blank=True)
    sleutel = models.CharField("sleutel", max_length=40, unique=True, null=True, blank=True)
    bevestigd_op = models.DateTimeField("bevestigd op", null=True, blank=True)

    voor_bureau = models.BooleanField("voor het bureau", default=False)
    afgehandeld_op = models.DateTimeField("afgehandeld op", null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="afgehandeld door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "poststuk"
        verbose_name_plural = "poststukken"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"], name="poststuk_nieuw", condition=Q(verwerkt_op__isnull=True)
            ),
            models.Index(
                fields=["ontvangen_op"],
                name="poststuk_bureau",
                condition=Q(voor_bureau=True, afgehandeld_op__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"poststuk {self.pk}"


class Antwoordadres(models.Model):
    """Another address from which somebody answers, confirmed through the own address."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.CASCADE,
        related_name="antwoordadressen",
    )
    adres = models.CharField("adres", max_length=254)
    bevestigd_op = models.DateTimeField("bevestigd op")

    class Meta:
        verbose_name = "antwoordadres"
        verbose_name_plural = "antwoordadressen"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["gebruiker", "adres"], name="antwoordadres_uniek")
        ]

    def __str__(self) -> str:
        return f"antwoordadres {self.pk}"
