"""Trainings for teachers and their teams."""

from lesaanbod.models import Vorm

from .begrippen import GEMEENTE, GGD, HALT, POLITIE
from .teksten import DemoBestand, DemoMateriaal, DemoTraining, alinea

TRAININGEN: tuple[DemoTraining, ...] = (
    DemoTraining(
        slug="signalen-van-ronselen-herkennen",
        titel="Signalen van ronselen herkennen",
        samenvatting="Twee uur voor uw team. Wat ziet u in de klas, en wat is een verstandige "
        "eerste stap?",
        vorm=Vorm.DOCENTENTRAINING,
        doelgroepen=(("docenten", "basisschool, vo en mbo"),),
        themas=("snel-geld-en-ronselen",),
        aanbieder=POLITIE,
        inhoud=(
            alinea(
                "Een tweede telefoon, dure kleding, ineens moe of stil. Eén signaal zegt weinig. "
                "In deze training leert u signalen naast elkaar te leggen, zonder te oordelen."
            ),
            alinea(
                "Het team werkt met vier leerlingen die niet bestaan, maar die u toch herkent. U "
                "gaat naar huis met een lijst van één kant papier."
            ),
        ),
        doelen=(
            "Zij herkennen signalen en zien het verschil met gewoon pubergedrag.",
            "Zij weten wat ronselaars beloven en hoe dat klinkt.",
            "Zij kiezen samen wie in het team wat oppakt.",
        ),
        school_regelt=("een ruimte met een scherm", "iemand uit het zorgteam erbij"),
        wij_regelen=("beschreven leerlingen als oefening", "de signalenlijst"),
        materialen=(
            DemoMateriaal(
                titel="Signalenlijst op één kant",
                bestand=DemoBestand(
                    titel="Signalen naast elkaar leggen",
                    naam="signalenlijst.pdf",
                    alineas=(
                        (
                            "Kijk naar verandering, niet naar één moment. Wat is anders dan een "
                            "maand geleden?"
                        ),
                        "Spullen: een extra telefoon, nieuwe kleding, geld zonder uitleg.",
                        "Gedrag: vaker weg, moe, stil, schrikken van berichten.",
                        "Contacten: oudere vrienden, opgehaald worden door onbekenden.",
                        (
                            "Dan: bespreek het met een collega en vraag de leerling hoe het gaat. "
                            "Leg vast wat u zag, niet wat u denkt."
                        ),
                    ),
                ),
            ),
        ),
        duur="2 uur",
        groepsgrootte="10 tot 25 deelnemers",
        wie_geeft="een wijkagent en een trainer van de gemeente",
        aanmelden="Mail of bel ons. Noem uw school en de grootte van het team. Geef ook twee "
        "middagen door die passen. U hoort binnen een week welke het wordt.",
        dagen_oud=12,
    ),
    DemoTraining(
        slug="het-gesprek-bij-zorgen",
        titel="Het gesprek bij zorgen",
        samenvatting="Een dagdeel oefenen met een acteur. U leert beginnen, doorvragen en "
        "afronden als u zich zorgen maakt over een leerling.",
        vorm=Vorm.DOCENTENTRAINING,
        doelgroepen=(("docenten", "vo en mbo"),),
        themas=("snel-geld-en-ronselen", "wapens-en-geweld"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "«Er is niks.» Hoe gaat u dan verder? Een acteur speelt een leerling die "
                "dichtklapt, lacht of boos wordt. U mag het gesprek stilzetten en opnieuw beginnen."
            ),
            alinea(
                "Ook het gesprek met ouders komt langs. Wat vertelt u wel en wat nog niet? De "
                "groep blijft klein, zodat iedereen aan de beurt komt."
            ),
        ),
        doelen=(
            "Zij openen een gesprek zonder beschuldiging.",
            "Zij vragen door en verdragen een stilte.",
            "Zij ronden af met een afspraak die haalbaar is.",
        ),
        school_regelt=("twee lokalen naast elkaar", "vervanging voor de lessen van deelnemers"),
        wij_regelen=("een acteur", "een zakkaart met openingszinnen"),
        duur="een dagdeel (3,5 uur)",
        groepsgrootte="8 tot 12 deelnemers",
        wie_geeft="een trainer van Halt en een acteur",
        aanmelden="Stuur ons een mail met drie ochtenden waarop het kan. Wij bellen u om "
        "te horen wat er in uw team speelt.",
        dagen_oud=160,
    ),
    DemoTraining(
        slug="van-signaal-naar-melding",
        titel="Van signaal naar melding",
        samenvatting="Wie belt wie, en wanneer? In anderhalf uur tekent uw school een route die "
        "van conciërge tot directeur klopt.",
        vorm=Vorm.DOCENTENTRAINING,
        doelgroepen=(("docenten", "basisschool, vo en mbo"),),
        themas=("regels-en-recht", "wapens-en-geweld"),
        aanbieder=GEMEENTE,
        inhoud=(
            alinea(
                "Op veel scholen ligt een veiligheidsplan in de kast. Wij halen het eruit. Aan de "
                "hand van twee voorvallen loopt u de stappen na die erin staan."
            ),
            alinea(
                "Waar blijft het hangen, wie mist er een telefoonnummer? Aan het eind staat de "
                "route op één vel. Ook uw vaste mensen bij politie en gemeente staan daarop."
            ),
        ),
        doelen=(
            "Zij kennen de route van zorg naar melding.",
            "Zij weten wat zij mogen delen en met wie.",
            "Zij houden het veiligheidsplan van de school bij de tijd.",
        ),
        school_regelt=(
            "uw veiligheidsplan, geprint",
            "de veiligheidscoördinator en een directielid",
        ),
        wij_regelen=("twee voorvallen om na te lopen", "een groot vel voor de route"),
        duur="anderhalf uur",
        groepsgrootte="5 tot 15 deelnemers",
        wie_geeft="een adviseur veiligheid van de gemeente",
        aanmelden="Bel ons en vraag naar het schoolteam. Wij komen graag in een teamvergadering "
        "of op een studiedag.",
        dagen_oud=220,
    ),
    DemoTraining(
        slug="rustig-praten-over-middelen",
        titel="Rustig praten over vapen en drugs",
        samenvatting="Wat vraagt u aan een leerling die naar zoete damp ruikt? Een training over "
        "feiten, houding en duidelijke schoolregels.",
        vorm=Vorm.DOCENTENTRAINING,
        doelgroepen=(("docenten", "vo en mbo"),),
        themas=("middelen", "groepsdruk"),
        aanbieder=GGD,
        inhoud=(
            alinea(
                "Eerst de feiten: wat gebruiken jongeren, en hoe vaak echt? Meestal minder dan zij "
                "van elkaar denken. Dat inzicht alleen al helpt in de klas."
            ),
            alinea(
                "Daarna oefent u met een korte manier van vragen stellen. Tot slot legt het team "
                "de eigen regels ernaast. Zijn ze helder, en houdt iedereen zich eraan?"
            ),
        ),
        doelen=(
            "Zij kennen de middelen die jongeren nu tegenkomen.",
            "Zij blijven in gesprek zonder goed of af te keuren.",
            "Zij weten wanneer zij een leerling doorverwijzen.",
        ),
        school_regelt=("de schoolregels over roken, alcohol en drugs",),
        wij_regelen=("een koffer met voorbeelden", "een lijst met hulp in de stad"),
        duur="2,5 uur",
        groepsgrootte="10 tot 20 deelnemers",
        wie_geeft="een preventiemedewerker van de GGD",
        aanmelden="Kies samen met uw team een studiedag en mail ons die datum. Doe dat minstens "
        "zes weken vooraf.",
        dagen_oud=90,
    ),
)
