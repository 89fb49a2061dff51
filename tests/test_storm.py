"""The harness of the storms: what it promises to who uses it."""

import os
import signal
import time
from functools import partial

from lesaanbod.models import Gebruiker
from tests.factories.lesaanbod import GebruikerFactory
from tests.storm import FORK, GEEN_ANTWOORD, Uitkomst, run_at_once


def refuse(word: str) -> None:
    raise LookupError(word)


def hang() -> None:
    while True:
        signal.pause()


def test_run_at_once_returns_answers_in_order(transactional_db):
    functions = [partial(max, number, 0) for number in range(6)]
    assert run_at_once(functions) == [Uitkomst(value=number) for number in range(6)]


def test_run_at_once_names_what_was_raised(transactional_db):
    assert run_at_once([partial(refuse, "weg")]) == [Uitkomst(error="LookupError", text="weg")]


def test_run_at_once_has_all_clients_there_at_the_same_time(transactional_db):
    meeting = FORK.Barrier(6, timeout=20)
    answers = run_at_once([meeting.wait] * 6)
    assert sorted(answer.value for answer in answers) == [0, 1, 2, 3, 4, 5]


def test_run_at_once_starts_nobody_before_the_last_is_ready(transactional_db):
    before = time.monotonic()
    starts = [answer.value for answer in run_at_once([time.monotonic] * 4)]
    assert min(starts) > before + 0.05


def test_run_at_once_gives_up_on_who_hangs_or_dies(transactional_db):
    answers = run_at_once([hang, partial(os._exit, 3), partial(abs, -1)], timeout=2)
    assert answers == [GEEN_ANTWOORD, GEEN_ANTWOORD, Uitkomst(value=1)]


def test_run_at_once_reports_an_answer_that_cannot_travel(transactional_db):
    (answer,) = run_at_once([lambda: lambda: None])
    assert answer.error == "StormError"


def test_run_at_once_clients_see_what_was_committed_and_the_other_way_round(transactional_db):
    GebruikerFactory()
    answers = run_at_once([Gebruiker.objects.count, lambda: GebruikerFactory(email="x@y.nl").pk])
    assert [answer.error for answer in answers] == ["", ""]
    assert Gebruiker.objects.filter(email="x@y.nl").get().pk == answers[1].value
