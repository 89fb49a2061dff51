"""What a school may know before it asks: roles that nobody holds for its level or wijk.

Only reasons that no diary gives away; who is busy when, is for the desk. Anybody can fill in a
draft, so nothing is said of a wijk that would tell where one person works.
"""

from collections.abc import Mapping
from typing import Any

from boekingen.models import School
from hoofdrolspelers.selectors.dagen import list_rollen_met_iemand
from lesaanbod.selectors import Lesopzet


def list_rollen_zonder_iemand(*, les: Lesopzet, antwoorden: Mapping[str, Any]) -> list[str]:
    """Return the roles of a lesson that nobody holds for the classes and the school of a draft.

    A school that was typed in has no wijk yet. Two queries.
    """
    groepen = (antwoorden.get("klassen") or {}).get("groepen", [])
    school_id = (antwoorden.get("school") or {}).get("id") or 0
    wijken = School.objects.filter(pk=school_id).values_list("wijk_id", flat=True)
    bezet = list_rollen_met_iemand(
        niveau_ids={groep["niveau"] for groep in groepen},
        les_id=les.les_id,
        wijk_id=wijken.first(),
    )
    nodig = {rol.rol_id: rol.naam for deel in les.onderdelen for rol in deel.rollen}
    return [naam for rol_id, naam in nodig.items() if rol_id not in bezet]
