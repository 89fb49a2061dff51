"""A person as matching sees one."""

from dataclasses import FrozenInstanceError

import pytest

from hoofdrolspelers.domain.persoon import Persoon


def test_persoon_is_a_value():
    fields = {
        "id": 1,
        "naam": "Sanne de Vries",
        "voornaam": "Sanne",
        "organisatie": "Politie",
        "rol_ids": frozenset({1}),
        "niveau_ids": frozenset({2}),
        "wijk_ids": frozenset(),
        "max_per_maand": 4,
        "is_actief": True,
        "vrij": (),
        "bezet": (),
    }
    assert Persoon(**fields) == Persoon(**fields)
    assert len({Persoon(**fields), Persoon(**fields)}) == 1
    with pytest.raises(FrozenInstanceError):
        Persoon(**fields).naam = "Een ander"
