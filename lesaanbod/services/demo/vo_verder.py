"""What else there is for secondary school: sport, an event and own lessons."""

from lesaanbod.models import Vorm

from .begrippen import JONGERENWERK, POLITIE, RECHT_EN_JIJ
from .teksten import DemoBestand, DemoLes, DemoMateriaal, DemoOnderdeel, alinea

VERDER_VO: tuple[DemoLes, ...] = (
    DemoLes(
        slug="sterk-op-het-veld",
        titel="Sterk op het veld",
        samenvatting="Vier sportlessen over winnen, verliezen en kalm blijven. Op het veld oefen "
        "je wat je op straat nodig hebt.",
        vorm=Vorm.LESSENSERIE,
        doelgroepen=(("vo", "klas 1–3"),),
        themas=("groepsdruk", "wapens-en-geweld", "dromen-en-toekomst"),
        aanbieder=JONGERENWERK,
        inhoud=(
            alinea(
                "Een scheidsrechter fluit expres fout. Een team krijgt een speler minder. Wat doe "
                "je met die boosheid? Door te bewegen leren jongeren het sneller dan aan een tafel."
            ),
            alinea(
                "Iedere les sluit af op de bank, met één vraag en een flesje water. Past goed bij "
                "praktijkonderwijs en vmbo. Sporttalent is nergens voor nodig."
            ),
        ),
        doelen=(
            "Zij voelen aan hun lijf dat zij boos worden.",
            "Zij kiezen zelf wanneer zij even afstand nemen.",
            "Zij geven een ander een compliment dat klopt.",
        ),
        school_regelt=("een gymzaal of veld", "de docent lichamelijke opvoeding doet mee"),
        wij_regelen=("hesjes, ballen en een fluit",),
        onderdelen=(
            DemoOnderdeel(
                titel="Warmdraaien",
                tekst="Wat is jouw stijl als het spannend wordt?",
                duur=60,
                rollen=(("jongerenwerker", 1), ("rolmodel", 1)),
            ),
            DemoOnderdeel(
                titel="Tegenslag",
                tekst="Oneerlijke regels en toch doorspelen.",
                duur=60,
                rollen=(("jongerenwerker", 1),),
            ),
            DemoOnderdeel(
                titel="Samenspel",
                tekst="Zonder woorden een doelpunt maken.",
                duur=60,
                rollen=(("jongerenwerker", 1),),
            ),
            DemoOnderdeel(
                titel="De finale",
                tekst="Een toernooi waarin sportief gedrag dubbel telt.",
                duur=60,
                rollen=(("jongerenwerker", 1), ("rolmodel", 1)),
            ),
        ),
        max_leerlingen=24,
        dagen_oud=130,
    ),
    DemoLes(
        slug="de-koffer-op-slot",
        titel="De koffer op slot",
        samenvatting="Groepjes kraken een koffer vol raadsels over internet. Wie te snel klikt, "
        "raakt tijd kwijt. Met een nagesprek dat blijft hangen.",
        vorm=Vorm.EVENEMENT,
        doelgroepen=(("vo", "klas 1–4"), ("mbo", "leerjaar 1–2")),
        themas=("online", "regels-en-recht"),
        aanbieder=POLITIE,
        inhoud=(
            alinea(
                "Een jongen van vijftien legde een webwinkel plat. Voor de lol, dacht hij. In de "
                "koffer zitten zijn telefoon, zijn notities en een slot met vier cijfers."
            ),
            alinea(
                "Na drie kwartier gaat de koffer open, of niet. Dan volgt het nagesprek: wie had "
                "er schade, en was dat vooraf te zien?"
            ),
        ),
        doelen=(
            "Zij ontdekken dat ook een daad op afstand iemand raakt.",
            "Zij weten welke digitale grappen strafbaar zijn.",
            "Zij werken samen onder tijdsdruk.",
        ),
        school_regelt=("vijf losse tafels, een eind uit elkaar", "een stopcontact bij elke tafel"),
        wij_regelen=("vijf koffers en een klok", "de uitslag van de quiz achteraf"),
        onderdelen=(
            DemoOnderdeel(
                titel="De koffer op slot",
                tekst="Puzzelen in groepjes van zes en daarna samen terugkijken.",
                duur=100,
                rollen=(("wijkagent", 1), ("gastdocent", 1)),
            ),
        ),
        max_leerlingen=30,
        min_dagen_vooraf=28,
        dagen_oud=38,
    ),
    DemoLes(
        slug="praatkaart-wapens",
        titel="Praatkaart: een mes op zak",
        samenvatting="Eén dubbele kaart om zelf het gesprek te beginnen. Met een korte quiz, drie "
        "werkvormen en een rustig einde.",
        vorm=Vorm.LESMATERIAAL,
        doelgroepen=(("vo", "klas 1–4"), ("mbo", "leerjaar 1–2")),
        themas=("wapens-en-geweld", "regels-en-recht"),
        aanbieder=RECHT_EN_JIJ,
        inhoud=(
            alinea(
                "Soms komt het onderwerp vanzelf ter sprake, bijvoorbeeld na een bericht in de "
                "krant. Met deze kaart hebt u binnen vijf minuten een les in handen."
            ),
            alinea(
                "Begin met de quiz, kies daarna één werkvorm. Op de achterkant staat hoe u "
                "afrondt. Daar leest u ook waar u op let als leerlingen stil worden."
            ),
        ),
        doelen=(
            "Zij weten wat de wet een wapen noemt.",
            "Zij praten over onveiligheid zonder namen te noemen.",
            "Zij bedenken drie dingen die wél helpen.",
        ),
        school_regelt=("een lesuur op een rustig moment in de week",),
        wij_regelen=("de kaart, gratis te downloaden",),
        materialen=(
            DemoMateriaal(
                titel="Praatkaart om af te drukken",
                bestand=DemoBestand(
                    titel="Praatkaart: een mes op zak",
                    naam="praatkaart-mes-op-zak.pdf",
                    alineas=(
                        (
                            "Quiz. Waar of niet waar? Bijna iedereen heeft een mes bij zich. Met "
                            "een mes ben je veiliger. Ook een zakmes kan verboden zijn."
                        ),
                        "Antwoorden: niet waar, niet waar, waar.",
                        (
                            "Werkvorm 1. Schrijf anoniem op een briefje wanneer jij je veilig "
                            "voelt. Lees een paar briefjes voor."
                        ),
                        "Werkvorm 2. Maak een tijdlijn van een ruzie. Waar kon iemand nog stoppen?",
                        "Werkvorm 3. Schrijf een bericht aan een vriend die een mes meeneemt.",
                        "Afronden. Noem de mensen op school bij wie je binnen kunt lopen.",
                    ),
                ),
            ),
        ),
        onderdelen=(
            DemoOnderdeel(titel="Praatkaart", tekst="Quiz, werkvorm, afronding.", duur=50),
        ),
        dagen_oud=400,
    ),
)
