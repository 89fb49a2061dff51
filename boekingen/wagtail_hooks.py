"""What an editor learns of bookings in /beheer/: numbers only.

Wagtail calls these before and after an editor acts on a page. Requests stop by themselves when a
lesson goes offline (``get_lesopzet`` reads live pages only); bookings keep their own copies.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wagtail import hooks
from wagtail.models import Page

from boekingen.domain.lesafwijking import Deelopzet, format_boekingen, list_afwijkingen
from boekingen.selectors import lestellingen
from lesaanbod.domain.lesfeiten import Gast
from lesaanbod.selectors import Lesopzet, read_lesopzet

BLIJFT = "Die boekingen blijven zoals ze waren."
GAAT_DOOR = "Die lessen gaan gewoon door. Nieuwe aanvragen kunnen dan niet meer."


@hooks.register("before_edit_page")
def tel_vooraf(request: HttpRequest, pagina: Page) -> None:
    """Tell how many bookings count on a lesson, before it is changed."""
    opzet = read_lesopzet(pagina)
    if request.method != "GET" or opzet is None:
        return
    if aantal := lestellingen.tel_open_boekingen(pad=pagina.path):
        messages.info(
            request,
            f"Deze les heeft {format_boekingen(aantal, soort='open')}. "
            "Wijzigt u duur, rollen of onderdelen? Dan blijven die zoals ze zijn.",
        )


@hooks.register("after_edit_page")
def waarschuw_bij_wijziging(request: HttpRequest, pagina: Page) -> None:
    """Warn when open bookings differ from what was saved, or when the lesson will go offline."""
    opzet = read_lesopzet(pagina)
    if opzet is None or not request.accepts("text/html"):  # Wagtail saves by itself as JSON
        return
    tellingen = lestellingen.list_boekingtellingen(les_id=pagina.pk)
    if afwijkingen := list_afwijkingen(tellingen, build_deelopzetten(opzet)):
        messages.warning(request, " ".join([*afwijkingen, BLIJFT]))
    if pagina.expire_at:
        waarschuw_bij_offline(request, [pagina])


def build_deelopzetten(opzet: Lesopzet) -> dict[Any, Deelopzet]:
    """Return sleutel of an onderdeel → what it asks for."""
    return {
        deel.sleutel: Deelopzet(
            duur=deel.duur,
            gasten=frozenset(Gast(rol.naam, aantal=rol.aantal) for rol in deel.rollen),
        )
        for deel in opzet.onderdelen
    }


@hooks.register("before_unpublish_page")
def waarschuw_bij_depubliceren(request: HttpRequest, pagina: Page) -> None:
    """Warn with the number of bookings that go on; the page does go offline."""
    waarschuw_bij_offline(request, [pagina])


def waarschuw_bij_offline(request: HttpRequest, paginas: Iterable[Page]) -> None:
    """Say how many open bookings go on although their lesson goes offline."""
    aantal = sum(lestellingen.tel_open_boekingen(pad=pagina.path) for pagina in paginas)
    if aantal:
        telling = format_boekingen(aantal, soort="open")
        messages.warning(request, f"Let op: er zijn nog {telling}. {GAAT_DOOR}")


@hooks.register("before_delete_page")
def weiger_verwijderen(request: HttpRequest, pagina: Page) -> HttpResponse | None:
    """Send an editor back who wants to delete a lesson that was ever asked for."""
    if not (reden := build_weigering(pagina)):
        return None
    messages.error(request, reden)
    return redirect("wagtailadmin_pages:edit", pagina.pk)


def build_weigering(pagina: Page) -> str:
    """Return why the page, with all below it, cannot be deleted; empty when it can."""
    boekingen = lestellingen.tel_boekingen(pad=pagina.path)
    aanvragen = lestellingen.tel_aanvragen(pad=pagina.path)
    if not (boekingen or aanvragen):
        return ""
    telling = f"{aanvragen} {'aanvraag' if aanvragen == 1 else 'aanvragen'}"
    if boekingen:
        telling += f" en {format_boekingen(boekingen)}"
    return (
        f"«{pagina.title}» kan niet weg: er horen {telling} bij. "
        "Haal de pagina offline. Dan kan niemand deze les nog aanvragen."
    )


@hooks.register("before_bulk_action")
def let_op_bij_bulk(
    request: HttpRequest, actie: str, dingen: Sequence[Model], _bulk: object
) -> HttpResponse | None:
    """Hold deleting and unpublishing of several things at once to the same rules."""
    paginas = [ding for ding in dingen if isinstance(ding, Page)]
    if actie == "unpublish":
        waarschuw_bij_offline(request, paginas)
    if actie != "delete":
        return None
    redenen = [reden for pagina in paginas if (reden := build_weigering(pagina))]
    for reden in redenen:
        messages.error(request, reden)
    return redirect("wagtailadmin_home") if redenen else None


@hooks.register("before_delete_snippet")
def weiger_woord(request: HttpRequest, dingen: Sequence[Model]) -> HttpResponse | None:
    """Send an editor back who wants to delete a word that something rests on."""
    gebruikt = [ding for ding in dingen if lestellingen.is_in_gebruik(ding)]
    for ding in gebruikt:
        messages.error(request, f"«{ding}» kan niet weg: het is in gebruik.")
    return redirect("wagtailadmin_home") if gebruikt else None
