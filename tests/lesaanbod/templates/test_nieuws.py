"""News on its own pages and on the home page."""

import re
from datetime import timedelta

import pytest

from lesaanbod.selectors.nieuws import PER_PAGINA, blader_nieuws, list_nieuws
from tests.factories.catalogus import (
    GEPUBLICEERD,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
)
from tests.paginas import assert_same_queries


@pytest.fixture
def nieuws(lesaanbod):
    return NieuwsOverzichtPageFactory(parent=lesaanbod.get_parent())


@pytest.fixture
def berichten(nieuws):
    """Three reports and a draft; the second is the newest."""
    for titel, dagen in (("Oud", 0), ("Nieuwst", 9), ("Midden", 4)):
        moment = GEPUBLICEERD + timedelta(days=dagen)
        NieuwsPageFactory(parent=nieuws, title=titel, first_published_at=moment)
    NieuwsPageFactory(parent=nieuws, title="Klad", live=False)


@pytest.mark.usefixtures("berichten")
def test_list_is_newest_first_with_the_day(client):
    html = client.get("/nieuws/").content.decode()
    koppen = re.findall(r'<h2 class="regels__kop"><a href="[^"]+">(.*?)</a>', html)
    assert koppen == ["Nieuwst", "Midden", "Oud"]
    assert "dinsdag 1 september 2026" in html


@pytest.mark.usefixtures("berichten")
def test_home_shows_the_two_newest(client):
    html = client.get("/").content.decode()
    assert [titel for titel in ("Nieuwst", "Midden", "Oud", "Klad") if titel in html] == [
        "Nieuwst",
        "Midden",
    ]


def test_home_without_news_has_no_heading_for_it(client, lesaanbod):
    assert "Al het nieuws" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("nummer", "expected"), [(None, 1), ("2", 2), ("999", 2), ("x", 1), ("0", 2)]
)
def test_pages_outside_the_list_are_brought_back(nieuws, nummer, expected):
    NieuwsPageFactory.create_batch(PER_PAGINA + 1, parent=nieuws)
    blad = blader_nieuws(nummer)
    assert (blad.number, len(blad.object_list)) == (expected, PER_PAGINA if expected == 1 else 1)


@pytest.mark.usefixtures("berichten")
def test_absurd_address_gives_the_list(client):
    for vraag in ("&" * 10_000, "a=1&" * 2_500, "pagina=%00&pagina=%FF"):
        response = client.get(f"/nieuws/?{vraag}")
        assert (response.status_code, "Nieuwst" in response.content.decode()) == (200, True)


@pytest.mark.usefixtures("berichten")
def test_list_nieuws_gives_what_is_asked():
    assert [bericht.titel for bericht in list_nieuws(1)] == ["Nieuwst"]


def test_report_shows_day_title_and_text(client, nieuws):
    bericht = NieuwsPageFactory(
        parent=nieuws, title="Proef & spel", inhoud=[("alinea", "<p>Kom kijken.</p>")]
    )
    html = client.get(bericht.url).content.decode()
    assert "<h1>Proef &amp; spel</h1>" in html
    assert "Kom kijken." in html
    assert "dinsdag 1 september 2026" in html
    assert '<a href="/nieuws/">Nieuws</a>' in html


def test_list_asks_as_often_for_any_number(client, nieuws):
    assert_same_queries(
        lambda n: NieuwsPageFactory.create_batch(n, parent=nieuws), "/nieuws/", client
    )
