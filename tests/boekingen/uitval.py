"""Somebody falls out: offers to mend it, and a colleague who can only hand a lesson on."""

from boekingen.models import Inzet
from boekingen.selectors.planning_herstel import list_aanbod
from boekingen.services import inzet_einde
from boekingen.services.herstel import pas_reparatie_toe
from tests.boekingen.wereld import Wereld, op
from tests.factories.hoofdrolspelers import WijkFactory


def val_uit(wereld, inzet):
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=wereld.nu, door=None)


def maak_keten(wereld):
    """Only the second can replace the first, but is full that day; the third can take that over."""
    elders = Wereld(nu=wereld.nu, wijk=WijkFactory(), niveau=wereld.niveau, rollen=wereld.rollen)
    boeking, inzet = wereld.bevestigd()
    # The other way round: locks are to be taken by number, not in the order of the chain.
    derde = wereld.persoon("wijkagent", wijken=[elders.wijk])
    tweede = wereld.persoon("wijkagent", max_per_dag=1)
    les = wereld.les({"wijkagent": 1})
    ander = elders.stel_voor(elders.aanvraag(les, [op(2, 2, 13)]).boekingen.get(), op(2, 2, 13))
    elders.ja(elders.vraag(ander, tweede)[0])
    val_uit(wereld, inzet)
    return boeking, ander, tweede, derde


def aanbod(wereld, wie, boeking):
    return list_aanbod(wie=wie, boeking_id=boeking.pk, nu=wereld.nu)


def pas_toe(wereld, boeking, gekozen):
    return pas_reparatie_toe(
        boeking_id=boeking.pk, waarden=gekozen.waarden, nu=wereld.nu, door=None
    )


def gevraagd(boeking):
    inzetten_ = Inzet.objects.filter(plek__boeking=boeking, status="uitgenodigd")
    return [een.hoofdrolspeler for een in inzetten_]
