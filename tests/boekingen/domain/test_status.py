"""Every pair of every table: what is allowed is written out here once more, the rest is not."""

from itertools import product

import pytest

from boekingen.domain.status import (
    OVERGANGEN,
    AanvraagStatus,
    BoekingStatus,
    ContactStatus,
    InzetStatus,
    OvergangNietToegestaan,
    PlanStatus,
    RondeStatus,
    VoorstelStatus,
    check_overgang,
)

TOEGESTAAN = {
    AanvraagStatus: """
        concept ingediend
        ingediend gepland wachtlijst afgerond afgewezen ingetrokken
        wachtlijst ingediend afgerond afgewezen ingetrokken
        gepland ingediend afgerond afgewezen ingetrokken
    """,
    BoekingStatus: """
        te_plannen voorgesteld geannuleerd
        voorgesteld voorgesteld te_plannen bevestigd geannuleerd
        bevestigd voorgesteld te_plannen gegeven geannuleerd
        gegeven niet_doorgegaan
        niet_doorgegaan gegeven
    """,
    InzetStatus: """
        uitgenodigd toegezegd afgewezen verlopen ingetrokken
        toegezegd uitgenodigd afgemeld ingetrokken
        afgewezen toegezegd
        verlopen toegezegd
    """,
    ContactStatus: """
        aangemeld toegelaten geweigerd
        toegelaten geweigerd
        geweigerd toegelaten
    """,
    VoorstelStatus: """
        open aangenomen afgewezen vervallen
    """,
    RondeStatus: """
        lopend gestopt gevuld uitgeput
        uitgeput gestopt gevuld
    """,
    PlanStatus: """
        wachtend lopend vervallen
        lopend klaar gestopt mislukt
        klaar toepassen toegepast vervallen
        gestopt toepassen toegepast vervallen
        mislukt toepassen toegepast vervallen
        toepassen toegepast mislukt
    """,
}
PAREN = [
    pytest.param(van, naar, id=f"{soort.__name__}-{van}-{naar}")
    for soort in TOEGESTAAN
    for van, naar in product(soort, repeat=2)
]


def is_toegestaan(van, naar):
    rijen = [rij.split() for rij in TOEGESTAAN[type(van)].strip().splitlines()]
    return any(rij[0] == van.value and naar.value in rij[1:] for rij in rijen)


@pytest.mark.parametrize(("van", "naar"), PAREN)
def test_every_step_is_allowed_or_refused_as_written(van, naar):
    if is_toegestaan(van, naar):
        assert check_overgang(van, naar) is None
    else:
        with pytest.raises(OvergangNietToegestaan, match=f"{van} -> {naar}") as geweigerd:
            check_overgang(van, naar)
        assert (geweigerd.value.van, geweigerd.value.naar) == (van, naar)


def test_every_state_of_every_set_has_a_row():
    assert {soort: set(tabel) for soort, tabel in OVERGANGEN.items()} == {
        soort: set(soort) for soort in TOEGESTAAN
    }
