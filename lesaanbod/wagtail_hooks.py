"""What editors find in the menu of /beheer/ beside pages."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from lesaanbod.domain.nakijken import Bevinding, format_raad, format_weigering
from lesaanbod.domain.rollen import format_rol_blijft, is_afgeschermd
from lesaanbod.models import Aanbieder, Gebruiker, Niveau, Rol, Sessie, Thema
from lesaanbod.selectors.nakijken import kijk_na
from lesaanbod.selectors.openbaar import Adressen
from lesaanbod.services.zoekteksten import schrijf_alle_zoekteksten


class NiveauViewSet(SnippetViewSet):
    """Levels, in the order of the catalogue."""

    model = Niveau
    icon = "group"
    list_display = ("naam", "korte_naam", "volgorde")
    panels = (
        FieldPanel("naam"),
        FieldPanel("korte_naam"),
        FieldPanel("slug"),
        FieldPanel("omschrijving"),
        FieldPanel("tekening"),
        FieldPanel("volgorde"),
    )


class ThemaViewSet(SnippetViewSet):
    """Themes, in the order of the filter."""

    model = Thema
    icon = "tag"
    list_display = ("naam", "volgorde")
    panels = (FieldPanel("naam"), FieldPanel("slug"), FieldPanel("volgorde"))


class RolViewSet(SnippetViewSet):
    """The parts hoofdrolspelers play."""

    model = Rol
    icon = "user"
    list_display = ("naam", "meervoud", "volgorde")
    panels = (
        FieldPanel("naam"),
        FieldPanel("meervoud"),
        FieldPanel("slug", help_text="Kleine letters en streepjes. Dit ligt daarna vast."),
        FieldPanel("volgorde"),
    )


class AanbiederViewSet(SnippetViewSet):
    """Organisations that give lessons or make material."""

    model = Aanbieder
    icon = "home"
    list_display = ("naam", "website")
    panels = (FieldPanel("naam"), FieldPanel("website"))


class BegrippenGroep(SnippetViewSetGroup):
    """All words of the catalogue under one item of the menu."""

    menu_label = "Begrippen"
    menu_icon = "list-ul"
    menu_order = 250
    items = (NiveauViewSet, ThemaViewSet, RolViewSet, AanbiederViewSet)


register_snippet(BegrippenGroep)


class NooitVerwijderen(ModelPermissionPolicy):
    """The rights of the groups, but nobody deletes; not even who may do everything."""

    def user_has_permission(self, user: Gebruiker, action: str) -> bool:
        """Return whether ``user`` may do ``action``."""
        return action != "delete" and super().user_has_permission(user, action)


class SessieViewSet(SnippetViewSet):
    """The moments of trainings; one that is off becomes «vervallen»."""

    model = Sessie
    icon = "date"
    menu_label = "Sessies"
    menu_order = 240
    add_to_admin_menu = True
    permission_policy = NooitVerwijderen(Sessie)
    list_display = ("training", "begin", "plaats", "capaciteit", "status")
    list_filter = ("status", "training")
    panels = (
        FieldPanel("training"),
        FieldPanel("begin"),
        FieldPanel("eind"),
        FieldPanel("plaats"),
        FieldPanel("capaciteit"),
        FieldPanel("sluit_op"),
        FieldPanel("status"),
    )


register_snippet(SessieViewSet)


@hooks.register("before_publish_page")
def kijk_na_voor_publicatie(request: HttpRequest, pagina: Page) -> HttpResponse | None:
    """Keep offline what would break requests, and say why; the work itself is saved."""
    return weiger(request, pagina, kijk_na(pagina))


@hooks.register("before_edit_page")
def kijk_na_voor_goedkeuring(request: HttpRequest, pagina: Page) -> HttpResponse | None:
    """Tell a redacteur who approves why the page cannot go online yet."""
    if request.POST.get("workflow-action-name") != "approve":
        return None
    return weiger(request, pagina, kijk_na(pagina))


def weiger(request: HttpRequest, pagina: Page, bevindingen: list[Bevinding]) -> HttpResponse | None:
    """Send the editor back with what stops publishing, or return None when nothing does."""
    if not (weigering := format_weigering(bevindingen)):
        return None
    messages.error(request, weigering)
    geef_raad(request, bevindingen)
    return redirect("wagtailadmin_pages:edit", pagina.pk)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def kijk_na_het_opslaan(request: HttpRequest, pagina: Page) -> None:
    """Tell what is missing or odd; not at every save that Wagtail does by itself (as JSON)."""
    if request.accepts("text/html"):
        bevindingen = kijk_na(pagina)
        if stop := [bevinding.tekst for bevinding in bevindingen if bevinding.blokkeert]:
            messages.warning(request, f"Zo kan deze pagina niet online. {' '.join(stop)}")
        geef_raad(request, bevindingen)


def geef_raad(request: HttpRequest, bevindingen: list[Bevinding]) -> None:
    """Show what is odd but stops nothing."""
    if raad := format_raad(bevindingen):
        messages.info(request, raad)


@hooks.register("before_bulk_action")
def kijk_na_bij_bulk(
    request: HttpRequest, actie: str, dingen: Sequence[Model], _bulk: object
) -> HttpResponse | None:
    """Hold publishing several pages at once to the same rule."""
    if actie != "publish":
        return None
    for pagina in (ding for ding in dingen if isinstance(ding, Page)):
        concept = pagina.get_latest_revision_as_object()
        if antwoord := weiger(request, pagina, kijk_na(concept)):
            return antwoord
    return None


@hooks.register("insert_editor_js")
def wacht_op_het_concept() -> SafeString:
    """Let a button wait for the draft that is being saved, for every page that is edited."""
    return format_html('<script src="{}" defer></script>', static("lesaanbod/js/beheer.js"))


class MailtekstenMenu(MenuItem):
    """The line of the letters, for who may word them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this editor sees the line."""
        return request.user.has_perm("lesaanbod.change_mailtekst")


@hooks.register("register_admin_menu_item")
def get_mailtekstenregel() -> MenuItem:
    """Return the line of the letters in the menu."""
    return MailtekstenMenu("Mailteksten", reverse("mailteksten"), icon_name="mail", order=260)


@hooks.register("register_reports_menu_item")
def get_rapportregel() -> MenuItem:
    """Return the line of the report in the menu."""
    return MenuItem("Nakijken", reverse("nakijken"), icon_name="time", order=100)


@hooks.register("before_delete_snippet")
def behoud_afgeschermde_rol(request: HttpRequest, dingen: Sequence[Model]) -> HttpResponse | None:
    """Send an editor back who wants to delete a role on which shielding hangs."""
    for rol in dingen:
        if isinstance(rol, Rol) and is_afgeschermd(rol.slug):
            messages.error(request, format_rol_blijft(rol.naam))
            return redirect(AdminURLFinder(request.user).get_edit_url(rol))
    return None


@hooks.register("after_edit_snippet")
def volg_begrip(_request: HttpRequest | None, instance: Model) -> None:
    """Let search follow a word of the catalogue that got another name."""
    if isinstance(instance, (Aanbieder, Niveau, Rol, Thema)):
        schrijf_alle_zoekteksten()


class PaginaLink(PageLinkHandler):
    """Links in text to other pages: one query for all of them, without the pages themselves."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening of each link; without an address for a page that is gone."""
        nummers = [attrs.get("id", "") for attrs in attrs_list]
        gevraagd = Page.objects.filter(id__in={int(een) for een in nummers if een.isdecimal()})
        paden = {str(pk): pad for pk, pad in gevraagd.values_list("pk", "url_path")}
        adressen = Adressen()
        return [
            format_html('<a href="{}">', adressen.get(paden[nummer])) if nummer in paden else "<a>"
            for nummer in nummers
        ]


@hooks.register("register_rich_text_features", order=1)
def zet_paginalink(features: FeatureRegistry) -> None:
    """Take the place of Wagtail's own links to pages."""
    features.register_link_type(PaginaLink)
