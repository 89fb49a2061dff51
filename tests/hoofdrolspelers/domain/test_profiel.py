import pytest

from hoofdrolspelers.domain.deelname import Deelname
from hoofdrolspelers.domain.profiel import Profiel

PROFIEL = Profiel(
    id=1,
    naam="Ruben Aerts",
    organisatie="Openbaar Ministerie",
    telefoon="",
    rollen=("officier van justitie",),
    niveaus=("VO",),
    wijken=(),
    max_per_maand=2,
    deelname=Deelname.ACTIEF,
)


@pytest.mark.parametrize(
    ("zoek", "gevonden"),
    [
        ("", True),
        ("ruben", True),
        ("AERTS officier", True),
        ("ministerie", True),
        ("politie", False),
    ],
)
def test_profiel_bevat_every_word(zoek, gevonden):
    assert PROFIEL.bevat(zoek) is gevonden
