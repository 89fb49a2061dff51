from hoofdrolspelers.models import Wijk
from hoofdrolspelers.selectors import is_adres_bekend, list_profielen, list_wijken
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, WijkFactory
from tests.factories.lesaanbod import GebruikerFactory, NiveauFactory, RolFactory


def test_list_profielen_by_name_in_four_queries(db, django_assert_num_queries):
    rol, niveau, wijk = RolFactory(), NiveauFactory(), WijkFactory()
    HoofdrolspelerFactory(gebruiker__naam="Zoë", is_actief=False)
    HoofdrolspelerFactory(gebruiker__naam="Anna", rollen=[rol], niveaus=[niveau], wijken=[wijk])
    with django_assert_num_queries(4):
        anna, zoe = list_profielen()
    assert (anna.naam, anna.rollen, anna.niveaus, anna.wijken) == (
        "Anna",
        (rol.naam,),
        (niveau.korte_naam,),
        (wijk.naam,),
    )
    assert (zoe.naam, zoe.wijken, zoe.is_actief) == ("Zoë", (), False)


def test_is_adres_bekend_whatever_the_case(db):
    HoofdrolspelerFactory(gebruiker__email="a@voorbeeld.example")
    GebruikerFactory(email="b@voorbeeld.example")
    assert is_adres_bekend(" A@Voorbeeld.example ")
    assert not is_adres_bekend("b@voorbeeld.example")


def test_list_wijken_by_name(db):
    Wijk.objects.all().delete()
    zuid, noord = WijkFactory(naam="Zuid"), WijkFactory(naam="Noord")
    assert list_wijken() == [(noord.pk, noord.code, "Noord"), (zuid.pk, zuid.code, "Zuid")]
