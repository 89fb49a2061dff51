"""The steps of an uitnodigingsronde: whom it asks now, and when it decides again.

A step judges everything by ``nu`` under the lock of the booking, so that a step that comes twice,
or late, or beside an answer does nothing twice and asks nobody for a place that is taken.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from boekingen.domain.status import RondeStatus
from boekingen.domain.uitnodigingsronde import Besluit, bepaal_rondetermijn, beslis
from boekingen.domain.weigeringen import PlekVergeven, Weigering
from boekingen.emails.brieven_docent import zet_zoekbrief_klaar
from boekingen.models import Boeking, Plek, Ronde
from boekingen.selectors.kandidaten import rangschik_voor_plek
from boekingen.selectors.rondes import get_rondekring, is_zoeken_verteld, list_vol
from boekingen.services.inzetten import nodig_uit
from boekingen.services.rondes import check_ronde_kan, sluit_ronde, start_ronde
from boekingen.services.sloten import lock_boeking
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

LEASE = timedelta(minutes=2)
"""How long a worker may be busy with one step before another takes it over."""

NOG_EENS = timedelta(minutes=1)
"""When to decide again if somebody who was chosen could not be asked after all."""


def zet_rondes(nu: datetime) -> int:
    """Take every step that is due; return how many.

    Each round is claimed first, so that one that fails does not hold up the others.
    """
    gezet = 0
    while (ronde_id := claim(nu=nu)) is not None:
        gezet += zet_stap(ronde_id=ronde_id, nu=nu)
    return gezet


def claim(*, nu: datetime) -> int | None:
    """Take the round that waits longest, for ``LEASE``; None when none is due."""
    vrij = Q(geclaimd_tot__isnull=True) | Q(geclaimd_tot__lte=nu)
    with transaction.atomic(durable=True):
        ronde = (
            Ronde.objects.filter(vrij, status=RondeStatus.LOPEND.value, volgende_stap_op__lte=nu)
            .select_for_update(skip_locked=True)
            .order_by("volgende_stap_op", "pk")
            .first()
        )
        if ronde is None:
            return None
        ronde.geclaimd_tot = nu + LEASE
        ronde.save(update_fields=["geclaimd_tot"])
    return ronde.pk


def start_en_vraag(*, plek_id: int, nu: datetime, door: Gebruiker | None) -> Ronde:
    """Start a round by hand and take its first step at once. Raises as ``start_ronde``."""
    with transaction.atomic():
        ronde = start_ronde(plek_id=plek_id, nu=nu, door=door)
        zet_stap(ronde_id=ronde.pk, nu=nu)
        ronde.refresh_from_db()
    return ronde


def zet_stap(*, ronde_id: int, nu: datetime) -> bool:
    """Take the step of a round if it is due at ``nu``; return whether it was.

    A round whose lesson is full, cancelled, given up or begun ends here without asking anybody.
    """
    with transaction.atomic():
        boeking = lock_boeking(
            Ronde.objects.values_list("plek__boeking_id", flat=True).get(pk=ronde_id)
        )
        ronde = Ronde.objects.get(pk=ronde_id)
        if ronde.volgende_stap_op is None or ronde.volgende_stap_op > nu:
            return False
        plek = next(plek for plek in boeking.plekken.all() if plek.pk == ronde.plek_id)
        try:
            check_ronde_kan(boeking=boeking, plek=plek, nu=nu)
        except PlekVergeven:
            sluit_ronde(ronde, RondeStatus.GEVULD, reden="", nu=nu)
        except Weigering as weigering:
            sluit_ronde(ronde, RondeStatus.GESTOPT, reden=weigering.uitleg, nu=nu)
        else:
            vraag_verder(ronde=ronde, boeking=boeking, plek=plek, nu=nu)
    return True


def vraag_verder(*, ronde: Ronde, boeking: Boeking, plek: Plek, nu: datetime) -> None:
    """Decide, ask, and write when to decide again; or say that nobody is left."""
    assert boeking.begin is not None  # noqa: S101  # check_ronde_kan looked
    rangschikking = rangschik_voor_plek(boeking=boeking, plek=plek, begin=boeking.begin, nu=nu)
    kring = get_rondekring(
        boeking=boeking, plek=plek, rangschikking=rangschikking, vol_voor=ronde.vol_voor, nu=nu
    )
    besluit = beslis(kring.stand, nu=nu)
    if besluit.opnieuw_op is None:
        put_uit(ronde=ronde, boeking=boeking, nu=nu)
        return
    allemaal = vraag_ze(besluit=besluit, boeking=boeking, plek=plek, nu=nu)
    ronde.volgende_stap_op = besluit.opnieuw_op if allemaal else nu + NOG_EENS
    ronde.geclaimd_tot = None
    ronde.save(update_fields=["volgende_stap_op", "geclaimd_tot"])


def vraag_ze(*, besluit: Besluit, boeking: Boeking, plek: Plek, nu: datetime) -> bool:
    """Ask everybody who was chosen; return whether all of them could be.

    All are locked first, by pk, and who got enough invitations meanwhile is left alone.
    """
    assert boeking.begin is not None  # noqa: S101  # check_ronde_kan looked
    lock_hoofdrolspelers(ids=besluit.vraag)
    vol = list_vol(ids=besluit.vraag, nu=nu)
    gevraagd = 0
    for id_ in besluit.vraag:
        if id_ in vol:
            continue
        try:
            nodig_uit(
                plek_id=plek.pk,
                hoofdrolspeler_id=id_,
                nu=nu,
                door=None,
                antwoord_voor=bepaal_rondetermijn(nu=nu, begin=boeking.begin),
            )
        except Weigering:
            continue
        gevraagd += 1
    return gevraagd == len(besluit.vraag)


def put_uit(*, ronde: Ronde, boeking: Boeking, nu: datetime) -> None:
    """End a round that found nobody: the desk sees it, and the school is told once."""
    sluit_ronde(ronde, RondeStatus.UITGEPUT, reden="Er is niemand meer om te vragen.", nu=nu)
    if not is_zoeken_verteld(boeking):
        zet_zoekbrief_klaar(boeking=boeking, nu=nu)
