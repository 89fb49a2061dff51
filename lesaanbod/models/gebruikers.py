"""Everybody who can log in: the e-mail address is the login, nobody has a password."""

from enum import StrEnum
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property


class Bevoegdheid(StrEnum):
    """What staff may do; the value is the name of a Django group."""

    SCHRIJVER = "schrijver"
    REDACTEUR = "redacteur"
    COORDINATOR = "coördinator"
    BEHEERDER = "beheerder"


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes people without a usable password."""

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        """Return the person with this address; the case of the address does not matter."""
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, naam: str = "", **fields: Any) -> "Gebruiker":
        """Store and return a person with the address in lower case and no usable password."""
        gebruiker = self.model(email=email.strip().lower(), naam=naam, **fields)
        gebruiker.set_unusable_password()
        gebruiker.save(using=self._db)
        return gebruiker


class Gebruiker(AbstractBaseUser, PermissionsMixin):
    """One person, known by e-mail address."""

    email = models.EmailField(
        "e-mailadres",
        unique=True,
        help_text="Met dit adres logt deze persoon in.",
        error_messages={"unique": "Er is al een gebruiker met dit e-mailadres."},
    )
    naam = models.CharField("naam", max_length=120, blank=True)
    is_active = models.BooleanField(
        "actief", default=True, help_text="Zet dit uit als iemand niet meer mag inloggen."
    )
    mail_teruggekomen_op = models.DateTimeField(
        "mail kwam terug op",
        null=True,
        blank=True,
        editable=False,
        help_text="Sinds dan kwam er geen teken van leven meer van dit adres.",
    )
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)

    objects = GebruikerManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="gebruiker_email_kleine_letters"
            )
        ]

    def __str__(self) -> str:
        return self.naam or self.email

    def clean(self) -> None:
        """Keep the address in lower case, also when a form sets it."""
        super().clean()
        self.email = self.email.lower()

    def has_usable_password(self) -> bool:
        """Return False, whatever is stored: login is by code only."""
        return False

    def get_full_name(self) -> str:
        """Return the name, or the address where no name is known (Wagtail asks for this)."""
        return str(self)

    def get_short_name(self) -> str:
        """Return the same as ``get_full_name``."""
        return str(self)

    @cached_property
    def bevoegdheden(self) -> frozenset[str]:
        """Names of the staff groups this person is in; one query, kept for the request."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def is_medewerker(self) -> bool:
        """Whether this person is staff and therefore needs a second factor.

        Any group counts, whatever it is called: docenten and hoofdrolspelers are in none.
        """
        return self.is_superuser or bool(self.bevoegdheden)
