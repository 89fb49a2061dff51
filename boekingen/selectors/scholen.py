"""Find schools; the register is public, so nothing here depends on who asks."""

import re

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from boekingen.domain.schoolwaarden import clean_postcode
from boekingen.domain.status import ContactStatus
from boekingen.domain.zoektekst import fold, split_woorden
from boekingen.models import Contactpersoon, School

HOOGSTE_AANTAL_WOORDEN = 8
LANGSTE_VRAAG = 200
CODE = re.compile(r"\s*([0-9]{2}[A-Za-z]{2})([0-9]{2})?\s*", re.ASCII)


def zoek_scholen(*, tekst: str, hoogstens: int = 20, ook_verdwenen: bool = False) -> list[School]:
    """Return the schools that have every word of ``tekst`` as the begin of one of theirs.

    Looks at name, place, postcode, BRIN and vestigingscode; accents, capitals and the order of
    words do not matter. The exact code comes first, then the exact postcode, then names that
    begin so. Schools that left the register are left out unless ``ook_verdwenen``, those a docent
    filled in and nobody checked always. One query; none when there is nothing to look for.
    """
    tekst = tekst.replace("\x00", "")  # PostgreSQL takes no NUL
    woorden = split_woorden(tekst[:LANGSTE_VRAAG])[:HOOGSTE_AANTAL_WOORDEN]
    if not woorden:
        return []
    gevonden = list_gecontroleerde_scholen() if ook_verdwenen else list_kiesbare_scholen()
    gevonden = gevonden.select_related("wijk")
    for woord in dict.fromkeys(woorden):
        gevonden = gevonden.filter(zoektekst__contains=f" {woord}")
    volgorde = gevonden.annotate(rang=_build_rang(tekst[:LANGSTE_VRAAG].strip()))
    return list(volgorde.order_by("rang", "naam", "vestigingscode", "pk")[:hoogstens])


def get_kiesbare_school(*, school_id: int) -> School | None:
    """Return a school that a request can be made for, or None."""
    return list_kiesbare_scholen().filter(pk=school_id).first()


def list_kiesbare_scholen() -> QuerySet[School]:
    """Return the schools that are still there and have been checked."""
    return list_gecontroleerde_scholen().filter(verdwenen_op__isnull=True)


def list_gecontroleerde_scholen() -> QuerySet[School]:
    """Return the schools that have been checked, also those that left the register."""
    return School.objects.filter(is_gecontroleerd=True)


def list_te_controleren_scholen() -> QuerySet[School]:
    """Return what docenten filled in and a coördinator has not checked yet, oldest first.

    Not a school of which everybody was refused: there is nobody to check it for.
    """
    contacten = Contactpersoon.objects.filter(school=OuterRef("pk"))
    welkom = contacten.exclude(status=ContactStatus.GEWEIGERD.value)
    scholen = School.objects.filter(Exists(welkom) | ~Exists(contacten), is_gecontroleerd=False)
    return scholen.order_by("pk")


def find_gelijke_school(*, naam: str, postcode: str, behalve: int | None = None) -> School | None:
    """Return the present school with this postcode and, capitals and accents aside, this name.

    The school with number ``behalve`` is left out.
    """
    op_postcode = School.objects.filter(postcode=postcode, verdwenen_op__isnull=True)
    if behalve is not None:
        op_postcode = op_postcode.exclude(pk=behalve)
    gevouwen = fold(naam)
    return next((school for school in op_postcode if fold(school.naam) == gevouwen), None)


def _build_rang(tekst: str) -> Case:
    """Return how well a row answers: 0 the code itself, 1 the postcode, 2 the name, 3 the rest."""
    keuzes = [When(naam__istartswith=tekst, then=Value(2))]
    postcode, code = clean_postcode(tekst), CODE.fullmatch(tekst)
    if postcode:
        keuzes.insert(0, When(postcode=postcode, then=Value(1)))
    if code:
        gelijk = Q(vestigingscode=tekst.upper()) if code[2] else Q(brin=tekst.upper())
        keuzes.insert(0, When(gelijk, then=Value(0)))
    return Case(*keuzes, default=Value(3), output_field=IntegerField())
