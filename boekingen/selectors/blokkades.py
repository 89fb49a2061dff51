"""To which schools somebody does not come, and why; for the desk only."""

from typing import Any

from boekingen.models import Schoolblokkade
from boekingen.selectors.toegang import check_coordinator


def list_schoolblokkades(*, wie: Any, mens_id: int) -> list[Schoolblokkade]:
    """Return the blokkades of one person with their schools, by name of school. One query.

    Raises ``PermissionDenied`` for anybody but a coördinator.
    """
    check_coordinator(wie)
    rijen = Schoolblokkade.objects.filter(hoofdrolspeler=mens_id)
    return list(rijen.select_related("school").order_by("school__naam", "pk"))
