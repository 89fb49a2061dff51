"""The pages of the site: home, the lesaanbod with its lessons and trainings, information."""

from enum import StrEnum
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple, Select

from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from lesaanbod.blocks import TekstBlock


class Vorm(StrEnum):
    """The form of an offer; only some can be booked."""

    GASTLES = "gastles"
    LESSENSERIE = "lessenserie"
    LESMATERIAAL = "lesmateriaal"
    EXCURSIE = "excursie"
    OUDERBIJEENKOMST = "ouderbijeenkomst"
    DOCENTENTRAINING = "docententraining"
    EVENEMENT = "evenement"

    @property
    def label(self) -> str:
        """The word a visitor reads."""
        return self.value.capitalize()


BOEKBARE_VORMEN = frozenset({Vorm.GASTLES, Vorm.LESSENSERIE, Vorm.OUDERBIJEENKOMST, Vorm.EVENEMENT})


def format_groep(vorm: str, hoogstens: int) -> str:
    """Return how large a group may be, in words."""
    match vorm:
        case Vorm.OUDERBIJEENKOMST:
            return f"hooguit {hoogstens} ouders"
        case Vorm.EVENEMENT:
            return f"hooguit {hoogstens} leerlingen"
        case _:
            return f"één klas, hooguit {hoogstens} leerlingen"


def format_doelgroep(niveau: str, leerjaren: str) -> str:
    """Return a level with its years, as «VO klas 3»."""
    return f"{niveau} {leerjaren}".strip()


class HomePage(Page):
    """The front door."""

    inleiding = models.TextField(
        "inleiding",
        max_length=250,
        help_text="Eén of twee zinnen onder de grote kop. Hooguit 250 tekens.",
    )

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "lesaanbod.LesaanbodPage",
        "lesaanbod.LeerlijnPage",
        "lesaanbod.NieuwsOverzichtPage",
        "lesaanbod.InformatiePage",
    ]
    max_count = 1
    template = "lesaanbod/home.html"
    page_description = "De voorpagina van de site."
    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("inleiding")]

    class Meta:
        verbose_name = "homepage"


class LesaanbodPage(Page):
    """The list of everything a school can choose."""

    inleiding = models.TextField(
        "inleiding", max_length=250, help_text="Eén of twee zinnen boven de lijst."
    )

    parent_page_types: ClassVar[list[str]] = ["lesaanbod.HomePage"]
    subpage_types: ClassVar[list[str]] = ["lesaanbod.LesPage", "lesaanbod.TrainingPage"]
    max_count = 1
    template = "lesaanbod/lesaanbod.html"
    page_description = "De lijst met alle lessen en trainingen."
    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("inleiding")]

    class Meta:
        verbose_name = "lesaanbod"


class AanbodPage(Page):
    """What lessons and trainings share; one table, so that one list can hold and filter both."""

    samenvatting = models.CharField(
        "samenvatting",
        max_length=160,
        help_text="Eén of twee zinnen. Een docent leest dit in de lijst en beslist dan. "
        "Tot 140 tekens leest prettig; hooguit 160.",
    )
    vorm = models.CharField(
        "vorm",
        max_length=20,
        choices=[(vorm.value, vorm.label) for vorm in Vorm],
        help_text="Gastles, lessenserie, ouderbijeenkomst en evenement kan een school aanvragen. "
        "Bij de andere vormen staat op de pagina hoe een school eraan komt.",
    )
    themas = ParentalManyToManyField(
        "lesaanbod.Thema",
        verbose_name="thema's",
        related_name="aanbod",
        help_text="Waar gaat het over? Hiermee vindt een docent dit in het filter en de leerlijn.",
    )
    aanbieder = models.ForeignKey(
        "lesaanbod.Aanbieder",
        verbose_name="aanbieder",
        on_delete=models.PROTECT,
        related_name="aanbod",
        help_text="Welke organisatie geeft dit of maakte dit?",
    )
    inhoud = StreamField(
        TekstBlock(),
        verbose_name="wat gebeurt er",
        blank=True,
        help_text="Vertel wat de klas doet. Korte alinea’s; een kop mag.",
    )
    doelen = StreamField(
        [("doel", CharBlock(label="doel", max_length=160))],
        verbose_name="wat leren zij",
        blank=True,
        help_text="Eén doel per regel. Begin met «Zij …».",
    )
    school_regelt = StreamField(
        [("punt", CharBlock(label="punt", max_length=160))],
        verbose_name="dit regelt de school",
        blank=True,
        help_text="Eén ding per regel, zoals «een lokaal met een scherm».",
    )
    wij_regelen = StreamField(
        [("punt", CharBlock(label="punt", max_length=160))],
        verbose_name="dit nemen wij mee",
        blank=True,
        help_text="Eén ding per regel, zoals «werkbladen voor iedereen».",
    )
    kosten = models.CharField(
        "kosten",
        max_length=120,
        default="gratis",
        help_text="Schrijf «gratis», of het bedrag en waarvoor.",
    )
    uitgelicht = models.BooleanField(
        "uitgelicht",
        default=False,
        help_text="Deze les krijgt een brede kaart vooraan in de lijst.",
    )

    is_creatable = False
    parent_page_types: ClassVar[list[str]] = ["lesaanbod.LesaanbodPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "aanbod"
        verbose_name_plural = "aanbod"


class LesPage(AanbodPage):
    """A lesson, series or other offer for pupils or parents."""

    max_leerlingen = models.PositiveSmallIntegerField(
        "hoogste aantal leerlingen",
        default=32,
        validators=[MinValueValidator(1), MaxValueValidator(500)],
        help_text="Zo groot mag een klas of groep zijn.",
    )
    min_dagen_tussen = models.PositiveSmallIntegerField(
        "dagen tussen twee lessen",
        default=7,
        help_text="Zo veel dagen zitten er minstens tussen twee lessen van een serie.",
    )
    min_dagen_vooraf = models.PositiveSmallIntegerField(
        "dagen vooraf aanvragen",
        default=14,
        help_text="Een gewenst moment ligt minstens zo veel dagen na de aanvraag.",
    )

    template = "lesaanbod/les.html"
    page_description = "Een les, lessenserie, excursie of lesmateriaal voor leerlingen of ouders."

    class Meta:
        verbose_name = "les"
        verbose_name_plural = "lessen"

    @property
    def is_boekbaar(self) -> bool:
        """Whether a school can ask for this through the site."""
        return Vorm(self.vorm) in BOEKBARE_VORMEN

    @property
    def groep(self) -> str:
        """How large the group may be, in words."""
        return format_groep(self.vorm, self.max_leerlingen)


class TrainingPage(AanbodPage):
    """A training for the staff of a school."""

    duur = models.CharField(
        "duur", max_length=60, help_text="In woorden, zoals «2 uur» of «een middag»."
    )
    groepsgrootte = models.CharField(
        "groepsgrootte", max_length=60, help_text="In woorden, zoals «8 tot 20 mensen»."
    )
    wie_geeft = models.CharField(
        "wie geeft de training", max_length=120, help_text="De functie of organisatie, geen naam."
    )
    aanmelden = models.TextField(
        "zo meldt u zich aan",
        max_length=300,
        help_text="Noem het mailadres en wat er in de mail moet staan. Een adres wordt een link.",
    )

    template = "lesaanbod/training.html"
    page_description = "Een training voor docenten en ander personeel van een school."

    class Meta:
        verbose_name = "docententraining"
        verbose_name_plural = "docententrainingen"


class Doelgroep(Orderable):
    """A level an offer suits, with the years of it."""

    aanbod = ParentalKey(
        "lesaanbod.AanbodPage", on_delete=models.CASCADE, related_name="doelgroepen"
    )
    niveau = models.ForeignKey(
        "lesaanbod.Niveau",
        verbose_name="niveau",
        on_delete=models.PROTECT,
        related_name="doelgroepen",
        help_text="Voor welk niveau? Voeg voor elk niveau een doelgroep toe.",
    )
    leerjaren = models.CharField(
        "leerjaren", max_length=30, blank=True, help_text="Bijvoorbeeld «klas 1–2»."
    )

    panels: ClassVar[list] = [
        FieldPanel("niveau", widget=Select),
        FieldPanel("leerjaren"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "doelgroep"
        verbose_name_plural = "doelgroepen"

    def __str__(self) -> str:
        return format_doelgroep(self.niveau.korte_naam, self.leerjaren)


class Materiaal(Orderable):
    """Something to download or open before the lesson."""

    aanbod = ParentalKey(
        "lesaanbod.AanbodPage", on_delete=models.CASCADE, related_name="materialen"
    )
    titel = models.CharField(
        "titel", max_length=80, help_text="Wat is het? Dit wordt de tekst van de link."
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name="bestand",
        help_text="Een bestand om te downloaden, of hieronder een webadres.",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    adres = models.URLField(
        "of een webadres", blank=True, help_text="Als het materiaal op een andere site staat."
    )

    panels: ClassVar[list] = [FieldPanel("titel"), FieldPanel("document"), FieldPanel("adres")]

    class Meta(Orderable.Meta):
        verbose_name = "materiaal"
        verbose_name_plural = "materialen"

    def __str__(self) -> str:
        return self.titel


class InformatiePage(Page):
    """Plain information: over de aanpak, privacy, toegankelijkheid."""

    inhoud = StreamField(
        TekstBlock(), verbose_name="inhoud", blank=True, help_text="De tekst van de pagina."
    )

    parent_page_types: ClassVar[list[str]] = ["lesaanbod.HomePage", "lesaanbod.InformatiePage"]
    subpage_types: ClassVar[list[str]] = ["lesaanbod.InformatiePage"]
    template = "lesaanbod/informatie.html"
    page_description = "Een gewone pagina met tekst, zoals privacy of over de aanpak."
    content_panels: ClassVar[list] = [*Page.content_panels, FieldPanel("inhoud")]

    class Meta:
        verbose_name = "informatiepagina"
        verbose_name_plural = "informatiepagina's"


AANBOD_PANELS: list = [
    *Page.content_panels,
    FieldPanel("samenvatting"),
    FieldPanel("vorm"),
    InlinePanel("doelgroepen", label="doelgroep", heading="Voor wie", min_num=1),
    FieldPanel("themas", widget=CheckboxSelectMultiple),
    FieldPanel("doelen"),
    FieldPanel("inhoud"),
]
AANBOD_SLOT: list = [
    MultiFieldPanel(
        [FieldPanel("school_regelt"), FieldPanel("wij_regelen")], heading="Wie regelt wat"
    ),
    InlinePanel("materialen", label="materiaal", heading="Materialen"),
    FieldPanel("aanbieder", widget=Select),
    FieldPanel("kosten"),
    FieldPanel("uitgelicht"),
]
LesPage.content_panels = [
    *AANBOD_PANELS,
    InlinePanel("onderdelen", label="onderdeel", heading="Onderdelen, op volgorde", min_num=1),
    FieldPanel("max_leerlingen"),
    FieldPanel("min_dagen_tussen"),
    FieldPanel("min_dagen_vooraf"),
    *AANBOD_SLOT,
]
TrainingPage.content_panels = [
    *AANBOD_PANELS,
    FieldPanel("duur"),
    FieldPanel("groepsgrootte"),
    FieldPanel("wie_geeft"),
    FieldPanel("aanmelden"),
    *AANBOD_SLOT,
]
