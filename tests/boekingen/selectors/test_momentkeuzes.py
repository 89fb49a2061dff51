import pytest

from boekingen.selectors.boekingbeeld import get_boeking_voor_planning
from boekingen.selectors.momentkeuzes import list_momentkeuzes
from tests.boekingen.wereld import op
from tests.inloggen import make_medewerker


@pytest.fixture
def wie(db):
    return make_medewerker("coördinator")


def keuzes(wie, wereld, boeking, nu=None):
    boeking = get_boeking_voor_planning(wie=wie, boeking_id=boeking.pk)
    return list_momentkeuzes(wie=wie, boeking=boeking, nu=nu or wereld.nu)


def test_list_momentkeuzes_second_class_comes_after_the_first(wereld, wie):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}), klassen=["8A", "8B"])
    eerste, tweede = aanvraag.boekingen.order_by("groepen__volgorde")
    assert [keuze.begin for keuze in keuzes(wie, wereld, eerste)] == [op(2, 2, 9)]
    assert [keuze.begin for keuze in keuzes(wie, wereld, tweede)] == [op(2, 2, 10, 15)]


def test_list_momentkeuzes_classes_together_share_the_wish(wereld, wie):
    les = wereld.les({"wijkagent": 1}, max_leerlingen=60)
    aanvraag = wereld.aanvraag(les, klassen=["8A", "8B"], samen=True)
    (keuze,) = keuzes(wie, wereld, aanvraag.boekingen.get())
    assert (keuze.begin, keuze.eind) == (op(2, 2, 9), op(2, 2, 10))


def test_list_momentkeuzes_counts_who_can_come_per_role(wereld, wie):
    wereld.persoon("wijkagent")
    wereld.persoon("wijkagent", ritme=False)
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1, "rolmodel": 2}))
    (keuze,) = keuzes(wie, wereld, aanvraag.boekingen.get())
    assert {(b.rol, b.nodig, b.kunnen) for b in keuze.bezetting} == {
        ("wijkagent", 1, 1),
        ("rolmodel", 2, 0),
    }


def test_list_momentkeuzes_refuses_a_wish_that_is_over(wereld, wie):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    (keuze,) = keuzes(wie, wereld, boeking, nu=op(2, 3))
    assert keuze.bezwaar == "Dit moment is al voorbij. Kies een later moment."
    assert (keuze.volgorde, keuze.bezetting) == ("", ())


def test_list_momentkeuzes_marks_a_wish_that_breaks_the_order(wereld, wie):
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1}, min_dagen_tussen=7)
    eerste, tweede = wereld.aanvraag(les).boekingen.order_by("nummer")
    wereld.stel_voor(eerste, op(2, 8))
    (keuze,) = keuzes(wie, wereld, tweede)
    assert keuze.bezwaar == ""
    assert keuze.volgorde.startswith("Kies een dag vanaf maandag 15 februari.")
