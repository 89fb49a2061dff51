import pytest

from boekingen.models import Boeking
from boekingen.selectors.boekingen import get_boeking
from boekingen.selectors.lesgegevens import get_adres, get_titel, list_wie_komt, map_wie_komt
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from tests.boekingen.wereld import op


def vers(boeking) -> Boeking:
    return get_boeking(boeking_id=boeking.pk)


def test_get_titel_of_a_single_lesson_names_lesson_and_class(wereld):
    les = wereld.les({"wijkagent": 1}, title="Geldezels")
    boeking = wereld.aanvraag(les).boekingen.get()
    assert get_titel(vers(boeking)) == "Geldezels (8A)"


def test_get_titel_of_a_series_says_which_lesson(wereld):
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1}, title="Kapot Sterk")
    boeking = wereld.aanvraag(les).boekingen.get(nummer=2)
    assert get_titel(vers(boeking)) == f"Kapot Sterk, les 2: {boeking.titel} (8A)"


def test_get_titel_of_classes_that_join_names_them_all(wereld):
    les = wereld.les({"wijkagent": 1}, title="Geldezels", max_leerlingen=75)
    boeking = wereld.aanvraag(les, klassen=["8A", "8B", "8C"], samen=True).boekingen.get()
    assert get_titel(vers(boeking)) == "Geldezels (8A, 8B en 8C)"


@pytest.mark.parametrize(
    ("op_school", "plaats", "adres"),
    [
        (True, "", "De Lindehof, Lindelaan 4, 3561 AA Utrecht"),
        (False, "de rechtbank", "de rechtbank"),
        (False, "", "op een andere plek, in overleg"),
    ],
)
def test_get_adres_says_where_to_go(wereld, op_school, plaats, adres):
    type(wereld.school).objects.update(naam="De Lindehof")
    boeking = wereld.boeking()
    Boeking.objects.update(op_school=op_school, plaats=plaats)
    assert get_adres(vers(boeking)) == adres


@pytest.mark.parametrize(
    ("zichtbaarheid", "wie"),
    [
        ("rol", "een wijkagent"),
        ("voornaam", "Sanne, wijkagent"),
        ("naam", "Sanne Dijkhof, wijkagent"),
    ],
)
def test_list_wie_komt_shows_as_much_as_the_person_allows(wereld, zichtbaarheid, wie):
    persoon = wereld.persoon(
        "wijkagent",
        voornaam="Sanne",
        gebruiker__naam="Sanne Dijkhof",
        zichtbaarheid=zichtbaarheid,
    )
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    assert list_wie_komt(vers(boeking)) == ["een wijkagent"]
    wereld.ja(inzet)
    assert list_wie_komt(vers(boeking)) == [wie]


def test_list_wie_komt_shows_another_choice_until_the_lesson_stands(wereld):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    velden = {"zichtbaarheid_vooraf": "rol", "zichtbaarheid": "voornaam"}
    sanne = wereld.persoon("wijkagent", voornaam="Sanne", **velden)
    wie, ander = wereld.vraag(boeking, sanne, wereld.persoon("rolmodel"))
    wereld.ja(wie)
    assert "een wijkagent" in list_wie_komt(vers(boeking))
    wereld.ja(ander)
    assert "Sanne, wijkagent" in list_wie_komt(vers(boeking))


def test_get_boeking_reads_everything_for_the_words_at_once(wereld, django_assert_num_queries):
    boeking = wereld.boeking({"wijkagent": 1, "rechtenstudent": 2}, begin=op(2, 2))
    wereld.ja(wereld.vraag(boeking, wereld.persoon("wijkagent"))[0])
    boeking = vers(boeking)
    with django_assert_num_queries(0):
        assert len(list_wie_komt(boeking)) == 3
        get_titel(boeking)
        get_adres(boeking)


@pytest.mark.parametrize("na", Zichtbaarheid)
@pytest.mark.parametrize("vooraf", [Zichtbaarheid.ROL, Zichtbaarheid.VOORNAAM])
def test_map_wie_komt_tells_of_many_lessons_what_is_told_of_one(
    wereld, na, vooraf, django_assert_num_queries
):
    open_les = wereld.boeking({"wijkagent": 2, "jongerenwerker": 1})
    jaknikker, zwijger = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    ja, _ = wereld.vraag(open_les, jaknikker, zwijger)
    wereld.ja(ja)
    vaste_les, _ = wereld.bevestigd(begin=op(3, 2))
    for persoon in wereld.mensen:
        persoon.zichtbaarheid, persoon.zichtbaarheid_vooraf = na.value, vooraf.value
        persoon.save()
    ids = [open_les.pk, vaste_les.pk]

    with django_assert_num_queries(1):
        wie = map_wie_komt(ids)

    assert wie == {pk: list_wie_komt(get_boeking(boeking_id=pk)) for pk in ids}
    assert sorted(map(len, wie.values())) == [1, 3]
