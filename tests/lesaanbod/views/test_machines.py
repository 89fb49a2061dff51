"""robots.txt, security.txt, sitemap and feed."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from lesaanbod.models import ContactInstelling
from tests.factories.catalogus import (
    GEPUBLICEERD,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
    maak_les,
)
from tests.paginas import assert_same_queries

ATOM = "{http://www.w3.org/2005/Atom}"
KAART = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def nieuws(lesaanbod):
    return NieuwsOverzichtPageFactory(parent=lesaanbod.get_parent())


def lees_feed(client) -> list[tuple[str, str]]:
    response = client.get("/nieuw.atom")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return [
        (entry.find(f"{ATOM}title").text, entry.find(f"{ATOM}link").get("href"))
        for entry in ET.fromstring(response.content).iter(f"{ATOM}entry")
    ]


def test_feed_mixes_lessons_and_news_newest_first(client, lesaanbod, nieuws):
    maak_les(lesaanbod, title="Les & zo", slug="les", first_published_at=GEPUBLICEERD)
    later = GEPUBLICEERD + timedelta(days=1)
    NieuwsPageFactory(parent=nieuws, title="Bericht", slug="bericht", first_published_at=later)
    NieuwsPageFactory(parent=nieuws, title="Klad", live=False)
    assert lees_feed(client) == [
        ("Bericht", "http://testserver/nieuws/bericht/"),
        ("Les & zo", "http://testserver/lesaanbod/les/"),
    ]


def test_feed_asks_as_often_for_any_number(client, lesaanbod, nieuws):
    def make(aantal: int) -> None:
        for _ in range(aantal):
            maak_les(lesaanbod, first_published_at=GEPUBLICEERD)
            NieuwsPageFactory(parent=nieuws)

    assert_same_queries(make, "/nieuw.atom", client)


def test_sitemap_holds_live_pages_only(client, lesaanbod):
    maak_les(lesaanbod, slug="les")
    maak_les(lesaanbod, slug="klad", live=False)
    response = client.get("/sitemap.xml")
    adressen = [loc.text for loc in ET.fromstring(response.content).iter(f"{KAART}loc")]
    assert adressen == [
        "http://localhost/",
        "http://localhost/lesaanbod/",
        "http://localhost/lesaanbod/les/",
    ]


def test_sitemap_asks_as_often_for_any_number_of_lessons(client, lesaanbod):
    assert_same_queries(lambda n: [maak_les(lesaanbod) for _ in range(n)], "/sitemap.xml", client)


def test_robots_keeps_desks_out_and_names_the_sitemap(client, lesaanbod):
    regels = client.get("/robots.txt").content.decode().splitlines()
    assert regels[0] == "User-agent: *"
    assert {"Disallow: /beheer/", "Disallow: /planning/", "Disallow: /uitnodiging/"} < set(regels)
    assert regels[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_security_txt_names_the_mailbox_and_runs_out_within_a_year(client, lesaanbod):
    site = lesaanbod.get_site()
    ContactInstelling.objects.update_or_create(site=site, defaults={"email": "meld@x.example"})
    response = client.get("/.well-known/security.txt")
    velden = dict(regel.split(": ", 1) for regel in response.content.decode().splitlines())
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert velden["Contact"] == "mailto:meld@x.example"
    over = datetime.fromisoformat(velden["Expires"]) - datetime.now(UTC)
    assert timedelta(days=170) < over < timedelta(days=181)
    assert velden["Canonical"] == "http://testserver/.well-known/security.txt"


@pytest.mark.parametrize(
    "path", ["/nieuw.atom", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt"]
)
def test_machines_get_no_cookie(client, lesaanbod, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")
