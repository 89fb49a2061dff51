"""What everybody may see: a page that is not closed, itself or by a page above it."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q

from wagtail.models import Page, PageViewRestriction, Site

# Read along with the page, so that most visits need one query for it.
SOORTEN = (
    ("lesaanbodpage",),
    ("aanbodpage", "lespage"),
    ("aanbodpage", "trainingpage"),
)


def is_openbaar() -> Q:
    """Return the condition; as ``public()`` of Wagtail, which asks first what is closed."""
    sloten = PageViewRestriction.objects.annotate(
        pad=ExpressionWrapper(OuterRef("path"), CharField())
    )
    return ~Q(Exists(sloten.filter(pad__startswith=F("page__path"))))


class Adressen:
    """Addresses of pages by their place in the tree, without the pages; as ``Page.get_url``."""

    def __init__(self) -> None:
        self.wortels = Site.get_site_root_paths()

    def get(self, url_path: str) -> str:
        """Return the address of a page; empty when it stands in no site."""
        for wortel in self.wortels:
            if url_path.startswith(wortel.root_path):
                begin = "" if len(self.wortels) == 1 else wortel.root_url
                return f"{begin}/{url_path.removeprefix(wortel.root_path)}"
        return ""


def get_openbare_pagina(url_path: str) -> Page | None:
    """Return the live page at this place in the tree, as its own type; None if it is closed."""
    paginas = Page.objects.live().filter(is_openbaar(), url_path=url_path)
    pagina: Page | None = paginas.select_related(
        "lesaanbodpage", "aanbodpage__lespage__aanbieder", "aanbodpage__trainingpage__aanbieder"
    ).first()
    return _get_soort(pagina) if pagina else None


def _get_soort(pagina: Page) -> Page:
    """Return the page as its own type; of the types read along without a query."""
    for namen in SOORTEN:
        soort: Page | None = pagina
        for naam in namen:
            soort = getattr(soort, naam, None)
        if soort:
            return soort
    specific: Page = pagina.specific
    return specific
