"""The public JSON: what is published, field by field, and nothing more."""

from wagtail.models import PageViewRestriction

import pytest

from lesaanbod.models import AanbodPage
from tests.factories.catalogus import (
    InformatiePageFactory,
    TrainingPageFactory,
    koppel,
    maak_les,
)
from tests.inloggen import login_as, make_medewerker
from tests.paginas import assert_same_queries

PAGINAS = "/api/v2/pages/"


@pytest.fixture
def les(lesaanbod, begrippen):
    return maak_les(
        lesaanbod,
        title="Snel geld",
        slug="snel-geld",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["geld"]],
        doelen=[("doel", "Zij rekenen na.")],
        aanbieder__naam="Halt",
        aanbieder__website="https://halt.example",
    )


def titels(client, vraag: str = "") -> list[str]:
    response = client.get(PAGINAS + vraag)
    assert response.status_code == 200, response.content
    return sorted(item["title"] for item in response.json()["items"])


def test_lesson_is_served_by_exactly_these_fields(client, les):
    gegevens = client.get(f"{PAGINAS}{les.pk}/").json()
    meta = gegevens.pop("meta")
    assert set(meta) == {
        "type",
        "detail_url",
        "html_url",
        "slug",
        "search_description",
        "first_published_at",
        "parent",
    }
    assert meta["html_url"] == "http://localhost/lesaanbod/snel-geld/"
    assert gegevens == {
        "id": les.pk,
        "title": "Snel geld",
        "samenvatting": les.samenvatting,
        "vorm": "gastles",
        "kosten": "gratis",
        "aanbieder": "Halt",
        "themas": [{"slug": "geld", "naam": "Snel geld"}],
        "doelgroepen": [{"niveau": "vo", "leerjaren": ""}],
        "doelen": ["Zij rekenen na."],
        "onderdelen": [
            {
                "titel": "Deel 1",
                "tekst": les.onderdelen.get().tekst,
                "duur": 60,
                "op_school": True,
                "rollen": [{"rol": "wijkagent", "aantal": 1}],
            }
        ],
        "max_leerlingen": les.max_leerlingen,
        "min_dagen_tussen": les.min_dagen_tussen,
        "min_dagen_vooraf": les.min_dagen_vooraf,
    }


@pytest.mark.parametrize("wie", ["anoniem", "redacteur"])
def test_draft_and_page_behind_a_password_are_for_nobody(client, lesaanbod, les, wie):
    if wie != "anoniem":
        login_as(client, make_medewerker(wie))
    klad = maak_les(lesaanbod, title="Klad", live=False)
    besloten = maak_les(lesaanbod, title="Besloten")
    PageViewRestriction.objects.create(page=besloten, restriction_type="login")
    assert titels(client) == ["Gratis lessen", "Lesaanbod", "Snel geld"][1:]
    for pagina in (klad, besloten):
        assert client.get(f"{PAGINAS}{pagina.pk}/").status_code == 404
    assert klad.pk != besloten.pk


@pytest.mark.parametrize(
    ("vraag", "status"),
    [
        ("?type=lesaanbod.Gebruiker", 400),
        ("?type=lesaanbod.HomePage", 400),
        ("?type=lesaanbod.AanbodPage", 400),
        ("?type=onzin", 400),
        ("?fields=owner", 400),
        ("?fields=aanbieder(website)", 400),
        ("?owner=1", 400),
        ("?search=geld", 400),
        ("?limit=101", 400),
        ("?limit=100&offset=0", 200),
        ("?fields=*", 200),
        ("?type=lesaanbod.LesPage&fields=owner", 400),
        ("?type=lesaanbod.LesPage&fields=revisions", 400),
        ("?type=lesaanbod.LesPage,lesaanbod.TrainingPage", 200),
        ("?limit=x", 400),
        ("?offset=-1", 400),
    ],
)
def test_only_what_is_listed_can_be_asked(client, les, vraag, status):
    assert client.get(PAGINAS + vraag).status_code == status


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, les, method):
    assert getattr(client, method)(f"{PAGINAS}{les.pk}/").status_code == 405
    assert AanbodPage.objects.get(pk=les.pk).title == "Snel geld"


def test_types_can_be_chosen(client, lesaanbod, les):
    koppel(TrainingPageFactory(parent=lesaanbod, title="Training"))
    InformatiePageFactory(parent=lesaanbod.get_parent(), title="Contact")
    assert titels(client, "?type=lesaanbod.LesPage") == ["Snel geld"]
    assert titels(client, "?type=lesaanbod.TrainingPage&fields=*") == ["Training"]
    assert titels(client, "?type=lesaanbod.InformatiePage") == ["Contact"]


@pytest.mark.parametrize("pad", ["/api/v2/images/", "/api/v2/documents/", "/api/v2/users/"])
def test_there_is_no_other_endpoint(client, les, pad):
    assert client.get(pad).status_code == 404


@pytest.mark.parametrize("vraag", ["", "?type=lesaanbod.LesPage&fields=*"])
def test_list_asks_as_often_for_any_number_of_lessons(client, lesaanbod, begrippen, vraag):
    def make(aantal: int) -> None:
        for _ in range(aantal):
            maak_les(lesaanbod, niveaus=[begrippen["vo"]], themas=[begrippen["geld"]])

    make(1)
    assert_same_queries(make, PAGINAS + vraag, client)


def test_api_sets_no_cookie(client, les):
    assert client.get(PAGINAS).cookies == {}
