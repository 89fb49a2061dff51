"""More steps of ``boekingen.emails.tabel``: those that an answer from a diary brings about."""

from datetime import timedelta
from types import SimpleNamespace

from boekingen.emails.tabel import Wie
from boekingen.services.boekingen import annuleer_boeking
from boekingen.services.bundels import bundel_bevestigingen
from boekingen.services.inzet_einde import wijs_af
from boekingen.services.lesherinneringen import stuur_dag_ervoor, stuur_lesherinneringen
from boekingen.services.plaats import volg_schooladressen, wijzig_plaats
from boekingen.services.post import verwerk_antwoord
from boekingen.services.uitnodigingen import stuur_opnieuw
from boekingen.services.weekoverzichten import stuur_weekoverzichten
from tests.boekingen.antwoordmail import Vraag, mail
from tests.boekingen.stappen import doe, stap, vraag_twee
from tests.boekingen.wereld import op, verstuur
from tests.inloggen import make_medewerker

UUR = timedelta(hours=1)


def antwoord(wereld, inzet, **anders):
    """Return the taking of an answer, given an hour later on the invitation as it stands now."""
    uitnodiging = inzet.uitnodigingen.get()
    vraag = Vraag(
        uid=uitnodiging.uid,
        adres=uitnodiging.adres,
        begin=uitnodiging.begin,
        dtstamp=wereld.nu + UUR,
        **anders,
    )
    inhoud = mail(vraag)
    return doe(verwerk_antwoord, wereld, inhoud=inhoud, nu=wereld.nu + 2 * UUR, door="-")


@stap
def geannuleerd_zonder_moment(wereld):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    return doe(annuleer_boeking, wereld, boeking_id=boeking.pk, reden="Toch niet."), {}


@stap
def lessen_tegelijk_bevestigd(wereld):
    mensen = [wereld.persoon("wijkagent"), wereld.persoon("wijkagent")]
    vragen = [
        wereld.vraag(wereld.boeking(begin=op(2, dag)), mens)[0]
        for dag, mens in zip((2, 3), mensen, strict=True)
    ]

    def daad():
        for vraag in vragen:
            wereld.ja(vraag)
        bundel_bevestigingen(wereld.nu)

    return daad, {Wie.ZELF: vragen}


def andere(wereld, boeking, **anders):
    """Return the change of place or room of a lesson."""
    velden = {"op_school": True, "plaats": "", "lokaal": "lokaal 12"} | anders
    return doe(wijzig_plaats, wereld, boeking_id=boeking.pk, **velden)


@stap
def andere_plaats(wereld):
    boeking, zelf = wereld.bevestigd()
    return andere(wereld, boeking, op_school=False, plaats="Stadion"), {Wie.IEDEREEN: zelf}


@stap
def ander_lokaal(wereld):
    boeking, zelf = wereld.bevestigd()
    return andere(wereld, boeking, lokaal="aula"), {Wie.IEDEREEN: zelf}


@stap
def andere_plaats_voor_bevestigd(wereld):
    boeking, zelf, ander = vraag_twee(wereld)
    daad = andere(wereld, boeking, op_school=False, plaats="Stadion")
    return daad, {Wie.IEDEREEN: [zelf, ander]}


@stap
def ander_schooladres(wereld):
    _, zelf = wereld.bevestigd()
    wereld.school.huisnummer = "99"
    wereld.school.save()
    return doe(volg_schooladressen, wereld), {Wie.IEDEREEN: zelf}


@stap
def les_nadert(wereld):
    boeking, _ = wereld.bevestigd()
    boeking.refresh_from_db()
    return doe(stuur_lesherinneringen, wereld, nu=boeking.herinner_op, door="-"), {}


@stap
def les_morgen(wereld):
    _, zelf = wereld.bevestigd()
    zelf.refresh_from_db()
    return doe(stuur_dag_ervoor, wereld, nu=zelf.dag_ervoor_op, door="-"), {Wie.ZELF: zelf}


@stap
def nieuwe_week(wereld):
    wereld.bevestigd(begin=op(1, 14))
    coordinator = SimpleNamespace(gebruiker=make_medewerker("coördinator"))
    return doe(stuur_weekoverzichten, wereld, door="-"), {Wie.COORDINATOR: coordinator}


@stap
def antwoord_niet_nagegaan(wereld):
    _, zelf, _ = vraag_twee(wereld)
    return antwoord(wereld, zelf, uitslag=""), {Wie.ZELF: zelf}


@stap
def ja_uit_agenda_lukt_niet(wereld):
    _, zelf, ander = vraag_twee(wereld)
    wijs_af(inzet_id=zelf.pk, reden="", nu=wereld.nu, door=None)
    wereld.ja(ander)
    return antwoord(wereld, zelf), {Wie.ZELF: zelf}


@stap
def antwoord_op_oud_moment(wereld):
    boeking = wereld.boeking()
    (zelf,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    daad = antwoord(wereld, zelf)
    wereld.verzet(boeking, op(2, 4))
    verstuur(wereld.nu)
    return daad, {Wie.ZELF: zelf}


@stap
def opnieuw_verstuurd(wereld):
    (zelf,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    verstuur(wereld.nu)
    return doe(stuur_opnieuw, wereld, uitnodiging_id=zelf.uitnodigingen.get().pk), {Wie.ZELF: zelf}
