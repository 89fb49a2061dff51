"""What a feed says, and what its owner sees of it."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from boekingen.domain.feed import (
    BLIJFT_NA_INTREKKING,
    BLIJFT_NA_LES,
    NAAM,
    VOORUIT,
    Feeddetail,
    Feedles,
    build_publieke_uid,
)
from boekingen.domain.schooldagen import ZONE
from boekingen.models import Agendafeed, Contactpersoon, Plek, Uitnodiging
from boekingen.selectors.lesgegevens import get_titel, map_wie_komt
from lesaanbod.domain.rollen import AFGESCHERMDE_ROLLEN
from lesaanbod.domain.taal import opsomming

GEHEIM = re.compile(r"[A-Za-z0-9_-]{22}")
SCHOOLNAAM = "Lessen van Kapot Sterk"
VAN_COLLEGA = "Een collega van uw school heeft deze les aangevraagd."
# A gap in a series would tell when such a role comes: the catalogue says in which of the lessons.
AFGESCHERMD = Plek.objects.filter(
    boeking__aanvraag=OuterRef("boeking__aanvraag"), rol__slug__in=AFGESCHERMDE_ROLLEN
)
LANG_NIET_GELEZEN = timedelta(days=60)
VEEL_PLEKKEN = 6
"""A telephone, a computer and a calendar service or two come from fewer networks in a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedbeeld:
    """What the owner sees: never the address, which was shown once."""

    detail: Feeddetail
    gemaakt_op: datetime
    laatst_gelezen_op: datetime | None
    plekken_vandaag: int
    is_ongebruikt: bool

    @property
    def is_verdacht(self) -> bool:
        """Whether it is read from more places than one person has."""
        return self.plekken_vandaag >= VEEL_PLEKKEN


def hash_geheim(geheim: str) -> str:
    """Return what is stored of a secret."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def get_feed_voor_geheim(geheim: str) -> Agendafeed | None:
    """Return the feed of a secret, or None; the same one query for any well-formed text."""
    if not GEHEIM.fullmatch(geheim):
        return None
    return Agendafeed.objects.filter(geheim_hash=hash_geheim(geheim)).first()


def get_feedbeeld(*, nu: datetime, **eigenaar: int) -> Feedbeeld | None:
    """Return what the owner may know of a feed, or None when there is none.

    ``eigenaar`` as in ``services.agendafeeds.vernieuw_feed``.
    """
    ((veld, eigenaar_id),) = eigenaar.items()
    beelden = map_feedbeelden(veld.removesuffix("_id"), [eigenaar_id], nu=nu)
    return beelden.get(eigenaar_id)


def map_feedbeelden(veld: str, eigenaars: list[int], *, nu: datetime) -> dict[int, Feedbeeld]:
    """Return what the owners may know of their feeds, by number of the owner; one query.

    ``veld`` is what the owners are: hoofdrolspeler, contactpersoon or school.
    """
    vandaag = Count("lezers", filter=Q(lezers__dag=nu.astimezone(ZONE).date()))
    feeds = Agendafeed.objects.filter(**{f"{veld}__in": eigenaars}).annotate(plekken=vandaag)
    return {
        getattr(feed, f"{veld}_id"): Feedbeeld(
            detail=Feeddetail(feed.detail),
            gemaakt_op=feed.gemaakt_op,
            laatst_gelezen_op=feed.laatst_gelezen_op,
            is_ongebruikt=nu - (feed.laatst_gelezen_op or feed.gemaakt_op) >= LANG_NIET_GELEZEN,
            plekken_vandaag=feed.plekken,
        )
        for feed in feeds
    }


def get_kalendernaam(feed: Agendafeed) -> str:
    """Return what a diary program calls the feed."""
    return NAAM if feed.hoofdrolspeler_id else SCHOOLNAAM


def list_feedlessen(feed: Agendafeed, *, nu: datetime) -> list[Feedles]:
    """Return what a feed says, in order of time; a constant number of queries."""
    # The answers of a form are JSON, which takes as long to read as all the rest of a row.
    uitnodigingen = (
        Uitnodiging.objects.filter(eind__gt=nu - BLIJFT_NA_LES, begin__lt=nu + VOORUIT)
        .exclude(beeindigd_op__lte=nu - BLIJFT_NA_INTREKKING)
        .select_related("boeking__aanvraag")
        .defer("boeking__aanvraag__antwoorden")
        .order_by("begin", "pk")
    )
    if feed.hoofdrolspeler_id:
        eigen = uitnodigingen.filter(inzet__hoofdrolspeler_id=feed.hoofdrolspeler_id)
        eigen = eigen.annotate(rol=F("inzet__plek__rol__naam"))
        return [build_feedles(een, een.rol) for een in eigen.prefetch_related("boeking__groepen")]
    van_school = uitnodigingen.filter(inzet=None).alias(is_afgeschermd=Exists(AFGESCHERMD))
    if feed.school_id:
        openbaar = van_school.filter(boeking__aanvraag__contactpersoon__school=feed.school_id)
        return [build_publieke_les(een) for een in openbaar.filter(is_afgeschermd=False)]
    assert feed.contactpersoon_id is not None  # noqa: S101  # the database holds one of the three
    return list_van_contact(van_school, feed.contactpersoon_id)


def list_van_contact(van_school: QuerySet[Uitnodiging], contact_id: int) -> list[Feedles]:
    """Return the lessons of a contact, and as far as it may know those of colleagues."""
    collegas = Contactpersoon.objects.filter(school__contactpersonen=contact_id)
    gezien = van_school.filter(
        Q(boeking__aanvraag__contactpersoon=contact_id)
        | Q(boeking__aanvraag__contactpersoon__in=collegas, is_afgeschermd=False)
    ).prefetch_related("boeking__groepen")
    eigen = {
        een.boeking_id for een in gezien if een.boeking.aanvraag.contactpersoon_id == contact_id
    }
    wie = map_wie_komt(eigen)
    return [
        build_schoolles(een, wie[een.boeking_id])
        if een.boeking_id in eigen
        else build_collegales(een)
        for een in gezien
    ]


def build_schoolles(uitnodiging: Uitnodiging, wie: list[str]) -> Feedles:
    """Return one lesson for the contact who asked for it, with ``wie`` comes."""
    boeking = uitnodiging.boeking
    regels = [f"Wie komt er: {opsomming(wie)}."]
    return Feedles(
        uid=uitnodiging.uid,
        sequence=uitnodiging.sequence,
        dtstamp=uitnodiging.dtstamp,
        begin=uitnodiging.begin,
        eind=uitnodiging.eind,
        titel=get_titel(boeking),
        omschrijving="\n".join([*regels, f"Kenmerk: {boeking.aanvraag.kenmerk}"]),
        plaats=uitnodiging.plaats,
        is_zeker=uitnodiging.is_zeker,
        beeindigd_op=uitnodiging.beeindigd_op,
    )


def build_collegales(uitnodiging: Uitnodiging) -> Feedles:
    """Return one lesson that a colleague asked for: which lesson, which class, when and where.

    Not who comes and not the reference: these are for who asked. Nor its UID, with which a diary
    could answer in the name of the colleague.
    """
    return replace(
        build_publieke_les(uitnodiging),
        titel=get_titel(uitnodiging.boeking),
        omschrijving=VAN_COLLEGA,
        plaats=uitnodiging.plaats,
        neemt_tijd=False,
    )


def build_publieke_les(uitnodiging: Uitnodiging) -> Feedles:
    """Return one lesson for everybody: the title in the catalogue, and when."""
    return Feedles(
        uid=build_publieke_uid(uitnodiging.uid),
        sequence=uitnodiging.sequence,
        dtstamp=uitnodiging.dtstamp,
        begin=uitnodiging.begin,
        eind=uitnodiging.eind,
        titel=uitnodiging.boeking.aanvraag.les_titel,
        omschrijving="",
        plaats="",
        is_zeker=uitnodiging.is_zeker,
        beeindigd_op=uitnodiging.beeindigd_op,
    )


def build_feedles(uitnodiging: Uitnodiging, rol: str) -> Feedles:
    """Return one lesson for who comes in this role; no contact and no pupil is in it."""
    boeking = uitnodiging.boeking
    regels = [f"U komt als {rol}.", f"Kenmerk: {boeking.aanvraag.kenmerk}"]
    return Feedles(
        uid=uitnodiging.uid,
        sequence=uitnodiging.sequence,
        dtstamp=uitnodiging.dtstamp,
        begin=uitnodiging.begin,
        eind=uitnodiging.eind,
        titel=get_titel(boeking),
        omschrijving="\n".join(regels),
        plaats=uitnodiging.plaats,
        is_zeker=uitnodiging.is_zeker,
        beeindigd_op=uitnodiging.beeindigd_op,
    )
