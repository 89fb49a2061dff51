"""What else there is around groep 8: own lessons, an outing and an evening for parents."""

from lesaanbod.models import Vorm

from .begrippen import EIGEN_KOERS, GEMEENTE, HALT, POLITIE
from .teksten import DemoBestand, DemoLes, DemoMateriaal, DemoOnderdeel, alinea, let_op

VERDER_GROEP_8: tuple[DemoLes, ...] = (
    DemoLes(
        slug="straatintimidatie",
        titel="Straatintimidatie: wat doe jij?",
        samenvatting="Vier lessen die u zelf geeft. Herkennen, voelen, reageren en elkaar helpen "
        "als iemand op straat wordt lastiggevallen.",
        vorm=Vorm.LESMATERIAAL,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–2")),
        themas=("groepsdruk", "regels-en-recht"),
        aanbieder=GEMEENTE,
        inhoud=(
            alinea(
                "Nafluiten, uitschelden, in de weg gaan staan: veel kinderen maken het mee of zien "
                "het gebeuren. Dit pakket helpt u het gesprek rustig te voeren."
            ),
            alinea(
                "Elke les heeft een korte film, een spel en een vraag voor thuis. U kunt de lessen "
                "over vier weken verdelen of er een themaweek van maken."
            ),
        ),
        doelen=(
            "Zij herkennen straatintimidatie, ook als het een grapje heet.",
            "Zij geven woorden aan wat het met iemand doet.",
            "Zij weten hoe zij veilig kunnen ingrijpen als zij erbij staan.",
        ),
        school_regelt=("vier lesuren met uw eigen klas", "een scherm voor de films"),
        wij_regelen=("iemand die met u meedenkt, als u ons belt",),
        materialen=(
            DemoMateriaal(
                titel="Lesbrief straatintimidatie",
                bestand=DemoBestand(
                    titel="Straatintimidatie: lesbrief",
                    naam="straatintimidatie-lesbrief.pdf",
                    alineas=(
                        (
                            "Les 1, herkennen. Lees vijf situaties voor. Leerlingen steken een "
                            "groene, oranje of rode kaart op en leggen uit waarom."
                        ),
                        (
                            "Les 2, voelen. Bekijk de film. Schrijf samen woorden op het bord voor "
                            "wat de hoofdpersoon voelt."
                        ),
                        (
                            "Les 3, reageren. Oefen in drietallen: wat zeg je, waar loop je heen, "
                            "wie bel je?"
                        ),
                        (
                            "Les 4, helpen. Bedenk vijf manieren om als omstander iets te doen "
                            "zonder zelf gevaar te lopen."
                        ),
                    ),
                ),
            ),
        ),
        onderdelen=(
            DemoOnderdeel(titel="Herkennen", tekst="Grapje of grens? De klas kiest.", duur=45),
            DemoOnderdeel(titel="Voelen", tekst="Wat doet het met je, ook later nog?", duur=45),
            DemoOnderdeel(
                titel="Reageren", tekst="Oefenen met stem, houding en weglopen.", duur=45
            ),
            DemoOnderdeel(titel="Helpen", tekst="Wat kun je doen als je erbij staat?", duur=45),
        ),
        dagen_oud=510,
    ),
    DemoLes(
        slug="digitale-speurders",
        titel="Digitale speurders",
        samenvatting="Drie speurlessen achter de computer. De klas lost een zaak op en kiest "
        "steeds: is dit slim, of mag het niet?",
        vorm=Vorm.LESMATERIAAL,
        doelgroepen=(("groep-8", ""),),
        themas=("online", "regels-en-recht"),
        aanbieder=POLITIE,
        inhoud=(
            alinea(
                "Er is ingebroken op de schoolsite van een verzonnen school. Leerlingen kraken "
                "codes, lezen sporen en ontdekken wie het was. Onderweg leren zij hoe pesten, "
                "hacken en kopiëren op internet werken."
            ),
            alinea(
                "U hoeft zelf geen computerkenner te zijn. Het draaiboek zegt per kwartier wat u "
                "doet. Kinderen die al veel kunnen, krijgen een extra opdracht."
            ),
        ),
        doelen=(
            "Zij maken een wachtwoord dat een ander niet raadt.",
            "Zij weten dat rondkijken in andermans account strafbaar is.",
            "Zij gebruiken hun talent met computers voor iets goeds.",
        ),
        school_regelt=(
            "één laptop per tweetal",
            "drie keer drie kwartier achter elkaar of verspreid",
        ),
        wij_regelen=("een klassencode, die u per mail krijgt",),
        materialen=(
            DemoMateriaal(
                titel="Startpagina van het spel", adres="https://digitale-speurders.example/"
            ),
        ),
        onderdelen=(
            DemoOnderdeel(titel="Het verdwenen rooster", tekst="Sporen lezen.", duur=45),
            DemoOnderdeel(titel="De valse afzender", tekst="Codes kraken.", duur=45),
            DemoOnderdeel(
                titel="De zaak gesloten", tekst="Wie was het, en hoe nu verder?", duur=45
            ),
        ),
        dagen_oud=150,
    ),
    DemoLes(
        slug="een-kijkje-in-het-werk",
        titel="Een kijkje in het werk",
        samenvatting="Een ochtend bij een bedrijf in de stad. Leerlingen praten met mensen die "
        "van hun droom hun beroep maakten.",
        vorm=Vorm.EXCURSIE,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–2")),
        themas=("dromen-en-toekomst",),
        aanbieder=EIGEN_KOERS,
        inhoud=(
            alinea(
                "Wat doet een dakdekker, een verpleegkundige of een geluidstechnicus de hele dag? "
                "In kleine groepjes lopen kinderen mee, stellen zij vragen en doen zij zelf iets."
            ),
            alinea(
                "Voor sommige leerlingen is het de eerste keer op een werkvloer. Zij horen ook "
                "welke omwegen iemand nam. Een droom hoeft niet in één keer te lukken."
            ),
            let_op("Dit uitstapje plannen wij per telefoon, samen met het bedrijf."),
        ),
        doelen=(
            "Zij kunnen over drie beroepen vertellen wat iemand doet.",
            "Zij stellen een volwassene een vraag die zij zelf bedachten.",
            "Zij ontdekken welk werk bij hen zou kunnen passen.",
        ),
        school_regelt=("de reis, op de fiets of met de bus", "één begeleider per tien kinderen"),
        wij_regelen=("een bedrijf in de buurt", "een kort voorgesprek in de klas"),
        kosten="gratis; de reis betaalt de school",
        onderdelen=(
            DemoOnderdeel(
                titel="Een kijkje in het werk",
                tekst="Rondlopen, vragen en meedoen in groepjes van vijf.",
                duur=150,
                rollen=(("rolmodel", 1),),
                op_school=False,
                plaats="bij een bedrijf in Utrecht",
            ),
        ),
        max_leerlingen=30,
        min_dagen_vooraf=42,
        dagen_oud=230,
    ),
    DemoLes(
        slug="ouderavond-groepsdruk",
        titel="Thuis praten over groepsdruk",
        samenvatting="Een avond voor ouders. Zij horen wat de klas leerde en helpen elkaar met "
        "lastige vragen.",
        vorm=Vorm.OUDERBIJEENKOMST,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–3")),
        themas=("groepsdruk", "snel-geld-en-ronselen", "online"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "Waar komt die nieuwe jas vandaan? Met wie app je zo laat nog? Ouders willen het "
                "vragen zonder dat het een verhoor wordt. Deze avond oefenen zij dat met elkaar."
            ),
            alinea(
                "De gasten vertellen kort wat jongeren tegenkomen. De meeste tijd is voor "
                "gesprekken aan kleine tafels. Koffie, thee en een tolk erbij mag altijd."
            ),
        ),
        doelen=(
            "Zij weten wat hun kind in de les heeft gedaan.",
            "Zij merken eerder dat een kind onder druk staat.",
            "Zij kennen mensen in de wijk die met hen meedenken.",
        ),
        school_regelt=("een zaal met kleine tafels", "de uitnodiging aan ouders", "koffie en thee"),
        wij_regelen=("gesprekskaarten in vier talen", "een gastheer of gastvrouw uit de wijk"),
        onderdelen=(
            DemoOnderdeel(
                titel="Thuis praten over groepsdruk",
                tekst="Een kort verhaal, kleine tafels en vragen die u morgen kunt stellen.",
                duur=90,
                rollen=(("halt-medewerker", 1), ("jongerenwerker", 1)),
            ),
        ),
        max_leerlingen=80,
        min_dagen_vooraf=28,
        dagen_oud=120,
    ),
)
