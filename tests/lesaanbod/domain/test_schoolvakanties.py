import csv
from datetime import date, timedelta

import pytest

from lesaanbod.domain.schoolvakanties import (
    Soort,
    VrijePeriode,
    find_vrije_periode,
    is_schooljaar_bekend,
    vrije_periodes,
)
from tests.boekingen.duo import DATA_MAP

KERST = VrijePeriode("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3), Soort.VAKANTIE)


def test_vrije_periodes_of_a_season():
    assert vrije_periodes("Midden", date(2026, 12, 1), date(2027, 3, 31)) == (
        KERST,
        VrijePeriode("Eerste kerstdag", date(2026, 12, 25), date(2026, 12, 25), Soort.FEESTDAG),
        VrijePeriode("Tweede kerstdag", date(2026, 12, 26), date(2026, 12, 26), Soort.FEESTDAG),
        VrijePeriode("Nieuwjaarsdag", date(2027, 1, 1), date(2027, 1, 1), Soort.FEESTDAG),
        VrijePeriode("Voorjaarsvakantie", date(2027, 2, 20), date(2027, 2, 28), Soort.ADVIES),
        VrijePeriode("Goede vrijdag", date(2027, 3, 26), date(2027, 3, 26), Soort.ADVIES),
        VrijePeriode("Eerste paasdag", date(2027, 3, 28), date(2027, 3, 28), Soort.FEESTDAG),
        VrijePeriode("Tweede paasdag", date(2027, 3, 29), date(2027, 3, 29), Soort.FEESTDAG),
    )


@pytest.mark.parametrize("dag", [date(2026, 12, 19), date(2026, 12, 31), date(2027, 1, 3)])
def test_vrije_periodes_gives_kerst_whole_from_either_year(dag):
    assert KERST in vrije_periodes("Midden", dag, dag)


def test_vrije_periodes_outside_every_period():
    assert vrije_periodes("Midden", date(2027, 1, 4), date(2027, 2, 19)) == ()


def test_vrije_periodes_of_a_window_the_wrong_way_round():
    assert vrije_periodes("Midden", date(2027, 2, 19), date(2027, 1, 4)) == ()


def test_vrije_periodes_of_unknown_region():
    with pytest.raises(ValueError, match="Oost"):
        vrije_periodes("Oost", date(2027, 1, 1), date(2027, 1, 2))


def test_vrije_periodes_differ_per_region():
    begin = {
        regio: vrije_periodes(regio, date(2027, 2, 1), date(2027, 3, 1))[0].begin
        for regio in ("Noord", "Midden", "Zuid")
    }
    assert begin == {
        "Noord": date(2027, 2, 20),
        "Midden": date(2027, 2, 20),
        "Zuid": date(2027, 2, 13),
    }


@pytest.mark.parametrize(
    ("datum", "naam", "soort"),
    [
        (date(2026, 12, 25), "Kerstvakantie", Soort.VAKANTIE),
        (date(2027, 4, 27), "Meivakantie", Soort.VAKANTIE),
        (date(2027, 5, 6), "Hemelvaartsdag", Soort.FEESTDAG),
        (date(2027, 5, 5), "Bevrijdingsdag", Soort.ADVIES),
        (date(2025, 5, 5), "Bevrijdingsdag", Soort.FEESTDAG),
        (date(2026, 10, 20), "Herfstvakantie", Soort.ADVIES),
    ],
)
def test_find_vrije_periode_names_the_hardest_reason(datum, naam, soort):
    periode = find_vrije_periode("Midden", datum)
    assert (periode.naam, periode.soort) == (naam, soort)


def test_find_vrije_periode_on_a_plain_day():
    assert find_vrije_periode("Midden", date(2027, 1, 12)) is None


def test_bevat_counts_both_ends():
    dagen = [KERST.begin - timedelta(days=1), KERST.begin, KERST.eind, KERST.eind + timedelta(1)]
    assert [KERST.bevat(dag) for dag in dagen] == [False, True, True, False]


@pytest.mark.parametrize(
    ("datum", "bekend"),
    [
        (date(2030, 7, 31), True),
        (date(2030, 8, 1), False),
        (date(2026, 9, 1), True),
        (date(2040, 1, 1), False),
    ],
)
def test_is_schooljaar_bekend_until_the_last_regulation(datum, bekend):
    assert is_schooljaar_bekend("Midden", datum) is bekend


@pytest.mark.duo
def test_vrije_periodes_agree_with_the_published_list():
    """All 75 periods of five school years and three regions."""
    with (DATA_MAP / "schoolvakanties.csv").open(encoding="utf-8") as bestand:
        rijen = list(csv.DictReader(bestand))
    verwacht, gevonden = [], []
    for rij in rijen:
        begin, eind = date.fromisoformat(rij["begin"]), date.fromisoformat(rij["eind"])
        soort = Soort.ADVIES if rij["advies_of_verplicht"] == "advies" else Soort.VAKANTIE
        verwacht.append(VrijePeriode(rij["vakantie"], begin, eind, soort))
        gevonden += [
            periode
            for periode in vrije_periodes(rij["regio"], begin, begin)
            if periode.naam == rij["vakantie"]
        ]
    assert len(verwacht) == 75
    assert gevonden == verwacht


@pytest.mark.duo
def test_vrije_periodes_agree_with_the_published_public_holidays():
    with (DATA_MAP / "feestdagen.csv").open(encoding="utf-8") as bestand:
        verwacht = {
            (date.fromisoformat(rij["datum"]), rij["naam"]) for rij in csv.DictReader(bestand)
        }
    periodes = vrije_periodes("Midden", date(2025, 1, 1), date(2030, 12, 31))
    gevonden = {(een.begin, een.naam) for een in periodes if "vakantie" not in een.naam}
    assert gevonden == verwacht
