"""What every diary program can say, and what comes of it: all rows of the table, for each of them.

Nextcloud answers from an address of its own, so that its owner is asked first. The yes stands in
``test_antwoorden``: the first of them fills the place.
"""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from boekingen.domain.antwoordbesluit import Gevolg
from boekingen.models import Tegenvoorstel
from boekingen.services.post import verwerk_antwoord
from tests.boekingen.antwoordmail import PROGRAMMAS, Vraag
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status, verstuur

UUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One row: what is said, what comes of it, the state after it, and the letters it brings."""

    zegt: dict
    gevolg: Gevolg
    staat: str = "uitgenodigd"
    brief: tuple[str, ...] = ()
    onbewezen: Gevolg = Gevolg.BEVESTIGING_GEVRAAGD
    onbewezen_brief: tuple[str, ...] = field(default=("antwoord_bevestigen",))


RIJEN = {
    "nee": Rij(
        zegt={"partstat": "DECLINED"},
        gevolg=Gevolg.NEE,
        staat="afgewezen",
        brief=("inzet_afgewezen",),
    ),
    "misschien": Rij(zegt={"partstat": "TENTATIVE"}, gevolg=Gevolg.MISSCHIEN),
    "doorgegeven": Rij(
        zegt={"partstat": "DELEGATED"},
        gevolg=Gevolg.VOOR_BUREAU,
        onbewezen=Gevolg.NIET_NAGEGAAN,
        onbewezen_brief=(),
    ),
    "ander moment": Rij(
        zegt={"methode": "COUNTER", "partstat": "TENTATIVE", "begin": op(2, 9)},
        gevolg=Gevolg.ANDER_MOMENT,
        staat="afgewezen",
        brief=("tegenvoorstel_ontvangen",),
    ),
    "ververs": Rij(
        zegt={"methode": "REFRESH"},
        gevolg=Gevolg.OPNIEUW_GESTUURD,
        brief=("inzet_gevraagd",),
        onbewezen=Gevolg.NIET_NAGEGAAN,
        onbewezen_brief=(),
    ),
}


@pytest.mark.parametrize("naam", RIJEN)
def test_every_program_brings_about_what_the_table_says(wereld, naam):
    rij = RIJEN[naam]
    mensen = [wereld.persoon("wijkagent") for _ in PROGRAMMAS]
    inzetten = wereld.vraag(wereld.boeking(), *mensen)
    verstuur(wereld.nu)
    for programma, inzet in zip(PROGRAMMAS, inzetten, strict=True):
        uitnodiging, vorige = inzet.uitnodigingen.get(), laatste_brief()
        velden = {"begin": uitnodiging.begin, "dtstamp": uitnodiging.dtstamp + UUR / 2}
        vraag = Vraag(uid=uitnodiging.uid, adres=uitnodiging.adres, **velden | rij.zegt)
        gevolg = verwerk_antwoord(inhoud=PROGRAMMAS[programma](vraag), nu=wereld.nu + UUR)
        bewezen = programma != "nextcloud"
        assert gevolg is (rij.gevolg if bewezen else rij.onbewezen), programma
        assert status(inzet) == (rij.staat if bewezen else "uitgenodigd"), programma
        verwacht = rij.brief if bewezen else rij.onbewezen_brief
        gekregen = [(brief, adres) for brief, adres, _ in brieven(vorige)]
        assert gekregen == [(brief, uitnodiging.adres) for brief in verwacht], programma
    voorstellen = len(PROGRAMMAS) - 1 if naam == "ander moment" else 0
    assert Tegenvoorstel.objects.count() == voorstellen
    assert list_schendingen() == []
