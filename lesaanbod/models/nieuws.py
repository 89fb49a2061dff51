"""News: the list, and one page for each report."""

from typing import ClassVar

from django.db import models

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from lesaanbod.blocks import TekstBlock


class NieuwsOverzichtPage(Page):
    """The list of all news, newest first."""

    inleiding = models.TextField(
        "inleiding", max_length=250, help_text="Eén of twee zinnen boven de lijst."
    )

    parent_page_types: ClassVar[list[str]] = ["lesaanbod.HomePage"]
    subpage_types: ClassVar[list[str]] = ["lesaanbod.NieuwsPage"]
    max_count = 1
    template = "lesaanbod/nieuwsoverzicht.html"
    page_description = "De lijst met al het nieuws."
    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("inleiding")]

    class Meta:
        verbose_name = "nieuwsoverzicht"
        verbose_name_plural = "nieuwsoverzichten"


class NieuwsPage(Page):
    """One report; its date is the day it was first published."""

    samenvatting = models.CharField(
        "samenvatting",
        max_length=160,
        help_text="Eén of twee zinnen. Ze staan in de lijst, op de homepage en boven het bericht.",
    )
    inhoud = StreamField(
        TekstBlock(), verbose_name="inhoud", blank=True, help_text="Het bericht zelf."
    )

    parent_page_types: ClassVar[list[str]] = ["lesaanbod.NieuwsOverzichtPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "lesaanbod/nieuws.html"
    page_description = "Een bericht met een datum."
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("samenvatting"),
        FieldPanel("inhoud"),
    ]

    class Meta:
        verbose_name = "nieuwsbericht"
        verbose_name_plural = "nieuwsberichten"
