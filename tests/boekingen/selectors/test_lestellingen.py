"""Editors get numbers of bookings, and nothing else."""

from dataclasses import fields

from django.db import transaction
from django.db.models import ProtectedError

from wagtail.models import Page

import pytest

from boekingen.domain.lesafwijking import Boekingtelling, Deelopzet
from boekingen.models import Boeking
from boekingen.selectors.lestellingen import (
    is_in_gebruik,
    list_boekingtellingen,
    tel_aanvragen,
    tel_boekingen,
    tel_open_boekingen,
)
from boekingen.services.boekingen import annuleer_boeking
from tests.factories.lesaanbod import LesPageFactory, RolFactory


def annuleer(wereld, boeking):
    annuleer_boeking(boeking_id=boeking.pk, reden="ziek", nu=wereld.nu, door=None)


def test_open_bookings_are_counted_without_cancelled_ones(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    eerste, _ = wereld.aanvraag(les).boekingen.all()
    annuleer(wereld, eerste)
    assert (tel_open_boekingen(pad=les.path), tel_boekingen(pad=les.path)) == (1, 2)


def test_bookings_below_a_page_count(wereld):
    wereld.aanvraag(wereld.les({"wijkagent": 1}))
    assert tel_open_boekingen(pad=Page.get_first_root_node().path) == 1


def test_other_lesson_does_not_count(wereld):
    wereld.aanvraag(wereld.les({"wijkagent": 1}))
    andere = wereld.les({"wijkagent": 1})
    assert (tel_boekingen(pad=andere.path), tel_aanvragen(pad=andere.path)) == (0, 0)


def test_draft_is_a_request_without_booking(wereld):
    les = wereld.les({"wijkagent": 1})
    wereld.concept(les, [wereld.nu])
    assert (tel_aanvragen(pad=les.path), tel_boekingen(pad=les.path)) == (1, 0)


def test_bookings_that_count_on_the_same_are_one_row(wereld):
    les = wereld.les({"wijkagent": 2})
    for _ in range(3):
        wereld.aanvraag(les)
    (telling,) = list_boekingtellingen(les_id=les.pk)
    assert (telling.aantal, telling.opzet.duur) == (3, 60)
    assert telling.opzet.rollen == {("wijkagent", 2)}


def test_number_of_queries_does_not_grow(wereld, django_assert_num_queries):
    les = wereld.les({"wijkagent": 1})
    for _ in range(3):
        wereld.aanvraag(les)
    with django_assert_num_queries(3):
        list_boekingtellingen(les_id=les.pk)


def test_row_has_room_for_numbers_and_roles_only():
    assert [veld.name for veld in fields(Boekingtelling)] == ["sleutel", "opzet", "aantal"]
    assert [veld.name for veld in fields(Deelopzet)] == ["duur", "gasten"]


def test_role_of_a_booking_is_in_use_and_another_is_not(wereld):
    wereld.aanvraag(wereld.les({"wijkagent": 1}))
    assert is_in_gebruik(wereld.rol("wijkagent")) is True
    assert is_in_gebruik(RolFactory()) is False


def test_database_refuses_to_delete_a_lesson_with_bookings(wereld):
    """The rule holds outside /beheer/ too, also for the page above."""
    boven = LesPageFactory(parent=Page.get_first_root_node())
    les = wereld.les({"wijkagent": 1})
    wereld.aanvraag(les)
    Page.objects.get(pk=les.pk).move(Page.objects.get(pk=boven.pk), pos="last-child")
    for pk in (les.pk, boven.pk):
        with pytest.raises(ProtectedError), transaction.atomic():
            Page.objects.get(pk=pk).delete()
    assert Boeking.objects.count() == 1
