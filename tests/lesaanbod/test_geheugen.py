"""What a process remembers of the catalogue, until it changes."""

import pytest

from lesaanbod import geheugen
from lesaanbod.models import LesaanbodPage

pytestmark = pytest.mark.usefixtures("cache_aan")


class Maker:
    """Makes a number, one higher each time."""

    def __init__(self) -> None:
        self.gemaakt = 0

    def maak(self) -> int:
        self.gemaakt += 1
        return self.gemaakt


def test_what_is_remembered_is_made_again_after_an_edit(lesaanbod: LesaanbodPage, bewerk):
    maker = Maker()
    assert [geheugen.onthoud("proef", maker.maak) for _ in range(2)] == [1, 1]
    with bewerk():
        lesaanbod.save()
    assert geheugen.onthoud("proef", maker.maak) == 2


def test_what_is_remembered_is_true_for_a_few_minutes_only(monkeypatch):
    nu = geheugen.time.monotonic()
    maker = Maker()
    for later in (0, geheugen.HOUDBAAR - 1, geheugen.HOUDBAAR + 1):
        monkeypatch.setattr(geheugen.time, "monotonic", lambda later=later: nu + later)
        geheugen.onthoud("proef", maker.maak)
    assert maker.gemaakt == 2


def test_memory_has_an_end(monkeypatch):
    monkeypatch.setattr(geheugen, "MEESTE", 3)
    for nummer in range(10):
        geheugen.onthoud(("proef", nummer), Maker().maak)
    assert 1 <= len(geheugen._geheugen) <= 3


def test_what_is_not_there_takes_no_room():
    geheugen._geheugen.clear()
    for nummer in range(10):
        assert geheugen.onthoud(("proef", nummer), lambda: None) is None
    assert geheugen._geheugen == {}
