"""Icons, status chips and menu links.

``{% icoon "klok" %}`` · ``{% status boeking.status %}``
``{% menulink "/lesaanbod/" "Lesaanbod" %}``
"""

from dataclasses import dataclass
from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@dataclass(frozen=True, slots=True)
class Statusbeeld:
    """How a status looks and reads."""

    woord: str
    vorm: str
    kleur: str


STATUSBEELDEN = {
    # Aanvraag
    "concept": Statusbeeld("nog niet verstuurd", "ring", "rustig"),
    "ingediend": Statusbeeld("ingediend", "klok", "wacht"),
    "wachtlijst": Statusbeeld("wachtlijst", "klok", "wacht"),
    "gepland": Statusbeeld("gepland", "rond-vink", "goed"),
    "afgerond": Statusbeeld("afgerond", "vierkant-vink", "rustig"),
    "afgewezen": Statusbeeld("afgewezen", "achthoek", "mis"),
    "ingetrokken": Statusbeeld("ingetrokken", "ring-streep", "rustig"),
    # Boeking
    "te_plannen": Statusbeeld("wij zoeken", "zoek", "info"),
    "voorgesteld": Statusbeeld("voorstel", "half", "wacht"),
    "bevestigd": Statusbeeld("bevestigd", "rond-vink", "goed"),
    "gegeven": Statusbeeld("gegeven", "vierkant-vink", "rustig"),
    "niet_doorgegaan": Statusbeeld("niet doorgegaan", "ring-streep", "mis"),
    "geannuleerd": Statusbeeld("geannuleerd", "ring-streep", "rustig"),
    # Inzet
    "uitgenodigd": Statusbeeld("gevraagd", "klok", "wacht"),
    "toegezegd": Statusbeeld("komt", "rond-vink", "goed"),
    "verlopen": Statusbeeld("geen antwoord", "klok", "wacht"),
    "afgemeld": Statusbeeld("valt uit", "achthoek", "mis"),
    "tegenvoorstel": Statusbeeld("ander moment", "half", "info"),
    # Tegenvoorstel
    "open": Statusbeeld("wacht op antwoord", "klok", "wacht"),
    "aangenomen": Statusbeeld("overgenomen", "rond-vink", "goed"),
    "vervallen": Statusbeeld("niet meer nodig", "ring-streep", "rustig"),
    # Uitnodigingsronde
    "lopend": Statusbeeld("ronde loopt", "klok", "info"),
    "gestopt": Statusbeeld("ronde gestopt", "ring-streep", "rustig"),
    "gevuld": Statusbeeld("plek gevuld", "rond-vink", "goed"),
    "uitgeput": Statusbeeld("niemand meer", "achthoek", "mis"),
    # Season plan
    "wachtend": Statusbeeld("begint zo", "klok", "wacht"),
    "klaar": Statusbeeld("voorstel klaar", "half", "info"),
    "mislukt": Statusbeeld("afgebroken", "achthoek", "mis"),
    "toepassen": Statusbeeld("wordt toegepast", "klok", "info"),
    "toegepast": Statusbeeld("toegepast", "rond-vink", "goed"),
    # Hoofdrolspeler
    "actief": Statusbeeld("doet mee", "rond-vink", "goed"),
    "gepauzeerd": Statusbeeld("pauze", "half", "rustig"),
    "vertrokken": Statusbeeld("doet niet meer mee", "ring-streep", "rustig"),
    # Contactpersoon
    "aangemeld": Statusbeeld("nog toelaten", "half", "info"),
    "toegelaten": Statusbeeld("toegelaten", "rond-vink", "goed"),
    "geweigerd": Statusbeeld("geweigerd", "achthoek", "mis"),
    # School
    "verdwenen": Statusbeeld("niet meer in het register", "achthoek", "mis"),
    # Places, mail and room, which are no states of a model
    "ontbreekt": Statusbeeld("ontbreekt", "gestippeld", "mis"),
    "mail_niet_bezorgd": Statusbeeld("mail niet bezorgd", "ruit", "wacht"),
    "post": Statusbeeld("wacht op u", "ruit", "wacht"),
    "ruim": Statusbeeld("ruim", "rond", "goed"),
    "krap": Statusbeeld("krap", "half", "wacht"),
    "vol": Statusbeeld("vol", "ring-streep", "rustig"),
    "vrij": Statusbeeld("vrij", "rond-vink", "goed"),
    "bezet": Statusbeeld("bezet", "half", "rustig"),
    "niet": Statusbeeld("niet", "ring-streep", "rustig"),
    # Time of a hoofdrolspeler
    "les": Statusbeeld("les", "vierkant-vink", "info"),
    "agenda": Statusbeeld("bezet", "half", "rustig"),
    "weg": Statusbeeld("weg", "achthoek", "wacht"),
    "vakantie": Statusbeeld("vakantie", "ring", "rustig"),
}


@register.simple_tag
@cache
def icoon(naam: str, klasse: str = "") -> SafeString:
    """Return a drawing from ``beeld/iconen.svg``; it always stands beside a word."""
    return format_html(
        '<svg class="icoon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        klasse,
        static("lesaanbod/beeld/iconen.svg"),
        naam,
    )


@register.simple_tag
def status(waarde: str, tekst: str = "", *, kaal: bool = False) -> SafeString:
    """Return a chip with word, shape and colour; ``tekst`` replaces the word, never the meaning.

    ``kaal`` leaves out the ground, for a dense table. Raises ``KeyError`` for an unknown status.
    """
    beeld = STATUSBEELDEN[str(waarde)]
    return format_html(
        '<span class="status {}">{}{}</span>',
        f"status--{beeld.kleur}" + (" status--kaal" if kaal else ""),
        icoon(f"vorm-{beeld.vorm}"),
        tekst or beeld.woord,
    )


@register.inclusion_tag("onderdelen/menulink.html", takes_context=True)
def menulink(
    context: template.Context, adres: str, woord: str, *, teller: int = 0, precies: bool = False
) -> dict[str, object]:
    """Return one item of a menu, marked when the visitor is on ``adres`` or below it.

    With ``precies`` only on it: for a front page with its neighbours below it («/planning/»).
    ``actief`` in the context, an address, decides instead of the path of the request.
    """
    request = context.get("request")
    pad = context.get("actief") or (request.path if request else "")
    hier = pad == adres if precies else pad.startswith(adres)
    aria = ("page" if pad == adres else "true") if hier else ""
    return {"adres": adres, "woord": woord, "teller": teller, "aria": aria}
