"""Lessons for (v)mbo, where pupils are called studenten."""

from lesaanbod.models import Vorm

from .begrippen import EIGEN_KOERS, HALT, JONGERENWERK, POLITIE
from .teksten import DemoLes, DemoOnderdeel, alinea

LESSEN_MBO: tuple[DemoLes, ...] = (
    DemoLes(
        slug="geldezel-ik-niet",
        titel="Geldezel? Ik niet",
        samenvatting="«Mag ik even je pas lenen?» Studenten herkennen de truc en weten wat zij "
        "doen als het al is gebeurd.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("mbo", "leerjaar 1–3"),),
        themas=("snel-geld-en-ronselen", "online"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "De les volgt één betaling van minuut tot minuut. Wie heeft het geld, wie is het "
                "kwijt en wiens naam staat erop? Na die laatste vraag wordt het meestal stil."
            ),
            alinea(
                "Studenten bekijken echte advertenties uit hun eigen apps. Per tweetal zoeken zij "
                "drie signalen dat het niet klopt. Ook schaamte komt aan bod, want die houdt "
                "mensen tegen om hulp te vragen."
            ),
        ),
        doelen=(
            "Zij herkennen een verzoek om hun rekening te gebruiken.",
            "Zij weten wat een jarenlange melding bij de bank betekent.",
            "Zij kunnen binnen een uur de juiste stappen zetten als het misgaat.",
        ),
        school_regelt=("internet voor de studenten", "een begeleider die na de les bereikbaar is"),
        wij_regelen=("advertenties en een stappenkaart", "uitleg voor ouders, als u die wilt"),
        onderdelen=(
            DemoOnderdeel(
                titel="Geldezel? Ik niet",
                tekst="Eén betaling onder het vergrootglas, en een plan voor als het misgaat.",
                duur=60,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        max_leerlingen=28,
        dagen_oud=8,
    ),
    DemoLes(
        slug="te-mooi-om-waar-te-zijn",
        titel="Te mooi om waar te zijn",
        samenvatting="Nepwinkels, valse berichten en gehackte accounts. Studenten kruipen in het "
        "hoofd van een oplichter en worden zo lastiger te foppen.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("vo", "klas 4–6"), ("mbo", "leerjaar 1–4")),
        themas=("online", "regels-en-recht"),
        aanbieder=HALT,
        inhoud=(
            alinea(
                "In teams bouwen studenten op papier een nepwinkel. Welke foto kies je, welke "
                "prijs, welke haast? Daarna prikt een ander team hem door."
            ),
            alinea(
                "Wie weet hoe het werkt, trapt er minder snel in. Wie er zelf aan meedoet, hoort "
                "wat erop staat. Slachtoffers vinden een rij adressen waar zij terechtkunnen."
            ),
        ),
        doelen=(
            "Zij controleren een winkel in vier stappen.",
            "Zij beveiligen hun accounts met twee sloten.",
            "Zij weten dat meehelpen aan fraude een misdrijf is.",
        ),
        school_regelt=("flappen en stiften", "genoeg plek voor vijf teams"),
        wij_regelen=("bouwpakketten voor de nepwinkels",),
        onderdelen=(
            DemoOnderdeel(
                titel="Te mooi om waar te zijn",
                tekst="Een nepwinkel bouwen, doorprikken en je eigen accounts op slot zetten.",
                duur=60,
                rollen=(("halt-medewerker", 1),),
            ),
        ),
        dagen_oud=110,
    ),
    DemoLes(
        slug="nee-zeggen-op-je-werk",
        titel="Nee zeggen op je werk",
        samenvatting="Op stage of bij een bijbaan vraagt iemand iets wat niet klopt. Wat zeg je, "
        "en bij wie kun je terecht? Oefenen per beroep.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("mbo", "leerjaar 2–4"),),
        themas=("snel-geld-en-ronselen", "dromen-en-toekomst"),
        aanbieder=POLITIE,
        inhoud=(
            alinea(
                "Een magazijn, een garage, een balie: elk vak heeft een eigen verleiding. Wij "
                "kiezen vooraf met u situaties die bij de opleiding passen."
            ),
            alinea(
                "Studenten spelen het gesprek met een collega die aandringt. De "
                "ervaringsdeskundige vertelt hoe klein het begon. De wijkagent laat zien wat je "
                "kunt doen zonder meteen iemand aan te geven."
            ),
        ),
        doelen=(
            "Zij zien welke risico’s bij hun vak horen.",
            "Zij blijven bij hun nee, ook tegenover een oudere collega.",
            "Zij weten wat een stagebegeleider voor hen kan doen.",
        ),
        school_regelt=("een voorgesprek over de opleiding", "een lokaal zonder vaste tafelrijen"),
        wij_regelen=("situaties op maat", "een gespreksleider"),
        onderdelen=(
            DemoOnderdeel(
                titel="Nee zeggen op je werk",
                tekst="Een rollenspel uit het eigen vak en een verhaal uit de praktijk.",
                duur=90,
                rollen=(("wijkagent", 1), ("ervaringsdeskundige", 1)),
            ),
        ),
        max_leerlingen=26,
        min_dagen_vooraf=21,
        dagen_oud=83,
    ),
    DemoLes(
        slug="eerlijk-over-geld",
        titel="Eerlijk over geld",
        samenvatting="Drie lessen over lenen, laten zien en rondkomen. Twee gasten van rond de "
        "twintig vertellen gewoon wat het hun kostte.",
        vorm=Vorm.LESSENSERIE,
        doelgroepen=(("mbo", "leerjaar 1–2"), ("vo", "klas 4–5")),
        themas=("snel-geld-en-ronselen", "groepsdruk"),
        aanbieder=JONGERENWERK,
        inhoud=(
            alinea(
                "Nieuwe schoenen, een rondje in de kroeg, achteraf betalen. Over geld praten "
                "jongeren niet graag, behalve als een ander begint. Dat doen onze gasten."
            ),
            alinea(
                "Studenten houden een week bij waar hun geld blijft, alleen voor zichzelf. Zij "
                "merken hoe geldnood en foute aanbiedingen elkaar opzoeken."
            ),
        ),
        doelen=(
            "Zij weten hoe veel zij in een maand uitgeven.",
            "Zij zien het verband tussen schulden en foute klussen.",
            "Zij vragen op tijd hulp bij geldzorgen.",
        ),
        school_regelt=("drie lesuren, liefst om de week", "contact met uw loopbaancoach"),
        wij_regelen=("een geldboekje per student",),
        onderdelen=(
            DemoOnderdeel(
                titel="Wat ik uitgeef",
                tekst="Schatten, tellen en schrikken, met humor.",
                duur=50,
                rollen=(("gastdocent", 2),),
            ),
            DemoOnderdeel(
                titel="Wat ik laat zien",
                tekst="Over merken, erbij horen en doen alsof.",
                duur=50,
                rollen=(("gastdocent", 2),),
            ),
            DemoOnderdeel(
                titel="Wat ik wil",
                tekst="Een spaardoel, een plan en een maatje dat eraan herinnert.",
                duur=50,
                rollen=(("gastdocent", 2),),
            ),
        ),
        max_leerlingen=30,
        min_dagen_tussen=5,
        dagen_oud=170,
    ),
    DemoLes(
        slug="jouw-verhaal-jouw-richting",
        titel="Jouw verhaal, jouw richting",
        samenvatting="Iemand die vastliep en weer opkrabbelde, gaat met de klas in gesprek. Over "
        "keuzes, tweede kansen en mensen die in je bleven geloven.",
        vorm=Vorm.GASTLES,
        doelgroepen=(("mbo", "leerjaar 1–4"), ("vo", "klas 4")),
        themas=("dromen-en-toekomst", "snel-geld-en-ronselen"),
        aanbieder=EIGEN_KOERS,
        inhoud=(
            alinea(
                "Geen heldenverhaal en geen preek. De gast laat zien welke afslagen er waren. En "
                "wie er toen wel of niet stond."
            ),
            alinea(
                "Studenten tekenen daarna hun eigen weg, met bochten en al. Zij kiezen één afslag "
                "waar zij nu voor staan. Delen mag, bewaren voor jezelf ook."
            ),
        ),
        doelen=(
            "Zij zien dat een fout niet het einde is.",
            "Zij benoemen wie hen verder kan helpen.",
            "Zij zetten één stap op papier voor de komende maand.",
        ),
        school_regelt=(
            "een vertrouwde docent in het lokaal",
            "vooraf een telefoontje over de groep",
        ),
        wij_regelen=("tekenvellen", "een nagesprek met u als docent"),
        onderdelen=(
            DemoOnderdeel(
                titel="Jouw verhaal, jouw richting",
                tekst="Een open gesprek en een tekening van je eigen weg.",
                duur=75,
                rollen=(("ervaringsdeskundige", 1),),
            ),
        ),
        max_leerlingen=24,
        dagen_oud=140,
    ),
)
