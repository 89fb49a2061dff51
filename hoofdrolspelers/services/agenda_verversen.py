"""The worker's half of the diaries: read those that are due, tell their owner when it goes wrong.

A row is claimed in a short transaction, read without any, and written in another. One host is asked
by one worker at a time; the database holds that with a constraint. What was read last stays until
something sound takes its place.
"""

import secrets
from datetime import datetime, timedelta
from time import monotonic

from django.db import IntegrityError, transaction
from django.db.models import Q

from hoofdrolspelers.domain.agenda_import import GeenAgenda, Leesresultaat
from hoofdrolspelers.domain.deelname import DOET_MEE
from hoofdrolspelers.emails.agendabrieven import zet_agendabrief_klaar
from hoofdrolspelers.models import ExterneAgenda
from lesaanbod.services.versleuteling import Onleesbaar, herversleutel

from .agenda_halen import HalenMislukt, Kenmerken, Net, Opgehaald, haal_op
from .agendas import DOEL, bewaar_bezet, get_adres, is_te_oud, lees_van, log, noteer_gelezen

LEASE = timedelta(minutes=2)
REGELMAAT = timedelta(hours=1)
# After this long a diary is read whole again, also when it says that nothing changed: a repeated
# event reaches further into the window every day.
OPNIEUW_ONTLEDEN = timedelta(days=2)
WACHTTIJDEN = tuple(timedelta(minutes=minutes) for minutes in (10, 20, 40, 80, 160, 320, 720))
SPREIDING = 0.25
MELD_NA = timedelta(hours=6)
MELD_HOOGUIT_PER = timedelta(days=1)
SECONDEN_PER_RONDE = 20.0
GELOOF_LEEG_NA = timedelta(days=3)
ADRES_KWIJT = (
    "Wij kunnen het adres van deze agenda niet meer lezen. Ontkoppel hem en koppel hem opnieuw."
)
OPEENS_LEEG = (
    "Er staat opeens geen enkele afspraak meer in. Wij houden vast wat wij eerder lazen. Is uw "
    "agenda echt leeg? Ontkoppel hem dan en koppel hem opnieuw."
)


def ververs_agendas(*, nu: datetime, net: Net | None = None) -> int:
    """Read the diaries that are due, for twenty seconds or so; returns how many were tried.

    Must not be called inside a transaction: a claim has to be visible to other workers at once.
    """
    start, aantal = monotonic(), 0
    while (bezig := monotonic() - start) < SECONDEN_PER_RONDE:
        agenda = claim(nu=nu, tot=nu + timedelta(seconds=bezig) + LEASE)
        if agenda is None:
            break
        ververs(agenda, nu=nu, net=net)
        aantal += 1
    return aantal


def meld_verouderde_agendas(*, nu: datetime) -> int:
    """Mark the diaries that became too old and tell their owners; returns how many.

    From then on nobody is proposed on the strength of an old diary.
    """
    kandidaten = ExterneAgenda.objects.filter(
        max_dagen_oud__isnull=False, verouderd_sinds=None, hoofdrolspeler__deelname__in=DOET_MEE
    )
    return sum(veroudert(pk, nu) for pk in kandidaten.values_list("pk", flat=True))


def veroudert(agenda_id: int, nu: datetime) -> bool:
    """Mark one diary when it is too old; returns whether it was."""
    with transaction.atomic():
        agenda = ExterneAgenda.objects.select_for_update().filter(pk=agenda_id).first()
        if agenda is None or agenda.verouderd_sinds or not is_te_oud(agenda, nu):
            return False
        agenda.verouderd_sinds = nu
        agenda.save(update_fields=["verouderd_sinds"])
        log(agenda, "agenda te oud", nu=nu, door=None)
        zet_agendabrief_klaar(brief="agenda_verouderd", agenda=agenda, nu=nu)
    return True


def claim(*, nu: datetime, tot: datetime) -> ExterneAgenda | None:
    """Take the first diary that is due; None without one.

    Its host is not being asked by another worker, and did not ask to be left alone.
    """
    agendas = ExterneAgenda.objects
    try:
        with transaction.atomic(durable=True):
            agendas.filter(geclaimd_tot__lte=nu).update(geclaimd_tot=None)
            wordt_gevraagd = Q(geclaimd_tot__isnull=False)
            met_rust = agendas.filter(wordt_gevraagd | Q(wacht_tot__gt=nu)).values("host")
            agenda = (
                agendas.filter(
                    volgende_poging__lte=nu,
                    geclaimd_tot=None,
                    hoofdrolspeler__deelname__in=DOET_MEE,
                )
                .exclude(host__in=met_rust)
                .select_related("hoofdrolspeler__gebruiker")
                .select_for_update(skip_locked=True, of=("self",))
                .order_by("volgende_poging", "pk")
                .first()
            )
            if agenda is not None:
                agenda.geclaimd_tot = tot
                agenda.save(update_fields=["geclaimd_tot"])
            return agenda
    except IntegrityError:
        # Another worker began to ask this host in the same blink.
        return None


def ververs(agenda: ExterneAgenda, *, nu: datetime, net: Net | None) -> None:
    """Read one claimed diary and write down what came of it."""
    try:
        opgehaald = haal_op(adres=get_adres(agenda), kenmerken=get_kenmerken(agenda, nu), net=net)
        resultaat = (
            lees_van(agenda.hoofdrolspeler, opgehaald.inhoud, nu)
            if opgehaald.inhoud is not None
            else None
        )
        check_niet_opeens_leeg(agenda, resultaat, nu)
    except Onleesbaar:
        noteer_fout(agenda, HalenMislukt(ADRES_KWIJT, is_blijvend=True), nu=nu)
        return
    except GeenAgenda as fout:
        noteer_fout(agenda, HalenMislukt(str(fout)), nu=nu)
        return
    except HalenMislukt as fout:
        noteer_fout(agenda, fout, nu=nu)
        return
    with transaction.atomic():
        eigen = lock_eigen_claim(agenda)
        if eigen is None:
            return
        plan(eigen, nu, REGELMAAT)
        eigen.etag, eigen.gewijzigd = get_velden(opgehaald)
        eigen.adres_versleuteld = herversleutel(doel=DOEL, bewaard=eigen.adres_versleuteld)
        if resultaat is None:
            noteer_gelezen(eigen, nu)
        else:
            bewaar_bezet(agenda=eigen, resultaat=resultaat, nu=nu)


def check_niet_opeens_leeg(
    agenda: ExterneAgenda, resultaat: Leesresultaat | None, nu: datetime
) -> None:
    """Refuse, for three days, a diary without any event in the place of one that had some.

    A server in trouble sends one, also after days of saying nothing; a person who emptied the diary
    waits or links it again. Raises ``GeenAgenda``.
    """
    if resultaat is None or not resultaat.is_leeg or not agenda.bezette_tijdvakken.exists():
        return
    if agenda.leeg_sinds is None or nu - agenda.leeg_sinds < GELOOF_LEEG_NA:
        raise GeenAgenda(OPEENS_LEEG)


def get_kenmerken(agenda: ExterneAgenda, nu: datetime) -> Kenmerken:
    """Return what to ask the server with; nothing when it is time to read all of it again."""
    if agenda.ontleed_op is None or nu - agenda.ontleed_op >= OPNIEUW_ONTLEDEN:
        return Kenmerken()
    return Kenmerken(agenda.etag, agenda.gewijzigd)


def get_velden(opgehaald: Opgehaald) -> tuple[str, str]:
    """Return what the row keeps of the server's headers."""
    return opgehaald.kenmerken.etag, opgehaald.kenmerken.gewijzigd


def lock_eigen_claim(agenda: ExterneAgenda) -> ExterneAgenda | None:
    """Return the row, locked, as long as it is ours; a removed one, or another's, is not."""
    eigen = ExterneAgenda.objects.select_for_update().filter(
        pk=agenda.pk, geclaimd_tot=agenda.geclaimd_tot
    )
    return eigen.first()


def noteer_fout(agenda: ExterneAgenda, fout: HalenMislukt, *, nu: datetime) -> None:
    """Write down what went wrong; what was read before stays, and the owner hears of it once."""
    with transaction.atomic():
        eigen = lock_eigen_claim(agenda)
        if eigen is None:
            return
        plan(eigen, nu, WACHTTIJDEN[min(eigen.pogingen, len(WACHTTIJDEN) - 1)])
        eigen.wacht_tot = nu + fout.wacht if fout.wacht else None
        eigen.volgende_poging = max(eigen.volgende_poging or nu, nu + fout.wacht)
        eigen.pogingen += 1
        eigen.geclaimd_tot = None
        if not eigen.fout_sinds:
            eigen.fout_sinds = nu
            log(eigen, "agenda niet te lezen", nu=nu, door=None)
        if str(fout) == OPEENS_LEEG and not eigen.leeg_sinds:
            eigen.leeg_sinds = nu
        eigen.fout, eigen.is_blijvend = str(fout)[:250], fout.is_blijvend
        if moet_melden(eigen, nu):
            eigen.gemeld_op = nu
            zet_agendabrief_klaar(brief="agenda_mislukt", agenda=eigen, nu=nu)
        eigen.save()


def moet_melden(agenda: ExterneAgenda, nu: datetime) -> bool:
    """Whether it is time for a letter: once per trouble, and never twice a day."""
    sinds = agenda.fout_sinds or nu
    if agenda.gemeld_op and (agenda.gemeld_op >= sinds or nu - agenda.gemeld_op < MELD_HOOGUIT_PER):
        return False
    return agenda.is_blijvend or nu - sinds >= MELD_NA


def plan(agenda: ExterneAgenda, nu: datetime, pauze: timedelta) -> None:
    """Set the next try about ``pauze`` from now, not all at the same second."""
    agenda.geprobeerd_op = nu
    speling = secrets.SystemRandom().uniform(1 - SPREIDING, 1 + SPREIDING)
    agenda.volgende_poging = nu + pauze * speling
