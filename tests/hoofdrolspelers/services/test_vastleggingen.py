"""Taking and releasing time."""

from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

import pytest

from hoofdrolspelers.domain.tijdvak import LeegTijdvak, TijdstipZonderZone
from hoofdrolspelers.models import Vastlegging
from hoofdrolspelers.services.vastleggingen import (
    AlBezet,
    OnbekendeHoofdrolspeler,
    laat_los,
    leg_vast,
    lock_hoofdrolspelers,
)
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, VastleggingFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def hoofdrolspeler():
    return HoofdrolspelerFactory()


def test_leg_vast_stores_the_time(hoofdrolspeler, nu):
    vastlegging = leg_vast(
        hoofdrolspeler_id=hoofdrolspeler.pk, begin=nu, eind=nu + HOUR, sleutel="inzet-1"
    )
    assert Vastlegging.objects.get() == vastlegging
    assert Vastlegging.objects.values_list("hoofdrolspeler", "begin", "eind", "sleutel").get() == (
        hoofdrolspeler.pk,
        nu,
        nu + HOUR,
        "inzet-1",
    )


def test_leg_vast_refuses_a_taken_moment_and_the_transaction_goes_on(hoofdrolspeler, nu):
    VastleggingFactory(hoofdrolspeler=hoofdrolspeler, begin=nu, eind=nu + HOUR)
    with transaction.atomic():
        with pytest.raises(AlBezet):
            leg_vast(
                hoofdrolspeler_id=hoofdrolspeler.pk,
                begin=nu + HOUR / 2,
                eind=nu + 2 * HOUR,
                sleutel="inzet-1",
            )
        leg_vast(
            hoofdrolspeler_id=hoofdrolspeler.pk,
            begin=nu + HOUR,
            eind=nu + 2 * HOUR,
            sleutel="inzet-1",
        )
    assert Vastlegging.objects.count() == 2


def test_leg_vast_refuses_when_only_the_database_saw_it(hoofdrolspeler, nu, monkeypatch):
    VastleggingFactory(hoofdrolspeler=hoofdrolspeler, begin=nu, eind=nu + HOUR)
    monkeypatch.setattr(
        "hoofdrolspelers.services.vastleggingen.is_bezet", lambda **_question: False
    )
    with transaction.atomic():
        with pytest.raises(AlBezet) as refusal:
            leg_vast(
                hoofdrolspeler_id=hoofdrolspeler.pk, begin=nu, eind=nu + HOUR, sleutel="inzet-1"
            )
        assert Vastlegging.objects.count() == 1
    assert isinstance(refusal.value.__cause__, IntegrityError)


def test_leg_vast_does_not_call_a_used_key_taken_time(hoofdrolspeler, nu):
    VastleggingFactory(begin=nu, sleutel="inzet-1")
    with pytest.raises(IntegrityError, match="sleutel"), transaction.atomic():
        leg_vast(hoofdrolspeler_id=hoofdrolspeler.pk, begin=nu, eind=nu + HOUR, sleutel="inzet-1")


def test_leg_vast_refuses_what_is_no_span(hoofdrolspeler, nu):
    with pytest.raises(LeegTijdvak):
        leg_vast(hoofdrolspeler_id=hoofdrolspeler.pk, begin=nu, eind=nu, sleutel="inzet-1")
    with pytest.raises(TijdstipZonderZone):
        leg_vast(
            hoofdrolspeler_id=hoofdrolspeler.pk,
            begin=datetime(2027, 1, 11, 9),
            eind=nu,
            sleutel="inzet-1",
        )


def test_leg_vast_for_nobody_is_refused(nu):
    with pytest.raises(OnbekendeHoofdrolspeler):
        leg_vast(hoofdrolspeler_id=0, begin=nu, eind=nu + HOUR, sleutel="inzet-1")


def test_laat_los_gives_the_time_back(hoofdrolspeler, nu):
    taken = VastleggingFactory(hoofdrolspeler=hoofdrolspeler, begin=nu)
    laat_los(vastlegging_id=taken.pk)
    leg_vast(hoofdrolspeler_id=hoofdrolspeler.pk, begin=nu, eind=nu + HOUR, sleutel="inzet-2")
    assert Vastlegging.objects.values_list("sleutel", flat=True).get() == "inzet-2"


def test_laat_los_twice_changes_nothing(nu):
    taken, other = VastleggingFactory(begin=nu), VastleggingFactory(begin=nu)
    laat_los(vastlegging_id=taken.pk)
    laat_los(vastlegging_id=taken.pk)
    assert list(Vastlegging.objects.all()) == [other]


def test_lock_hoofdrolspelers_returns_them_by_pk():
    first, second, _third = HoofdrolspelerFactory.create_batch(3)
    assert lock_hoofdrolspelers(ids=[second.pk, first.pk, second.pk]) == [first, second]


def test_lock_hoofdrolspelers_locks_rows_in_order_where_the_database_can(hoofdrolspeler):
    with CaptureQueriesContext(connection) as queries:
        lock_hoofdrolspelers(ids=[hoofdrolspeler.pk])
    (query,) = queries
    assert query["sql"].endswith("FOR UPDATE") is connection.features.has_select_for_update
    assert 'ORDER BY "hoofdrolspelers_hoofdrolspeler"."id" ASC' in query["sql"]


def test_lock_hoofdrolspelers_names_who_is_not_there(hoofdrolspeler):
    with pytest.raises(OnbekendeHoofdrolspeler) as refusal:
        lock_hoofdrolspelers(ids=[hoofdrolspeler.pk, 0])
    assert refusal.value.args == ([0],)


@pytest.mark.django_db(transaction=True)
def test_lock_hoofdrolspelers_outside_a_transaction_is_a_mistake():
    with pytest.raises(TransactionManagementError):
        lock_hoofdrolspelers(ids=[])
