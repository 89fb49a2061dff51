"""The page of one lesson, training, or piece of information."""

import re

from django.test import Client

from wagtail.documents.models import Document

import pytest

from lesaanbod.models import AanbodPage, Vorm
from tests.factories.catalogus import (
    InformatiePageFactory,
    MateriaalFactory,
    TrainingPageFactory,
    koppel,
    maak_les,
)


def get_text(client: Client, pagina: AanbodPage) -> str:
    """Return the words between <main> and </main>, without data blocks, spaces made one."""
    response = client.get(pagina.url)
    assert response.status_code == 200
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)[0]
    zonder_data = re.sub(r"<script.*?</script>", " ", main, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", zonder_data).split())


@pytest.fixture
def serie(lesaanbod, begrippen):
    les = maak_les(
        lesaanbod,
        title="Kapot Sterk",
        slug="kapot-sterk",
        samenvatting="Twee lessen over druk.",
        vorm=Vorm.LESSENSERIE.value,
        niveaus=[begrippen["groep-8"]],
        themas=[begrippen["geld"]],
        rollen=["wijkagent", "rolmodel"],
        duren=[60, 60],
        doelen=[("doel", "Zij zeggen nee.")],
        school_regelt=[("punt", "een lokaal")],
        wij_regelen=[("punt", "een werkboek")],
        inhoud=[("alinea", "<p>De klas oefent.</p>"), ("let_op", "Volgorde ligt vast.")],
        max_leerlingen=28,
        min_dagen_vooraf=21,
    )
    laatste = les.onderdelen.last()
    laatste.op_school = False
    laatste.save()
    return les


def test_series_shows_everything_a_teacher_weighs(client, serie):
    text = get_text(client, serie)
    for expected in (
        "Twee lessen over druk.",
        "De twee lessen",
        "Les 1: Deel 1 Er komt: wijkagent",
        "Les 2: Deel 2 Er komt: rolmodel",
        "Tussen twee lessen zit minstens één week.",
        "Zij zeggen nee.",
        "De klas oefent.",
        "Volgorde ligt vast.",
        "Dit regelt de school een lokaal",
        "Dit nemen wij mee een werkboek",
        "Voor Groep 8; één klas, hooguit 28 leerlingen",
        "Duur 2 lessen van 60 minuten",
        "Wie komt er twee hoofdrolspelers, elke les iemand anders",
        "Waar bij u op school; les 2 mag ergens anders",
        "Kosten gratis",
        f"Aanbieder {serie.aanbieder.naam}",
        "Kies een moment over minstens 21 dagen.",
    ):
        assert expected in text


def test_parts_stand_in_their_order_in_a_numbered_list(client, serie):
    html = client.get(serie.url).content.decode()
    lijst = re.search(r'<ol class="tijdlijn">.*?</ol>', html, re.DOTALL)[0]
    assert re.findall(r"</span> (Deel \d)</h3>", lijst) == ["Deel 1", "Deel 2"]


def test_duration_is_said_for_each_part_where_it_differs(client, lesaanbod):
    les = maak_les(lesaanbod, vorm=Vorm.LESSENSERIE.value, duren=[60, 90])
    assert "90 minuten" in get_text(client, les)
    assert "Duur 2 lessen van 60 tot 90 minuten" in get_text(client, les)


def test_bookable_lesson_leads_to_the_request(client, serie):
    html = client.get(serie.url).content.decode()
    assert f'href="/aanvragen/{serie.pk}-kapot-sterk/">Lesaanvraag doen' in html
    kans = f"/kans/{serie.pk}-kapot-sterk/"
    assert f'<div data-haal="{kans}"><p><a href="{kans}">' in html


@pytest.mark.parametrize(
    ("vorm", "website", "expected"),
    [
        ("lesmateriaal", "", "Mail ons, dan krijgt u het materiaal"),
        ("excursie", "", "Wij brengen u in contact met"),
        ("excursie", "https://aanbieder.example", "Dat doet u bij"),
    ],
)
def test_form_that_cannot_be_booked_says_how_to_get_it(client, lesaanbod, vorm, website, expected):
    les = maak_les(lesaanbod, vorm=vorm, aanbieder__website=website, rollen=[])
    text = get_text(client, les)
    assert "Zo krijgt u dit" in text
    assert expected in text
    assert "Lesaanvraag doen" not in text
    assert "Kans op een plek" not in text


def test_material_is_there_to_take_with_kind_and_size(client, lesaanbod):
    les = maak_les(lesaanbod, vorm=Vorm.LESMATERIAAL.value, rollen=[])
    document = Document.objects.create(title="Kaart", file="documents/kaart.pdf", file_size=40_960)
    MateriaalFactory(aanbod=les, titel="Kaart bij de les", document=document)
    MateriaalFactory(aanbod=les, titel="Filmpje", adres="https://film.example/")
    text = get_text(client, les)
    assert "Wie geeft de les u zelf" in text
    assert "Aanvragen hoeft niet. Pak het materiaal" in text
    assert "Kaart bij de les pdf, 40,0\xa0KB".replace("\xa0", " ") in text
    assert "Filmpje website" in text


def test_meeting_of_parents_counts_parents(client, lesaanbod):
    les = maak_les(lesaanbod, vorm=Vorm.OUDERBIJEENKOMST.value, max_leerlingen=60)
    assert "hooguit 60 ouders" in get_text(client, les)


def test_training_says_how_to_enrol(client, lesaanbod, begrippen):
    training = TrainingPageFactory(parent=lesaanbod)
    koppel(training, niveaus=[begrippen["vo"]])
    text = get_text(client, training)
    for expected in (
        "Voor VO; 10 tot 25 deelnemers",
        "Duur twee uur",
        "Wie geeft de training een trainer",
        "Zo meldt u zich aan Bel of mail ons.",
    ):
        assert expected in text


def test_information_stands_beside_how_to_reach_us(client, lesaanbod):
    pagina = InformatiePageFactory(
        parent=lesaanbod.get_parent(),
        title="Contact",
        slug="contact",
        inhoud=[("kop", "Bellen"), ("alinea", "<p>Bel gerust.</p>")],
    )
    text = get_text(client, pagina)
    assert "Contact Bellen Bel gerust. Hulp nodig? 14 030" in text


@pytest.mark.usefixtures("niets_onthouden")
@pytest.mark.parametrize("delen", [1, 3, 30])
def test_lesson_asks_as_often_for_any_number_of_parts(
    client, lesaanbod, begrippen, delen, django_assert_num_queries
):
    les = maak_les(
        lesaanbod,
        niveaus=[begrippen["vo"]] * delen,
        themas=[begrippen["geld"]],
        rollen=["wijkagent"] * delen,
        duren=[60] * delen,
    )
    for nummer in range(delen):
        document = Document.objects.create(title="Kaart", file=f"documents/{nummer}.pdf")
        MateriaalFactory(aanbod=les, document=document)
    client.get(les.url)
    with django_assert_num_queries(10):
        client.get(les.url)
