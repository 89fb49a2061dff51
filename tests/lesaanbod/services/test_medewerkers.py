import pytest

from lesaanbod.models import Bevoegdheid, Gebeurtenis
from lesaanbod.services.medewerkers import ensure_medewerker


def test_ensure_medewerker_gives_the_power_once(db, nu):
    for _ in range(2):
        gebruiker = ensure_medewerker(
            email="Rik@demo.example", naam="Rik", bevoegdheid="redacteur", nu=nu
        )
        assert gebruiker.bevoegdheden == {Bevoegdheid.REDACTEUR}
    assert Gebeurtenis.objects.filter(wat="redacteur gemaakt").count() == 1


def test_ensure_medewerker_refuses_an_unknown_power(db, nu):
    with pytest.raises(ValueError, match="koning"):
        ensure_medewerker(email="rik@demo.example", naam="Rik", bevoegdheid="koning", nu=nu)
