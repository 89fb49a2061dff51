"""What an editor can set for the whole site."""

from copy import copy
from typing import Self

from django.db import models

from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from lesaanbod.geheugen import onthoud


@register_setting(icon="phone")
class ContactInstelling(BaseSiteSetting):
    """How a school reaches the municipality; shown in every footer and mail."""

    telefoon = models.CharField(
        "telefoon",
        max_length=20,
        default="14 030",
        help_text="Staat onder elke pagina en in elke mail.",
    )
    openingstijden = models.CharField(
        "openingstijden",
        max_length=80,
        default="maandag tot en met vrijdag van 8.30 tot 17.30 uur",
        help_text="Wanneer kan een school bellen? Begin met een kleine letter, zonder punt.",
    )
    email = models.EmailField(
        "e-mailadres",
        default="lesaanbod@kapotsterk.example",
        help_text="Voor vragen van scholen, en om een lek te melden.",
    )

    class Meta:
        verbose_name = "contact"

    @classmethod
    def for_site(cls, site: Site) -> Self:
        """Return the setting of a site; a copy, because a form fills in what it gets."""
        return copy(
            onthoud(("contact", site.pk), lambda: super(ContactInstelling, cls).for_site(site))
        )

    def __str__(self) -> str:
        return f"contact: {self.telefoon}"
