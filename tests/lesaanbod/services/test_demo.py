"""The demo content: complete, well written, and made once."""

import re
import zipfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from django.urls import reverse

from wagtail.documents.models import Document
from wagtail.models import Page, ReferenceIndex, Revision, Site

import pytest

from lesaanbod.models import (
    Aanbieder,
    AanbodPage,
    ContactInstelling,
    Doelgroep,
    HomePage,
    InformatiePage,
    LesPage,
    Materiaal,
    NieuwsPage,
    Niveau,
    Onderdeel,
    OnderdeelRol,
    Rol,
    Thema,
    TrainingPage,
    Vorm,
)
from lesaanbod.services.demo import vul_lesaanbod
from lesaanbod.services.demo.docx import WORD
from lesaanbod.services.demo.kapot_sterk import BRIEF
from tests.lesaanbod.demo import NU

MADE = (
    Page,
    Revision,
    Site,
    Document,
    ContactInstelling,
    Niveau,
    Thema,
    Rol,
    Aanbieder,
    Doelgroep,
    Onderdeel,
    OnderdeelRol,
    Materiaal,
    ReferenceIndex,
)
BOOKABLE = {Vorm.GASTLES, Vorm.LESSENSERIE, Vorm.OUDERBIJEENKOMST, Vorm.EVENEMENT}
LONGEST_SENTENCE = 14
ENGLISH = re.compile(
    r"\b(workshop|escape|game|challenge|feedback|tool|toolkit|awareness|skills|coach|peer|role|"
    r"school safety|email|online platform|team building|quote|statement|item)\b",
    re.IGNORECASE,
)


@pytest.fixture
def nu() -> datetime:
    """The moment at which the content was made."""
    return NU


def count_rows() -> dict[str, int]:
    """Return how many rows of every model stand."""
    return {model.__name__: model.objects.count() for model in MADE}


def list_texts(aanbod: AanbodPage) -> list[str]:
    """Return every text of an offer that is meant to be read as sentences."""
    page = aanbod.specific
    texts = [page.samenvatting]
    texts += [re.sub(r"<[^>]+>", " ", str(block.value)) for block in page.inhoud]
    texts += [block.value for block in page.doelen]
    texts += [block.value for block in page.school_regelt]
    texts += [block.value for block in page.wij_regelen]
    if isinstance(page, LesPage):
        texts += [onderdeel.tekst for onderdeel in page.onderdelen.all()]
    else:
        texts.append(page.aanmelden)
    return texts


def split_sentences(texts: list[str]) -> list[str]:
    """Return the sentences in ``texts``, stripped."""
    return [
        sentence.strip()
        for text in texts
        for sentence in re.split(r"(?<=[.?!»])\s+(?=[A-ZÉ«])|(?<=:)\s", text)
        if sentence.strip()
    ]


def test_vul_lesaanbod_counts_per_niveau(demo):
    counts = Counter(Doelgroep.objects.values_list("niveau__slug", flat=True))

    assert counts == {"groep-8": 11, "vo": 23, "mbo": 11, "docenten": 4}
    assert AanbodPage.objects.live().count() == 33
    assert TrainingPage.objects.live().count() == 4
    assert {Vorm(vorm) for vorm in AanbodPage.objects.values_list("vorm", flat=True)} == set(Vorm)


def test_vul_lesaanbod_replaces_welcome_page(demo, settings):
    site = Site.objects.get()
    home = HomePage.objects.get()

    assert site.root_page_id == home.pk
    assert site.site_name == "Kapot Sterk & lesaanbod"
    assert site.root_url == settings.SITE_URL
    assert list(Page.objects.filter(depth=2)) == [home.page_ptr]
    assert ContactInstelling.for_site(site).telefoon == "14 030"


def test_vul_lesaanbod_makes_kapot_sterk(demo):
    les = LesPage.objects.get(uitgelicht=True)

    assert les.slug == "kapot-sterk"
    assert les.min_dagen_tussen == 7
    assert [
        (onderdeel.titel, [(str(rol.rol), rol.aantal) for rol in onderdeel.rollen.all()])
        for onderdeel in les.onderdelen.all()
    ] == [
        ("De groep en ik", [("jongerenwerker", 1)]),
        ("Wat gebeurt er in mijn buurt?", [("wijkagent", 1)]),
        ("Snel geld, lange rekening", [("HALT-medewerker", 1)]),
        ("Wie beslist er?", [("officier van justitie", 1)]),
        ("Dromen en doen", [("rolmodel", 1)]),
    ]
    assert [onderdeel.op_school for onderdeel in les.onderdelen.all()] == [True] * 4 + [False]
    assert len({onderdeel.sleutel for onderdeel in les.onderdelen.all()}) == 5


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("samen-tegen-druk", [[("jongerenwerker", 1), ("rolmodel", 1)]]),
        ("eerlijk-of-niet", [[("rechtenstudent", 2)]]),
        (
            "wie-grijpt-in",
            [
                [("rechtenstudent", 2)],
                [("rechtenstudent", 2)],
                [("officier-van-justitie", 1), ("rechtenstudent", 2)],
            ],
        ),
    ],
)
def test_vul_lesaanbod_gives_onderdelen_their_roles(demo, slug, expected):
    les = LesPage.objects.get(slug=slug)

    assert [
        [(rol.rol.slug, rol.aantal) for rol in onderdeel.rollen.all()]
        for onderdeel in les.onderdelen.all()
    ] == expected


def test_every_bookable_les_has_a_role_in_each_onderdeel(demo):
    lessen = LesPage.objects.filter(vorm__in=BOOKABLE)

    assert [les.slug for les in lessen if not les.onderdelen.exists()] == []
    assert list(Onderdeel.objects.filter(les__in=lessen, rollen=None)) == []
    assert lessen.count() == 24


def test_every_aanbod_is_complete(demo):
    incomplete = [
        (page.slug, field)
        for page in AanbodPage.objects.all()
        for field in ("samenvatting", "inhoud", "doelen", "school_regelt", "wij_regelen", "kosten")
        if not getattr(page, field)
    ]

    assert incomplete == []
    assert list(AanbodPage.objects.filter(themas=None)) == []
    assert list(AanbodPage.objects.filter(doelgroepen=None)) == []
    assert list(Thema.objects.filter(aanbod=None)) == []
    assert list(Aanbieder.objects.filter(aanbod=None)) == []
    assert set(OnderdeelRol.objects.values_list("rol", flat=True)) == set(
        Rol.objects.values_list("pk", flat=True)
    )


def test_every_materiaal_has_a_document_or_an_example_address(demo):
    materialen = Materiaal.objects.order_by("titel")

    assert [
        (str(materiaal), bool(materiaal.document), materiaal.adres) for materiaal in materialen
    ] == [
        ("Handleiding voor de leerkracht", True, ""),
        ("Lesbrief straatintimidatie", True, ""),
        ("Opdracht tussen de lessen", True, ""),
        ("Praatkaart om af te drukken", True, ""),
        ("Signalenlijst op één kant", True, ""),
        ("Startpagina van het spel", False, "https://digitale-speurders.example/"),
        ("Voorbeeldbrief voor ouders", True, ""),
    ]


def test_every_page_passes_its_own_validation(demo):
    for page in Page.objects.filter(depth__gt=1).specific():
        page.full_clean()
        for related in ("onderdelen", "doelgroepen", "materialen"):
            for row in getattr(page, related).all() if hasattr(page, related) else ():
                row.full_clean(exclude=["tekst"])


def test_no_sentence_stands_in_two_offers(demo):
    seen = Counter(
        sentence.lower().rstrip(".")
        for page in AanbodPage.objects.all()
        for sentence in set(split_sentences(list_texts(page)))
    )

    assert [sentence for sentence, count in seen.items() if count > 1] == []


def test_sentences_are_short_and_dutch(demo):
    texts = {page.slug: list_texts(page) for page in AanbodPage.objects.all()}
    texts |= {
        page.slug: [
            re.sub(r"<[^>]+>", " ", text)
            for block in page.inhoud
            for text in str(block.value).split("</li>")
        ]
        for page in InformatiePage.objects.all()
    }
    sentences = [(slug, one) for slug, many in texts.items() for one in split_sentences(many)]

    assert [pair for pair in sentences if len(pair[1].split()) > LONGEST_SENTENCE] == []
    assert [pair for pair in sentences if ENGLISH.search(pair[1])] == []


def test_every_doel_begins_with_zij(demo):
    doelen = [block.value for page in AanbodPage.objects.all() for block in page.doelen]

    assert [doel for doel in doelen if not (doel.startswith("Zij ") and doel.endswith("."))] == []


def test_vul_lesaanbod_sets_days_from_nu(demo, nu):
    newest = AanbodPage.objects.order_by("-first_published_at")[:3]

    assert [(page.slug, nu - page.first_published_at) for page in newest] == [
        ("samen-tegen-druk", timedelta(days=3)),
        ("geldezel-ik-niet", timedelta(days=8)),
        ("signalen-van-ronselen-herkennen", timedelta(days=12)),
    ]
    moments = AanbodPage.objects.values_list("first_published_at", flat=True)
    assert len(set(moments)) == 33


def test_every_page_is_published_from_its_one_revision(demo):
    pages = Page.objects.filter(depth__gt=1)

    assert pages.filter(live=False).count() == 0
    assert pages.filter(has_unpublished_changes=True).count() == 0
    assert {page.live_revision_id for page in pages} == set(
        Revision.objects.values_list("pk", flat=True)
    )


def test_vul_lesaanbod_twice_changes_nothing(demo, nu, django_assert_max_num_queries):
    rows, revisions = count_rows(), set(Revision.objects.values_list("pk", flat=True))

    with django_assert_max_num_queries(150):
        vul_lesaanbod(nu=nu + timedelta(days=40))

    assert count_rows() == rows
    assert set(Revision.objects.values_list("pk", flat=True)) == revisions


def test_vul_lesaanbod_keeps_what_an_editor_changed(demo, nu):
    les = LesPage.objects.get(slug="kapot-sterk")
    les.title, les.slug = "Kapot Sterk 2027", "kapot-sterk-2027"
    les.save_revision().publish()
    LesPage.objects.get(slug="veilig-online").unpublish()
    Thema.objects.filter(slug="online").update(slug="internet")
    Site.objects.update(site_name="Lessen in de stad")
    rows = count_rows()

    vul_lesaanbod(nu=nu)

    assert count_rows() == rows
    les.refresh_from_db()
    assert (les.title, les.slug) == ("Kapot Sterk 2027", "kapot-sterk-2027")
    assert LesPage.objects.get(slug="veilig-online").live is False
    assert Thema.objects.get(naam="Online").slug == "internet"
    assert Site.objects.get().site_name == "Lessen in de stad"


def test_vul_lesaanbod_leaves_an_own_root_page_alone(demo, nu):
    own = InformatiePage.objects.get(slug="contact")
    Site.objects.update(root_page=own)

    vul_lesaanbod(nu=nu)

    assert Site.objects.get().root_page_id == own.pk


def test_vul_lesaanbod_brings_back_a_deleted_page(demo, nu):
    LesPage.objects.get(slug="de-koffer-op-slot").delete()

    vul_lesaanbod(nu=nu)

    assert LesPage.objects.get(slug="de-koffer-op-slot").live is True


@pytest.mark.parametrize("name", ["kapot-sterk-handleiding", "praatkaart-mes-op-zak"])
def test_pdf_table_points_at_its_objects(demo, name):
    data = Path(Document.objects.get(file__contains=name).file.path).read_bytes()
    table = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    begins = [int(line[:10]) for line in data[table:].split(b"\n") if line.endswith(b" n ")]

    assert data.startswith(b"%PDF-1.7")
    assert data[table:].startswith(b"xref")
    assert [data[begin:].split(b" ", 1)[0] for begin in begins] == [
        str(number).encode() for number in range(1, len(begins) + 1)
    ]


def test_docx_holds_the_title_and_every_alinea(demo):
    document = Document.objects.get(file__endswith=".docx")
    with zipfile.ZipFile(document.file.path) as archive:
        word = ET.fromstring(archive.read("word/document.xml"))

    texts = ["".join(alinea.itertext()) for alinea in word.iter(f"{{{WORD}}}p")]
    assert texts == [document.title, *BRIEF.alineas]


def test_kapot_sterk_has_two_documents_to_download(demo, client):
    materialen = LesPage.objects.get(slug="kapot-sterk").materialen.all()

    assert [materiaal.document.file_extension for materiaal in materialen] == ["pdf", "docx"]
    for materiaal in materialen:
        response = client.get(materiaal.document.url)
        body = b"".join(response.streaming_content)
        assert response.status_code == 200
        assert len(body) == materiaal.document.file_size > 1000


def test_accessibility_page_claims_no_status(demo):
    text = str(InformatiePage.objects.get(slug="toegankelijkheid").inhoud)

    assert "nog niet door een onafhankelijk bureau onderzocht" in text
    assert "status A" not in text


def test_links_between_pages_arrive(demo, client):
    links = {
        link
        for page in (*InformatiePage.objects.all(), *NieuwsPage.objects.all())
        for link in re.findall(r'<a href="(/[^"]*)"', str(page.inhoud))
    }

    assert len(links) == 5
    assert [link for link in links if client.get(link).status_code != 200] == []


def test_every_page_answers(demo, client):
    urls = [page.url for page in Page.objects.filter(depth__gt=1)]

    assert reverse("wagtail_serve", args=["lesaanbod/kapot-sterk/"]) in urls
    assert [(url, code) for url in urls if (code := client.get(url).status_code) != 200] == []


def test_vul_lesaanbod_is_the_same_for_the_same_nu(demo, nu):
    before = dict(AanbodPage.objects.values_list("slug", "first_published_at"))
    LesPage.objects.get(slug="kapot-sterk").delete()

    vul_lesaanbod(nu=nu)

    assert dict(AanbodPage.objects.values_list("slug", "first_published_at")) == before
