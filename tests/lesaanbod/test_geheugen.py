"""What a process remembers of the catalogue, until it changes."""

import pytest

from lesaanbod import geheugen
from lesaanbod.models import LesaanbodPage

pytestmark = pytest.mark.usefixtures("cache_aan")


def test_what_is_remembered_is_made_again_after_an_edit(lesaanbod: LesaanbodPage, bewerk):
    gemaakt = []
    for _ in range(2):
        geheugen.onthoud("proef", lambda: gemaakt.append(1))
    assert len(gemaakt) == 1
    with bewerk():
        lesaanbod.save()
    geheugen.onthoud("proef", lambda: gemaakt.append(1))
    assert len(gemaakt) == 2


def test_what_is_remembered_is_true_for_a_few_minutes_only(monkeypatch):
    nu = geheugen.time.monotonic()
    gemaakt = []
    for later in (0, geheugen.HOUDBAAR - 1, geheugen.HOUDBAAR + 1):
        monkeypatch.setattr(geheugen.time, "monotonic", lambda later=later: nu + later)
        geheugen.onthoud("proef", lambda: gemaakt.append(1))
    assert len(gemaakt) == 2


def test_memory_has_an_end(monkeypatch):
    monkeypatch.setattr(geheugen, "MEESTE", 3)
    for nummer in range(10):
        geheugen.onthoud(("proef", nummer), lambda: None)
    assert len(geheugen._geheugen) <= 3
