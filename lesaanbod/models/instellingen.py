"""What an editor can set for the whole site."""

from copy import copy
from typing import Any, Self

from django.db import models
from django.http import HttpRequest

from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from lesaanbod.geheugen import onthoud


def get_site(request: Any) -> Site | None:
    """Return the site a request is for, in Wagtail's order of choice; None when there is none.

    Kept where Wagtail itself looks for it. Its own query is one that Django takes longer to put
    into words than all else of a small page takes.
    """
    site = onthoud(("site", request.get_host()), lambda: Site.find_for_request(request))
    request._wagtail_site = site  # noqa: SLF001  # where Wagtail itself keeps it
    return site


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
    def for_request(cls, request: HttpRequest) -> Self:
        """Return the setting of the site a request is for."""
        get_site(request)
        return super().for_request(request)

    @classmethod
    def for_site(cls, site: Site) -> Self:
        """Return the setting of a site; a copy, because a form fills in what it gets."""
        return copy(
            onthoud(("contact", site.pk), lambda: super(ContactInstelling, cls).for_site(site))
        )

    def __str__(self) -> str:
        return f"contact: {self.telefoon}"
