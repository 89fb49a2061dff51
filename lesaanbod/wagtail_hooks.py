"""What editors find in the menu of /beheer/ beside pages."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from lesaanbod.models import Aanbieder, Niveau, Rol, Thema


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
        FieldPanel("slug"),
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
