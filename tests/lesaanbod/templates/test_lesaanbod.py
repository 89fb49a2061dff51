"""The list of lessons as a page."""

import re
from urllib.parse import quote

from django.test import Client

import pytest

from tests.factories.catalogus import maak_les

ODD = [
    "niveau=" + quote("\x00"),
    "zoekwoord=" + quote("\x00geld\x00"),
    "zoekwoord=" + "x" * 10_000,
    "niveau=" + "y" * 10_000,
    "&".join(f"niveau={nummer}" for nummer in range(2_000)),
    "zoekwoord=%FF%FE&niveau=%80",
    "pagina=999",
    "pagina=" + quote("\x00"),
    "pagina=-1&pagina=x",
    "sorteer=" + quote("'; drop table"),
    "vorm[]=gastles&=&&&==",
    "&" * 10_000,
    "a=1&" * 2_500,
    "zoekwoord=" + quote("<script>alert(1)</script>"),
    "niveau=" + quote('"><script>alert(1)</script>'),
]


@pytest.fixture
def les(lesaanbod, begrippen):
    return maak_les(
        lesaanbod,
        title="Veilig online",
        slug="veilig-online",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["online"]],
    )


def get_html(client: Client, vraag: str = "") -> str:
    response = client.get(f"/lesaanbod/?{vraag}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("les")
@pytest.mark.parametrize("vraag", ODD, ids=lambda vraag: vraag[:30])
def test_odd_address_gives_a_normal_page(client, vraag):
    html = get_html(client, vraag)
    assert "<h1>Lesaanbod</h1>" in html
    assert "<script>alert" not in html


@pytest.mark.usefixtures("les")
def test_choice_stays_in_boxes_chips_and_word(client):
    html = get_html(client, "niveau=vo&zoekwoord=veilig&sorteer=titel")
    checked = re.findall(r'id="([\w-]+)" checked', html)
    assert checked == ["niveau-vo"]
    assert 'value="veilig"' in html
    assert '<option value="titel" selected>' in html
    assert 'href="/lesaanbod/?niveau=vo&amp;sorteer=titel"' in html


@pytest.mark.usefixtures("les")
def test_unknown_filter_is_said_and_left_out(client):
    html = get_html(client, "niveau=universiteit")
    assert "Dit filter kennen wij niet: «universiteit»." in html
    assert "Veilig online" in html


@pytest.mark.usefixtures("les")
def test_no_result_links_to_what_helps(client):
    html = get_html(client, "niveau=groep-8&thema=online")
    assert "Geen lessen gevonden" in html
    assert 'href="/lesaanbod/?thema=online">Zonder niveau Groep 8 vindt u er 1</a>' in html
    assert "Toon het hele lesaanbod (1)" in html


def test_empty_catalogue_says_what_belongs_here(client, lesaanbod):
    assert "Het lesaanbod is nog leeg." in get_html(client)


@pytest.mark.usefixtures("les")
def test_page_sets_no_cookie_and_does_not_vary_on_one(client):
    for adres in ["/", "/lesaanbod/?niveau=vo", "/lesaanbod/veilig-online/"]:
        response = client.get(adres)
        assert response.cookies == {}
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.usefixtures("les")
def test_page_holds_no_inline_style_script_or_handler(client):
    for adres in ["/", "/lesaanbod/", "/lesaanbod/veilig-online/"]:
        html = client.get(adres).content.decode()
        assert re.findall(r"\s(style|on\w+)=", html) == []
        assert re.findall(r"<script(?![^>]*(?:\ssrc=|ld\+json))", html) == []


@pytest.mark.usefixtures("niets_onthouden")
@pytest.mark.parametrize("lessen", [1, 24, 72])
def test_page_asks_as_often_for_any_number_of_lessons(
    client, lesaanbod, begrippen, lessen, django_assert_num_queries
):
    for _ in range(lessen):
        maak_les(lesaanbod, niveaus=[begrippen["vo"]], themas=[begrippen["geld"]])
    client.get("/lesaanbod/")
    with django_assert_num_queries(11):
        client.get("/lesaanbod/")
