"""What everybody may see: a page that is not closed, itself or by a page above it."""

from typing import ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Func

from wagtail.models import Page, Site

from lesaanbod.geheugen import onthoud
from lesaanbod.models import LesPage


class IsOpenbaar(Func):
    """Whether a page is open to all, as ``public()`` of Wagtail, which asks first what is closed.

    A path begins with the paths of all pages above it. Written out, because Django would take
    longer to put this condition into words than a database takes to answer.
    """

    template = (
        "NOT EXISTS (SELECT 1 FROM wagtailcore_pageviewrestriction slot"
        " JOIN wagtailcore_page gesloten ON gesloten.id = slot.page_id"
        " WHERE gesloten.path = SUBSTR(%(expressions)s, 1, LENGTH(gesloten.path)))"
    )
    output_field: ClassVar["BooleanField[bool, bool]"] = BooleanField()


def is_openbaar() -> Func:
    """Return the condition for a query of pages."""
    return IsOpenbaar("path")


class Adressen:
    """Addresses of pages by their place in the tree, without the pages; as ``Page.get_url``."""

    def __init__(self) -> None:
        self.wortels = onthoud("wortels", Site.get_site_root_paths)

    def get(self, url_path: str) -> str:
        """Return the address of a page; empty when it stands in no site."""
        wortel, pad = self._zoek(url_path)
        return pad if len(self.wortels) == 1 else f"{wortel}{pad}"

    def get_heel(self, url_path: str) -> str:
        """Return the address with the name of its site before it; as ``Page.get_full_url``."""
        return "".join(self._zoek(url_path))

    def _zoek(self, url_path: str) -> tuple[str, str]:
        """Return the site a page stands in and where it stands there, both empty for none."""
        for wortel in self.wortels:
            if url_path.startswith(wortel.root_path):
                return wortel.root_url, f"/{url_path.removeprefix(wortel.root_path)}"
        return "", ""


def get_openbare_pagina(url_path: str, *, is_les: bool = False) -> Page | None:
    """Return the live page at this place in the tree, as its own type; None if it is closed.

    With ``is_les`` it is likely to be a lesson, and then one query is enough.
    """
    if is_les:
        lessen = LesPage.objects.live().filter(is_openbaar(), url_path=url_path)
        for les in lessen.select_related("aanbieder"):
            found: Page = les
            return found
    gevonden = Page.objects.live().filter(is_openbaar(), url_path=url_path)
    for pk, soort_id in gevonden.values_list("pk", "content_type"):
        soort = ContentType.objects.get_for_id(soort_id).model_class()
        return None if soort is None else soort._default_manager.get(pk=pk)  # noqa: SLF001
    return None
