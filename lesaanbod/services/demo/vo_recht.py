"""Lessons on law and justice, most of them for secondary school and mbo alike."""

from lesaanbod.models import Vorm

from .begrippen import OM, RECHT_EN_JIJ, RECHTBANK
from .teksten import DemoBestand, DemoLes, DemoMateriaal, DemoOnderdeel, alinea, let_op

RECHT_VO: tuple[DemoLes, ...] = (
    DemoLes(
        slug="eerlijk-of-niet",
        titel="Eerlijk of niet?",
        samenvatting="Twee rechtenstudenten leggen lastige gevallen voor. De klas stemt, ruziet "
        "netjes en ontdekt wat een wet eigenlijk doet.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 1–3"),),
        themas=("regels-en-recht",),
        aanbieder=RECHT_EN_JIJ,
        inhoud=(
            alinea(
                "Mag je liegen om een vriend te helpen? Is een straf voor iedereen even zwaar? De "
                "studenten zijn zelf pas van school en kennen de twijfel van dichtbij."
            ),
            alinea(
                "De ene helft van de klas verdedigt, de andere helft klaagt aan. Na tien minuten "
                "wisselen zij van plek. Dat is even slikken, en juist leerzaam."
            ),
        ),
        doelen=(
            "Zij onderbouwen een mening met een reden.",
            "Zij kunnen een kant verdedigen die niet de hunne is.",
            "Zij weten wat een rechter, een advocaat en een officier doen.",
        ),
        school_regelt=("tafels in twee rijen tegenover elkaar",),
        wij_regelen=("zes gevallen op papier", "een hamer, voor de sfeer"),
        onderdelen=(
            DemoOnderdeel(
                titel="Eerlijk of niet?",
                tekst="Stemmen, verdedigen en van kant wisselen.",
                duur=50,
                rollen=(("rechtenstudent", 2),),
            ),
        ),
        dagen_oud=28,
    ),
    DemoLes(
        slug="een-officier-voor-de-klas",
        titel="Een officier voor de klas",
        samenvatting="Hoe kies je een straf die klopt? Een officier van justitie neemt een zaak "
        "mee en laat de klas meebeslissen.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 4–6"),),
        themas=("regels-en-recht", "dromen-en-toekomst"),
        aanbieder=OM,
        inhoud=(
            alinea(
                "De zaak is echt geweest, de namen zijn veranderd. Leerlingen krijgen het dossier "
                "in drie stukken. Bij elk nieuw stuk blijkt hun oordeel te schuiven."
            ),
            alinea(
                "Aan het eind vertelt de officier wat de rechter besloot. Er is tijd voor vragen "
                "over het vak: van de studie tot een slapeloze nacht."
            ),
        ),
        doelen=(
            "Zij wegen belangen van dader, slachtoffer en samenleving.",
            "Zij leggen uit waarom een straf per zaak verschilt.",
            "Zij krijgen een eerlijk beeld van werken in het recht.",
        ),
        school_regelt=(
            "een blokuur of twee lessen na elkaar",
            "iemand die de gast bij de ingang ophaalt",
        ),
        wij_regelen=("dossiers voor acht groepjes",),
        onderdelen=(
            DemoOnderdeel(
                titel="Een officier voor de klas",
                tekst="Een dossier in drie stukken en steeds de vraag: wat nu?",
                duur=80,
                rollen=(("officier-van-justitie", 1),),
            ),
        ),
        min_dagen_vooraf=28,
        dagen_oud=210,
    ),
    DemoLes(
        slug="wie-grijpt-in",
        titel="Wie grijpt in?",
        samenvatting="Drie lessen over recht, onrecht en je eigen rol. In de laatste les komt een "
        "officier van justitie.",
        vorm=Vorm.LESSENSERIE,
        doelgroepen=(("vo", "klas 2–5"), ("mbo", "leerjaar 1–2")),
        themas=("regels-en-recht", "groepsdruk"),
        aanbieder=OM,
        inhoud=(
            alinea(
                "Je ziet iets gebeuren wat niet klopt. Wie is dan aan zet: jij, de school, de "
                "politie of de rechter? Steeds dezelfde vraag, elke les een stap verder."
            ),
            alinea(
                "Twee studenten leiden de serie. Zij schelen weinig jaren met de klas en spreken "
                "gewone taal. De officier sluit aan met een zaak waar de klas al over nadacht."
            ),
        ),
        doelen=(
            "Zij leggen uit waarom niemand boven de wet staat.",
            "Zij bedenken wat zij zelf kunnen doen als iets misgaat.",
            "Zij luisteren naar een mening die botst met de hunne.",
            "Zij stellen een officier van justitie hun eigen vraag.",
        ),
        school_regelt=("drie lesuren met een week ertussen", "stellingen op uw digibord"),
        wij_regelen=("twee vaste studenten voor de hele serie", "een opdracht tussen de lessen"),
        materialen=(
            DemoMateriaal(
                titel="Opdracht tussen de lessen",
                bestand=DemoBestand(
                    titel="Wie grijpt in? Opdracht tussen de lessen",
                    naam="wie-grijpt-in-opdracht.pdf",
                    alineas=(
                        (
                            "Na les 1: schrijf op wie er vandaag voor jou een regel maakte. Wie "
                            "controleerde die regel?"
                        ),
                        (
                            "Na les 2: kies een bericht uit het nieuws. Wie greep er in, en wie "
                            "had dat ook kunnen doen?"
                        ),
                        "Voor les 3: bedenk één vraag aan de officier van justitie. Neem hem mee.",
                    ),
                ),
            ),
        ),
        onderdelen=(
            DemoOnderdeel(
                titel="Wat is recht?",
                tekst="De klas maakt in twintig minuten eigen wetten, en loopt er meteen op vast.",
                duur=50,
                rollen=(("rechtenstudent", 2),),
            ),
            DemoOnderdeel(
                titel="Kijken of ingrijpen?",
                tekst="Vier korte scènes. Wie had er iets moeten doen, en wanneer?",
                duur=50,
                rollen=(("rechtenstudent", 2),),
            ),
            DemoOnderdeel(
                titel="De officier aan tafel",
                tekst="De klas bespreekt een zaak met degene die er de straf voor vroeg.",
                duur=50,
                rollen=(("officier-van-justitie", 1), ("rechtenstudent", 2)),
            ),
        ),
        min_dagen_vooraf=28,
        dagen_oud=280,
    ),
    DemoLes(
        slug="een-ochtend-in-de-rechtbank",
        titel="Een ochtend in de rechtbank",
        samenvatting="De klas ziet vanaf de tribune een echte zaak, van begin tot eind. Een gids "
        "legt uit wie wie is.",
        vorm=Vorm.EXCURSIE,
        doelgroepen=(("vo", "klas 3–6"), ("mbo", "leerjaar 1–3")),
        themas=("regels-en-recht",),
        aanbieder=RECHTBANK,
        inhoud=(
            alinea(
                "Een rechtszaal is stiller dan op televisie. Leerlingen zien hoe een rechter "
                "doorvraagt en hoe een verdachte antwoordt. Vooraf raden zij welke straf er volgt."
            ),
            alinea(
                "Wees er een half uur eerder in verband met de controle bij de ingang. Een zitting "
                "kan op de dag zelf vervallen. Dan bedenken wij samen een ander moment."
            ),
            let_op("Ieder neemt een geldig identiteitsbewijs mee. Bel ons om een dag te kiezen."),
        ),
        doelen=(
            "Zij kunnen de mensen in een rechtszaal aanwijzen en hun taak noemen.",
            "Zij begrijpen waarom een zitting openbaar is.",
            "Zij vergelijken hun eigen oordeel met dat van de rechter.",
        ),
        school_regelt=(
            "vervoer naar de rechtbank",
            "een docent die meegaat",
            "een lijst met vragen",
        ),
        wij_regelen=("een gids", "gereserveerde plaatsen op de tribune"),
        kosten="gratis; het vervoer is voor de school",
        onderdelen=(
            DemoOnderdeel(
                titel="Een ochtend in de rechtbank",
                tekst="Een uitleg, een zitting en een nagesprek op de gang.",
                duur=90,
                op_school=False,
                plaats="rechtbank in Utrecht",
            ),
        ),
        max_leerlingen=20,
        min_dagen_vooraf=42,
        dagen_oud=360,
    ),
    DemoLes(
        slug="de-rechtsstaat-ben-jij",
        titel="De rechtsstaat, dat ben jij",
        samenvatting="Een actieve les over rechten, plichten en meedoen. Studenten richten een "
        "land in en merken waarom je macht moet verdelen.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("mbo", "leerjaar 1–2"), ("vo", "klas 3–5")),
        themas=("regels-en-recht",),
        aanbieder=RECHT_EN_JIJ,
        inhoud=(
            alinea(
                "Een leeg eiland, dertig bewoners en nog geen enkele regel. Groepen kiezen wie "
                "beslist, wie controleert en wie mag straffen. Binnen een kwartier is er ruzie."
            ),
            alinea(
                "De gastdocent trekt de lijn naar Nederland. Halverwege is er een pauze van tien "
                "minuten. De les past bij burgerschap."
            ),
        ),
        doelen=(
            "Zij leggen uit waarom in een rechtsstaat niemand alle macht heeft.",
            "Zij noemen drie rechten die zij vandaag al gebruikten.",
            "Zij weten hoe zij iets kunnen veranderen in school of buurt.",
        ),
        school_regelt=("anderhalf uur aaneengesloten", "minstens tien deelnemers"),
        wij_regelen=("het eilandspel",),
        onderdelen=(
            DemoOnderdeel(
                titel="De rechtsstaat, dat ben jij",
                tekst="Een eiland inrichten, botsen en samen beter verdelen.",
                duur=90,
                rollen=(("gastdocent", 1),),
            ),
        ),
        dagen_oud=450,
    ),
)
