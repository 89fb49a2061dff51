"""How a lesson is built up, as plain values."""

import pytest

from lesaanbod.models import Onderdeel, Vorm
from lesaanbod.selectors import (
    Lesopzet,
    NiveauOpzet,
    OnderdeelOpzet,
    RolOpzet,
    find_les_id,
    get_lesopzet,
)
from tests.factories.catalogus import TrainingPageFactory, get_rol, maak_les


def test_get_lesopzet_gives_everything_a_request_needs(lesaanbod, begrippen):
    vo = begrippen["vo"]
    les = maak_les(
        lesaanbod,
        title="Wie grijpt in?",
        slug="wie-grijpt-in",
        vorm=Vorm.LESSENSERIE.value,
        niveaus=[vo],
        rollen=["wijkagent", None],
        duren=[50, 45],
        max_leerlingen=28,
        min_dagen_tussen=5,
        min_dagen_vooraf=10,
    )
    eerste, tweede = les.onderdelen.all()
    assert get_lesopzet(les.pk) == Lesopzet(
        les_id=les.pk,
        titel="Wie grijpt in?",
        slug="wie-grijpt-in",
        url="/lesaanbod/wie-grijpt-in/",
        boekbaar=True,
        max_leerlingen=28,
        min_dagen_tussen=5,
        min_dagen_vooraf=10,
        in_avond=False,
        niveaus=(NiveauOpzet(vo.pk, "Voortgezet onderwijs"),),
        onderdelen=(
            OnderdeelOpzet(
                sleutel=eerste.sleutel,
                nummer=1,
                titel="Deel 1",
                duur=50,
                op_school=True,
                plaats="",
                rollen=(RolOpzet(get_rol("wijkagent").pk, "wijkagent", 1),),
            ),
            OnderdeelOpzet(
                sleutel=tweede.sleutel,
                nummer=2,
                titel="Deel 2",
                duur=45,
                op_school=True,
                plaats="",
                rollen=(),
            ),
        ),
    )


def test_get_lesopzet_follows_the_order_an_editor_chose(lesaanbod):
    les = maak_les(lesaanbod, duren=[10, 20])
    eerste, tweede = les.onderdelen.all()
    eerste.sort_order, tweede.sort_order = 1, 0
    eerste.save()
    tweede.save()
    assert [deel.duur for deel in get_lesopzet(les.pk).onderdelen] == [20, 10]


def test_get_lesopzet_names_a_level_with_two_years_once(lesaanbod, begrippen):
    les = maak_les(lesaanbod, niveaus=[begrippen["vo"], begrippen["vo"]])
    assert get_lesopzet(les.pk).niveaus == (
        NiveauOpzet(begrippen["vo"].pk, "Voortgezet onderwijs"),
    )


@pytest.mark.parametrize(
    ("vorm", "expected"),
    [("gastles", True), ("lesmateriaal", False), ("excursie", False), ("evenement", True)],
)
def test_get_lesopzet_says_whether_the_form_can_be_booked(lesaanbod, vorm, expected):
    assert get_lesopzet(maak_les(lesaanbod, vorm=vorm).pk).boekbaar is expected


def test_get_lesopzet_puts_a_meeting_of_parents_in_the_evening(lesaanbod):
    les = maak_les(lesaanbod, vorm=Vorm.OUDERBIJEENKOMST.value)
    assert get_lesopzet(les.pk).in_avond is True


def test_find_les_id_knows_live_lessons_only(lesaanbod):
    les = maak_les(lesaanbod, slug="kapot-sterk")
    maak_les(lesaanbod, slug="klad", live=False)
    assert find_les_id(slug="kapot-sterk") == les.pk
    assert find_les_id(slug="klad") is None


def test_get_lesopzet_knows_live_lessons_only(lesaanbod):
    assert get_lesopzet(maak_les(lesaanbod, live=False).pk) is None
    assert get_lesopzet(TrainingPageFactory(parent=lesaanbod).pk) is None
    assert get_lesopzet(0) is None


@pytest.mark.parametrize("delen", [1, 3, 30])
def test_get_lesopzet_asks_as_often_for_any_series(
    lesaanbod, begrippen, delen, niets_onthouden, django_assert_num_queries
):
    rollen = ["wijkagent"] * delen
    les = maak_les(lesaanbod, niveaus=[begrippen["vo"]], rollen=rollen, duren=[60] * delen)
    get_lesopzet(les.pk)
    with django_assert_num_queries(6):
        get_lesopzet(les.pk)


def test_get_lesopzet_asks_once_until_an_editor_changes_the_lesson(
    lesaanbod, begrippen, django_assert_num_queries
):
    les = maak_les(lesaanbod, niveaus=[begrippen["vo"]], duren=[60])
    assert [deel.duur for deel in get_lesopzet(les.pk).onderdelen] == [60]
    with django_assert_num_queries(0):
        get_lesopzet(les.pk)
    onderdeel = Onderdeel.objects.get(les=les)
    onderdeel.duur = 90
    onderdeel.save()
    assert [deel.duur for deel in get_lesopzet(les.pk).onderdelen] == [90]
