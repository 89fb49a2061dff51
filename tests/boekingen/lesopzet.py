"""A lesson as plain values, for tests that need no database."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from boekingen.forms.scherm import Achtergrond
from lesaanbod.selectors import Lesopzet, NiveauOpzet, OnderdeelOpzet, RolOpzet

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def make_les(onderdelen: int = 1, **velden) -> Lesopzet:
    return Lesopzet(
        **{
            "les_id": 12,
            "titel": "Kapot Sterk",
            "slug": "kapot-sterk",
            "url": "/lesaanbod/kapot-sterk/",
            "boekbaar": True,
            "max_leerlingen": 32,
            "min_dagen_tussen": 7,
            "min_dagen_vooraf": 14,
            "in_avond": False,
            "niveaus": (NiveauOpzet(1, "Groep 8"), NiveauOpzet(2, "VO")),
            "onderdelen": tuple(make_onderdeel(nummer) for nummer in range(1, onderdelen + 1)),
            **velden,
        }
    )


def make_onderdeel(nummer: int, duur: int = 60) -> OnderdeelOpzet:
    return OnderdeelOpzet(
        sleutel=UUID(int=nummer),
        nummer=nummer,
        titel=f"Les {nummer}",
        duur=duur,
        op_school=True,
        plaats="",
        rollen=(RolOpzet(1, "wijkagent", 1),),
    )


def make_achtergrond(les: Lesopzet | None = None, **velden) -> Achtergrond:
    klassen = {
        "groepen": [{"naam": "8A", "niveau": 1, "leerlingen": 25}],
        "samen": False,
    }
    return Achtergrond(
        **{
            "les": les or make_les(),
            "antwoorden": {"klassen": klassen},
            "nu": NU,
            "regio": "Midden",
            **velden,
        }
    )
