"""What everybody may see: a page that is not closed, itself or by a page above it."""

from functools import reduce
from operator import and_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from wagtail.models import Page, PageViewRestriction, Site

from lesaanbod.geheugen import onthoud
from lesaanbod.models import AanbodPage


def is_openbaar() -> Q:
    """Return the condition; as ``public()`` of Wagtail, but what is closed is remembered."""
    gesloten = onthoud(
        "gesloten",
        lambda: list(PageViewRestriction.objects.values_list("page__path", flat=True)),
    )
    return reduce(and_, (~Q(path__startswith=pad) for pad in gesloten), Q())


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


def get_openbare_pagina(url_path: str) -> Page | None:
    """Return the live page at this place in the tree, as its own type; None if it is closed.

    Two narrow queries are less work than one that reads every type of page along.
    """
    gevonden = Page.objects.live().filter(is_openbaar(), url_path=url_path)
    for pk, soort_id in gevonden.values_list("pk", "content_type")[:1]:
        soort = ContentType.objects.get_for_id(soort_id).model_class()
        if soort is not None:
            paginas = soort._default_manager.all()  # noqa: SLF001  # Django's own name for it
            if issubclass(soort, AanbodPage):
                paginas = paginas.select_related("aanbieder")
            pagina: Page | None = paginas.filter(pk=pk).first()
            return pagina
    return None
