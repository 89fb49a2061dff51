"""Lines of lessons and related lessons from the catalogue."""

import pytest

from lesaanbod.models import LesPage, Vorm
from lesaanbod.selectors.leerlijn import get_leerlijn, list_leerlijnen, list_past_bij
from tests.factories.catalogus import TrainingPageFactory, koppel, maak_les
from tests.factories.lesaanbod import NiveauFactory


def lees(les: LesPage) -> dict[str, list]:
    return {
        "doelgroepen": list(les.doelgroepen.select_related("niveau")),
        "themas": list(les.themas.all()),
    }


def haltes(lijn) -> list[str]:
    return [halte.titel for halte in lijn.haltes]


@pytest.fixture
def catalogus(lesaanbod, begrippen):
    """Two lessons about money for groep 8, one for vo, and one about online."""
    groep_8, vo = begrippen["groep-8"], begrippen["vo"]
    geld, online = begrippen["geld"], begrippen["online"]
    maak_les(lesaanbod, title="B geld", niveaus=[groep_8], themas=[geld])
    maak_les(lesaanbod, title="A geld", niveaus=[groep_8], themas=[geld])
    maak_les(lesaanbod, title="Geld vo", niveaus=[vo], themas=[geld, online])
    maak_les(lesaanbod, title="Klad", niveaus=[vo], themas=[geld], live=False)
    koppel(TrainingPageFactory(parent=lesaanbod, title="Training"), niveaus=[vo], themas=[geld])


@pytest.mark.usefixtures("catalogus")
def test_theme_with_two_steps_has_a_line_and_one_with_a_single_step_has_not():
    assert [(lijn.thema, haltes(lijn)) for lijn in list_leerlijnen()] == [
        ("Snel geld", ["A geld", "Geld vo"])
    ]


@pytest.mark.usefixtures("catalogus", "niets_onthouden")
def test_series_and_what_is_put_forward_come_before_the_alphabet(begrippen):
    LesPage.objects.filter(title="B geld").update(vorm=Vorm.LESSENSERIE.value)
    assert haltes(list_leerlijnen()[0]) == ["B geld", "Geld vo"]
    LesPage.objects.filter(title="A geld").update(uitgelicht=True)
    assert haltes(list_leerlijnen()[0]) == ["A geld", "Geld vo"]


@pytest.mark.usefixtures("catalogus")
def test_line_of_a_lesson_holds_that_lesson():
    les = LesPage.objects.get(title="B geld")
    assert haltes(get_leerlijn(les, **lees(les))) == ["B geld", "Geld vo"]


@pytest.mark.usefixtures("catalogus")
def test_no_line_for_a_lesson_that_stands_alone_or_is_for_parents(lesaanbod, begrippen):
    alleen = maak_les(lesaanbod, title="Alleen", niveaus=[NiveauFactory()], themas=[])
    ouders = maak_les(
        lesaanbod,
        vorm=Vorm.OUDERBIJEENKOMST.value,
        niveaus=[begrippen["groep-8"]],
        themas=[begrippen["geld"]],
    )
    assert get_leerlijn(alleen, **lees(alleen)) is None
    assert get_leerlijn(ouders, **lees(ouders)) is None


@pytest.mark.usefixtures("catalogus")
def test_past_bij_shares_theme_and_level_and_is_never_the_lesson_itself(lesaanbod, begrippen):
    beide = maak_les(
        lesaanbod,
        title="Z beide",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["geld"], begrippen["online"]],
    )
    les = LesPage.objects.get(title="Geld vo")
    assert [een.titel for een in list_past_bij(les, **lees(les))] == ["Z beide", "Training"]
    assert [een.titel for een in list_past_bij(beide, hoogstens=1, **lees(beide))] == ["Geld vo"]


@pytest.mark.parametrize("aantal", [1, 20])
def test_lines_ask_as_often_for_any_number_of_lessons(
    lesaanbod, begrippen, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        les = maak_les(lesaanbod, niveaus=[begrippen["vo"]], themas=[begrippen["geld"]])
    gegevens = lees(les)
    les.get_url()
    with django_assert_num_queries(1):
        get_leerlijn(les, **gegevens)
    with django_assert_num_queries(1):
        list_past_bij(les, **gegevens)
    with django_assert_num_queries(2):
        list_leerlijnen()
