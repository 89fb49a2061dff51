"""The words the catalogue is ordered by, as choices for the forms of the rooms above."""

from dataclasses import dataclass

from lesaanbod.models import Niveau, Rol


@dataclass(frozen=True, slots=True)
class Woord:
    """A word with its number, its slug and its name."""

    id: int
    slug: str
    naam: str


def list_rollen() -> list[Woord]:
    """Return the roles in order."""
    return [Woord(*rij) for rij in Rol.objects.values_list("pk", "slug", "naam")]


def list_niveauwoorden() -> list[Woord]:
    """Return the levels in order."""
    return [Woord(*rij) for rij in Niveau.objects.values_list("pk", "slug", "naam")]
