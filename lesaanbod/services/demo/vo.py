"""Guest lessons for secondary school."""

from lesaanbod.models import Vorm

from .begrippen import GGD, HALT, POLITIE
from .teksten import DemoLes, DemoOnderdeel, alinea, let_op

GASTLESSEN_VO: tuple[DemoLes, ...] = (
    DemoLes(
        slug="de-prijs-van-snel-geld",
        titel="De prijs van snel geld",
        samenvatting="Een pakje wegbrengen lijkt makkelijk. De klas ontdekt hoe je erin rolt, en "
        "waar de uitgang zit.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 3–4"),),
        themas=("snel-geld-en-ronselen", "regels-en-recht"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "Er wordt op de deur geklopt. Een vreemde geeft een pakje af voor iemand in de "
                "klas. Neem je het aan? Zo begint de les, en iedereen doet meteen mee."
            ),
            alinea(
                "Daarna rekent de klas met echte bedragen. Wat levert één rit op? En wat kost hij "
                "later aan boetes en gemiste kansen? De rekensom is snel gemaakt."
            ),
        ),
        doelen=(
            "Zij herkennen de lokzinnen van ronselaars.",
            "Zij kunnen uitrekenen wat snel geld echt kost.",
            "Zij weten hoe zij stoppen en wie daarbij helpt.",
        ),
        school_regelt=("een klaslokaal met een deur die dicht kan", "een docent die het spel kent"),
        wij_regelen=("het pakje", "rekenkaarten voor groepjes van drie"),
        onderdelen=(
            DemoOnderdeel(
                titel="De prijs van snel geld",
                tekst="Een pakje aan de deur en een eerlijke rekensom.",
                duur=50,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        dagen_oud=340,
    ),
    DemoLes(
        slug="zo-is-een-foto-gedeeld",
        titel="Zo is een foto gedeeld",
        samenvatting="Over verliefd zijn, vertrouwen en beelden doorsturen. Zonder wijzende "
        "vinger, met duidelijke regels en hulp dichtbij.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 1–3"),),
        themas=("online", "regels-en-recht"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "De klas volgt het verhaal van Lisa en Daan, van eerste bericht tot spijt. Op vier "
                "momenten staat het verhaal stil. Wat zou een goede vriend nu zeggen?"
            ),
            alinea(
                "Niemand hoeft iets over zichzelf te vertellen. De gast blijft na de les nog een "
                "kwartier. Zo kan iemand ook onder vier ogen iets vragen."
            ),
        ),
        doelen=(
            "Zij weten dat doorsturen zonder toestemming verboden is.",
            "Zij kunnen een ander vragen te stoppen met delen.",
            "Zij weten waar zij hulp vinden om een beeld te laten verwijderen.",
        ),
        school_regelt=(
            "een stille plek voor een gesprek na de les",
            "de naam van uw vertrouwenspersoon, voor op het bord",
        ),
        wij_regelen=("het verhaal in vier delen", "kaartjes met adressen voor hulp"),
        onderdelen=(
            DemoOnderdeel(
                titel="Zo is een foto gedeeld",
                tekst="Een verhaal dat vier keer stilstaat. De klas kiest hoe het verdergaat.",
                duur=50,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        dagen_oud=65,
    ),
    DemoLes(
        slug="liever-zonder-wapen",
        titel="Liever zonder wapen",
        samenvatting="Waarom zou iemand een mes meenemen? Een gesprek over angst en stoer doen, "
        "met iemand die het zelf meemaakte.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 2–4"),),
        themas=("wapens-en-geweld", "groepsdruk"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "De meeste jongeren hebben nooit een wapen bij zich. Toch denken velen dat anderen "
                "het wél doen. Met stellingen legt de klas dat beeld naast de cijfers."
            ),
            alinea(
                "De ervaringsdeskundige vertelt rustig wat één avond met een leven deed. Er komen "
                "geen heftige beelden langs. Daarna zoekt de klas wat wel een veilig gevoel geeft."
            ),
            let_op(
                "Is er net iets gebeurd op school of in de buurt? Bel ons; wij passen de les aan."
            ),
        ),
        doelen=(
            "Zij kennen de regels over wapens, ook die voor zakmessen.",
            "Zij begrijpen waarom een wapen onveiliger maakt.",
            "Zij weten aan wie zij het zeggen als zij zich zorgen maken.",
        ),
        school_regelt=(
            "een mentor die de klas goed kent",
            "nazorg op school, bijvoorbeeld door uw zorgteam",
        ),
        wij_regelen=("een voorgesprek van een kwartier", "stellingen voor op het bord"),
        onderdelen=(
            DemoOnderdeel(
                titel="Liever zonder wapen",
                tekst="Stellingen, een persoonlijk verhaal en een gesprek over je veilig voelen.",
                duur=80,
                rollen=(("halt-medewerker", 1), ("ervaringsdeskundige", 1)),
            ),
        ),
        max_leerlingen=28,
        min_dagen_vooraf=21,
        dagen_oud=95,
    ),
    DemoLes(
        slug="ronselen-herken-je",
        titel="Ronselen herken je zo",
        samenvatting="Hoe vraagt iemand je voor een foute klus? Leerlingen zien de trucs, oefenen "
        "een antwoord en weten wie er achter hen staat.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 2–4"), ("mbo", "leerjaar 1")),
        themas=("snel-geld-en-ronselen", "online", "middelen"),
        aanbieder=POLITIE,
        inhoud=(
            alinea(
                "Een ronselaar zoekt geen slechterik. Hij zoekt iemand met schulden, haast of "
                "honger naar respect. De klas speelt een bordspel waarin elke gunst iets "
                "terugvraagt."
            ),
            alinea(
                "De wijkagent laat zien wat er van zo’n belofte overblijft. De gastdocent oefent "
                "met korte zinnen die werken, ook in een app."
            ),
        ),
        doelen=(
            "Zij herkennen hoe een kleine gunst groter wordt.",
            "Zij weten hoe drugshandel een gewone straat raakt.",
            "Zij kunnen een verzoek afslaan en hulp inschakelen.",
        ),
        school_regelt=("een dubbel lesuur", "zes tafels voor het bordspel"),
        wij_regelen=("zes spellen en een spelleider", "een kaartje met hulplijnen"),
        onderdelen=(
            DemoOnderdeel(
                titel="Ronselen herken je zo",
                tekst="Een bordspel over gunsten, en oefenen met een kort en duidelijk nee.",
                duur=100,
                rollen=(("wijkagent", 1), ("gastdocent", 1)),
            ),
        ),
        dagen_oud=54,
    ),
    DemoLes(
        slug="vapen-wat-weet-jij",
        titel="Vapen: wat weet jij ervan?",
        samenvatting="Proefjes, feiten en een eerlijk gesprek over vapen. Zodat wachten stoerder "
        "voelt dan meedoen.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 1–2"),),
        themas=("middelen", "groepsdruk"),
        aanbieder=GGD,
        inhoud=(
            alinea(
                "Wat zit er in zo’n kleurig apparaatje? Leerlingen ruiken, raden en lezen het "
                "etiket. Dan blijkt hoe slim de smaakjes zijn bedacht."
            ),
            alinea(
                "Wie al vapet, wordt niet op de vingers getikt. De preventiemedewerker vertelt hoe "
                "stoppen lukt en wat er dan met je lijf gebeurt."
            ),
        ),
        doelen=(
            "Zij weten wat nicotine doet met een jong brein.",
            "Zij doorzien reclame die op hen is gericht.",
            "Zij kennen een plek waar je hulp krijgt bij stoppen.",
        ),
        school_regelt=("een lokaal dat goed kan luchten",),
        wij_regelen=("de proefjes", "een folder voor thuis"),
        onderdelen=(
            DemoOnderdeel(
                titel="Vapen: wat weet jij ervan?",
                tekst="Ruiken, raden en praten, zonder preek.",
                duur=50,
                rollen=(("preventiemedewerker", 1),),
            ),
        ),
        dagen_oud=20,
    ),
)
