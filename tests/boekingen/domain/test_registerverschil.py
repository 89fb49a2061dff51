import pytest

from boekingen.domain.registerverschil import Bekend, Verschil, Wijken, vergelijk
from boekingen.domain.schoolregister import parse_register
from boekingen.domain.vestigingen import Sector
from tests.factories.registers import build_codes, build_register, build_rij

WEST, OOST = 1, 2
WIJKEN = Wijken("0344", {"3561": WEST, "3582": OOST})


def read(*rows, sector=Sector.PO):
    return parse_register(build_register(*rows, sector=sector))


def know(*rows, sector=Sector.PO, wijk_vastgezet=False, is_verdwenen=False):
    """What would be known after these rows."""
    verschil = vergelijk(read(*rows, sector=sector), {}, WIJKEN)
    return {
        stand.vestiging.vestigingscode: Bekend(stand, wijk_vastgezet, is_verdwenen)
        for stand in verschil.nieuw
    }


def count(verschil):
    return {
        "nieuw": len(verschil.nieuw),
        "gewijzigd": len(verschil.gewijzigd),
        "ongewijzigd": verschil.ongewijzigd,
        "verdwenen": sorted(verschil.verdwenen),
        "teruggekeerd": len(verschil.teruggekeerd),
    }


def compare(register, bekend):
    return count(vergelijk(register, bekend, WIJKEN))


NIETS = {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 0, "verdwenen": [], "teruggekeerd": 0}


def test_vergelijk_with_nothing_known():
    assert compare(read(*build_codes(3)), {}) == {**NIETS, "nieuw": 3}


def test_vergelijk_with_the_same_file():
    assert compare(read(*build_codes(3)), know(*build_codes(3))) == {**NIETS, "ongewijzigd": 3}


def test_vergelijk_finds_a_change():
    verschil = vergelijk(read(build_rij(vestigingsnaam="Nieuw")), know(build_rij()), WIJKEN)
    assert count(verschil) == {**NIETS, "gewijzigd": 1}
    (stand,) = verschil.gewijzigd
    assert stand.vestiging.naam == "Nieuw"
    assert stand.zoektekst == " 99aa00 3561sa 3561 sa de meern nieuw basisschool school"


def test_vergelijk_finds_gone_and_returned():
    bekend = know(build_rij(code="99AA00")) | know(build_rij(code="99AA01"), is_verdwenen=True)
    assert compare(read(build_rij(code="99AA01")), bekend) == {
        **NIETS,
        "teruggekeerd": 1,
        "verdwenen": ["99AA00"],
    }


def test_vergelijk_of_what_was_gone_already():
    bekend = know(build_rij(code="99AA00"), is_verdwenen=True)
    verschil = vergelijk(read(build_rij(code="99AA01")), bekend, WIJKEN)
    assert count(verschil) == {**NIETS, "nieuw": 1}
    assert verschil.in_bereik == 0


def test_vergelijk_leaves_other_sectors_alone():
    bekend = know(build_rij(Sector.VO, "99VA00"), sector=Sector.VO)
    assert compare(read(build_rij()), bekend) == {**NIETS, "nieuw": 1}


def test_vergelijk_of_one_municipality_leaves_others_alone():
    bekend = know(build_rij(code="99AA00"), build_rij(code="99BB00", gemeentenummer="0363"))
    assert compare(read(build_rij(code="99CC00")), bekend) == {
        **NIETS,
        "nieuw": 1,
        "verdwenen": ["99AA00"],
    }


def test_vergelijk_of_two_municipalities_speaks_for_all():
    bekend = know(build_rij(code="99AA00"), build_rij(code="99BB00", gemeentenummer="0518"))
    register = read(build_rij(code="99CC00"), build_rij(code="99DD00", gemeentenummer="0363"))
    assert compare(register, bekend)["verdwenen"] == ["99AA00", "99BB00"]


@pytest.mark.parametrize(
    "waarden",
    [
        {"vestigingsnaam": " "},
        {"vestigingscode": "99AA0", "postcode": " ", "vestigingsnaam": "Anders"},
        {"vestigingscode": "x", "instellingscode": "x", "postcode": " "},
        {"vestigingscode": "x", "instellingscode": "x", "vestigingsnaam": "Anders"},
        {"vestigingscode": "98AA00"},
    ],
)
def test_vergelijk_never_calls_gone_what_a_refused_row_is_about(waarden):
    rij = build_rij(**waarden)
    bekend = know(build_rij(), build_rij(code="99ZZ00", vestigingsnaam="Z", postcode="3582 SA"))
    assert compare(read(rij, build_rij(code="99CC00")), bekend) == {
        **NIETS,
        "nieuw": 1,
        "verdwenen": ["99ZZ00"],
    }


def test_vergelijk_calls_nothing_gone_beside_a_row_that_tells_nothing():
    assert compare(read("Utrecht;1", build_rij(code="99CC00")), know(build_rij())) == {
        **NIETS,
        "nieuw": 1,
    }


def test_vergelijk_refuses_a_code_in_use_in_another_sector():
    bekend = know(build_rij(Sector.VO), sector=Sector.VO)
    verschil = vergelijk(read(build_rij(code="99BB00"), build_rij()), bekend, WIJKEN)
    assert count(verschil) == {**NIETS, "nieuw": 1}
    assert [(een.regel, een.reden) for een in verschil.weigeringen] == [
        (3, "Deze code is al bekend in sector vo.")
    ]


def test_vergelijk_takes_over_a_code_that_left_another_sector():
    bekend = know(build_rij(Sector.VO), sector=Sector.VO, is_verdwenen=True)
    assert compare(read(build_rij()), bekend) == {**NIETS, "teruggekeerd": 1}


def test_vergelijk_sorts_refusals_by_line():
    bekend = know(build_rij(Sector.VO), sector=Sector.VO)
    register = read(build_rij(), build_rij(code="99BB00", plaatsnaam=" "), build_rij(code="99CC00"))
    verschil = vergelijk(register, bekend, WIJKEN)
    assert [een.regel for een in verschil.weigeringen] == [2, 3]


@pytest.mark.parametrize(
    ("waarden", "wijk_id"),
    [
        ({}, WEST),
        ({"postcode": "3582 SA"}, OOST),
        ({"postcode": "3599 SA"}, None),
        ({"postcode": " "}, None),
        ({"gemeentenummer": "0363"}, None),
    ],
)
def test_vergelijk_gives_the_wijk_of_the_postcode(waarden, wijk_id):
    (stand,) = vergelijk(read(build_rij(**waarden)), {}, WIJKEN).nieuw
    assert stand.wijk_id == wijk_id


def test_vergelijk_moves_the_wijk_along_with_the_postcode():
    (stand,) = vergelijk(read(build_rij(postcode="3582 SA")), know(build_rij()), WIJKEN).gewijzigd
    assert stand.wijk_id == OOST


def test_vergelijk_leaves_a_chosen_wijk_alone():
    bekend = know(build_rij(), wijk_vastgezet=True)
    (stand,) = vergelijk(read(build_rij(postcode="3582 SA")), bekend, WIJKEN).gewijzigd
    assert stand.wijk_id == WEST
    assert compare(read(build_rij()), bekend) == {**NIETS, "ongewijzigd": 1}


def test_vergelijk_fills_in_a_wijk_that_became_known():
    bekend = know(build_rij(postcode="3599 SA"))
    wijken = Wijken("0344", {"3599": WEST})
    verschil = vergelijk(read(build_rij(postcode="3599 SA")), bekend, wijken)
    assert count(verschil) == {**NIETS, "gewijzigd": 1}


@pytest.mark.parametrize(
    ("verdwenen", "in_bereik", "verdacht"),
    [
        (0, 0, False),
        (0, 100, False),
        (5, 100, False),
        (6, 100, True),
        (1, 20, False),
        (1, 19, True),
    ],
)
def test_is_verdwijnen_verdacht_above_five_percent(verdwenen, in_bereik, verdacht):
    verschil = Verschil(
        nieuw=(),
        gewijzigd=(),
        teruggekeerd=(),
        ongewijzigd=0,
        verdwenen=frozenset(map(str, range(verdwenen))),
        in_bereik=in_bereik,
        weigeringen=(),
    )
    assert verschil.is_verdwijnen_verdacht is verdacht
