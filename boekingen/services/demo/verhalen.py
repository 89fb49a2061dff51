"""The invented requests: together they show every state, in the way real use would reach it."""

from datetime import datetime, timedelta

from boekingen.domain.status import InzetStatus
from boekingen.models import Boeking, Inzet
from boekingen.services import aanvragen, afsluiting, boekingen, inzet_einde, inzetten, wachtlijst
from boekingen.services.deelname import nodig_mens_uit, pauzeer_mens
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from boekingen.services.termijnen import rond_lessen_af
from hoofdrolspelers.domain.deelname import Pauze

from . import mensen
from .kalender import list_momenten
from .regie import Regie, get_les


def speel_alles(regie: Regie) -> None:
    """Play every story, then let time do what the worker would have done."""
    for verhaal in (
        kapot_sterk_halverwege,
        twee_klassen_nog_te_plannen,
        nieuwe_school,
        twee_rollen,
        uitval,
        verzet,
        geannuleerd_en_ingetrokken,
        mbo_zonder_antwoord,
        afgerond,
        wachtlijst_en_afwijzing,
        halverwege_ingevuld,
        mensen_in_beweging,
    ):
        verhaal(regie)
    rond_lessen_af(regie.nu)
    niet_doorgegaan(regie)


def kapot_sterk_halverwege(regie: Regie) -> None:
    """Noor: two lessons given, one confirmed, one asked, one still to plan."""
    voorbij = list_momenten(vanaf=regie.nu, aantal=2, weekdag=2, uur=9, terug=True)
    straks = list_momenten(vanaf=regie.nu + timedelta(days=6), aantal=5, weekdag=2, uur=9)
    momenten = [*voorbij, straks[0], straks[2], straks[4]]
    aanvraag = regie.dien_in(mensen.NOOR, "kapot-sterk", momenten, [("8A", 27)])
    lessen = list(aanvraag.boekingen.order_by("nummer"))
    regie.bevestig(lessen[0], momenten[0], "Noah")
    regie.bevestig(lessen[1], momenten[1], "Sanne")
    regie.bevestig(lessen[2], momenten[2], "Karin")
    op = regie.stel_voor(lessen[3], momenten[3])
    regie.vraag(lessen[3], "Ruben", max(op, regie.nu - timedelta(hours=5)))


def twee_klassen_nog_te_plannen(regie: Regie) -> None:
    """Petra: Kapot Sterk for two classes after each other, just submitted."""
    wensen = list_momenten(vanaf=regie.nu + timedelta(days=30), aantal=5, weekdag=4, uur=9)
    regie.dien_in(mensen.PETRA, "kapot-sterk", wensen, [("8A", 26), ("8B", 25)], op=regie.nu)


def nieuwe_school(regie: Regie) -> None:
    """Loes: a first request; she is not admitted yet."""
    wensen = list_momenten(vanaf=regie.nu + timedelta(days=25), aantal=1, weekdag=1, uur=10)
    op = regie.nu - timedelta(hours=20)
    regie.dien_in(mensen.LOES, "samen-tegen-druk", wensen, [("8A", 24)], op=op)


def twee_rollen(regie: Regie) -> None:
    """Fatima: a lesson with two roles; one says yes, one says no, the next is asked."""
    (moment,) = list_momenten(vanaf=regie.nu + timedelta(days=16), aantal=1, weekdag=2, uur=13)
    aanvraag = regie.dien_in(mensen.FATIMA, "samen-tegen-druk", [moment], [("8", 29)])
    les = aanvraag.boekingen.get()
    op = max(regie.stel_voor(les, moment), regie.nu - timedelta(days=1))
    ja = regie.vraag(les, "Noah", op, rol="jongerenwerker")
    nee = regie.vraag(les, "Djamila", op, rol="rolmodel")
    inzetten.zeg_toe(inzet_id=ja.pk, nu=op + timedelta(hours=2), door=ja.hoofdrolspeler.gebruiker)
    inzet_einde.wijs_af(
        inzet_id=nee.pk,
        reden="Dan ben ik op vakantie.",
        nu=op + timedelta(hours=3),
        door=nee.hoofdrolspeler.gebruiker,
    )
    regie.vraag(les, "Yara", op + timedelta(hours=4), rol="rolmodel")


def uitval(regie: Regie) -> None:
    """Wim: a confirmed lesson, and the wijkagent drops out."""
    (moment,) = list_momenten(vanaf=regie.nu + timedelta(days=2), aantal=1, weekdag=2, uur=11)
    aanvraag = regie.dien_in(mensen.WIM, "de-wijkagent-komt", [moment], [("8A", 28)])
    (inzet,) = regie.bevestig(aanvraag.boekingen.get(), moment, "Loek")
    inzet_einde.meld_af(
        inzet_id=inzet.pk,
        reden="Ik moet die dag naar een training.",
        nu=regie.nu - timedelta(hours=2),
        door=inzet.hoofdrolspeler.gebruiker,
    )


def verzet(regie: Regie) -> None:
    """Eva: a confirmed lesson is moved; the person is free then and said yes again."""
    eerst, later = list_momenten(vanaf=regie.nu + timedelta(days=12), aantal=2, weekdag=5, uur=9)
    aanvraag = regie.dien_in(mensen.EVA, "veilig-oud-en-nieuw", [eerst], [("7/8", 30)])
    les = aanvraag.boekingen.get()
    (inzet,) = regie.bevestig(les, eerst, "Tarik")
    op = regie.nu - timedelta(hours=6)
    boekingen.verzet_boeking(boeking_id=les.pk, begin=later, nu=op, door=regie.coordinator)
    inzetten.zeg_toe(
        inzet_id=inzet.pk, nu=op + timedelta(hours=1), door=inzet.hoofdrolspeler.gebruiker
    )


def geannuleerd_en_ingetrokken(regie: Regie) -> None:
    """Eva withdraws a whole request; Fatima's confirmed lesson is cancelled by the desk."""
    moment, ander = list_momenten(vanaf=regie.nu + timedelta(days=20), aantal=2, weekdag=3, uur=9)
    aanvraag = regie.dien_in(mensen.EVA, "over-de-grens", [ander], [("8", 22)])
    regie.bevestig(aanvraag.boekingen.get(), ander, "Karin")
    afsluiting.trek_aanvraag_in(
        aanvraag_id=aanvraag.pk,
        reden="Onze toetsweek is verschoven.",
        nu=regie.nu - timedelta(hours=1),
        door=aanvraag.contact.gebruiker,
    )
    aanvraag = regie.dien_in(mensen.FATIMA, "veilig-oud-en-nieuw", [moment], [("8", 29)])
    les = aanvraag.boekingen.get()
    regie.bevestig(les, moment, "Karin")
    boekingen.annuleer_boeking(
        boeking_id=les.pk,
        reden="De school is die dag toch dicht.",
        nu=regie.nu - timedelta(hours=1),
        door=regie.coordinator,
    )


def mbo_zonder_antwoord(regie: Regie) -> None:
    """Koen: an mbo location added by hand; the first person asked did not answer in time."""
    (moment,) = list_momenten(vanaf=regie.nu + timedelta(days=9), aantal=1, weekdag=3, uur=13)
    aanvraag = regie.dien_in(mensen.KOEN, "geldezel-ik-niet", [moment], [("1C", 24)])
    les = aanvraag.boekingen.get()
    inzet = regie.vraag(les, "Tarik", regie.stel_voor(les, moment))
    inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=max(inzet.antwoord_voor, regie.nu))


def afgerond(regie: Regie) -> None:
    """Joost: one role twice, and the lesson has been given."""
    (moment,) = list_momenten(vanaf=regie.nu, aantal=1, weekdag=3, uur=10, terug=True)
    aanvraag = regie.dien_in(mensen.JOOST, "eerlijk-of-niet", [moment], [("2b", 27)])
    regie.bevestig(aanvraag.boekingen.get(), moment, "Lotte", "Amir")


def niet_doorgegaan(regie: Regie) -> None:
    """Joost: a lesson that was marked as given did not happen."""
    (moment,) = list_momenten(
        vanaf=regie.nu - timedelta(days=5), aantal=1, weekdag=1, uur=13, terug=True
    )
    aanvraag = regie.dien_in(mensen.JOOST, "zo-is-een-foto-gedeeld", [moment], [("1a", 25)])
    regie.bevestig(aanvraag.boekingen.get(), moment, "Karin")
    rond_lessen_af(regie.nu)
    les = Boeking.objects.get(aanvraag=aanvraag)
    boekingen.meld_niet_doorgegaan(
        boeking_id=les.pk,
        reden="De klas was op excursie.",
        nu=regie.nu,
        door=regie.coordinator,
    )


def wachtlijst_en_afwijzing(regie: Regie) -> None:
    """Joost waits for a scarce lesson; another of his requests is turned down."""
    wensen = list_momenten(vanaf=regie.nu + timedelta(days=40), aantal=3, weekdag=4, uur=9)
    klas = [("3c", 26)]
    wacht = regie.dien_in(mensen.JOOST, "een-officier-voor-de-klas", wensen[:1], klas)
    wachtlijst.zet_op_wachtlijst(
        aanvraag_id=wacht.pk,
        reden="Alle officieren zijn die weken bezet.",
        nu=_gisteren(regie),
        door=regie.coordinator,
    )
    nee = regie.dien_in(mensen.JOOST, "de-prijs-van-snel-geld", wensen[1:2], klas)
    afsluiting.wijs_aanvraag_af(
        aanvraag_id=nee.pk,
        reden="Deze klas heeft de les dit jaar al gehad.",
        nu=_gisteren(regie),
        door=regie.coordinator,
    )


def halverwege_ingevuld(regie: Regie) -> None:
    """Somebody began a request and stopped after the school."""
    concept, _ = aanvragen.start_concept(les_id=get_les("veilig-online").les_id, nu=regie.nu)
    aanvragen.bewaar_antwoorden(
        aanvraag_id=concept.pk, stap="school", antwoorden={"id": regie.scholen["99AH00"].pk}
    )


def _gisteren(regie: Regie) -> datetime:
    return regie.nu - timedelta(days=1)


def mensen_in_beweging(regie: Regie) -> None:
    """Yara names another moment, Iris is invited to take part, Loek will be away for a while."""
    gevraagd = Inzet.objects.get(
        hoofdrolspeler=regie.hoofdrolspelers["Yara"], status=InzetStatus.UITGENODIGD.value
    )
    vanaf = gevraagd.begin + timedelta(days=1)
    stel_ander_moment_voor(
        inzet_id=gevraagd.pk,
        momenten=list_momenten(vanaf=vanaf, aantal=2, weekdag=4, uur=11),
        toelichting="Op dinsdag heb ik zelf les.",
        nu=regie.nu,
        door=gevraagd.hoofdrolspeler.gebruiker,
    )
    nodig_mens_uit(
        email=f"iris.kuipers@{mensen.POST}",
        rol_slugs=["jongerenwerker"],
        niveau_slugs=["groep-8", "vo"],
        wijkcodes=[],
        nu=regie.nu,
        door=regie.coordinator,
    )
    eerste = (regie.nu + timedelta(days=120)).date()
    pauzeer_mens(
        hoofdrolspeler_id=regie.hoofdrolspelers["Loek"],
        pauze=Pauze(eerste, eerste + timedelta(days=60)),
        nu=regie.nu,
        door=regie.coordinator,
    )
