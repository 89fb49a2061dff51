"""Sessies: the moments at which a training is given.

An ordinary model and no part of the page: going back to an older version of a training must not
bring back a date. Enrolment comes later; until then the page says how to enrol by mail.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, ProtectedError, Q

from lesaanbod.domain.datums import format_moment
from lesaanbod.domain.sessiestatus import SessieStatus, is_overgang


class Sessie(models.Model):
    """One moment of a training. It is never deleted: one that is off becomes ``vervallen``."""

    training = models.ForeignKey(
        "lesaanbod.TrainingPage",
        verbose_name="training",
        on_delete=models.PROTECT,
        related_name="sessies",
        help_text="Bij welke training hoort dit moment?",
    )
    begin = models.DateTimeField("begin", help_text="Dag en tijd waarop de training begint.")
    eind = models.DateTimeField("eind", help_text="Dag en tijd waarop de training klaar is.")
    plaats = models.CharField(
        "plaats", max_length=120, help_text="Naam en adres van het gebouw. Hooguit 120 tekens."
    )
    capaciteit = models.PositiveSmallIntegerField(
        "aantal plaatsen",
        validators=[MinValueValidator(1), MaxValueValidator(500)],
        help_text="Hoeveel mensen kunnen meedoen?",
    )
    sluit_op = models.DateTimeField(
        "aanmelden tot", help_text="Tot dit moment kan iemand zich aanmelden. Niet na het begin."
    )
    status = models.CharField(
        "status",
        max_length=10,
        default=SessieStatus.OPEN.value,
        choices=[(status.value, status.value) for status in SessieStatus],
        help_text="Gaat het niet door? Kies «vervallen». Dat kunt u niet terugdraaien.",
    )

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering: ClassVar[list[str]] = ["begin", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(eind__gt=F("begin")),
                name="sessie_eind_na_begin",
                violation_error_message="Het eind ligt na het begin.",
            ),
            models.CheckConstraint(
                condition=Q(sluit_op__lte=F("begin")),
                name="sessie_sluit_voor_begin",
                violation_error_message="Aanmelden kan niet langer dan tot het begin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training.title}, {format_moment(self.begin, self.eind)}"

    def clean(self) -> None:
        """Refuse a step that the table of states does not have."""
        super().clean()
        eerder = Sessie.objects.filter(pk=self.pk).values_list("status", flat=True).first()
        if eerder and not is_overgang(SessieStatus(eerder), SessieStatus(self.status)):
            fout = "Een vervallen sessie blijft vervallen. Maak een nieuwe sessie."
            raise ValidationError({"status": fout})

    def delete(self, *_args: object, **_kwargs: object) -> tuple[int, dict[str, int]]:
        """Refuse: what a visitor may have seen stays, as ``vervallen`` if need be."""
        raise ProtectedError("A Sessie is never deleted; make it vervallen.", {self})
