"""What pages tell machines."""

import json
import re
from datetime import datetime

import pytest
import time_machine

from tests.factories.catalogus import (
    InformatiePageFactory,
    LeerlijnPageFactory,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
    SessieFactory,
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


def test_moment_of_a_training_is_an_event(client, lesaanbod, nu):
    training = TrainingPageFactory(
        parent=lesaanbod, title="Training", aanbieder__naam="Halt", kosten="gratis"
    )
    koppel(training)
    SessieFactory(training=training)
    with time_machine.travel(nu):
        bijeenkomst = get_gegevens(client, training.url)["EducationEvent"]
    assert bijeenkomst == {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "name": "Training",
        "description": "Een training voor het team.",
        "url": f"http://localhost{training.url}",
        "inLanguage": "nl",
        "startDate": "2027-02-02T14:00:00+01:00",
        "endDate": "2027-02-02T16:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Wijkbureau Noord, Lindelaan 4",
            "address": "Wijkbureau Noord, Lindelaan 4",
        },
        "maximumAttendeeCapacity": 20,
        "organizer": {"@type": "Organization", "name": "Halt"},
        "isAccessibleForFree": True,
    }


def test_moment_that_is_off_is_a_cancelled_event(client, lesaanbod, nu):
    training = TrainingPageFactory(parent=lesaanbod)
    SessieFactory(training=training, status="vervallen")
    with time_machine.travel(nu):
        bijeenkomst = get_gegevens(client, training.url)["EducationEvent"]
    assert bijeenkomst["eventStatus"] == "https://schema.org/EventCancelled"


# What Google and schema.org ask of each type: without these a page gets no rich result.
VERPLICHT = {
    "Course": {"name", "description", "provider", "hasCourseInstance"},
    "CourseInstance": {"courseMode"},
    "EducationEvent": {"name", "startDate", "location", "eventStatus", "organizer"},
    "Place": {"name", "address"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "ContactPoint": {"contactType", "telephone"},
    "NewsArticle": {"headline", "datePublished"},
}


def list_gebreken(gegevens, pad: str = "") -> list[str]:
    """Return what is missing, empty or of an unknown type in a data block, at any depth."""
    if isinstance(gegevens, list):
        return [fout for een in gegevens for fout in list_gebreken(een, pad)]
    if not isinstance(gegevens, dict):
        return []
    soort = gegevens.get("@type", "")
    pad = f"{pad}/{soort}"
    leeg = {veld for veld in VERPLICHT.get(soort, {"@type"}) if not gegevens.get(veld)}
    fouten = [f"{pad}: no {veld}" for veld in sorted(leeg)]
    if soort not in VERPLICHT:
        fouten.append(f"{pad}: unknown type")
    fouten += [
        f"{pad}: {veld} is no whole address"
        for veld in {"url", "item"} & set(gegevens)
        if not str(gegevens[veld]).startswith(("http://", "https://"))
    ]
    fouten += [
        f"{pad}: {veld} has no zone"
        for veld in {"startDate", "endDate", "datePublished", "dateModified"} & set(gegevens)
        if datetime.fromisoformat(gegevens[veld]).tzinfo is None
    ]
    return fouten + [fout for waarde in gegevens.values() for fout in list_gebreken(waarde, pad)]


def test_every_page_has_sound_data(client, lesaanbod, begrippen, nu):
    home = lesaanbod.get_parent()
    les = maak_les(lesaanbod, niveaus=[begrippen["vo"]], themas=[begrippen["geld"]])
    training = TrainingPageFactory(parent=lesaanbod)
    SessieFactory(training=training)
    bericht = NieuwsPageFactory(parent=NieuwsOverzichtPageFactory(parent=home))
    leerlijn, over = LeerlijnPageFactory(parent=home), InformatiePageFactory(parent=home)
    gevonden, gebreken = set(), []
    with time_machine.travel(nu):
        for pagina in (home, lesaanbod, les, training, bericht, leerlijn, over):
            gegevens = get_gegevens(client, pagina.url)
            gevonden |= set(gegevens)
            gebreken += [f"{pagina.url}{fout}" for fout in list_gebreken(list(gegevens.values()))]
    assert gebreken == []
    assert gevonden == {"Course", "EducationEvent", "BreadcrumbList", "Organization", "NewsArticle"}


@pytest.mark.parametrize(
    "gegevens",
    [
        {"@type": "Course", "name": "x"},
        {"@type": "Ding"},
        {"@type": "NewsArticle", "headline": "x", "datePublished": "2026-09-01T07:00:00"},
        {"@type": "Organization", "name": "x", "url": "/x/"},
    ],
)
def test_unsound_data_is_found(gegevens):
    assert list_gebreken(gegevens)


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
