"""A morning at the desk: one of everything that can wait for a coördinator."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from boekingen.domain.status import ContactStatus
from boekingen.models import Boeking, Contactpersoon, Inzet
from boekingen.selectors import vandaag
from boekingen.selectors.dingen import Ding
from boekingen.selectors.vandaag_aantal import count_dingen
from boekingen.services import inzet_einde
from lesaanbod.models import Bericht, Gebruiker
from lesaanbod.models.berichten import BerichtStatus
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory


@dataclass
class Ochtend:
    """What waits."""

    uitval: Boeking
    stil: Boeking
    leeg: Boeking
    te_plannen: Boeking
    nieuw: Contactpersoon
    mislukt: Bericht


def maak_ochtend(wereld: Wereld, titel: str = "Kapot Sterk") -> Ochtend:
    """Make a drop-out, silence, an unasked place, a lesson to plan, a new contact, a lost mail."""
    uitval, inzet = wereld.bevestigd(begin=op(1, 26))
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ik ben ziek.", nu=wereld.nu, door=None)
    stil = wereld.boeking({"rolmodel": 1}, begin=op(1, 28))
    (vraag,) = wereld.vraag(stil, wereld.persoon("rolmodel"))
    Inzet.objects.filter(pk=vraag.pk).update(antwoord_voor=wereld.nu + timedelta(minutes=1))
    inzet_einde.laat_verlopen(inzet_id=vraag.pk, nu=wereld.nu + timedelta(minutes=2))
    leeg = wereld.boeking({"wijkagent": 1, "jongerenwerker": 2}, begin=op(2, 2))
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1}, title=titel)
    te_plannen = wereld.aanvraag(les).boekingen.earliest("nummer")
    nieuw = ContactpersoonFactory(
        school=SchoolFactory(naam="De Buitenbocht", telefoon="0307654321"),
        gebruiker__naam="Loes Hendriks",
        status=ContactStatus.AANGEMELD.value,
    )
    mislukt = Bericht.objects.filter(brief="aanvraag_ontvangen").earliest("pk")
    mislukt.status, mislukt.pogingen = BerichtStatus.MISLUKT.value, 8
    mislukt.fout = "De mailserver weigert het adres van de ontvanger."
    mislukt.save()
    return Ochtend(uitval, stil, leeg, te_plannen, nieuw, mislukt)


def list_dingen(*, wie: Gebruiker, nu: datetime) -> list[Ding]:
    """Return what waits, after a look whether the number in the menu says the same."""
    dingen = vandaag.list_dingen(wie=wie, nu=nu)
    assert count_dingen(wie=wie, nu=nu) == len(dingen)
    return dingen
