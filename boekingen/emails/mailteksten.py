"""What an editor may name in the letters of this app, with an invented example of each."""

from collections.abc import Iterator

from django.conf import settings

from boekingen.emails.brieven import BRIEVEN, Brief, Ontvanger
from boekingen.emails.brieven_docent import VERVOLG
from lesaanbod.domain.mailtekst import Briefsoort
from lesaanbod.services.berichten import Feit

UITLEG = {
    "les": "de titel van de les, bij een serie met het nummer",
    "wanneer": "de dag van de les",
    "tijd": "het tijdstip waarop de les begint",
    "school": "de naam van de school",
    "groepen": "de klassen",
    "rol": "als wie deze persoon komt",
    "antwoord_voor": "het moment waarop het antwoord er moet zijn",
    "reden": "de reden; is er geen reden, dan valt de hele alinea weg",
    "vervolg": "wat er nu gebeurt; anders bij een eerste aanvraag",
    "hierna": "wat er na het oude moment komt; komt er niets, dan valt de hele alinea weg",
    "antwoord": "het antwoord van de coördinator",
    "antwoord_woord": "wat iemand in de agenda antwoordde",
    "uitleg": "waarom het niet kan",
    "momenten": "de momenten die iemand zelf noemde",
    "draaiboek": "de eerste regels van het verloop van de les",
    "les_url": "het adres van de lespagina",
    "aantal": "om hoeveel lessen het gaat",
    "lessen": "hoeveel lessen er deze week zijn",
    "open_lessen": "in hoeveel lessen nog iemand ontbreekt",
    "wacht": "wat er verder op de coördinator wacht",
    "email": "het mailadres waarmee iemand inlogt",
    "rollen": "de rollen waarvoor iemand is gevraagd",
    "beloofde_lessen": "de lessen die zeker doorgaan",
    "vooraf": "hoeveel weken van tevoren het moment vaststaat",
    "dagen": "de dag of dagen, met op of van en tot en met",
}

# Nobody in it exists, and no school in Utrecht has this name.
VOORBEELD: dict[str, object] = {
    "les": "Snel geld, lange rekening, les 3",
    "wanneer": "dinsdag 9 maart",
    "tijd": "9.00 uur",
    "school": "De Verzonnen School",
    "groepen": "groep 8a en groep 8b",
    "rol": "wijkagent",
    "antwoord_voor": "vrijdag 26 februari, 17.00 uur",
    "reden": "Er is een ander moment gevonden.",
    "vervolg": VERVOLG[True],
    "hierna": "Wij zoeken een nieuw moment. U hoort van ons.",
    "antwoord": "Op die dag is er een toets.",
    "antwoord_woord": "ja",
    "uitleg": "Iemand anders heeft al ja gezegd. U hoeft niets meer te doen.",
    "momenten": "donderdag 11 maart, 9.00 uur",
    "draaiboek": "U begint met een kring. Daarna werken de leerlingen in groepjes.",
    "les_url": "https://lessen.voorbeeld.example/lesaanbod/snel-geld/",
    "aantal": "3 lessen",
    "lessen": "4 lessen",
    "open_lessen": "1 les",
    "wacht": "2 nieuwe contactpersonen en 1 mail van een mens",
    "email": "noor@voorbeeld.example",
    "rollen": "wijkagent",
    "beloofde_lessen": "les 1 (groep 8a) en les 2 (groep 8a)",
    "vooraf": "zes weken",
    "dagen": "van maandag 1 maart tot en met vrijdag 12 maart",
}
# Letters about several lessons have a row for each.
VOORBEELDFEITEN = {
    "lessen_bevestigd": [
        Feit(
            f"{dag} maart 2027, 9.00 uur",
            f"Les {nummer}: {titel}",
            f"Kapot Sterk, les {nummer} van 5\nVoor groep 8a\nWie komt er: een wijkagent",
        )
        for nummer, dag, titel in (
            (1, "dinsdag 9", "Wie ben jij?"),
            (2, "dinsdag 16", "Onder druk"),
            (3, "dinsdag 23", "Snel geld, lange rekening"),
        )
    ],
    "weekoverzicht": [
        Feit(
            "dinsdag 9 maart, 9.00 uur",
            "De Verzonnen School, groep 8a",
            "Snel geld: een plek is open",
        ),
        Feit(
            "donderdag 11 maart, 10.30 uur", "De Bedachte School, 2B", "Onder druk: iedereen komt"
        ),
    ],
}
NAMEN = {
    Ontvanger.DOCENT: "Sam Voorbeeld",
    Ontvanger.HOOFDROLSPELER: "Noor Voorbeeld",
    Ontvanger.COORDINATOR: "Kim Voorbeeld",
}


def list_brieven() -> Iterator[Briefsoort]:
    """Return the letters of this app, as editors meet them."""
    for brief in BRIEVEN.values():
        yield Briefsoort(
            sleutel=brief.sleutel,
            aan=brief.aan.value,
            wanneer=brief.wanneer,
            uitleg=UITLEG,
            voorbeeld=build_voorbeeld(brief),
        )


def build_voorbeeld(brief: Brief) -> dict[str, object]:
    """Return everything that the letter could want to know, all of it invented."""
    wie = {
        Ontvanger.DOCENT: Feit("Wie komt er", "een wijkagent en een rolmodel"),
        Ontvanger.HOOFDROLSPELER: Feit("U komt als", "wijkagent"),
        Ontvanger.COORDINATOR: Feit("Stand", "er ontbreekt nog een wijkagent"),
    }
    feiten = [
        Feit("Les", "Snel geld, lange rekening", "Kapot Sterk, les 3 van 5"),
        Feit("Wanneer", "dinsdag 9 maart 2027", "9.00 tot 10.00 uur"),
        Feit("Waar", "De Verzonnen School, Voorbeeldlaan 1, Utrecht", "Melden bij de balie"),
        Feit("Voor", "groep 8a en groep 8b", "52 leerlingen"),
        wie[brief.aan],
        Feit("Kenmerk", "KS-VOORBEELD"),
    ]
    adres = f"{settings.SITE_URL}/voorbeeld/"
    return VOORBEELD | {
        "aan": "voorbeeld@voorbeeld.example",
        "aan_naam": NAMEN[brief.aan],
        "feiten": VOORBEELDFEITEN.get(brief.sleutel, feiten),
        "link": adres if brief.heeft_link else "",
        "mijn_url": adres,
        "portaal_url": adres,
        "planning_url": adres,
    }
