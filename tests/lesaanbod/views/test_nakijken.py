"""The report of pages that nobody touched for a year."""

from datetime import timedelta

from django.urls import reverse

import pytest
import time_machine

from tests.factories.catalogus import maak_les
from tests.inloggen import login_as, make_medewerker
from tests.paginas import count_queries


@pytest.fixture
def maak(lesaanbod, nu):
    """A maker of lessons that were last changed so long ago."""

    def maak_oud(titel: str, dagen: int, **velden) -> None:
        les = maak_les(lesaanbod, title=titel, **velden)
        oud = nu - timedelta(days=dagen)
        type(les).objects.filter(pk=les.pk).update(latest_revision_created_at=oud)

    return maak_oud


@pytest.fixture
def redacteur(client, db, nu):
    with time_machine.travel(nu, tick=True):
        login_as(client, make_medewerker("redacteur"))
        yield


@pytest.mark.usefixtures("redacteur")
def test_only_live_pages_of_over_a_year_stand_in_it_the_oldest_first(client, maak):
    maak("Jaar oud", 366)
    maak("Twee jaar oud", 730)
    maak("Nieuw genoeg", 364)
    maak("Oud maar offline", 800, live=False)
    response = client.get(reverse("nakijken"))
    assert [pagina.title for pagina in response.context["object_list"]] == [
        "Twee jaar oud",
        "Jaar oud",
    ]
    assert "Twee jaar oud" in response.content.decode()


@pytest.mark.usefixtures("redacteur")
def test_report_is_in_the_menu(client):
    assert reverse("nakijken") in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.usefixtures("redacteur")
def test_queries_do_not_grow_with_pages(client, maak):
    maak("Een", 400)
    adres = reverse("nakijken")
    client.get(adres)
    eerst = count_queries(client, adres)
    for nummer in range(4):
        maak(f"Nog {nummer}", 400)
    assert count_queries(client, adres) == eerst
