"""Kapot Sterk: the series the site is named after."""

from lesaanbod.models import Vorm

from .begrippen import GEMEENTE
from .teksten import DemoBestand, DemoLes, DemoMateriaal, DemoOnderdeel, alinea, kop, let_op

HANDLEIDING = DemoBestand(
    titel="Kapot Sterk: handleiding voor de leerkracht",
    naam="kapot-sterk-handleiding.pdf",
    alineas=(
        (
            "Vijf lessen, vijf gasten en één klas. Met deze handleiding bereidt u zich in tien "
            "minuten voor."
        ),
        (
            "Vooraf: vertel de klas dat er gasten komen en dat er geen domme vragen bestaan. Zet "
            "bij les 1 en les 3 de tafels opzij. Dan is er ruimte voor een rollenspel."
        ),
        (
            "Tijdens de les: u blijft erbij en houdt de groep in de gaten. De gast leidt het "
            "gesprek. Merkt u dat een leerling het moeilijk heeft? Geef dan een teken; wij "
            "pauzeren."
        ),
        (
            "Na de les: laat iedereen één zin in het werkboek schrijven. Vraag een dag later hoe "
            "het was. Zo ziet u wie er nog over napraat."
        ),
        "Na les 5: hang de eerste stappen van de klas op. Kijk er na een maand samen naar terug.",
    ),
)

BRIEF = DemoBestand(
    titel="Kapot Sterk: voorbeeldbrief voor ouders",
    naam="kapot-sterk-brief-aan-ouders.docx",
    alineas=(
        "Beste ouders en verzorgers,",
        (
            "Onze klas doet dit schooljaar mee met Kapot Sterk. Dat zijn vijf lessen van een uur. "
            "Uw kind leert nee zeggen tegen groepsdruk en denkt na over de eigen toekomst."
        ),
        (
            "Bij elke les komt een andere gast. Eerst een jongerenwerker, een wijkagent en een "
            "medewerker van Halt. Daarna een officier van justitie en een rolmodel uit de stad."
        ),
        "Praat er thuis gerust over door. Een goede eerste vraag is: wat zou jij doen?",
        "Wilt u iets vragen of vertellen? Loop dan even binnen of bel de school.",
        "Met vriendelijke groet,",
        "[naam van de leerkracht]",
    ),
)

KAPOT_STERK = DemoLes(
    slug="kapot-sterk",
    titel="Kapot Sterk",
    samenvatting="Vijf lessen over groepsdruk, snel geld en dromen. In elke les komt iemand "
    "anders in de klas. De lessen bouwen op elkaar voort.",
    vorm=Vorm.LESSENSERIE,
    doelgroepen=(("groep-8", ""),),
    themas=(
        "groepsdruk",
        "snel-geld-en-ronselen",
        "regels-en-recht",
        "dromen-en-toekomst",
    ),
    aanbieder=GEMEENTE,
    inhoud=(
        kop("Vijf gezichten, één verhaal"),
        alinea(
            "Een agent zonder haast, een jongerenwerker met geduld, een officier die eerlijk "
            "antwoord geeft. Kinderen kennen hen vaak alleen van de straat of van het nieuws. In "
            "Kapot Sterk zitten zij gewoon bij u in de kring."
        ),
        alinea(
            "De klas speelt situaties na en kijkt korte films. Wat zou jij doen, en wat maakt dat "
            "lastig? Ieder kind schrijft mee in een eigen werkboek. Na de laatste les gaat dat "
            "boek mee naar huis."
        ),
        alinea(
            "De laatste les kijkt vooruit. Leerlingen vertellen wat zij later willen. Dat kan in "
            "de klas, of op een bijzondere plek in de stad."
        ),
        let_op("De volgorde ligt vast: elke les gebruikt wat in de vorige is geleerd."),
    ),
    doelen=(
        "Zij herkennen hoe iemand hen probeert over te halen.",
        "Zij weten wat strafbaar is en wat de gevolgen zijn.",
        "Zij durven nee te zeggen, ook als de groep ja zegt.",
        "Zij kennen een agent en een jongerenwerker uit de buurt.",
        "Zij weten wat zij willen en wat hun eerste stap is.",
    ),
    school_regelt=(
        "een lokaal met digibord en geluid",
        "een leerkracht die er alle vijf de lessen bij blijft",
        "iemand die onze gast bij de deur ontvangt",
        "de brief aan de ouders (u krijgt een voorbeeld)",
    ),
    wij_regelen=(
        "een werkboek voor elke leerling",
        "films en kaarten voor het rollenspel",
        "vijf gasten die op elkaar zijn ingespeeld",
    ),
    materialen=(
        DemoMateriaal(titel="Handleiding voor de leerkracht", bestand=HANDLEIDING),
        DemoMateriaal(titel="Voorbeeldbrief voor ouders", bestand=BRIEF),
    ),
    onderdelen=(
        DemoOnderdeel(
            titel="De groep en ik",
            tekst="Hoe doe je mee, en wanneer niet? De klas oefent met groepsdruk in een "
            "rollenspel.",
            duur=60,
            rollen=(("jongerenwerker", 1),),
        ),
        DemoOnderdeel(
            titel="Wat gebeurt er in mijn buurt?",
            tekst="Wat is strafbaar en hoe komt het dichtbij? Leerlingen stellen hun eigen vragen.",
            duur=60,
            rollen=(("wijkagent", 1),),
        ),
        DemoOnderdeel(
            titel="Snel geld, lange rekening",
            tekst="Een pakje wegbrengen of je pinpas uitlenen: wat kost dat later?",
            duur=60,
            rollen=(("halt-medewerker", 1),),
        ),
        DemoOnderdeel(
            titel="Wie beslist er?",
            tekst="De klas kijkt mee naar een zaak en weegt wat eerlijk is.",
            duur=60,
            rollen=(("officier-van-justitie", 1),),
        ),
        DemoOnderdeel(
            titel="Dromen en doen",
            tekst="Wat wil jij worden, en wat is de eerste stap? Afsluiting met de ouders, als u "
            "dat wilt.",
            duur=60,
            rollen=(("rolmodel", 1),),
            op_school=False,
        ),
    ),
    max_leerlingen=32,
    min_dagen_tussen=7,
    min_dagen_vooraf=21,
    dagen_oud=420,
    uitgelicht=True,
)
