"""Somebody falls out, and a colleague can only come by handing a lesson on."""

from boekingen.services import inzet_einde
from tests.boekingen.wereld import Wereld, op
from tests.factories.hoofdrolspelers import WijkFactory


def val_uit(wereld, inzet):
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=wereld.nu, door=None)


def maak_keten(wereld):
    """Only the second can replace the first, but is full that day; the third can take that over."""
    elders = Wereld(nu=wereld.nu, wijk=WijkFactory(), niveau=wereld.niveau, rollen=wereld.rollen)
    boeking, inzet = wereld.bevestigd()
    tweede = wereld.persoon("wijkagent", max_per_dag=1)
    derde = wereld.persoon("wijkagent", wijken=[elders.wijk])
    les = wereld.les({"wijkagent": 1})
    ander = elders.stel_voor(elders.aanvraag(les, [op(2, 2, 13)]).boekingen.get(), op(2, 2, 13))
    elders.ja(elders.vraag(ander, tweede)[0])
    val_uit(wereld, inzet)
    return boeking, ander, tweede, derde
