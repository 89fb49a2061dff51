"""The form of a page in /beheer/, filled in as the browser would send it back."""

from django.test import Client
from django.urls import reverse

from wagtail.models import Page

from bs4 import BeautifulSoup

FORMULIER = "page-edit-form"


def read_velden(html: str, **kenmerken: str) -> dict[str, list[str]]:
    """Return the fields of the page's form, or of the one with these attributes, with their values;
    empty rows of the kind «__prefix__» are templates and left out."""
    form = BeautifulSoup(html, "html.parser").find("form", kenmerken or {"id": FORMULIER})
    velden: dict[str, list[str]] = {}
    for veld in form.find_all(["input", "textarea", "select"]):
        naam = veld.get("name")
        if naam and "__prefix__" not in naam:
            for waarde in _read_waarden(veld):
                velden.setdefault(naam, []).append(waarde)
    return velden


def _read_waarden(veld) -> list[str]:
    if veld.name == "select":
        gekozen = veld.find_all("option", selected=True)
        return [optie.get("value", "") for optie in gekozen]
    if veld.name == "textarea":
        return [veld.text.removeprefix("\n")]
    if veld.get("type") in {"checkbox", "radio"}:
        return [veld.get("value", "on")] if veld.has_attr("checked") else []
    return [] if veld.get("type") in {"file", "submit", "button"} else [veld.get("value", "")]


def sla_op(client: Client, pagina: Page, *, knop: str = "", **anders: str):
    """Save the page with these fields changed and the button ``knop`` pressed («action-publish»,
    «action-submit»; none saves a draft); return the page one lands on.

    StreamFields are sent from what is stored: their fields exist only with JavaScript.
    """
    adres = reverse("wagtailadmin_pages:edit", args=[pagina.pk])
    velden = read_velden(client.get(adres).content.decode())
    for veld in ("inhoud", "doelen", "school_regelt", "wij_regelen"):
        velden.update(_read_stream(pagina, veld))
    velden |= {naam: [waarde] for naam, waarde in anders.items()}
    if knop:
        velden[knop] = ["ja"]
    return client.post(adres, velden, follow=True)


def _read_stream(pagina: Page, veld: str) -> dict[str, list[str]]:
    """Return the form fields of a StreamField of plain texts."""
    blokken = getattr(pagina, veld, [])
    velden = {f"{veld}-count": [str(len(blokken))]}
    for nummer, blok in enumerate(blokken):
        velden |= {
            f"{veld}-{nummer}-deleted": [""],
            f"{veld}-{nummer}-order": [str(nummer)],
            f"{veld}-{nummer}-type": [blok.block_type],
            f"{veld}-{nummer}-id": [blok.id or ""],
            f"{veld}-{nummer}-value": [str(blok.value)],
        }
    return velden


def list_meldingen(response) -> list[str]:
    """Return the messages on the page, as an editor reads them."""
    soep = BeautifulSoup(response.content, "html.parser")
    for knop in soep.select("template, .messages button, .messages a"):
        knop.decompose()
    return [" ".join(een.text.split()) for een in soep.select(".messages li")]
