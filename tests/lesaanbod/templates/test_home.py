"""The front door."""

from django.test import Client

import pytest

from tests.factories.catalogus import TrainingPageFactory, koppel, maak_les


@pytest.fixture
def home(lesaanbod, begrippen):
    maak_les(lesaanbod, title="Kapot Sterk", niveaus=[begrippen["groep-8"]], uitgelicht=True)
    koppel(TrainingPageFactory(parent=lesaanbod), niveaus=[begrippen["vo"]])


@pytest.mark.usefixtures("home")
def test_home_shows_entrances_with_counts_and_the_lesson_put_forward(client: Client):
    html = client.get("/").content.decode()
    assert "<h1>Gratis lessen</h1>" in html
    assert 'href="/lesaanbod/?niveau=groep-8">Groep 8</a>' in html
    assert "1 les\n" in html
    assert "1 training\n" in html
    assert html.count("ingang--docenten") == 1
    assert "Lees over Kapot Sterk" in html


def test_home_of_an_empty_site_promises_nothing(client, lesaanbod):
    html = client.get("/").content.decode()
    assert "Voor wie zoekt u een les?" not in html
    assert "Lees over" not in html
    assert 'href="/lesaanbod/">Bekijk het lesaanbod' in html


@pytest.mark.usefixtures("niets_onthouden")
@pytest.mark.parametrize("lessen", [1, 3, 30])
def test_home_asks_as_often_for_any_number_of_lessons(
    client, lesaanbod, begrippen, lessen, django_assert_num_queries
):
    for _ in range(lessen):
        maak_les(lesaanbod, niveaus=[begrippen["vo"]], uitgelicht=True)
    client.get("/")
    with django_assert_num_queries(15):
        client.get("/")
