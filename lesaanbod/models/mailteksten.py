"""An editor's wording of a letter; every version stays, so that one can go back to it."""

from typing import ClassVar

from django.db import models

from lesaanbod.domain.mailtekst import Woorden


class Mailtekst(models.Model):
    """One version of the wording of a letter. The newest counts; empty: the built-in text.

    Who wrote it stands in the log only: a version names nobody.
    """

    brief = models.CharField("brief", max_length=60)
    onderwerp = models.CharField("onderwerp", max_length=200, blank=True)
    kop = models.CharField("kop", max_length=200, blank=True)
    inhoud = models.TextField("tekst", blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op")

    class Meta:
        verbose_name = "mailtekst"
        verbose_name_plural = "mailteksten"
        ordering: ClassVar[list[str]] = ["-pk"]
        default_permissions = ("change",)
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["brief", "-id"], name="mailtekst_nieuwste")
        ]

    def __str__(self) -> str:
        return f"mailtekst: {self.brief}"

    @property
    def is_ingebouwd(self) -> bool:
        """Whether this version says: use the built-in text."""
        return not self.inhoud

    @property
    def woorden(self) -> Woorden:
        """Return the wording."""
        return Woorden(onderwerp=self.onderwerp, kop=self.kop, inhoud=self.inhoud)
