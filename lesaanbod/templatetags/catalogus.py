"""What pages of the catalogue show beside their own fields.

Pages are models and may not reach up to forms and selectors; their templates may, through these.
"""

from django import template
from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.safestring import SafeString

from lesaanbod.domain.leerlijn import Leerlijn
from lesaanbod.domain.lesbeeld import Deel, Lesbeeld
from lesaanbod.domain.lesfeiten import Gast
from lesaanbod.forms.zoeken import Zoekresultaat, zoek
from lesaanbod.geheugen import onthoud
from lesaanbod.models import (
    AanbodPage,
    Doelgroep,
    InformatiePage,
    LesPage,
    Materiaal,
    Onderdeel,
    Thema,
)
from lesaanbod.selectors import aanbod, leerlijn, lesopzet, nieuws
from lesaanbod.selectors.kaarten import Kaart
from lesaanbod.selectors.nieuws import Nieuwsbericht

register = template.Library()
LANGSTE_VRAAG = 2000
MEESTE_VELDEN = 200


@register.simple_tag(takes_context=True)
def zoek_aanbod(context: template.Context) -> Zoekresultaat:
    """Return the list for the address of the request."""
    params = _lees_vraag(context)
    return zoek(params.lists(), pagina=params.get("pagina"))


@register.simple_tag(takes_context=True)
def filters(context: template.Context) -> SafeString:
    """Return the form with the filters, the same on every page of one choice until an edit."""
    keuze = context["zoek"].keuze
    sjabloon = _get_sjabloon(context, "lesaanbod/filters.html")
    if keuze.zoekwoord:  # there is no end to those
        return sjabloon.render(context)
    sleutel = ("filters", context["request"].path, *keuze.filters)
    return onthoud(sleutel, lambda: sjabloon.render(context))


@register.simple_tag
def list_ingangen() -> list[aanbod.Ingang]:
    """Return the levels of the home page that hold something."""
    return [een for een in aanbod.list_ingangen() if een.lessen or een.trainingen]


@register.simple_tag
def list_nieuw(aantal: int = 3) -> list[Kaart]:
    """Return the newest offers."""
    return aanbod.list_nieuw(aantal)


@register.simple_tag
def get_uitgelicht() -> Kaart | None:
    """Return the offer that is put forward."""
    return aanbod.get_uitgelicht()


@register.simple_tag(takes_context=True)
def voet(context: template.Context) -> SafeString:
    """Return the footer, which is the same under every page of a site until an edit."""
    sjabloon = _get_sjabloon(context, "onderdelen/voet.html")
    return onthoud(("voet", context["request"].get_host()), lambda: sjabloon.render(context))


@register.simple_tag
def list_informatie() -> list[InformatiePage]:
    """Return the pages of information for the footer."""
    return aanbod.list_informatie()


@register.simple_tag
def list_doelgroepen(pagina: AanbodPage) -> list[Doelgroep]:
    """Return the audiences of a page; also of one that is only being previewed."""
    return list(pagina.doelgroepen.select_related("niveau"))


@register.simple_tag
def list_themas(pagina: AanbodPage) -> list[Thema]:
    """Return the themes of a page; also of one that is only being previewed."""
    return list(pagina.themas.all())


@register.simple_tag
def list_materialen(pagina: AanbodPage) -> list[Materiaal]:
    """Return the materials of a page; also of one that is only being previewed."""
    return list(pagina.materialen.select_related("document"))


@register.simple_tag
def get_lesbeeld(les: AanbodPage) -> Lesbeeld | None:
    """Return the onderdelen of a lesson, also of one that is only being previewed.

    A training has none.
    """
    if not isinstance(les, LesPage):
        return None
    onderdelen = les.onderdelen.all()
    if isinstance(onderdelen, QuerySet):  # a draft holds its parts in memory, stored or not
        return Lesbeeld(lesopzet.list_delen(onderdelen))
    return Lesbeeld(tuple(_build_deel(een, nr) for nr, een in enumerate(onderdelen, start=1)))


def _build_deel(onderdeel: Onderdeel, nummer: int) -> Deel:
    """Return one onderdeel as a value."""
    return Deel(
        nummer=nummer,
        titel=onderdeel.titel,
        tekst=onderdeel.tekst,
        duur=onderdeel.duur,
        op_school=onderdeel.op_school,
        plaats=onderdeel.plaats,
        gasten=tuple(
            Gast(behoefte.rol.naam, behoefte.rol.meervoud, behoefte.aantal)
            for behoefte in onderdeel.rollen.all()
        ),
    )


@register.simple_tag
def list_leerlijnen() -> list[Leerlijn]:
    """Return the line of lessons of every theme."""
    return leerlijn.list_leerlijnen()


@register.simple_tag
def get_leerlijn(
    les: AanbodPage, doelgroepen: list[Doelgroep], themas: list[Thema]
) -> Leerlijn | None:
    """Return the line in which a lesson stands, if there is one."""
    return leerlijn.get_leerlijn(les, doelgroepen=doelgroepen, themas=themas)


@register.simple_tag
def list_past_bij(
    pagina: AanbodPage, doelgroepen: list[Doelgroep], themas: list[Thema]
) -> list[leerlijn.Verwijzing]:
    """Return what suits who looks at this offer."""
    return leerlijn.list_past_bij(pagina, doelgroepen=doelgroepen, themas=themas)


@register.simple_tag
def list_nieuws(aantal: int) -> list[Nieuwsbericht]:
    """Return the newest reports."""
    return nieuws.list_nieuws(aantal)


@register.simple_tag(takes_context=True)
def blader_nieuws(context: template.Context) -> Page:
    """Return the page of reports that the address asks for; what is no page is the nearest one."""
    return nieuws.blader_nieuws(_lees_vraag(context).get("pagina"))


def _lees_vraag(context: template.Context) -> QueryDict:
    """Return what the address asks; what is too long or too much of it is cut off.

    ``request.GET`` would refuse an address with a thousand names.
    """
    vraag = context["request"].META.get("QUERY_STRING", "")[:LANGSTE_VRAAG]
    return QueryDict("&".join([veld for veld in vraag.split("&") if veld][:MEESTE_VELDEN]))


def _get_sjabloon(context: template.Context, naam: str) -> template.Template:
    """Return a template from where the one that is being filled in came from."""
    if context.template is None:
        raise template.TemplateSyntaxError(f"{naam} can only be part of a template.")
    return context.template.engine.get_template(naam)
