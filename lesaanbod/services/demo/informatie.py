"""The pages of plain information, and the words on the home page and the list."""

from .teksten import DemoPagina, alinea, kop, let_op, lijst

SITENAAM = "Kapot Sterk & lesaanbod"
HOME_TITEL = "Gratis lessen die uw klas sterker maken"
HOME_INLEIDING = (
    "Een wijkagent, een jongerenwerker of een rolmodel in uw klas. Leerlingen leren nee zeggen "
    "tegen snel geld, groepsdruk en ronselen."
)
LESAANBOD_TITEL = "Lesaanbod"
LESAANBOD_INLEIDING = (
    "Zoek een les voor uw klas. Alle lessen zijn gratis, tenzij er iets anders staat."
)

INFORMATIE: tuple[DemoPagina, ...] = (
    DemoPagina(
        slug="over-de-aanpak",
        titel="Wie komen er in de klas?",
        in_menu=True,
        inhoud=(
            alinea(
                "Mensen die het werk doen waar de les over gaat. Wij noemen hen hoofdrolspelers. "
                "Zij zijn voorbereid, komen op tijd en nemen hun materiaal mee."
            ),
            kop("De hoofdrolspelers"),
            lijst(
                "<b>Jongerenwerker</b>: kent de jongeren van de straat en het buurthuis.",
                "<b>Wijkagent</b>: werkt in de buurt van uw school.",
                "<b>HALT-medewerker</b>: helpt jongeren om een fout weer goed te maken.",
                "<b>Officier van justitie</b>: besluit of een zaak naar de rechter gaat.",
                "<b>Rolmodel</b>: groeide op in de stad en koos een eigen weg.",
                "<b>Ervaringsdeskundige</b>: maakte verkeerde keuzes en vertelt daar eerlijk over.",
                "<b>Rechtenstudent, gastdocent of preventiemedewerker</b>: leidt een les over het "
                "eigen vak.",
            ),
            kop("Waarom deze lessen?"),
            alinea(
                "Jongeren krijgen soms de vraag om snel iets te verdienen. Dat begint vaak klein. "
                "Wie de trucs kent en mensen om zich heen heeft, zegt makkelijker nee. Daarom gaat "
                "het bij ons ook over dromen, en niet alleen over regels."
            ),
            kop("Zo werken wij samen"),
            alinea(
                "U kent uw klas, onze gast kent het onderwerp. Daarom blijft u bij de les. Merkt u "
                "dat een leerling geraakt is? Dan bespreken wij na afloop wat past."
            ),
            alinea(
                "Op deze site ziet u rollen, geen namen. Een naam hoort u pas als de les "
                "vaststaat. De gast moet dat goed vinden."
            ),
        ),
    ),
    DemoPagina(
        slug="zorgen-over-een-leerling",
        titel="Zorgen over een leerling",
        in_menu=True,
        inhoud=(
            let_op(
                "Via deze site kunt u geen melding doen. Schrijf ook geen namen van leerlingen in "
                "een lesaanvraag."
            ),
            alinea("Maakt u zich zorgen? Wacht dan niet op een les. Kies de weg die past."),
            kop("Er is nu gevaar"),
            alinea('Bel <a href="tel:112">112</a>.'),
            kop("Er is geen haast, maar wel politie nodig"),
            alinea(
                'Bel de politie op <a href="tel:09008844">0900-8844</a>. Vraag naar de wijkagent '
                "van uw school."
            ),
            kop("U weet iets en wilt niet bekend worden"),
            alinea(
                'Bel Meld Misdaad Anoniem op <a href="tel:08007000">0800-7000</a>. Dat is gratis. '
                "Niemand hoort wie er belde."
            ),
            kop("U twijfelt over wat u ziet"),
            alinea(
                "Praat met de veiligheidscoördinator of het zorgteam van uw school. Zij kennen de "
                "leerling en de afspraken. Zij kunnen ook met anderen overleggen."
            ),
            alinea(
                "Wilt u leren signalen te herkennen? Bekijk dan <a "
                'href="/lesaanbod/?niveau=docenten">de trainingen voor docenten</a>.'
            ),
        ),
    ),
    DemoPagina(
        slug="contact",
        titel="Contact",
        inhoud=(
            alinea(
                "Hebt u een vraag over een les, een aanvraag of een datum? Wij denken graag mee."
            ),
            kop("Bellen"),
            alinea(
                'Bel <a href="tel:14030">14 030</a>, maandag tot en met vrijdag van 8.30 tot 17.30 '
                "uur."
            ),
            kop("Mailen"),
            alinea(
                "Mail naar <a "
                'href="mailto:lesaanbod@kapotsterk.example">lesaanbod@kapotsterk.example</a>. Noem '
                "de naam van uw school. Schrijf geen gegevens van leerlingen op."
            ),
            kop("De les is vandaag en er is iets"),
            alinea("Bel dan altijd. Een mail lezen wij misschien te laat."),
            kop("U wilt iets melden over een leerling"),
            alinea(
                'Dat kan niet via ons. Op de pagina <a href="/zorgen-over-een-leerling/">Zorgen '
                "over een leerling</a> staat wie u wel helpt."
            ),
        ),
    ),
    DemoPagina(
        slug="privacy",
        titel="Privacy",
        inhoud=(
            let_op(
                "Dit is een voorbeeldtekst. De gemeente vult aan wie verantwoordelijk is en hoe "
                "lang zij gegevens bewaart."
            ),
            alinea("Wij vragen zo min mogelijk. Alleen wat nodig is om een les te regelen."),
            kop("Wat wij van u bewaren"),
            lijst(
                "uw naam, e-mailadres en telefoonnummer",
                "de school waar u werkt",
                "de lessen die u aanvraagt, met dag, tijd en aantal leerlingen",
                "wat er met een aanvraag is gebeurd, en wanneer",
            ),
            kop("Wat wij niet bewaren"),
            alinea(
                "Namen van leerlingen en hun gezondheid horen hier niet. Schrijf ze ook niet in "
                "een opmerking. U krijgt geen wachtwoord: inloggen gaat met een code per mail."
            ),
            kop("Wie uw gegevens ziet"),
            alinea(
                "De coördinator van de gemeente ziet uw aanvraag. De gast ziet wat nodig is om de "
                "school en u te vinden. Wij verkopen niets en delen niets met reclamemakers."
            ),
            kop("Cookies"),
            alinea(
                "Lessen bekijken kan zonder cookies. Logt u in of doet u een aanvraag? Dan "
                "gebruikt de site een cookie die daarvoor nodig is. Volgen doen wij u niet."
            ),
            kop("Uw rechten"),
            alinea(
                "U mag uw gegevens inzien, laten verbeteren of laten wissen. Bel of mail ons "
                "daarvoor. Bent u het niet eens met wat wij doen? U kunt een klacht indienen bij "
                "de Autoriteit Persoonsgegevens."
            ),
        ),
    ),
    DemoPagina(
        slug="toegankelijkheid",
        titel="Toegankelijkheid",
        inhoud=(
            alinea(
                "Iedereen moet deze site kunnen gebruiken. Ook met een toetsenbord, een "
                "schermlezer, vergrote letters of een oude telefoon."
            ),
            let_op(
                "Deze site is nog niet door een onafhankelijk bureau onderzocht. Daarom noemen wij "
                "nog geen status."
            ),
            kop("Wat wij al doen"),
            alinea(
                "Wij bouwen volgens de regels van WCAG, niveau AA. Een programma zoekt bij elke "
                "wijziging naar fouten. Zo’n programma vindt niet alles. Een onderzoek door mensen "
                "moet nog komen."
            ),
            kop("Loopt u ergens tegenaan?"),
            alinea(
                'Vertel het ons, dan zoeken wij een oplossing. Bel <a href="tel:14030">14 030</a> '
                "of mail naar <a "
                'href="mailto:lesaanbod@kapotsterk.example">lesaanbod@kapotsterk.example</a>. Wij '
                "regelen een les ook graag met u aan de telefoon."
            ),
        ),
    ),
)
