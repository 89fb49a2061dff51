"""A lesson as its page shows it."""

import pytest

from lesaanbod.domain.lesbeeld import Deel, Lesbeeld
from lesaanbod.domain.lesfeiten import Gast


def maak_beeld(*delen: dict) -> Lesbeeld:
    standaard = {"tekst": "", "duur": 60, "op_school": True, "plaats": "", "gasten": ()}
    return Lesbeeld(
        tuple(
            Deel(nummer=nummer, titel=f"Deel {nummer}", **{**standaard, **deel})
            for nummer, deel in enumerate(delen, start=1)
        )
    )


def test_series_of_different_guests_is_said_in_one_line():
    beeld = maak_beeld({"gasten": (Gast("wijkagent"),)}, {"gasten": (Gast("rolmodel"),)})
    assert beeld.wie == "twee hoofdrolspelers, elke les iemand anders"


@pytest.mark.parametrize(
    "tweede", [(Gast("wijkagent"),), (), (Gast("rolmodel"), Gast("jongerenwerker"))]
)
def test_other_series_names_its_guests(tweede):
    beeld = maak_beeld({"gasten": (Gast("wijkagent"),)}, {"gasten": tweede})
    assert "elke les iemand anders" not in beeld.wie
    assert beeld.wie.startswith("wijkagent")


def test_single_lesson_names_its_guest():
    beeld = maak_beeld({"gasten": (Gast("wijkagent"),)})
    assert (beeld.is_serie, beeld.wie, beeld.duur) == (False, "wijkagent", "60 minuten")


@pytest.mark.parametrize(
    ("delen", "expected"),
    [
        ([{}], "bij u op school"),
        ([{"op_school": False, "plaats": "rechtbank"}], "rechtbank"),
        ([{"op_school": False}], "in overleg"),
        ([{}, {"op_school": False}], "bij u op school; les 2 mag ergens anders"),
        (
            [{}, {"op_school": False}, {"op_school": False}],
            "bij u op school; les 2 en 3 mogen ergens anders",
        ),
        ([{}, {"op_school": False, "plaats": "museum"}], "bij u op school; les 2: museum"),
    ],
)
def test_waar(delen, expected):
    assert maak_beeld(*delen).waar == expected


def test_duration_is_said_per_part_only_where_it_differs():
    assert maak_beeld({}, {"duur": 45}).verschillende_duur is True
    assert maak_beeld({}, {}).verschillende_duur is False
