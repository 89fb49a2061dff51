"""Every address of the site, tried as every role (the table is in matrix.py).

What is read on the way is looked through for the planted words of tests/veiligheid/kanaries.py: who
gets a page may get it with what is of others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
from tests.veiligheid.kanaries import bouw_stad, find_lekken, zoek

pytestmark = pytest.mark.lang
EDITORS = ("schrijver", "redacteur", "beheerder")
NAMED = {rij.route for rij in RIJEN}


@dataclass(slots=True)
class Deuren:
    """Tries addresses as every role; each try begins with a fresh browser, logged in."""

    cast: Cast
    dingen: dict[str, object]
    log: list[str]
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    sleutels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sleutels |= {rol: make_sessie(self.cast[rol]) for rol in ROLLEN if rol != "anoniem"}

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
def deuren(db) -> Iterator[Deuren]:
    """Everybody, on the day from which the things are seen, when all is still to be answered."""
    with time_machine.travel(NU):
        cast = make_cast()
        yield Deuren(cast, make_dingen(cast), [])


@pytest.fixture
def stadsdeuren(db) -> Iterator[Deuren]:
    """The same in the town with planted words, after the yes, when most may be read."""
    with bouw_stad() as stad:
        stad.wereld.ja(stad.inzet)
        yield Deuren(stad.cast, stad.dingen, stad.log)


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


def find_deviations(rij: Rij, method: str, deuren: Deuren) -> list[str]:
    """Try one row as every role; return what differs from it, and what is read and may not be."""
    adres, found = rij.adres.format_map(deuren.dingen), []
    for rol, expected in rij.words(method).items():
        response = deuren.try_as(rol, method, adres)
        word = to_word(response)
        if word != expected and not (rij.is_silent_on(method) and word == "405"):
            found.append(f"{method.upper()} {adres} as {rol}: {word}, not {expected}")
        if method == "get":
            found += find_lekken(rol, adres, response)
    return found


@pytest.mark.parametrize("demo", [False, True])
def test_every_role_reads_what_its_row_says_and_no_word_of_others(demo, stadsdeuren):
    """What was logged on the way holds no planted word either."""
    rows = [rij for rij in RIJEN if rij.demo is demo]
    with urls_with(demo=demo):
        deviations = [line for rij in rows for line in find_deviations(rij, "get", stadsdeuren)]
    assert not deviations, "\n".join(deviations)
    assert zoek("\n".join(stadsdeuren.log)) == set()
    assert stadsdeuren.log or demo


@pytest.mark.parametrize("demo", [False, True])
def test_every_role_may_send_what_its_row_says(demo, deuren):
    rows = [rij for rij in RIJEN if rij.demo is demo]
    with urls_with(demo=demo):
        deviations = [line for rij in rows for line in find_deviations(rij, "post", deuren)]
    assert not deviations, "\n".join(deviations)


@pytest.mark.parametrize("groep", GROEPEN)
@pytest.mark.parametrize("method", ["get", "post"])
def test_group_lets_editors_in_and_nobody_else(groep, method, stadsdeuren):
    """And the editors read no planted word there."""
    routes = [r for r in list_routes() if re.fullmatch(groep, r) and r not in NAMED]
    entered, broken, lekken, geopend = set(), set(), [], 0
    for route in routes:
        for rol in ROLLEN:
            response = stadsdeuren.try_as(rol, method, fill(route))
            if rol not in EDITORS and to_word(response) != "t":
                entered.add((rol, route, response.status_code))
            if response.status_code >= 500:
                broken.add((method, route))
            lekken += find_lekken(rol, fill(route), response)
            geopend += response.status_code == 200
    assert entered == set()
    assert geopend or method == "post"
    assert broken == {
        fault for fault in WAGTAIL_FAULTS if fault[0] == method and fault[1] in routes
    }
    assert lekken == []


def test_filled_addresses_match_their_own_route():
    """A stand-in that matches nothing would make the group test say nothing."""
    grouped = [route for route in list_routes() if is_grouped(route) and route not in NAMED]
    found = {route: resolve(fill(route)).route for route in grouped}
    assert {key: value for key, value in found.items() if value != key.replace("^", "")} == {}


def test_tests_run_without_demo():
    assert settings.DEMO is False
