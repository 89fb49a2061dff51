from lesaanbod.models import Niveau, Rol
from lesaanbod.selectors import Woord, list_niveauwoorden, list_rollen
from tests.factories.lesaanbod import NiveauFactory, RolFactory


def test_list_rollen_and_niveauwoorden_in_order(db):
    Rol.objects.all().delete()
    Niveau.objects.all().delete()
    laat, vroeg = RolFactory(naam="wijkagent", volgorde=2), RolFactory(naam="rolmodel", volgorde=1)
    niveau = NiveauFactory(naam="Groep 8")
    assert list_rollen() == [
        Woord(vroeg.pk, vroeg.slug, "rolmodel"),
        Woord(laat.pk, laat.slug, "wijkagent"),
    ]
    assert list_niveauwoorden() == [Woord(niveau.pk, niveau.slug, "Groep 8")]
