"""More steps of ``boekingen.emails.tabel``: those by which an Inzet ends, and a yes after one."""

from datetime import timedelta

from boekingen.emails.tabel import Wie
from boekingen.services import inzetten
from boekingen.services.inzet_einde import laat_verlopen, meld_af, trek_inzet_in, wijs_af
from tests.boekingen.stappen import doe, half_vol, stap, vraag_twee


@stap
def nee(wereld):
    _, zelf, _ = vraag_twee(wereld)
    return doe(wijs_af, wereld, inzet_id=zelf.pk, reden=""), {Wie.ZELF: zelf}


@stap
def nee_toch_ja(wereld):
    (zelf,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    wijs_af(inzet_id=zelf.pk, reden="", nu=wereld.nu, door=None)
    return lambda: wereld.ja(zelf), {Wie.ZELF: zelf}


@stap
def geen_antwoord(wereld):
    _, zelf, _ = vraag_twee(wereld)
    verloop = doe(laat_verlopen, wereld, inzet_id=zelf.pk, nu=zelf.antwoord_voor, door="-")
    return verloop, {Wie.ZELF: zelf}


@stap
def late_ja(wereld):
    (zelf,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    later = zelf.antwoord_voor + timedelta(hours=1)
    laat_verlopen(inzet_id=zelf.pk, nu=later)
    return lambda: wereld.ja(zelf, nu=later), {Wie.ZELF: zelf}


@stap
def afgemeld_voor_bevestigd(wereld):
    _, zelf, *_ = half_vol(wereld)
    return doe(meld_af, wereld, inzet_id=zelf.pk, reden=""), {Wie.ZELF: zelf}


@stap
def afgemeld(wereld):
    _, zelf = wereld.bevestigd()
    return doe(meld_af, wereld, inzet_id=zelf.pk, reden=""), {Wie.ZELF: zelf}


@stap
def vervangen(wereld):
    boeking, _, zelf, _ = half_vol(wereld)
    wereld.ja(zelf)
    meld_af(inzet_id=zelf.pk, reden="", nu=wereld.nu, door=None)
    plek = boeking.plekken.get(pk=zelf.plek_id)
    vervanger = inzetten.nodig_uit(
        plek_id=plek.pk,
        hoofdrolspeler_id=wereld.persoon("rolmodel").pk,
        nu=wereld.nu,
        door=None,
    )
    return lambda: wereld.ja(vervanger), {Wie.ZELF: vervanger}


@stap
def vraag_ingetrokken(wereld):
    _, zelf, _ = vraag_twee(wereld)
    return doe(trek_inzet_in, wereld, inzet_id=zelf.pk, reden=""), {Wie.ZELF: zelf}


@stap
def ja_ingetrokken(wereld):
    _, zelf = wereld.bevestigd()
    return doe(trek_inzet_in, wereld, inzet_id=zelf.pk, reden=""), {Wie.ZELF: zelf}
