"""``manage.py maak_beheerder``: the first person of a new site."""

from django.core.management import CommandError, call_command

import pytest

from lesaanbod.models import Bevoegdheid, Gebeurtenis, Gebruiker
from tests.factories.lesaanbod import GebruikerFactory

pytestmark = pytest.mark.django_db


def test_makes_a_beheerder_without_a_password(capsys):
    call_command("maak_beheerder", "Eerste@Gemeente.example")
    gebruiker = Gebruiker.objects.get()
    assert (gebruiker.email, gebruiker.bevoegdheden) == (
        "eerste@gemeente.example",
        {Bevoegdheid.BEHEERDER},
    )
    assert gebruiker.password.startswith("!")
    assert gebruiker.is_superuser is False
    assert "Log in op /account/login/" in capsys.readouterr().out
    gebeurtenis = Gebeurtenis.objects.get()
    assert (gebeurtenis.onderwerp_soort, gebeurtenis.onderwerp_id, gebeurtenis.wat) == (
        "gebruiker",
        str(gebruiker.pk),
        "beheerder gemaakt",
    )


def test_a_second_time_changes_nothing_and_says_so(capsys):
    for _ in range(2):
        call_command("maak_beheerder", "eerste@gemeente.example")
    assert Gebruiker.objects.count() == Gebeurtenis.objects.count() == 1
    assert "was al beheerder" in capsys.readouterr().out


def test_somebody_known_keeps_name_and_other_rights():
    gebruiker = GebruikerFactory(email="eerste@gemeente.example", naam="Eef")
    call_command("maak_beheerder", "eerste@gemeente.example")
    gebruiker = Gebruiker.objects.get()
    assert (gebruiker.naam, gebruiker.bevoegdheden) == ("Eef", {"beheerder"})


def test_refuses_what_is_no_address():
    with pytest.raises(CommandError, match="is geen e-mailadres"):
        call_command("maak_beheerder", "eerste")
    assert Gebruiker.objects.count() == 0


def test_refuses_somebody_who_was_closed():
    GebruikerFactory(email="eerste@gemeente.example", is_active=False)
    with pytest.raises(CommandError, match="gesloten"):
        call_command("maak_beheerder", "eerste@gemeente.example")
    assert Gebruiker.objects.get().bevoegdheden == set()
