"""A moved clock for rounds: what the worker does, at every moment something is due."""

from boekingen.models import Inzet, Ronde
from boekingen.services import inzet_einde, rondes
from boekingen.services.rondestappen import zet_rondes
from boekingen.services.termijnen import laat_uitnodigingen_verlopen, stuur_herinneringen


def werk(nu):
    """Do what the worker does, in its order."""
    laat_uitnodigingen_verlopen(nu)
    zet_rondes(nu)
    stuur_herinneringen(nu)


def laat_tijd_gaan(van, tot):
    """Let the worker come by at every moment that something is due."""
    werk(van)
    while (volgende := find_volgende(van)) and volgende <= tot:
        van = volgende
        werk(van)
    werk(tot)


def find_volgende(na):
    """Return the first moment after ``na`` at which the worker has something to do."""
    momenten = [
        *Ronde.objects.filter(volgende_stap_op__gt=na).values_list("volgende_stap_op", flat=True),
        *Inzet.objects.filter(status="uitgenodigd").values_list("antwoord_voor", flat=True),
        *Inzet.objects.filter(herinner_op__gt=na).values_list("herinner_op", flat=True),
    ]
    return min((moment for moment in momenten if moment > na), default=None)


def start(wereld, boeking, nu=None, **anders):
    plek = boeking.plekken.first()
    return rondes.start_ronde(plek_id=plek.pk, **{"nu": nu or wereld.nu, "door": None} | anders)


def gevraagd(boeking=None):
    """Return who is asked now, in the order of asking."""
    inzetten_ = Inzet.objects.filter(status="uitgenodigd").order_by("pk")
    return list(inzetten_.filter(plek__boeking=boeking) if boeking else inzetten_)


def mensen(wereld, aantal, *rollen):
    """Return people who can on any working day, also in the holidays."""
    rollen = rollen or ("wijkagent",)
    return [wereld.persoon(*rollen, in_vakanties=True) for _ in range(aantal)]


def nee(inzet, nu, code=None):
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=nu, door=None, redencode=code)


def haal(ronde):
    ronde.refresh_from_db()
    return ronde
