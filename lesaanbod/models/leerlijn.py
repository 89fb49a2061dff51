"""The page that lays the lessons of each theme in one line, from groep 8 to mbo."""

from typing import ClassVar

from django.db import models

from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class LeerlijnPage(Page):
    """An introduction by an editor; the lines follow from the lessons themselves."""

    inleiding = models.TextField(
        "inleiding", max_length=250, help_text="Eén of twee zinnen. De lijnen komen vanzelf."
    )

    parent_page_types: ClassVar[list[str]] = ["lesaanbod.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1
    template = "lesaanbod/leerlijnen.html"
    page_description = "De leerlijn van elk thema, van groep 8 tot (v)mbo."
    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("inleiding")]

    class Meta:
        verbose_name = "leerlijn"
        verbose_name_plural = "leerlijnen"
