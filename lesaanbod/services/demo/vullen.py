"""Fill the site with its demo content."""

import uuid
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from lesaanbod.models import (
    Aanbieder,
    ContactInstelling,
    HomePage,
    LeerlijnPage,
    LesaanbodPage,
    NieuwsOverzichtPage,
    Niveau,
    Rol,
    Thema,
)

from . import informatie, nieuws
from .begrippen import AANBIEDERS, NIVEAUS, ROLLEN, THEMAS
from .bouwen import Begrippen, build_aanbod, build_informatie, build_nieuws
from .catalogus import AANBOD
from .sessies import zorg_voor_sessies

DEFAULT_PORTS = {"http": 80, "https": 443}

Woord = TypeVar("Woord", Niveau, Thema, Rol)


@transaction.atomic
def vul_lesaanbod(*, nu: datetime) -> None:
    """Make what is missing of the demo content; what stands, edited or not, is left alone.

    A page stands when it was made here before, whatever its address is now, or when another page
    has its address. A deleted page comes back; a page that is taken offline stays offline.
    ``nu`` decides when each offer came online.
    """
    home = _zorg_voor_home()
    _zorg_voor_site(home)
    lesaanbod = _zorg_voor_lesaanbod(home)
    begrippen = _zorg_voor_begrippen()
    for aanbod in AANBOD:
        if _find_pagina(ouder=lesaanbod, slug=aanbod.slug) is None:
            _publiceer(ouder=lesaanbod, pagina=build_aanbod(aanbod, begrippen=begrippen, nu=nu))
    zorg_voor_sessies(nu=nu)
    for tekst in (*informatie.INFORMATIE, *nieuws.PROJECTEN):
        ouder = (_find_pagina(ouder=home, slug=tekst.ouder) if tekst.ouder else None) or home
        if _find_pagina(ouder=ouder, slug=tekst.slug) is None:
            _publiceer(ouder=ouder, pagina=build_informatie(tekst))
    _zorg_voor_leerlijn(home)
    _zorg_voor_nieuws(home, nu=nu)


def _zorg_voor_home() -> Page:
    """Return the home page, made if there is none."""
    home = HomePage.objects.first()
    if home is not None:
        return home
    return _publiceer(
        ouder=Page.get_first_root_node(),
        pagina=HomePage(
            slug="start", title=informatie.HOME_TITEL, inleiding=informatie.HOME_INLEIDING
        ),
    )


def _zorg_voor_site(home: Page) -> None:
    """Let the default site begin at the home page; Wagtail's welcome page makes way.

    A site that an editor set up, with any other page as its root, is left alone.
    """
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welkom = site.root_page if site.pk else None
    if welkom is None or welkom.specific_class is Page:
        adres = urlsplit(settings.SITE_URL)
        site.hostname = adres.hostname or "localhost"
        site.port = adres.port or DEFAULT_PORTS[adres.scheme]
        site.site_name = informatie.SITENAAM
        site.root_page = home
        site.save()
        if welkom is not None and welkom.is_leaf():
            welkom.delete()
    ContactInstelling.objects.get_or_create(site=site)


def _zorg_voor_lesaanbod(home: Page) -> Page:
    """Return the page with the list of offers, made if there is none."""
    lesaanbod = LesaanbodPage.objects.first()
    if lesaanbod is not None:
        return lesaanbod
    return _publiceer(
        ouder=home,
        pagina=LesaanbodPage(
            slug="lesaanbod",
            title=informatie.LESAANBOD_TITEL,
            inleiding=informatie.LESAANBOD_INLEIDING,
        ),
    )


def _zorg_voor_leerlijn(home: Page) -> None:
    """Make the page with the line of every theme, unless its place is taken."""
    if not LeerlijnPage.objects.exists() and _find_pagina(ouder=home, slug="leerlijn") is None:
        pagina = LeerlijnPage(
            slug="leerlijn", title=nieuws.LEERLIJN_TITEL, inleiding=nieuws.LEERLIJN_INLEIDING
        )
        _publiceer(ouder=home, pagina=pagina)


def _zorg_voor_nieuws(home: Page, *, nu: datetime) -> None:
    """Make the list of news and the reports that are missing."""
    overzicht = NieuwsOverzichtPage.objects.first() or _publiceer(
        ouder=home,
        pagina=NieuwsOverzichtPage(
            slug="nieuws", title=nieuws.NIEUWS_TITEL, inleiding=nieuws.NIEUWS_INLEIDING
        ),
    )
    for bericht in nieuws.NIEUWS:
        if _find_pagina(ouder=overzicht, slug=bericht.slug) is None:
            _publiceer(ouder=overzicht, pagina=build_nieuws(bericht, nu=nu))


def _zorg_voor_begrippen() -> Begrippen:
    """Return the words of the catalogue by slug; those that are missing are made."""
    return Begrippen(
        niveaus={
            slug: _zorg_voor_woord(
                Niveau(
                    slug=slug,
                    naam=naam,
                    korte_naam=kort,
                    tekening=tekening,
                    omschrijving=zin,
                    volgorde=volgorde,
                )
            )
            for volgorde, (slug, naam, kort, tekening, zin) in enumerate(NIVEAUS, start=1)
        },
        themas={
            slug: _zorg_voor_woord(Thema(slug=slug, naam=naam, volgorde=volgorde))
            for volgorde, (slug, naam) in enumerate(THEMAS, start=1)
        },
        rollen={
            slug: _zorg_voor_woord(Rol(slug=slug, naam=naam, meervoud=meer, volgorde=volgorde))
            for volgorde, (slug, naam, meer) in enumerate(ROLLEN, start=1)
        },
        aanbieders={naam: Aanbieder.objects.get_or_create(naam=naam)[0] for naam in AANBIEDERS},
    )


def _zorg_voor_woord(woord: Woord) -> Woord:
    """Return the stored word with this slug or else this name; store it if there is neither."""
    stored = type(woord).objects.filter(slug=woord.slug).first()
    stored = stored or type(woord).objects.filter(naam=woord.naam).first()
    if stored is None:
        woord.save()
    return stored or woord


def _find_pagina(*, ouder: Page, slug: str) -> Page | None:
    """Return the page that was made for this slug, or that has it now under this parent."""
    own = Q(translation_key=_build_sleutel(slug))
    return Page.objects.filter(own | (Page.objects.child_of_q(ouder) & Q(slug=slug))).first()


def _publiceer(*, ouder: Page, pagina: Page) -> Page:
    """Store a page under its parent, with one revision, which is published; return it.

    The index of references is made once at the end: Wagtail would make it ten times on the way.
    """
    pagina.translation_key = _build_sleutel(pagina.slug)
    with disable_reference_index_auto_update():
        ouder.add_child(instance=pagina)
        pagina.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(pagina)
    return pagina


def _build_sleutel(slug: str) -> uuid.UUID:
    """Return the key by which a demo page is known, also when its slug is changed."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"kapotsterk.example/{slug}")
