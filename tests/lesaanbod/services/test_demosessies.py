"""The demo always has a next moment for its trainings."""

from lesaanbod.models import Sessie
from lesaanbod.services.demo.sessies import SESSIES, zorg_voor_sessies
from tests.factories.catalogus import SessieFactory, TrainingPageFactory


def test_moments_are_made_once_on_working_days_and_are_sound(lesaanbod, nu):
    for slug in {sessie.training for sessie in SESSIES}:
        TrainingPageFactory(parent=lesaanbod, slug=slug)
    for _ in range(2):
        zorg_voor_sessies(nu=nu)
    assert Sessie.objects.count() == len(SESSIES)
    for sessie in Sessie.objects.all():
        sessie.full_clean()
        assert sessie.begin > nu
        assert sessie.begin.weekday() < 5


def test_training_that_is_not_there_has_none(lesaanbod, nu):
    zorg_voor_sessies(nu=nu)
    assert Sessie.objects.count() == 0


def test_moments_of_an_editor_are_left_alone(lesaanbod, nu):
    eigen = SessieFactory(training=TrainingPageFactory(parent=lesaanbod, slug=SESSIES[0].training))
    zorg_voor_sessies(nu=nu)
    assert list(Sessie.objects.all()) == [eigen]
