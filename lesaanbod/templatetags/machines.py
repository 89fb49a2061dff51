"""What a page tells machines: its one address, and what it is in the words of schema.org."""

import json

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from wagtail.models import Page

from lesaanbod.domain.lesbeeld import Lesbeeld
from lesaanbod.domain.schema_org import (
    Gegevens,
    build_bericht,
    build_bijeenkomst,
    build_cursus,
    build_kruimelpad,
    build_organisatie,
)
from lesaanbod.models import (
    AanbodPage,
    ContactInstelling,
    Doelgroep,
    NieuwsPage,
    Thema,
    TrainingPage,
)
from lesaanbod.selectors.openbaar import Adressen
from lesaanbod.selectors.sessies import Sessiebeeld

register = template.Library()
# What could end the element or begin another; JSON reads the escape as the same sign.
ONVEILIG = {ord(teken): f"\\u{ord(teken):04X}" for teken in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def get_adres(context: template.Context) -> str:
    """Return the one whole address of the page; empty where the page has none, as in a preview."""
    pagina = context.get("page")
    return _get_adres(pagina) if pagina else ""


@register.simple_tag(takes_context=True)
def get_omschrijving(context: template.Context) -> str:
    """Return what the page is about: an editor's words for searchers, or else its first words."""
    pagina = context.get("page")
    velden = ("search_description", "samenvatting", "inleiding")
    return next((tekst for veld in velden if (tekst := getattr(pagina, veld, ""))), "")


@register.simple_tag
def organisatie(contact: ContactInstelling) -> SafeString:
    """Return who is behind the site."""
    return _zet_neer(
        build_organisatie(
            naam=settings.WAGTAIL_SITE_NAME,
            adres=f"{settings.SITE_URL}/",
            telefoon=contact.telefoon,
            email=contact.email,
        )
    )


@register.simple_tag(takes_context=True)
def kruimelpad(context: template.Context, naam: str = "", slug: str = "") -> SafeString:
    """Return the way to the page; ``naam`` and ``slug`` are of the page between it and home."""
    pagina = context["page"]
    wortel = context["request"].build_absolute_uri("/")
    tussen = [(naam, f"{wortel}{slug}/")] if naam else []
    hier = (pagina.title, _get_adres(pagina))
    return _zet_neer(build_kruimelpad([("Home", wortel), *tussen, hier]))


@register.simple_tag(takes_context=True)
def cursus(
    context: template.Context,
    doelgroepen: list[Doelgroep],
    themas: list[Thema],
    les: Lesbeeld | None = None,
) -> SafeString:
    """Return the lesson or training of the page."""
    pagina: AanbodPage = context["page"]
    return _zet_neer(
        build_cursus(
            naam=pagina.title,
            omschrijving=pagina.samenvatting,
            adres=_get_adres(pagina),
            aanbieder=(pagina.aanbieder.naam, pagina.aanbieder.website),
            niveaus=[str(groep) for groep in doelgroepen],
            themas=[thema.naam for thema in themas],
            doelen=[str(doel) for doel in pagina.doelen],
            minuten=sum(deel.duur for deel in les.delen) if les else 0,
            gratis=pagina.kosten == "gratis",
        )
    )


@register.simple_tag(takes_context=True)
def bijeenkomsten(context: template.Context, sessies: list[Sessiebeeld]) -> SafeString:
    """Return the moments of the training of the page."""
    pagina: TrainingPage = context["page"]
    blokken = [
        _zet_neer(
            build_bijeenkomst(
                naam=pagina.title,
                omschrijving=pagina.samenvatting,
                adres=_get_adres(pagina),
                tijden=(localtime(sessie.begin), localtime(sessie.eind)),
                plaats=sessie.plaats,
                plaatsen=sessie.capaciteit,
                aanbieder=(pagina.aanbieder.naam, pagina.aanbieder.website),
                gaat_door=not sessie.is_vervallen,
                gratis=pagina.kosten == "gratis",
            )
        )
        for sessie in sessies
    ]
    return format_html_join("", "{}", ((blok,) for blok in blokken))


@register.simple_tag(takes_context=True)
def bericht(context: template.Context) -> SafeString:
    """Return the report of the page; nothing for one that was never published."""
    pagina: NieuwsPage = context["page"]
    if pagina.first_published_at is None:
        return format_html("")
    return _zet_neer(
        build_bericht(
            titel=pagina.title,
            omschrijving=pagina.samenvatting,
            adres=_get_adres(pagina),
            gemaakt=pagina.first_published_at,
            gewijzigd=pagina.last_published_at or pagina.first_published_at,
        )
    )


def _get_adres(pagina: Page) -> str:
    """Return the whole address of a page."""
    return Adressen().get_heel(pagina.url_path)


def _zet_neer(gegevens: Gegevens) -> SafeString:
    """Return a data block; no browser runs it, so the CSP of the site needs no exception."""
    tekst = json.dumps(gegevens, ensure_ascii=False).translate(ONVEILIG)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(tekst))
