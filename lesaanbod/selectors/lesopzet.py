"""How a lesson is built up, as plain values for the rooms above."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from wagtail.models import Page

from lesaanbod.domain.lesbeeld import Deel
from lesaanbod.domain.lesfeiten import Gast
from lesaanbod.geheugen import onthoud
from lesaanbod.models import LesPage, Onderdeel, Vorm

DEELVELDEN = ("titel", "tekst", "duur", "op_school", "plaats")


@dataclass(frozen=True, slots=True)
class NiveauOpzet:
    """A level the lesson suits."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True)
class RolOpzet:
    """A role an onderdeel needs, and how many people of it."""

    rol_id: int
    naam: str
    aantal: int


@dataclass(frozen=True, slots=True)
class OnderdeelOpzet:
    """One meeting; ``nummer`` counts from 1 in the order of the series."""

    sleutel: UUID
    nummer: int
    titel: str
    duur: int
    op_school: bool
    plaats: str
    rollen: tuple[RolOpzet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesopzet:
    """One lesson page as a request needs it."""

    les_id: int
    titel: str
    slug: str
    url: str
    boekbaar: bool
    max_leerlingen: int
    min_dagen_tussen: int
    min_dagen_vooraf: int
    in_avond: bool
    niveaus: tuple[NiveauOpzet, ...]
    onderdelen: tuple[OnderdeelOpzet, ...]


def get_lesopzet(les_id: int) -> Lesopzet | None:
    """Return how the live lesson page is built up; None for another page or none.

    Remembered until the catalogue changes: every step of a request asks for it.
    """
    return onthoud(("lesopzet", les_id), lambda: _read_lesopzet(les_id))


def _read_lesopzet(les_id: int) -> Lesopzet | None:
    """Return what the rows say of a live lesson page, in a constant number of queries."""
    les = (
        LesPage.objects.live()
        .filter(id=les_id)  # not pk: on that one Django lets a number too large reach SQLite
        .prefetch_related("doelgroepen__niveau", "onderdelen__rollen__rol")
        .first()
    )
    return None if les is None else _build_lesopzet(les)


def list_lesopzetten() -> list[Lesopzet]:
    """Return how every live lesson page is built up, by pk. A constant number of queries."""
    lessen = LesPage.objects.live().order_by("pk")
    return [
        _build_lesopzet(les)
        for les in lessen.prefetch_related("doelgroepen__niveau", "onderdelen__rollen__rol")
    ]


def read_lesopzet(pagina: Page) -> Lesopzet | None:
    """Return how a lesson is built up as an editor has it, stored or not; None for another page."""
    return _build_lesopzet(pagina) if isinstance(pagina, LesPage) else None


def list_delen(onderdelen: QuerySet[Onderdeel]) -> tuple[Deel, ...]:
    """Return onderdelen as a page shows them, with the roles of each; one query."""
    rijen = onderdelen.order_by("sort_order", "pk", "rollen__sort_order").values_list(
        "pk", *DEELVELDEN, "rollen__rol__naam", "rollen__rol__meervoud", "rollen__aantal"
    )
    delen: dict[int, tuple[Any, list[Gast]]] = {}
    for pk, titel, tekst, duur, op_school, plaats, *gast in rijen:
        _, gasten = delen.setdefault(pk, ((titel, tekst, duur, op_school, plaats), []))
        if gast[0] is not None:
            gasten.append(Gast(*gast))
    return tuple(
        Deel(
            nummer=nummer,
            gasten=tuple(gasten),
            **dict(zip(DEELVELDEN, velden, strict=True)),
        )
        for nummer, (velden, gasten) in enumerate(delen.values(), start=1)
    )


def find_les_id(*, slug: str) -> int | None:
    """Return the number of the live lesson with this slug, or None."""
    les_id: int | None = (
        LesPage.objects.live().filter(slug=slug).values_list("pk", flat=True).first()
    )
    return les_id


def list_boekbare_lessen() -> list[tuple[int, str]]:
    """Return number and title of every live lesson that can be booked, by title."""
    lessen = LesPage.objects.live().order_by("title", "pk")
    return [(les.pk, les.title) for les in lessen if les.is_boekbaar]


def _build_lesopzet(les: LesPage) -> Lesopzet:
    """Return the page with its prefetched rows as values."""
    niveaus = {groep.niveau_id: groep.niveau.naam for groep in les.doelgroepen.all()}
    return Lesopzet(
        les_id=les.pk,
        titel=les.title,
        slug=les.slug,
        url=les.get_url() or "",
        boekbaar=les.is_boekbaar,
        max_leerlingen=les.max_leerlingen,
        min_dagen_tussen=les.min_dagen_tussen,
        min_dagen_vooraf=les.min_dagen_vooraf,
        in_avond=les.vorm == Vorm.OUDERBIJEENKOMST,
        niveaus=tuple(NiveauOpzet(niveau_id, naam) for niveau_id, naam in niveaus.items()),
        onderdelen=tuple(
            _build_onderdeel(onderdeel, nummer)
            for nummer, onderdeel in enumerate(les.onderdelen.all(), start=1)
        ),
    )


def _build_onderdeel(onderdeel: Onderdeel, nummer: int) -> OnderdeelOpzet:
    """Return one onderdeel with its prefetched roles as values."""
    return OnderdeelOpzet(
        sleutel=onderdeel.sleutel,
        nummer=nummer,
        titel=onderdeel.titel,
        duur=onderdeel.duur,
        op_school=onderdeel.op_school,
        plaats=onderdeel.plaats,
        rollen=tuple(
            RolOpzet(behoefte.rol_id, behoefte.rol.naam, behoefte.aantal)
            for behoefte in onderdeel.rollen.all()
        ),
    )
