"""What a feed says, and what its owner sees of it."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from boekingen.domain.feed import BLIJFT_NA_INTREKKING, BLIJFT_NA_LES, VOORUIT, Feeddetail, Feedles
from boekingen.domain.schooldagen import ZONE
from boekingen.models import Agendafeed, Uitnodiging
from boekingen.selectors.lesgegevens import get_titel

GEHEIM = re.compile(r"[A-Za-z0-9_-]{22}")
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


def get_feedbeeld(*, hoofdrolspeler_id: int, nu: datetime) -> Feedbeeld | None:
    """Return what the owner may know of the own feed, or None when there is none."""
    feed = Agendafeed.objects.filter(hoofdrolspeler_id=hoofdrolspeler_id).first()
    if feed is None:
        return None
    return Feedbeeld(
        detail=Feeddetail(feed.detail),
        gemaakt_op=feed.gemaakt_op,
        laatst_gelezen_op=feed.laatst_gelezen_op,
        is_ongebruikt=nu - (feed.laatst_gelezen_op or feed.gemaakt_op) >= LANG_NIET_GELEZEN,
        plekken_vandaag=feed.lezers.filter(dag=nu.astimezone(ZONE).date()).count(),
    )


def list_feedlessen(*, hoofdrolspeler_id: int, nu: datetime) -> list[Feedles]:
    """Return what the invitations of this person say, in order of time; two queries."""
    uitnodigingen = (
        Uitnodiging.objects.filter(
            inzet__hoofdrolspeler_id=hoofdrolspeler_id,
            eind__gt=nu - BLIJFT_NA_LES,
            begin__lt=nu + VOORUIT,
        )
        .exclude(beeindigd_op__lte=nu - BLIJFT_NA_INTREKKING)
        .select_related("inzet__plek__rol", "boeking__aanvraag")
        .prefetch_related("boeking__groepen")
        .order_by("begin", "pk")
    )
    return [build_feedles(uitnodiging) for uitnodiging in uitnodigingen]


def build_feedles(uitnodiging: Uitnodiging) -> Feedles:
    """Return one lesson; no contact and no pupil is in it."""
    boeking, inzet = uitnodiging.boeking, uitnodiging.inzet
    assert inzet is not None  # noqa: S101  # the filter joins on it
    regels = [f"U komt als {inzet.plek.rol.naam}.", f"Kenmerk: {boeking.aanvraag.kenmerk}"]
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
