from lesaanbod.selectors import list_gebeurtenissen
from lesaanbod.services.gebeurtenissen import noteer
from tests.factories.lesaanbod import GebruikerFactory


def test_list_gebeurtenissen_newest_first_of_these_subjects_only(db, nu, django_assert_num_queries):
    door = GebruikerFactory(naam="Jamila")
    for soort, nummer, wie in (("les", 1, None), ("les", 2, None), ("plek", 1, door)):
        noteer(onderwerp_soort=soort, onderwerp_id=nummer, wat=f"{soort} {nummer}", door=wie, nu=nu)
    with django_assert_num_queries(1):
        regels = list_gebeurtenissen([("les", 1), ("plek", "1"), ("plek", 9)])
    assert [(regel.wat, regel.door) for regel in regels] == [("plek 1", "Jamila"), ("les 1", "")]


def test_list_gebeurtenissen_without_subjects_is_empty(db, nu):
    noteer(onderwerp_soort="les", onderwerp_id=1, wat="iets", door=None, nu=nu)
    assert list_gebeurtenissen([]) == []
