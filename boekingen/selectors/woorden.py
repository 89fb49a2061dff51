"""The words of the desk: short names of lessons, letters and what happened."""

from boekingen.models import Boeking
from lesaanbod.domain.taal import opsomming

BRIEFNAMEN = {
    "aanvraag_ontvangen": "Ontvangst van de aanvraag",
    "aanvraag_beloofd": "Toezegging van lessen",
    "aanvraag_afgewezen": "Afwijzing van de aanvraag",
    "aanvraag_ingetrokken": "Intrekking van de aanvraag",
    "aanvraag_wachtlijst": "Plaats op de wachtlijst",
    "contact_toegelaten": "Toelating",
    "contact_geweigerd": "Weigering",
    "les_bevestigd": "Bevestiging",
    "lessen_bevestigd": "Bevestiging van meer lessen",
    "les_in_agenda": "Agenda-uitnodiging",
    "les_herinnering": "Herinnering voor de les",
    "les_onzeker": "Bericht over vervanging",
    "les_niemand_gevonden": "Nog niemand gevonden",
    "les_verzet": "Nieuw moment",
    "les_gewijzigd": "Andere plaats",
    "les_geannuleerd": "Annulering",
    "les_vervallen": "Les vervalt",
    "inzet_gevraagd": "Uitnodiging",
    "inzet_herinnering": "Herinnering",
    "inzet_toegezegd": "Dank voor het ja",
    "inzet_bevestigd": "Bevestiging",
    "inzet_dag_ervoor": "Bericht op de dag ervoor",
    "inzet_verzet": "Nieuw moment",
    "inzet_gewijzigd": "Andere plaats",
    "inzet_afgewezen": "Ontvangst van het nee",
    "inzet_verlopen": "Antwoordtijd voorbij",
    "inzet_afgemeld": "Ontvangst van de afmelding",
    "inzet_ingetrokken": "Intrekking van de uitnodiging",
    "antwoord_bevestigen": "Vraag of een agenda-antwoord klopt",
    "antwoord_lukt_niet": "Het ja lukt niet",
    "tegenvoorstel_ontvangen": "Ontvangst van het andere moment",
    "tegenvoorstel_aangenomen": "Uitnodiging voor het andere moment",
    "tegenvoorstel_afgewezen": "Het andere moment kan niet",
    "tegenvoorstel_vervallen": "Het andere moment is niet meer nodig",
    "deelname_uitgenodigd": "Uitnodiging om mee te doen",
    "deelname_gepauzeerd": "Pauze",
    "deelname_beeindigd": "Afscheid",
    "weekoverzicht": "Weekoverzicht",
}

WAT_GEBEURDE = {
    ("aanvraag", "ingediend"): "Aanvraag ingediend",
    ("aanvraag", "wachtlijst"): "Op de wachtlijst",
    ("aanvraag", "gepland"): "Alle lessen staan vast",
    ("aanvraag", "afgerond"): "Aanvraag afgerond",
    ("aanvraag", "afgewezen"): "Aanvraag afgewezen",
    ("aanvraag", "ingetrokken"): "Aanvraag ingetrokken",
    ("boeking", "voorgesteld"): "Moment voorgesteld",
    ("belofte", "beloofd"): "Les toegezegd, moment volgt",
    ("boeking", "verzet"): "Les verzet",
    ("boeking", "plaats gewijzigd"): "Plaats gewijzigd",
    ("boeking", "te_plannen"): "Moment opgegeven",
    ("boeking", "bevestigd"): "Les bevestigd",
    ("boeking", "gegeven"): "Les gegeven",
    ("boeking", "niet_doorgegaan"): "Les niet doorgegaan",
    ("boeking", "geannuleerd"): "Les geannuleerd",
    ("contactpersoon", "aangemeld"): "Contactpersoon aangemeld",
    ("contactpersoon", "toegelaten"): "Contactpersoon toegelaten",
    ("contactpersoon", "geweigerd"): "Contactpersoon geweigerd",
    ("inzet", "uitgenodigd"): "gevraagd",
    ("inzet", "toegezegd"): "zegt ja",
    ("inzet", "afgewezen"): "zegt nee",
    ("inzet", "verlopen"): "gaf geen antwoord",
    ("inzet", "afgemeld"): "valt uit",
    ("inzet", "ingetrokken"): "uitnodiging ingetrokken",
    ("inzet", "antwoord per agenda"): "antwoordt per agenda",
    ("boeking", "antwoord per agenda"): "School antwoordt per agenda",
    ("tegenvoorstel", "voorgesteld"): "noemt een ander moment",
    ("tegenvoorstel", "aangenomen"): "ander moment overgenomen",
    ("tegenvoorstel", "afgewezen"): "ander moment kan niet",
    ("tegenvoorstel", "vervallen"): "ander moment niet meer nodig",
    ("ronde", "lopend"): "uitnodigingsronde begonnen",
    ("ronde", "gestopt"): "uitnodigingsronde gestopt",
    ("ronde", "gevuld"): "plek gevuld",
    ("ronde", "uitgeput"): "niemand meer om te vragen",
    ("seizoensplan", "wachtend"): "Planning gevraagd",
    ("seizoensplan", "lopend"): "Planning begonnen",
    ("seizoensplan", "overgenomen"): "Planning opnieuw begonnen na een onderbreking",
    ("seizoensplan", "stop_gevraagd"): "Gevraagd om te stoppen",
    ("seizoensplan", "klaar"): "Voorstel klaar",
    ("seizoensplan", "gestopt"): "Gestopt, beste voorstel bewaard",
    ("seizoensplan", "mislukt"): "Planning afgebroken",
    ("seizoensplan", "toepassen"): "Gevraagd om het voorstel toe te passen",
    ("seizoensplan", "toegepast"): "Voorstel toegepast",
    ("seizoensplan", "vervallen"): "Voorstel weggelegd",
}


def get_groepen(boeking: Boeking) -> str:
    """Return the classes of a booking: «8A en 8B»; the groepen come prefetched."""
    return opsomming(groep.naam for groep in boeking.groepen.all())


def get_korte_les(boeking: Boeking) -> str:
    """Return the lesson for a dense row: «Kapot Sterk, les 2»."""
    titel = boeking.aanvraag.les_titel
    return f"{titel}, les {boeking.nummer}" if boeking.serie_lengte > 1 else titel


def get_briefnaam(brief: str) -> str:
    """Return what a letter is called at the desk."""
    return BRIEFNAMEN.get(brief, brief)


def get_gebeurtenis(soort: str, wat: str, *, vanzelf: bool) -> str:
    """Return what happened, in words; ``vanzelf`` says that nobody did it.

    A request goes back to ingediend by itself when one of its lessons no longer stands.
    """
    if vanzelf and (soort, wat) == ("aanvraag", "ingediend"):
        return "Niet alle lessen staan meer vast"
    return WAT_GEBEURDE.get((soort, wat), wat)
