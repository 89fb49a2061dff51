"""Every address of the site, tried as every role (the table is in matrix.py)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

import pytest
import time_machine

from tests.inloggen import make_sessie
from tests.toegang.adressen import fill, list_routes, urls_with
from tests.toegang.matrix import GROEPEN, RIJEN, WAGTAIL_FAULTS, Rij
from tests.toegang.wereld import NU, ROLLEN, Cast, make_cast, make_dingen

EDITORS = ("schrijver", "redacteur", "beheerder")
NAMED = {rij.route for rij in RIJEN}


@pytest.fixture
def cast(db) -> Iterator[Cast]:
    """Everybody, on the day from which the things are seen."""
    with time_machine.travel(NU):
        yield make_cast()


@dataclass(slots=True)
class Deuren:
    """Tries addresses as every role; each try begins with a fresh browser, logged in."""

    sleutels: dict[str, str]
    client: Client

    def try_as(self, rol: str, method: str, adres: str) -> HttpResponse:
        """Return the answer to an empty request; what it changed is undone."""
        self.client.cookies.clear()
        if rol in self.sleutels:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self.sleutels[rol]
        with transaction.atomic():
            response = getattr(self.client, method)(adres)
            transaction.set_rollback(True)
        return response


@pytest.fixture
def deuren(cast) -> Deuren:
    sleutels = {rol: make_sessie(cast[rol]) for rol in ROLLEN if rol != "anoniem"}
    return Deuren(sleutels, Client(raise_request_exception=False))


def to_word(response) -> str:
    """Return what happened as a word of the matrix."""
    if response.status_code not in (301, 302):
        return str(response.status_code)
    path = response.headers["Location"].partition("?")[0]
    words = {"/account/login/": "i", "/beheer/login/": "t", "/beheer/": "h"}
    return words.get(path, "302")


def is_grouped(route: str) -> bool:
    return any(re.fullmatch(groep, route) for groep in GROEPEN)


@pytest.mark.parametrize("demo", [False, True])
def test_every_route_has_a_row_and_every_row_a_route(demo):
    with urls_with(demo=demo):
        routes = set(list_routes())
    rows = {rij.route for rij in RIJEN if demo or not rij.demo}
    assert {route for route in routes - rows if not is_grouped(route)} == set()
    assert rows - routes == set()


def test_every_group_has_a_route():
    routes = list_routes()
    assert [groep for groep in GROEPEN if not any(re.fullmatch(groep, r) for r in routes)] == []


def find_deviations(rij: Rij, deuren: Deuren, dingen: dict[str, object]) -> list[str]:
    """Try one row as every role and return what differs from it."""
    adres, found = rij.adres.format_map(dingen), []
    for method in ("get", "post"):
        for rol, expected in rij.words(method).items():
            word = to_word(deuren.try_as(rol, method, adres))
            if word != expected and not (rij.is_silent_on(method) and word == "405"):
                found.append(f"{method.upper()} {adres} as {rol}: {word}, not {expected}")
    return found


@pytest.mark.parametrize("demo", [False, True])
def test_every_role_gets_what_its_row_says(demo, deuren, cast):
    dingen = make_dingen(cast)
    with urls_with(demo=demo):
        rows = [rij for rij in RIJEN if rij.demo is demo]
        deviations = [line for rij in rows for line in find_deviations(rij, deuren, dingen)]
    assert not deviations, "\n".join(deviations)


@pytest.mark.parametrize("groep", GROEPEN)
@pytest.mark.parametrize("method", ["get", "post"])
def test_group_lets_editors_in_and_nobody_else(groep, method, deuren):
    routes = [r for r in list_routes() if re.fullmatch(groep, r) and r not in NAMED]
    entered, broken = set(), set()
    for route in routes:
        for rol in ROLLEN:
            response = deuren.try_as(rol, method, fill(route))
            if rol not in EDITORS and to_word(response) != "t":
                entered.add((rol, route, response.status_code))
            if response.status_code >= 500:
                broken.add((method, route))
    assert entered == set()
    assert broken == {
        fault for fault in WAGTAIL_FAULTS if fault[0] == method and fault[1] in routes
    }


def test_filled_addresses_match_their_own_route():
    """A stand-in that matches nothing would make the group test say nothing."""
    grouped = [route for route in list_routes() if is_grouped(route) and route not in NAMED]
    found = {route: resolve(fill(route)).route for route in grouped}
    assert {key: value for key, value in found.items() if value != key.replace("^", "")} == {}


def test_tests_run_without_demo():
    assert settings.DEMO is False
