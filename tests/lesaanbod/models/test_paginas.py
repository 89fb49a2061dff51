"""Where pages may stand, what they say about themselves, and that a preview is the real page."""

from wagtail.models import Page

import pytest

from lesaanbod.models import (
    HomePage,
    InformatiePage,
    LeerlijnPage,
    LesaanbodPage,
    LesPage,
    NieuwsOverzichtPage,
    NieuwsPage,
    TrainingPage,
)
from tests.factories.catalogus import maak_les


@pytest.mark.parametrize(
    ("pagina", "children"),
    [
        (HomePage, {LesaanbodPage, InformatiePage, LeerlijnPage, NieuwsOverzichtPage}),
        (NieuwsOverzichtPage, {NieuwsPage}),
        (LeerlijnPage, set()),
        (LesaanbodPage, {LesPage, TrainingPage}),
        (LesPage, set()),
        (TrainingPage, set()),
        (InformatiePage, {InformatiePage}),
    ],
)
def test_pages_stand_only_where_they_belong(pagina, children):
    assert set(pagina.allowed_subpage_models()) == children


def test_site_has_one_home_page(lesaanbod):
    assert HomePage.can_create_at(Page.objects.get(depth=1)) is False


@pytest.mark.django_db
@pytest.mark.parametrize(("vorm", "expected"), [("gastles", True), ("lesmateriaal", False)])
def test_is_boekbaar(vorm, expected):
    assert LesPage(vorm=vorm).is_boekbaar is expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("vorm", "expected"),
    [
        ("gastles", "één klas, hooguit 30 leerlingen"),
        ("ouderbijeenkomst", "hooguit 30 ouders"),
        ("evenement", "hooguit 30 leerlingen"),
    ],
)
def test_groep_says_who_is_counted(vorm, expected):
    assert LesPage(vorm=vorm, max_leerlingen=30).groep == expected


@pytest.mark.parametrize("soort", ["home", "lesaanbod", "les"])
def test_preview_of_a_page_is_the_page(lesaanbod, soort):
    les = maak_les(lesaanbod, title="Kapot Sterk")
    pagina = {"home": lesaanbod.get_parent().specific, "lesaanbod": lesaanbod, "les": les}[soort]
    response = pagina.make_preview_request(preview_mode=pagina.default_preview_mode)
    assert response.status_code == 200
    assert f"<h1>{pagina.title}</h1>" in response.rendered_content
