"""Guest lessons for groep 8, most of them also for the first years of secondary school."""

from lesaanbod.models import Vorm

from .begrippen import EIGEN_KOERS, HALT, POLITIE
from .teksten import DemoLes, DemoOnderdeel, alinea, let_op

GASTLESSEN_GROEP_8: tuple[DemoLes, ...] = (
    DemoLes(
        slug="samen-tegen-druk",
        titel="Samen tegen druk",
        samenvatting="De klas maakt eigen afspraken tegen groepsdruk, met rollenspel en gesprek. "
        "Een rolmodel uit de stad vertelt hoe het hem of haar verging.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("groep-8", ""),),
        themas=("groepsdruk", "dromen-en-toekomst"),
        aanbieder=EIGEN_KOERS,
        inhoud=(
            alinea(
                "Wie bepaalt er eigenlijk op het plein? De jongerenwerker legt drie situaties voor "
                "die elk kind herkent. Groepjes spelen ze uit en proberen een ander einde."
            ),
            alinea(
                "Daarna vertelt het rolmodel over een moment waarop meedoen makkelijker leek. "
                "Samen schrijft de klas vijf afspraken op een poster. Die blijft bij u hangen."
            ),
        ),
        doelen=(
            "Zij merken wanneer meedoen niet meer leuk is.",
            "Zij kennen drie manieren om uit een vervelende situatie te stappen.",
            "Zij spreken met elkaar af hoe zij iemand steunen die nee zegt.",
        ),
        school_regelt=(
            "een ruimte waar de stoelen in een kring kunnen",
            "de eigen leerkracht, die de afspraken later terughaalt",
        ),
        wij_regelen=("situatiekaarten", "een grote poster en stiften"),
        onderdelen=(
            DemoOnderdeel(
                titel="Samen tegen druk",
                tekst="Drie situaties van het schoolplein, een eerlijk verhaal en een eigen "
                "poster.",
                duur=60,
                rollen=(("jongerenwerker", 1), ("rolmodel", 1)),
            ),
        ),
        max_leerlingen=30,
        dagen_oud=3,
    ),
    DemoLes(
        slug="invloed-van-de-groep",
        titel="Invloed van de groep",
        samenvatting="Leerlingen merken in een proef wat een groep met hen doet. Zij oefenen hoe "
        "je nee zegt zonder ruzie te krijgen.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–2")),
        themas=("groepsdruk", "regels-en-recht"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "De les begint met een kleine proef: durf jij als enige te blijven zitten? Daarna "
                "praat de klas over wat er net gebeurde, en waarom."
            ),
            alinea(
                "Met voorbeelden uit de praktijk oefenen tweetallen een uitweg. Een grapje, een "
                "smoes of gewoon weglopen: alles mag. De HALT-medewerker legt uit wat een "
                "strafblad doet met een studie of baantje."
            ),
        ),
        doelen=(
            "Zij kunnen vertellen hoe een groep hun keuze verandert.",
            "Zij hebben een eigen zin klaar om nee te zeggen.",
            "Zij weten wat een strafblad later in de weg kan staan.",
        ),
        school_regelt=(
            "een digibord",
            "tafels die opzij mogen",
            "een docent of leerkracht in de les",
        ),
        wij_regelen=("de proef en de oefenkaarten",),
        onderdelen=(
            DemoOnderdeel(
                titel="Invloed van de groep",
                tekst="Een proef, een gesprek en oefenen in tweetallen.",
                duur=50,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        dagen_oud=300,
    ),
    DemoLes(
        slug="veilig-online",
        titel="Veilig online",
        samenvatting="Wanneer gaat een grap te ver? Over delen, dreigen en buitensluiten in de "
        "groepsapp. En wat je als klas kunt doen.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–2")),
        themas=("online", "groepsdruk"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "De klas ziet vier berichten die echt verstuurd zijn. Leerlingen leggen "
                "ze op een lijn van «leuk» naar «strafbaar». Over één bericht ontstaat altijd een "
                "goed gesprek."
            ),
            alinea(
                "De HALT-medewerker vertelt wat de wet ervan vindt. De jongerenwerker helpt met de "
                "volgende vraag: hoe maak je het weer goed?"
            ),
        ),
        doelen=(
            "Zij zien het verschil tussen plagen, pesten en een misdrijf.",
            "Zij weten bij wie zij terechtkunnen als iets online misgaat.",
            "Zij maken een afspraak over de groepsapp van de klas.",
        ),
        school_regelt=("een digibord met internet", "rust in de les: telefoons blijven in de tas"),
        wij_regelen=("de berichten op grote kaarten", "een hulpkaart voor iedere leerling"),
        onderdelen=(
            DemoOnderdeel(
                titel="Veilig online",
                tekst="Vier echte berichten, één lijn over de vloer en een afspraak voor de app.",
                duur=50,
                rollen=(("halt-medewerker", 1), ("jongerenwerker", 1)),
            ),
        ),
        dagen_oud=190,
    ),
    DemoLes(
        slug="over-de-grens",
        titel="Over de grens, en dan?",
        samenvatting="Leerlingen luisteren naar verhalen van jongeren die iets deden wat niet "
        "mocht. Wat ging eraan vooraf, en wie had er last van?",
        vorm=Vorm.GASTLES,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–2")),
        themas=("regels-en-recht", "groepsdruk"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "In korte geluidsfragmenten hoort de klas Sem, Noor en Ilyas. De een pakte iets "
                "uit een winkel, de ander gooide een ruit in. De namen zijn verzonnen, de verhalen "
                "lijken op het echte leven."
            ),
            alinea(
                "Bij elk fragment kiezen leerlingen een kant: die van de dader, het slachtoffer of "
                "een vriend die erbij stond. Zo ontdekken zij hoe veel mensen één daad raakt."
            ),
        ),
        doelen=(
            "Zij kunnen vijf dingen noemen die strafbaar zijn.",
            "Zij verplaatsen zich in iemand die schade heeft.",
            "Zij bedenken bij elk verhaal een betere afloop.",
        ),
        school_regelt=(
            "geluid dat achter in de klas goed te horen is",
            "uw aanwezigheid als leerkracht",
        ),
        wij_regelen=("de fragmenten", "kijkwijzers voor groepjes van vier"),
        onderdelen=(
            DemoOnderdeel(
                titel="Over de grens, en dan?",
                tekst="Drie verhalen om naar te luisteren en steeds een andere kant om te kiezen.",
                duur=45,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        dagen_oud=260,
    ),
    DemoLes(
        slug="veilig-oud-en-nieuw",
        titel="Veilig oud en nieuw",
        samenvatting="Een quiz over vuurwerk, overlast en durven. Leerlingen kiezen zelf hoe hun "
        "oudjaarsavond leuk blijft, ook voor de buren.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("groep-8", ""), ("vo", "klas 1–2")),
        themas=("regels-en-recht", "groepsdruk"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "Wat mag wel, wat mag niet, en vanaf welke leeftijd? De klas speelt een quiz in "
                "teams. Wie fout gokt, leert vaak het meest."
            ),
            alinea(
                "Met foto’s van straten in de stad zoeken leerlingen waar het mis kan gaan. Zij "
                "bedenken wat zij zeggen als een vriend een strijker uit zijn zak haalt."
            ),
            let_op("Deze les geven wij in november en december. Vraag hem op tijd aan."),
        ),
        doelen=(
            "Zij kennen de regels voor vuurwerk.",
            "Zij zien welke schade vuurwerk kan geven aan mens en dier.",
            "Zij weten wat zij doen als vrienden te ver gaan.",
        ),
        school_regelt=("een lokaal waar zes teams kunnen zitten", "een digibord voor de quiz"),
        wij_regelen=("de quiz en de foto’s", "een kleine prijs voor het winnende team"),
        onderdelen=(
            DemoOnderdeel(
                titel="Veilig oud en nieuw",
                tekst="Een quiz in teams, een fotopuzzel en een gesprek over durven.",
                duur=60,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        dagen_oud=45,
    ),
    DemoLes(
        slug="de-wijkagent-komt",
        titel="De wijkagent komt langs",
        samenvatting="Leerlingen tekenen hun eigen buurt en stellen alles wat zij willen vragen. "
        "Zo leren zij de agent kennen voordat er iets is.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("groep-8", ""),),
        themas=("regels-en-recht", "snel-geld-en-ronselen"),
        aanbieder=POLITIE,
        inhoud=(
            alinea(
                "Waar speel je graag en waar loop je liever om? Elk groepje maakt een kaart van de "
                "buurt. De wijkagent herkent de plekken en vertelt wat daar gebeurt."
            ),
            alinea(
                "Daarna gaat de vragendoos open. Mag je blijven staan als de politie roept? Wat "
                "doe je als een oudere jongen vraagt iets te bewaren? Iedere vraag krijgt antwoord."
            ),
        ),
        doelen=(
            "Zij weten hoe hun wijkagent heet en wat die doet.",
            "Zij kunnen zeggen wat zij doen als iemand hun iets laat bewaren.",
            "Zij durven een agent aan te spreken.",
        ),
        school_regelt=(
            "een doos met vragen, vooraf door de klas gevuld",
            "vellen papier en kleurpotloden",
        ),
        wij_regelen=("een grote kaart van de wijk",),
        onderdelen=(
            DemoOnderdeel(
                titel="De wijkagent komt langs",
                tekst="Een kaart van de buurt, een doos vol vragen en een agent met tijd.",
                duur=45,
                rollen=(("wijkagent", 1),),
            ),
        ),
        max_leerlingen=30,
        dagen_oud=75,
    ),
)
