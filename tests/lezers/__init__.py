"""Every reader of calendar files at hand that is not ours looks at what we send."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial

import pytest

from tests.ical_js import ROOT, IcalJs, find_node
from tests.lezers.afspraak import Afspraak, Onleesbaar, lees_zelf
from tests.lezers.anderen import lees_met_ical_js, lees_met_vobject
from tests.lezers.libical import Libical

Lezer = Callable[[bytes], Afspraak]


class Lezers(dict[str, Lezer]):
    """The readers by name; ``tests/lezers/test_lezers.py`` skips by name who is missing."""

    def list_klachten(self, icss: Iterable[bytes]) -> list[str]:
        """Return who refuses which of these messages, or reads it otherwise than we do."""
        return [
            f"{naam}: {klacht}"
            for ics in icss
            for naam, lees in self.items()
            if (klacht := _vergelijk(lees, ics))
        ]


def _vergelijk(lees: Lezer, ics: bytes) -> str:
    try:
        gelezen = lees(ics)
    except Onleesbaar as fout:
        return f"refuses: {fout}"
    return "" if gelezen == lees_zelf(ics) else f"{gelezen} instead of {lees_zelf(ics)}"


@pytest.fixture(scope="session")
def lezers() -> Iterator[Lezers]:
    """Whoever is here: vobject always, ical.js with node, libical where the machine has it."""
    gevonden = Lezers(vobject=lees_met_vobject)
    with suppress(OSError):
        gevonden["libical"] = Libical()
    node, mist = find_node(root=ROOT, environ=os.environ)
    if mist:
        yield gevonden
        return
    ical_js = IcalJs(node)
    gevonden["ical.js"] = partial(lees_met_ical_js, ical_js)
    yield gevonden
    ical_js.close()
