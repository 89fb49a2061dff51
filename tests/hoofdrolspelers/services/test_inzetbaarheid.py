"""For which lessons somebody can be asked."""

import pytest

from hoofdrolspelers.selectors import list_inzetbaar
from hoofdrolspelers.services.hoofdrolspelers import OnbekendeKeuze
from hoofdrolspelers.services.inzetbaarheid import zet_inzetbaarheid
from lesaanbod.models import Gebeurtenis
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory
from tests.factories.lesaanbod import LesPageFactory

pytestmark = pytest.mark.django_db


def test_zet_inzetbaarheid_keeps_the_lessons_and_logs_it(nu):
    persoon, ander = HoofdrolspelerFactory(), HoofdrolspelerFactory()
    een, twee = LesPageFactory(), LesPageFactory()

    def zet(*les_ids):
        zet_inzetbaarheid(hoofdrolspeler_id=persoon.pk, les_ids=les_ids, nu=nu, door=None)
        return list_inzetbaar([persoon.pk, ander.pk])

    assert zet(een.pk, twee.pk) == {persoon.pk: {een.pk, twee.pk}}
    assert zet(twee.pk) == {persoon.pk: {twee.pk}}
    assert zet() == {}
    assert Gebeurtenis.objects.filter(wat="inzetbaarheid gewijzigd").count() == 3


def test_zet_inzetbaarheid_refuses_a_lesson_that_is_not_there(nu):
    persoon = HoofdrolspelerFactory()
    with pytest.raises(OnbekendeKeuze):
        zet_inzetbaarheid(hoofdrolspeler_id=persoon.pk, les_ids=[987654], nu=nu, door=None)
    assert not Gebeurtenis.objects.exists()
