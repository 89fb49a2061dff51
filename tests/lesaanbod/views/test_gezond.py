"""The health page."""

from datetime import timedelta

from django.db import OperationalError, connection
from django.utils import timezone

import pytest

from lesaanbod.services.gezondheid import sla_hart
from tests.lesaanbod.brieven import zet_voorbeeld_klaar

pytestmark = pytest.mark.django_db


def test_gezond_answers_200_when_everything_works(client):
    sla_hart(nu=timezone.now())

    response = client.get("/gezond/")

    assert response.status_code == 200
    assert response.json() == {"database": "goed", "werker": "goed", "berichten": "goed"}


def test_gezond_names_what_does_not_work(client, voorbeeldbrief):
    zet_voorbeeld_klaar(nu=timezone.now() - timedelta(hours=1))

    response = client.get("/gezond/")

    assert response.status_code == 503
    assert response.json() == {"database": "goed", "werker": "fout", "berichten": "fout"}


def test_gezond_without_a_database_answers_503(client):
    def refuse(execute, sql, params, many, context):
        raise OperationalError

    with connection.execute_wrapper(refuse):
        response = client.get("/gezond/")

    assert response.status_code == 503
    assert response.json() == {"database": "fout", "werker": "fout", "berichten": "fout"}


def test_gezond_sets_no_cookie_asks_two_queries_and_is_not_cached(
    client, django_assert_num_queries
):
    with django_assert_num_queries(2):
        response = client.get("/gezond/")

    assert response.cookies == {}
    assert "no-store" in response["Cache-Control"]


def test_gezond_takes_head_and_refuses_post(client):
    assert client.head("/gezond/").status_code == 503
    assert client.post("/gezond/").status_code == 405
