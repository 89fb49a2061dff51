"""News, projects and the leerlijn of the demo site."""

from .teksten import DemoNieuws, DemoPagina, alinea, kop, let_op, lijst

NIEUWS_TITEL = "Nieuws"
NIEUWS_INLEIDING = "Wat er verandert in het lesaanbod, en wat scholen ermee doen."
LEERLIJN_TITEL = "De leerlijn van groep 8 tot mbo"
LEERLIJN_INLEIDING = (
    "Eén les is een goed begin. Sterker worden kost meer tijd. Per thema ziet u hier welke les "
    "wanneer past."
)

NIEUWS: tuple[DemoNieuws, ...] = (
    DemoNieuws(
        slug="scholen-gezocht-voor-de-jongerenrechtbank",
        titel="Scholen gezocht voor de jongerenrechtbank",
        samenvatting="Drie vo-scholen proberen dit jaar een rechtbank van leerlingen uit. Er is "
        "nog plaats voor twee scholen.",
        dagen_oud=4,
        inhoud=(
            alinea(
                "Leerlingen die iets goedmaken bij leerlingen: daar draait deze proef om. De "
                "eerste school is in oktober begonnen."
            ),
            alinea(
                "Wilt u meedoen? Lees dan eerst <a href="
                '"/projecten/jongerenrechtbank/">hoe de jongerenrechtbank werkt</a>. Bel ons '
                "daarna, dan plannen wij een gesprek met uw team."
            ),
        ),
    ),
    DemoNieuws(
        slug="spel-over-drugscriminaliteit-klaar-voor-gebruik",
        titel="Spel over drugscriminaliteit klaar voor gebruik",
        samenvatting="Met een nieuw spel leren volwassenen zien wat er in hun straat niet klopt. "
        "Scholen lenen het gratis.",
        dagen_oud=16,
        inhoud=(
            alinea(
                "Een busje dat elke nacht laadt, een huis met afgeplakte ramen. Wat betekent dat, "
                "en wie vertelt u het?"
            ),
            alinea(
                "Het spel is bedoeld voor teams en ouders. Op de pagina <a href="
                '"/projecten/zie-jij-het/">Zie jij het?</a> leest u hoe u het leent.'
            ),
        ),
    ),
    DemoNieuws(
        slug="nieuwe-trainingen-voor-mentoren",
        titel="Nieuwe trainingen voor mentoren",
        samenvatting="Mentoren oefenen in kleine groepen met lastige gesprekken. Meld u aan met "
        "een collega.",
        dagen_oud=33,
        inhoud=(
            alinea(
                "Een leerling heeft ineens dure kleding en zwijgt daarover. Hoe begint u dan, "
                "zonder meteen te oordelen?"
            ),
            alinea(
                'In <a href="/lesaanbod/?vorm=docententraining">onze trainingen</a> oefent u dat '
                "met een acteur. U krijgt zinnen mee die de volgende dag al werken."
            ),
        ),
    ),
)

PROJECTEN: tuple[DemoPagina, ...] = (
    DemoPagina(
        slug="projecten",
        titel="Projecten",
        in_menu=True,
        inhoud=(
            alinea("Soms proberen wij iets nieuws uit, samen met een paar scholen."),
            kop("Nu bezig"),
            lijst(
                '<a href="/projecten/jongerenrechtbank/">De jongerenrechtbank</a>: leerlingen '
                "zoeken samen een eerlijke oplossing.",
                '<a href="/projecten/zie-jij-het/">Zie jij het?</a>: een spel over drugs en '
                "misdaad in de eigen straat.",
            ),
        ),
    ),
    DemoPagina(
        slug="jongerenrechtbank",
        titel="De jongerenrechtbank",
        ouder="projecten",
        inhoud=(
            let_op("Dit is een proef. Na de zomer besluiten wij of het project doorgaat."),
            alinea(
                "Heeft een leerling op school iets fout gedaan? Dan kijken opgeleide leerlingen "
                "mee naar wat helpt. Zij straffen niet, zij zoeken herstel."
            ),
            kop("Zo gaat een zitting"),
            lijst(
                "De school kiest een geval dat klein genoeg is, zoals een vernield fietsenhok.",
                "Wie het deed en wie er last van had, vertellen allebei hun verhaal.",
                "Drie leerlingen stellen vragen en doen een voorstel.",
                "Iedereen tekent pas als het voorstel eerlijk voelt.",
            ),
            kop("Wat vragen wij van de school?"),
            lijst(
                "één docent met twee uur per week",
                "acht leerlingen uit klas 3 of hoger",
                "een rustige ruimte waar niemand binnenloopt",
            ),
            kop("Wat blijft buiten de deur?"),
            alinea(
                "Geweld, wapens en handel horen bij de politie. Daarover beslist deze rechtbank "
                "nooit. Meedoen is vrijwillig en stoppen mag op elk moment."
            ),
        ),
    ),
    DemoPagina(
        slug="zie-jij-het",
        titel="Zie jij het?",
        ouder="projecten",
        inhoud=(
            alinea(
                "Aan tafel ligt een plattegrond van een gewone wijk. Op de kaarten staat wat "
                "bewoners zien en ruiken. Welke drie dingen samen zijn verdacht?"
            ),
            kop("Voor wie is het?"),
            alinea(
                "Voor ouders, schoolteams en buurtbewoners, vier tot zes aan een tafel. Een ronde "
                "duurt drie kwartier."
            ),
            kop("Wat leert men ervan?"),
            lijst(
                "dat één signaal meestal niets betekent",
                "waarom iemand een garage of schuur aan vreemden verhuurt",
                "bij wie men een vermoeden kwijt kan, ook zonder naam",
            ),
            kop("Zo leent u het spel"),
            alinea(
                'Mail naar <a href="mailto:lesaanbod@kapotsterk.example">lesaanbod@kapotsterk.'
                "example</a>. Schrijf erbij hoeveel tafels u verwacht. Wij brengen de dozen langs."
            ),
        ),
    ),
)
