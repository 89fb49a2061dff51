"""What pages tell machines."""

import json
import re

import pytest

from tests.factories.catalogus import (
    LeerlijnPageFactory,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
    TrainingPageFactory,
    koppel,
    maak_les,
)

DATABLOK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def get_gegevens(client, path: str) -> dict[str, dict]:
    """Return type → data block of a page."""
    blokken = [json.loads(tekst) for tekst in DATABLOK.findall(client.get(path).content.decode())]
    assert {blok["@context"] for blok in blokken} == {"https://schema.org"}
    return {blok["@type"]: blok for blok in blokken}


def test_lesson_is_a_course(client, lesaanbod, begrippen):
    maak_les(
        lesaanbod,
        title="Snel </script> geld",
        slug="geld",
        samenvatting="Kort & goed.",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["geld"]],
        duren=[60, 45],
        doelen=[("doel", "Zij rekenen.")],
        aanbieder__naam="Halt",
        aanbieder__website="https://halt.example",
    )
    gegevens = get_gegevens(client, "/lesaanbod/geld/")
    assert gegevens["Course"] == {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Snel </script> geld",
        "description": "Kort & goed.",
        "url": "http://localhost/lesaanbod/geld/",
        "inLanguage": "nl",
        "provider": {"@type": "Organization", "name": "Halt", "url": "https://halt.example"},
        "educationalLevel": ["VO"],
        "about": ["Snel geld"],
        "teaches": ["Zij rekenen."],
        "isAccessibleForFree": True,
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "Onsite",
            "inLanguage": "nl",
            "courseWorkload": "PT105M",
        },
    }
    stappen = gegevens["BreadcrumbList"]["itemListElement"]
    assert [(stap["position"], stap["name"]) for stap in stappen] == [
        (1, "Home"),
        (2, "Lesaanbod"),
        (3, "Snel </script> geld"),
    ]


def test_training_without_minutes_names_no_workload(client, lesaanbod):
    training = TrainingPageFactory(parent=lesaanbod, kosten="€ 10 per persoon")
    koppel(training)
    cursus = get_gegevens(client, training.url)["Course"]
    assert "courseWorkload" not in cursus["hasCourseInstance"]
    assert cursus["isAccessibleForFree"] is False


def test_home_names_the_organisation(client, lesaanbod):
    organisatie = get_gegevens(client, "/")["Organization"]
    assert organisatie["name"] == "Kapot Sterk & lesaanbod"
    assert organisatie["contactPoint"]["telephone"] == "14 030"


def test_report_is_news(client, lesaanbod):
    overzicht = NieuwsOverzichtPageFactory(parent=lesaanbod.get_parent())
    bericht = NieuwsPageFactory(parent=overzicht, title="Bericht")
    artikel = get_gegevens(client, bericht.url)["NewsArticle"]
    assert artikel["headline"] == "Bericht"
    assert artikel["datePublished"] == "2026-09-01T07:00:00+00:00"


@pytest.mark.parametrize("path", ["/", "/lesaanbod/", "/lesaanbod/geld/", "/leerlijn/"])
def test_page_has_one_address_whatever_is_asked(client, lesaanbod, path):
    maak_les(lesaanbod, slug="geld", samenvatting="Over geld.")
    LeerlijnPageFactory(parent=lesaanbod.get_parent())
    html = client.get(f"{path}?niveau=vo&pagina=2").content.decode()
    assert re.findall(r'<link rel="canonical" href="([^"]+)">', html) == [f"http://localhost{path}"]
    assert re.findall(r'<meta property="og:url" content="([^"]+)">', html) == [
        f"http://localhost{path}"
    ]
    assert len(re.findall(r'<meta name="description" content="[^"]+">', html)) == 1
    assert 'type="application/atom+xml"' in html


def test_lesson_can_be_mailed_and_copied_without_a_third_party(client, lesaanbod):
    maak_les(lesaanbod, slug="geld", title="Geld & zo")
    html = client.get("/lesaanbod/geld/").content.decode()
    assert (
        'href="mailto:?subject=Geld%20%26%20zo&amp;body=http%3A%2F%2Flocalhost%2Flesaanbod%2Fgeld%2F"'
        in html
    )
    assert 'value="http://localhost/lesaanbod/geld/" readonly' in html
