"""The outbox: mails that were decided on, in the transaction that decided on them."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self

from django.db import models


class BerichtStatus(StrEnum):
    """Where a mail is on its way out."""

    WACHTEND = "wachtend"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"


class BerichtQuerySet(models.QuerySet["Bericht"]):
    """The queue in the outbox."""

    def klaar(self, nu: datetime) -> Self:
        """Return the mails that may leave at ``nu``.

        These are waiting and due, or left behind by a worker whose lease ran out. A mail waits for
        every earlier one of its UID that has not left, also for a failed one: a diary that gets an
        update before the invitation, or a CANCEL before the update, ends up wrong.
        """
        eerder = Bericht.objects.filter(uid=models.OuterRef("uid"), pk__lt=models.OuterRef("pk"))
        wachtend = models.Q(status=BerichtStatus.WACHTEND.value, volgende_poging__lte=nu)
        verlaten = models.Q(status=BerichtStatus.BEZIG.value, geclaimd_tot__lte=nu)
        return self.filter(wachtend | verlaten).exclude(
            ~models.Q(uid="") & models.Exists(eerder.exclude(status=BerichtStatus.VERZONDEN.value))
        )


class Bericht(models.Model):
    """One mail to one receiver, rendered; the worker only fills in the personal link and sends.

    ``status``, ``pogingen``, ``volgende_poging`` and ``geclaimd_tot`` make the row its own place
    in the queue. Rows of one ``uid`` leave in the order of their primary keys.
    """

    brief = models.CharField("brief", max_length=60, help_text="Sleutel van de brief.")
    aan = models.EmailField("aan")
    aan_naam = models.CharField("naam van de ontvanger", max_length=120, blank=True)
    onderwerp = models.CharField("onderwerp", max_length=200)
    tekst = models.TextField("tekst")
    html = models.TextField("html")

    link_pad = models.CharField(
        "pad van de persoonlijke link",
        max_length=200,
        blank=True,
        help_text="Path with {token}; the token is made from link_sleutel when the mail is sent.",
    )
    link_doel = models.CharField("doel van de link", max_length=40, blank=True)
    link_sleutel = models.CharField("sleutel van de link", max_length=40, blank=True)

    ics = models.BinaryField("agendabestand", null=True, blank=True)
    methode = models.CharField("METHOD", max_length=10, blank=True)
    uid = models.CharField("UID", max_length=255, blank=True, db_index=True)
    sequence = models.PositiveIntegerField("SEQUENCE", null=True, blank=True)
    dtstamp = models.DateTimeField("DTSTAMP", null=True, blank=True)
    message_id = models.CharField("Message-ID", max_length=255, unique=True)

    onderwerp_soort = models.CharField("gaat over", max_length=40, blank=True)
    onderwerp_id = models.CharField("nummer daarvan", max_length=40, blank=True)

    status = models.CharField(
        "status",
        max_length=12,
        default=BerichtStatus.WACHTEND.value,
        choices=[(status.value, status.value) for status in BerichtStatus],
    )
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    volgende_poging = models.DateTimeField("volgende poging")
    geclaimd_tot = models.DateTimeField("geclaimd tot", null=True, blank=True)
    fout = models.CharField("laatste fout", max_length=200, blank=True)
    aangemaakt_op = models.DateTimeField("aangemaakt op")
    verzonden_op = models.DateTimeField("verzonden op", null=True, blank=True)
    teruggekomen_op = models.DateTimeField(
        "teruggekomen op",
        null=True,
        blank=True,
        help_text="De mailserver van de ontvanger kon de mail niet bezorgen.",
    )

    objects = BerichtQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["status", "volgende_poging"],
                name="bericht_rij",
                condition=~models.Q(status=BerichtStatus.VERZONDEN.value),
            ),
            models.Index(
                fields=["teruggekomen_op"],
                name="bericht_terug",
                condition=models.Q(teruggekomen_op__isnull=False),
            ),
            models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="bericht_onderwerp"),
        ]

    def __str__(self) -> str:
        return f"{self.brief} ({self.status})"
