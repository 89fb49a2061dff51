"""A Sessie keeps its own rules and is never deleted."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from wagtail.models import Page

import pytest

from lesaanbod.models import Sessie
from tests.factories.catalogus import SessieFactory, TrainingPageFactory


@pytest.fixture
def sessie(lesaanbod) -> Sessie:
    return SessieFactory(training=TrainingPageFactory(parent=lesaanbod, title="Signalen"))


def test_says_what_and_when(sessie):
    assert str(sessie) == "Signalen, dinsdag 2 februari 2027, 14.00 tot 16.00 uur"


def test_end_before_begin_is_refused_in_words_and_by_the_database(sessie):
    sessie.eind = sessie.begin
    with pytest.raises(ValidationError, match="Het eind ligt na het begin"):
        sessie.full_clean()
    with pytest.raises(IntegrityError):
        sessie.save()


def test_closing_after_begin_is_refused_in_words_and_by_the_database(sessie):
    sessie.sluit_op = sessie.begin + timedelta(minutes=1)
    with pytest.raises(ValidationError, match="Aanmelden kan niet langer dan tot het begin"):
        sessie.full_clean()
    with pytest.raises(IntegrityError):
        sessie.save()


def test_vervallen_stays_vervallen(sessie):
    Sessie.objects.update(status="vervallen")
    sessie.status = "open"
    with pytest.raises(ValidationError, match="Een vervallen sessie blijft vervallen"):
        sessie.full_clean()


def test_closed_may_open_again(sessie):
    Sessie.objects.update(status="gesloten")
    sessie.status = "open"
    sessie.full_clean()


def test_is_never_deleted(sessie):
    with pytest.raises(ProtectedError):
        sessie.delete()
    with pytest.raises(ProtectedError):
        Page.objects.get(pk=sessie.training_id).delete()
    assert Sessie.objects.count() == 1
