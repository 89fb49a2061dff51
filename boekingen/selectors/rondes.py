"""What an uitnodigingsronde looks at: who may be asked, how likely a yes is, and how it stands.

For services and the desk only. The chance of yes never reaches anybody else.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from boekingen.domain.ja_kans import leer_kans
from boekingen.domain.rangschikking import Kandidaat, Rangschikking
from boekingen.domain.status import BoekingStatus, InzetStatus, Redencode, RondeStatus
from boekingen.domain.uitnodigingsronde import (
    Kanshebber,
    OpenVraag,
    Rondestand,
    order_kanshebbers,
)
from boekingen.models import Boeking, Inzet, Plek, Ronde, Vraagwijze
from boekingen.selectors.lesboek import lees_lesboek
from hoofdrolspelers.selectors import get_max_uitnodigingen
from lesaanbod.selectors import list_berichten, list_gebeurtenissen

VOL = "heeft genoeg open uitnodigingen"
ZOEKBRIEF = "les_niemand_gevonden"
ZOEKT_OPNIEUW = frozenset({BoekingStatus.VOORGESTELD.value, "verzet"})
"""What the log says of a booking when looking for people begins: a moment, or a drop-out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondekring:
    """Who a round would ask for a place, in the order of the desk, and who is left out and why."""

    stand: Rondestand
    kandidaten: dict[int, Kandidaat]
    ontzien: tuple[tuple[Kandidaat, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beurt:
    """Who is next in a running round and why, in words, and whom it leaves alone; for the desk."""

    naam: str
    redenen: tuple[str, ...]
    ontzien: tuple[tuple[str, str], ...]


def build_beurt(kring: Rondekring) -> Beurt:
    """Return the desk's words for a round; ``naam`` is empty when nobody is left to ask."""
    rij = order_kanshebbers(kring.stand.kanshebbers)
    ontzien = tuple((kandidaat.persoon.naam, reden) for kandidaat, reden in kring.ontzien)
    if not rij:
        return Beurt(naam="", redenen=(), ontzien=ontzien)
    kandidaat = kring.kandidaten[rij[0].id]
    voor = (factor.tekst for factor in kandidaat.factoren if factor.teken == "+")
    kans = f"kans op ja ongeveer {round(rij[0].kans * 100)} %"
    return Beurt(naam=kandidaat.persoon.naam, redenen=(*voor, kans), ontzien=ontzien)


def get_rondekring(
    *, boeking: Boeking, plek: Plek, rangschikking: Rangschikking, vol_voor: datetime, nu: datetime
) -> Rondekring:
    """Return whom a round may ask for ``plek``; ``boeking`` comes with everything, with a moment.

    Four queries, however many people.
    """
    assert boeking.begin is not None  # noqa: S101  # the caller asks for a lesson with a moment
    ids = [kandidaat.persoon.id for kandidaat in rangschikking.kandidaten]
    open_inzetten = [
        inzet
        for inzet in plek.inzetten.all()
        if inzet.status == InzetStatus.UITGENODIGD.value
        and inzet.begin == boeking.begin
        and inzet.antwoord_voor > nu
    ]
    kansen = leer_kansen(ids=[inzet.hoofdrolspeler_id for inzet in open_inzetten], nu=nu)
    waarom_niet = list_ontzien(boeking=boeking, ids=ids)
    vol = list_vol(ids=ids, nu=nu)
    kanshebbers, ontzien = [], []
    for kandidaat in rangschikking.kandidaten:
        id_ = kandidaat.persoon.id
        reden = waarom_niet.get(id_) or (VOL if id_ in vol else "")
        if reden:
            ontzien.append((kandidaat, reden))
        else:
            kanshebbers.append(Kanshebber(id_, kandidaat.kans))
    return Rondekring(
        stand=Rondestand(
            kanshebbers=kanshebbers,
            open=[
                OpenVraag(kansen[i.hoofdrolspeler_id], i.gevraagd_op, i.antwoord_voor)
                for i in open_inzetten
            ],
            begin=boeking.begin,
            vol_voor=vol_voor,
            wachtend=sum(reden == VOL for _, reden in ontzien),
        ),
        kandidaten={kandidaat.persoon.id: kandidaat for kandidaat in rangschikking.kandidaten},
        ontzien=tuple(ontzien),
    )


def leer_kansen(*, ids: Collection[int], nu: datetime) -> dict[int, float]:
    """Return the chance of yes of each person, from the questions that ended. One query."""
    antwoorden = lees_lesboek(ids=ids, nu=nu).antwoorden
    return {id_: leer_kans(antwoorden.get(id_, ()), nu=nu) for id_ in ids}


def list_vol(*, ids: Collection[int], nu: datetime) -> set[int]:
    """Return who has as many open invitations as the own setting allows. Two queries."""
    rijen = (
        Inzet.objects.filter(
            hoofdrolspeler_id__in=ids, status=InzetStatus.UITGENODIGD.value, antwoord_voor__gt=nu
        )
        .order_by()
        .values_list("hoofdrolspeler_id")
        .annotate(aantal=Count("pk"))
    )
    geopend, hoogstens = Counter(dict(rijen)), get_max_uitnodigingen(ids=ids)
    return {id_ for id_ in ids if geopend[id_] >= hoogstens[id_]}


def list_ontzien(*, boeking: Boeking, ids: Collection[int]) -> dict[int, str]:
    """Return in words why a round leaves somebody alone, by number. One query.

    A no about the lesson or the school counts for every such lesson, a no about the moment for
    every lesson at that moment, and what the coördinator took back for this lesson then.
    """
    code = Q(redencode=Redencode.LES.value, plek__boeking__les=boeking.les_id)
    school = boeking.aanvraag.contact.school_id
    over_les = code & Q(plek__boeking__onderdeel_sleutel=boeking.onderdeel_sleutel)
    over_school = Q(
        redencode=Redencode.SCHOOL.value,
        plek__boeking__aanvraag__contactpersoon__school=school,
    )
    over_moment = Q(
        status=InzetStatus.AFGEWEZEN.value,
        redencode__in=["", Redencode.MOMENT.value],
        begin__lt=boeking.eind,
        eind__gt=boeking.begin,
    )
    bureau = Q(redencode=Redencode.BUREAU.value, plek__boeking=boeking.pk, begin=boeking.begin)
    rijen = (
        Inzet.objects.filter(hoofdrolspeler_id__in=ids)
        .filter(over_les | over_school | over_moment | bureau)
        .order_by("pk")
        .values_list("hoofdrolspeler_id", "redencode")
    )
    return {id_: WAAROM_ONTZIEN[code or Redencode.MOMENT.value] for id_, code in rijen}


WAAROM_ONTZIEN = {
    Redencode.MOMENT.value: "zei nee tegen een andere les op dit moment",
    Redencode.LES.value: "wil deze les niet geven",
    Redencode.SCHOOL.value: "komt liever niet op deze school",
    Redencode.BUREAU.value: "is door een coördinator teruggetrokken",
}


def get_rondes(*, boeking_ids: Collection[int]) -> dict[int, Ronde]:
    """Return the newest round of every Plek of these bookings, by Plek. One query."""
    rondes = Ronde.objects.filter(plek__boeking__in=boeking_ids).select_related("gestart_door")
    return {ronde.plek_id: ronde for ronde in rondes.order_by("pk")}


def get_lopende_ronde(*, plek_id: int) -> Ronde | None:
    """Return the round that is asking for this Plek now, or None."""
    return Ronde.objects.filter(plek=plek_id, status=RondeStatus.LOPEND.value).first()


def vervangt_vanzelf(*, les_id: int) -> bool:
    """Whether a colleague is sought by itself when somebody falls out of this lesson page."""
    return not Vraagwijze.objects.filter(les_id=les_id, vervang_vanzelf=False).exists()


def is_vanzelf(*, les_id: int) -> bool:
    """Whether rounds of this lesson page start by themselves."""
    return Vraagwijze.objects.filter(les=les_id, vanzelf=True).exists()


def is_zoeken_verteld(boeking: Boeking) -> bool:
    """Whether the school was told that nobody is found, since looking for people began.

    From what was written and not from the rounds: those may be ended and started again.
    """
    onderwerp = ("boeking", boeking.pk)
    gebeurd = list_gebeurtenissen([onderwerp])
    sinds = next((regel.op for regel in gebeurd if regel.wat in ZOEKT_OPNIEUW), None)
    berichten = list_berichten([onderwerp], vanaf=sinds)
    return any(bericht.brief == ZOEKBRIEF for bericht in berichten)
