"""The requests of one docent, ready to show; nobody else's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from boekingen.domain.afleiding import GESLOTEN
from boekingen.domain.lestekst import Lesstand, format_chip, format_rol, format_zin
from boekingen.domain.status import AanvraagStatus, BoekingStatus, ContactStatus, RondeStatus
from boekingen.domain.termijnen import get_begin_voor_groep
from boekingen.models import Aanvraag, Boeking, Contactpersoon
from boekingen.selectors.boekingen import OPEN_INZETTEN, with_alles
from boekingen.selectors.lesgegevens import list_wie_komt
from boekingen.selectors.rondes import get_rondes
from lesaanbod.domain.datums import format_datum, format_moment, format_tijden
from lesaanbod.domain.lesfeiten import format_duur
from lesaanbod.domain.taal import format_aantal, opsomming

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

GEEINDIGD = (AanvraagStatus.AFGEWEZEN.value, AanvraagStatus.INGETROKKEN.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesregel:
    """One lesson of one class, or of classes that join."""

    nummer: int
    titel: str
    status: str
    chip: str
    zin: str
    wanneer: tuple[str, ...]
    """Day and times, or every wish on a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Klasblok:
    """The lessons of one class; ``naam`` is empty when there is only one block."""

    naam: str
    regels: tuple[Lesregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MijnAanvraag:
    """One request as its docent sees it."""

    id: int
    kenmerk: str
    titel: str
    groepen: str
    onder: str
    school: str
    school_adres: str
    status: str
    reden: str
    toelating: str
    is_serie: bool
    mag_intrekken: bool
    ingediend_op: datetime
    blokken: tuple[Klasblok, ...]
    melden: str
    op_de_dag: str
    opmerking: str

    @property
    def is_geeindigd(self) -> bool:
        """Whether the request as a whole was ended before all lessons were given."""
        return self.status in GEEINDIGD

    @property
    def open_lessen(self) -> int:
        """How many lessons are still to come."""
        regels = (regel for blok in self.blokken for regel in blok.regels)
        return sum(BoekingStatus(regel.status) not in GESLOTEN for regel in regels)


def list_mijn_aanvragen(gebruiker: "Gebruiker", *, nu: datetime) -> list[MijnAanvraag]:
    """Return what this person asked for, newest first; the number of queries does not grow."""
    aanvragen = list(_aanvragen_van(gebruiker).order_by("-pk"))
    uitgeput = _list_uitgeput(aanvragen)
    return [_build(aanvraag, uitgeput, nu) for aanvraag in aanvragen]


def get_mijn_aanvraag(
    gebruiker: "Gebruiker", *, aanvraag_id: int, nu: datetime
) -> MijnAanvraag | None:
    """Return one request of this person; None for a draft, and for what others asked."""
    aanvraag = _aanvragen_van(gebruiker).filter(pk=aanvraag_id).first()
    return _build(aanvraag, _list_uitgeput([aanvraag]), nu) if aanvraag else None


def _aanvragen_van(gebruiker: "Gebruiker") -> QuerySet[Aanvraag]:
    return (
        Aanvraag.objects.filter(contactpersoon__gebruiker=gebruiker)
        .exclude(status=AanvraagStatus.CONCEPT.value)
        .select_related("contactpersoon__school")
        .prefetch_related(
            "groepen", "wensen", Prefetch("boekingen", queryset=with_alles(Boeking.objects.all()))
        )
    )


def _list_uitgeput(aanvragen: Sequence[Aanvraag]) -> set[int]:
    """Return the places for which a ronde found nobody more and nobody is asked now. One query."""
    boekingen = [boeking for aanvraag in aanvragen for boeking in aanvraag.boekingen.all()]
    rondes = get_rondes(boeking_ids=[boeking.pk for boeking in boekingen])
    return {
        plek.pk
        for boeking in boekingen
        for plek in boeking.plekken.all()
        if (ronde := rondes.get(plek.pk))
        and ronde.status == RondeStatus.UITGEPUT.value
        and ronde.begin == boeking.begin
        and not any(inzet.status in OPEN_INZETTEN for inzet in plek.inzetten.all())
    }


def _build(aanvraag: Aanvraag, uitgeput: set[int], nu: datetime) -> MijnAanvraag:
    """Return one request from prefetched rows."""
    contact = aanvraag.contactpersoon
    assert contact is not None  # noqa: S101  # the query joins on it
    assert aanvraag.ingediend_op is not None  # noqa: S101  # the database holds it
    groepen, boekingen = list(aanvraag.groepen.all()), list(aanvraag.boekingen.all())
    blokken = _build_blokken(aanvraag, boekingen, contact, uitgeput, nu)
    leerlingen = format_aantal(sum(groep.leerlingen for groep in groepen), "leerling", "leerlingen")
    lessen = {boeking.nummer: boeking.duur for boeking in boekingen}
    op_de_dag = (aanvraag.dagcontact_naam, aanvraag.dagcontact_telefoon)
    geopend = any(BoekingStatus(boeking.status) not in GESLOTEN for boeking in boekingen)
    return MijnAanvraag(
        id=aanvraag.pk,
        kenmerk=aanvraag.kenmerk or "",
        titel=aanvraag.les_titel,
        groepen=opsomming(groep.naam for groep in groepen),
        onder=f"{leerlingen} · {format_duur(list(lessen.values()))}",
        school=contact.school.naam,
        school_adres=contact.school.adres,
        status=aanvraag.status,
        reden=aanvraag.reden,
        toelating=contact.status,
        is_serie=len(lessen) > 1,
        mag_intrekken=geopend and aanvraag.status not in GEEINDIGD,
        ingediend_op=aanvraag.ingediend_op,
        blokken=blokken,
        melden=aanvraag.lokaal,
        op_de_dag=", ".join(filter(None, op_de_dag)),
        opmerking=aanvraag.opmerking,
    )


def _build_blokken(
    aanvraag: Aanvraag,
    boekingen: Sequence[Boeking],
    contact: Contactpersoon,
    uitgeput: set[int],
    nu: datetime,
) -> tuple[Klasblok, ...]:
    """Return the lessons per class, in the order of the classes."""
    per_klas: dict[tuple[int, ...], list[Boeking]] = {}
    for boeking in boekingen:
        sleutel = tuple(groep.volgorde for groep in boeking.groepen.all())
        per_klas.setdefault(sleutel, []).append(boeking)
    blokken = []
    for index, (sleutel, van_klas) in enumerate(sorted(per_klas.items())):
        namen = opsomming(
            groep.naam for groep in aanvraag.groepen.all() if groep.volgorde in sleutel
        )
        regels = tuple(
            _build_regel(aanvraag, boeking, contact, uitgeput, index=index, nu=nu)
            for boeking in sorted(van_klas, key=lambda een: een.nummer)
        )
        blokken.append(Klasblok(naam=namen if len(per_klas) > 1 else "", regels=regels))
    return tuple(blokken)


def _build_regel(
    aanvraag: Aanvraag,
    boeking: Boeking,
    contact: Contactpersoon,
    uitgeput: set[int],
    *,
    index: int,
    nu: datetime,
) -> Lesregel:
    """Return one lesson; ``index`` says which class in turn it is for."""
    stand = Lesstand(
        status=BoekingStatus(boeking.status),
        rollen=_list_rollen(boeking),
        wie_komt=list_wie_komt(boeking),
        is_gevraagd=any(
            inzet.status in OPEN_INZETTEN
            for plek in boeking.plekken.all()
            for inzet in plek.inzetten.all()
        ),
        zoeken_sinds=_get_zoeken_sinds(aanvraag, contact),
        is_uitgeput=any(plek.pk in uitgeput for plek in boeking.plekken.all()),
    )
    return Lesregel(
        nummer=boeking.nummer,
        titel=boeking.titel,
        status=boeking.status,
        chip=format_chip(stand),
        zin=format_zin(stand, nu=nu),
        wanneer=_list_wanneer(aanvraag, boeking, index),
    )


def _list_rollen(boeking: Boeking) -> list[str]:
    rollen = {plek.rol_id: plek.rol for plek in boeking.plekken.all()}
    aantallen = Counter(plek.rol_id for plek in boeking.plekken.all())
    return [format_rol(rol.naam, rol.meervoud, aantallen[rol_id]) for rol_id, rol in rollen.items()]


def _get_zoeken_sinds(aanvraag: Aanvraag, contact: Contactpersoon) -> datetime | None:
    """Return from when on people may be asked; None while the contact is not admitted."""
    if contact.status != ContactStatus.TOEGELATEN.value or aanvraag.ingediend_op is None:
        return None
    return max(aanvraag.ingediend_op, contact.beoordeeld_op or aanvraag.ingediend_op)


def _list_wanneer(aanvraag: Aanvraag, boeking: Boeking, index: int) -> tuple[str, ...]:
    """Return the moment, or the wishes as long as there is none."""
    if boeking.begin and boeking.eind:
        return (format_datum(boeking.begin), format_tijden(boeking.begin, boeking.eind))
    if boeking.status != BoekingStatus.TE_PLANNEN.value:
        return ()
    wensen = [
        get_begin_voor_groep(wens=wens.begin, index=index, duur=boeking.duur)
        for wens in aanvraag.wensen.all()
        if wens.onderdeel_sleutel == boeking.onderdeel_sleutel
    ]
    if boeking.beloofd_op:
        return ("deze les komt; het moment volgt",)
    woorden = ["wens"] if len(wensen) == 1 else [f"{n}e wens" for n in (1, 2, 3)]
    return tuple(
        f"{woord}: {format_moment(wens)}" for woord, wens in zip(woorden, wensen, strict=False)
    )
