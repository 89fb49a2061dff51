"""Answers from diaries, from the bytes of the mail to what stands in the database."""

from datetime import timedelta

import pytest

from boekingen.domain.antwoordbesluit import Gevolg
from boekingen.domain.weigeringen import LesVoorbij, StapNietMogelijk
from boekingen.models import Antwoordadres, Inzet, Poststuk, Tegenvoorstel, Uitnodiging
from boekingen.services import inzet_einde
from boekingen.services.post import bevestig_antwoord, verwerk_antwoord
from boekingen.services.termijnen import stuur_herinneringen
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.antwoordmail import PROGRAMMAS, Vraag, kaal, mail
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status, verstuur

MINUUT = timedelta(minutes=1)


@pytest.fixture
def inzet(wereld) -> Inzet:
    """Somebody asked for the only place of a lesson."""
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    return inzet


def vraag_van(inzet: Inzet, **anders) -> Vraag:
    """Return the answer of this person, a minute after the question."""
    uitnodiging = inzet.uitnodigingen.get(beeindigd_op=None)
    velden = {
        "uid": uitnodiging.uid,
        "adres": uitnodiging.adres,
        "sequence": f"SEQUENCE:{uitnodiging.sequence}",
        "begin": uitnodiging.begin,
        "dtstamp": uitnodiging.dtstamp + MINUUT,
    }
    return Vraag(**velden | anders)


def vraag_docent(boeking, **anders) -> Vraag:
    uitnodiging = boeking.uitnodigingen.get(inzet=None)
    velden = {"uid": uitnodiging.uid, "adres": uitnodiging.adres, "begin": uitnodiging.begin}
    return Vraag(**velden | {"dtstamp": uitnodiging.dtstamp + MINUUT} | anders)


def verwerk(wereld, vraag: Vraag, programma=mail, nu=None) -> Gevolg:
    return verwerk_antwoord(inhoud=programma(vraag), nu=nu or wereld.nu + 2 * MINUUT)


@pytest.mark.parametrize("programma", [naam for naam in PROGRAMMAS if naam != "nextcloud"])
def test_yes_of_every_program_confirms_the_lesson(wereld, inzet, programma):
    assert verwerk(wereld, vraag_van(inzet), PROGRAMMAS[programma]) is Gevolg.JA
    assert (status(inzet), status(inzet.plek.boeking)) == ("toegezegd", "bevestigd")
    uitnodiging = inzet.uitnodigingen.get()
    assert (uitnodiging.antwoord, uitnodiging.antwoord_op) == ("ACCEPTED", wereld.nu + 2 * MINUUT)
    assert uitnodiging.sequence == 0
    assert list_schendingen() == []


def test_yes_from_nextcloud_waits_for_the_person(wereld, inzet):
    vorige = laatste_brief()
    assert verwerk(wereld, vraag_van(inzet), PROGRAMMAS["nextcloud"]) is Gevolg.BEVESTIGING_GEVRAAGD
    assert status(inzet) == "uitgenodigd"
    adres = inzet.hoofdrolspeler.gebruiker.email
    assert brieven(vorige) == [("antwoord_bevestigen", adres, "")]


def test_no_is_taken_with_its_words(wereld, inzet):
    vraag = vraag_van(inzet, partstat="DECLINED", extra="COMMENT:Ik heb dan zitting.")
    vorige = laatste_brief()
    assert verwerk(wereld, vraag) is Gevolg.NEE
    inzet.refresh_from_db()
    assert (inzet.status, inzet.reden) == ("afgewezen", "Ik heb dan zitting.")
    assert [brief for brief, *_ in brieven(vorige)] == ["inzet_afgewezen"]


def test_no_after_a_yes_is_a_drop_out_with_everything_that_goes_with_it(wereld, inzet):
    verwerk(wereld, vraag_van(inzet))
    later = vraag_van(inzet, partstat="DECLINED", dtstamp=wereld.nu + timedelta(hours=1))
    assert verwerk(wereld, later, nu=wereld.nu + timedelta(hours=1)) is Gevolg.AFMELDING
    boeking = inzet.plek.boeking
    assert (status(inzet), status(boeking)) == ("afgemeld", "voorgesteld")
    assert boeking.plekken.get().rondes.get().aanleiding == "uitval"
    assert list_schendingen() == []


def test_maybe_is_no_answer_and_lets_the_reminder_come_again(wereld, inzet):
    Inzet.objects.update(herinner_op=None)
    assert verwerk(wereld, vraag_van(inzet, partstat="TENTATIVE")) is Gevolg.MISSCHIEN
    inzet.refresh_from_db()
    assert inzet.status == "uitgenodigd"
    assert wereld.nu < inzet.herinner_op < inzet.antwoord_voor


def test_a_reminder_that_may_come_again_does_not_call_itself_the_only_one(wereld, inzet):
    stuur_herinneringen(inzet.herinner_op)
    inzet.refresh_from_db()
    verwerk(wereld, vraag_van(inzet, partstat="TENTATIVE"))
    inzet.refresh_from_db()
    stuur_herinneringen(inzet.herinner_op)
    herinneringen = Bericht.objects.filter(brief="inzet_herinnering")
    assert ["enige" in een.tekst + een.html for een in herinneringen] == [False, False]


def test_changed_mind_is_welcome_while_the_place_is_open(wereld, inzet):
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    oud = inzet.uitnodigingen.get()
    vraag = Vraag(uid=oud.uid, adres=oud.adres, begin=oud.begin, dtstamp=wereld.nu + MINUUT)
    assert verwerk(wereld, vraag) is Gevolg.JA
    assert status(inzet.plek.boeking) == "bevestigd"
    assert inzet.uitnodigingen.filter(beeindigd_op=None).exclude(uid=oud.uid).count() == 1
    # What is still pressed on the old one changes nothing.
    nee = vraag.met(partstat="DECLINED", dtstamp=wereld.nu + 3 * MINUUT)
    assert verwerk(wereld, nee, nu=wereld.nu + 4 * MINUUT) is Gevolg.OUD_MOMENT
    assert status(inzet) == "toegezegd"


def test_yes_that_comes_too_late_tells_the_person_once(wereld, inzet):
    (ander,) = wereld.vraag(inzet.plek.boeking, wereld.persoon("wijkagent"))
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    wereld.ja(ander)
    oud, vorige = inzet.uitnodigingen.get(), laatste_brief()
    vraag = Vraag(uid=oud.uid, adres=oud.adres, begin=oud.begin, dtstamp=wereld.nu + MINUUT)
    assert verwerk(wereld, vraag) is Gevolg.GENOTEERD
    assert verwerk(wereld, vraag.met(koppen="X: 1\n")) is Gevolg.AL_VERWERKT
    assert brieven(vorige) == [("antwoord_lukt_niet", oud.adres, "")]
    assert "Iemand anders heeft al ja gezegd." in Bericht.objects.latest("pk").tekst


def test_answer_that_a_machine_gave_counts_but_brings_no_mail(wereld, inzet):
    (ander,) = wereld.vraag(inzet.plek.boeking, wereld.persoon("wijkagent"))
    wereld.ja(ander)
    oud, vorige = inzet.uitnodigingen.get(), laatste_brief()
    vraag = Vraag(uid=oud.uid, adres=oud.adres, begin=oud.begin, dtstamp=wereld.nu + MINUUT)
    assert verwerk(wereld, vraag.met(koppen="Auto-Submitted: auto-replied\n")) is Gevolg.GENOTEERD
    assert brieven(vorige) == []


class TestTweemaal:
    """At most one effect."""

    def test_same_bytes(self, wereld, inzet):
        vraag = vraag_van(inzet)
        assert [verwerk(wereld, vraag) for _ in range(3)] == [
            Gevolg.JA,
            Gevolg.AL_VERWERKT,
            Gevolg.AL_VERWERKT,
        ]
        assert Poststuk.objects.count() == 1

    def test_same_answer_by_another_way(self, wereld, inzet):
        verwerk(wereld, vraag_van(inzet))
        vorige = laatste_brief()
        again = vraag_van(inzet, dtstamp=wereld.nu + MINUUT, koppen="Received: from x\n")
        assert verwerk(wereld, again) is Gevolg.AL_VERWERKT
        assert brieven(vorige) == []

    def test_replay_of_an_old_yes_after_a_no(self, wereld, inzet):
        ja = vraag_van(inzet)
        verwerk(wereld, ja)
        nee = ja.met(partstat="DECLINED", dtstamp=wereld.nu + timedelta(hours=1))
        verwerk(wereld, nee, nu=wereld.nu + timedelta(hours=1))
        assert verwerk(wereld, ja.met(koppen="X: y\n")) is Gevolg.AL_VERWERKT
        assert status(inzet) == "afgemeld"


class TestVerzet:
    """Answers that cross a move."""

    def test_answer_to_the_old_time_gets_the_new_one(self, wereld, inzet):
        oud = vraag_van(inzet)
        wereld.verzet(inzet.plek.boeking, op(2, 9), nu=wereld.nu + MINUUT)
        verstuur(wereld.nu + MINUUT)
        vorige, later = laatste_brief(), wereld.nu + timedelta(hours=2)
        stamp = wereld.nu + timedelta(minutes=100)
        assert verwerk(wereld, oud.met(dtstamp=stamp), nu=later) is Gevolg.OUD_MOMENT
        assert status(inzet) == "uitgenodigd"
        assert brieven(vorige) == [("inzet_verzet", oud.adres, "REQUEST")]
        origineel, kopie = Bericht.objects.filter(brief="inzet_verzet").order_by("pk")
        assert bytes(origineel.ics) == bytes(kopie.ics)
        assert origineel.message_id != kopie.message_id
        uitnodiging = inzet.uitnodigingen.get()
        assert (uitnodiging.antwoord, uitnodiging.antwoord_dtstamp) == ("", stamp)

    def test_it_is_not_sent_again_every_time(self, wereld, inzet):
        oud = vraag_van(inzet)
        wereld.verzet(inzet.plek.boeking, op(2, 9), nu=wereld.nu + MINUUT)
        vorige = laatste_brief()
        for nummer in range(3):
            vraag = oud.met(dtstamp=wereld.nu + (3 + nummer) * MINUUT)
            assert verwerk(wereld, vraag, nu=wereld.nu + 9 * MINUUT) is Gevolg.OUD_MOMENT
        assert brieven(vorige) == []

    def test_answer_to_the_new_time_counts(self, wereld, inzet):
        wereld.verzet(inzet.plek.boeking, op(2, 9))
        vraag = vraag_van(inzet)
        assert vraag.sequence == "SEQUENCE:1"
        assert verwerk(wereld, vraag) is Gevolg.JA

    def test_a_move_forgets_what_was_answered(self, wereld, inzet):
        verwerk(wereld, vraag_van(inzet))
        wereld.verzet(inzet.plek.boeking, op(2, 9), nu=wereld.nu + 3 * MINUUT)
        uitnodiging = inzet.uitnodigingen.get()
        assert (uitnodiging.antwoord, uitnodiging.antwoord_op) == ("", None)


class TestTegenvoorstel:
    """METHOD:COUNTER."""

    def test_other_moment_becomes_a_proposal_for_the_desk(self, wereld, inzet):
        vraag = vraag_van(inzet, methode="COUNTER", begin=op(2, 9), partstat="TENTATIVE")
        assert verwerk(wereld, vraag) is Gevolg.ANDER_MOMENT
        voorstel = Tegenvoorstel.objects.get()
        assert [moment.begin for moment in voorstel.momenten.all()] == [op(2, 9)]
        assert inzet.plek.boeking.begin == op(2, 2)

    def test_moment_in_a_holiday_is_for_a_person(self, wereld, inzet):
        vraag = vraag_van(inzet, methode="COUNTER", begin=op(12, 28))
        assert verwerk(wereld, vraag) is Gevolg.VOOR_BUREAU
        stuk = Poststuk.objects.get()
        assert stuk.uitleg.startswith("Stelt dinsdag 28 december")
        assert (status(inzet), stuk.voor_bureau, stuk.boeking) == (
            "uitgenodigd",
            True,
            inzet.plek.boeking,
        )

    def test_refresh_sends_what_stands(self, wereld, inzet):
        verstuur(wereld.nu)
        vorige, later = laatste_brief(), wereld.nu + timedelta(hours=2)
        vraag = vraag_van(inzet, methode="REFRESH", sequence="")
        assert verwerk(wereld, vraag, nu=later) is Gevolg.OPNIEUW_GESTUURD
        assert verwerk(wereld, vraag.met(koppen="X: 1\n"), nu=later) is Gevolg.OPNIEUW_GESTUURD
        assert [brief for brief, *_ in brieven(vorige)] == ["inzet_gevraagd"]


class TestDocent:
    """The school answers too; it changes nothing by itself."""

    def test_yes_is_noted_and_not_asked_again(self, wereld):
        boeking, inzet = wereld.bevestigd()
        assert verwerk(wereld, vraag_docent(boeking)) is Gevolg.GENOTEERD
        inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu + 3 * MINUUT, door=None)
        uitnodiging = boeking.uitnodigingen.get(inzet=None)
        assert (uitnodiging.partstat, uitnodiging.antwoord) == ("ACCEPTED", "ACCEPTED")
        wereld.verzet(boeking, op(2, 9), nu=wereld.nu + 4 * MINUUT)
        assert boeking.uitnodigingen.get(inzet=None).partstat == "NEEDS-ACTION"

    def test_no_is_for_the_coordinator(self, wereld):
        boeking, _ = wereld.bevestigd()
        assert verwerk(wereld, vraag_docent(boeking, partstat="DECLINED")) is Gevolg.VOOR_BUREAU
        assert status(boeking) == "bevestigd"
        stuk = Poststuk.objects.get()
        assert (stuk.boeking, stuk.voor_bureau) == (boeking, True)


class TestBevestigen:
    """An answer from elsewhere, and the page that its owner opens."""

    VREEMD = "Robin.Prive@thuis.example"

    def test_confirmed_answer_counts_and_its_address_is_known_from_then_on(self, wereld, inzet):
        assert verwerk(wereld, vraag_van(inzet, van=self.VREEMD)) is Gevolg.BEVESTIGING_GEVRAAGD
        stuk = Poststuk.objects.get()
        assert bevestig_antwoord(poststuk_id=stuk.pk, nu=wereld.nu).gevolg is Gevolg.JA
        assert bevestig_antwoord(poststuk_id=stuk.pk, nu=wereld.nu).gevolg is Gevolg.JA
        assert status(inzet) == "toegezegd"
        assert Antwoordadres.objects.get().adres == self.VREEMD.lower()
        nee = vraag_van(
            inzet, van=self.VREEMD, partstat="DECLINED", dtstamp=wereld.nu + timedelta(hours=1)
        )
        assert verwerk(wereld, nee, nu=wereld.nu + timedelta(hours=2)) is Gevolg.AFMELDING

    @pytest.mark.parametrize(
        "anders",
        [
            {"uitslag": ""},
            {"uitslag": "mx.elders.example; dmarc=pass header.from=politie.example"},
            {"uitslag": "mx.lesaanbod.example; dmarc=fail header.from=politie.example"},
            {"van": "invitations-noreply@cloud.example"},
        ],
    )
    def test_address_that_nobody_vouched_for_is_not_remembered(self, wereld, inzet, anders):
        assert verwerk(wereld, vraag_van(inzet, **anders)) is Gevolg.BEVESTIGING_GEVRAAGD
        bevestig_antwoord(poststuk_id=Poststuk.objects.get().pk, nu=wereld.nu)
        assert (status(inzet), Antwoordadres.objects.count()) == ("toegezegd", 0)

    def test_the_same_forged_answer_brings_one_mail_a_day(self, wereld, inzet):
        vorige = laatste_brief()
        gevolgen = [
            verwerk(wereld, vraag_van(inzet, uitslag="", koppen=f"X: {nummer}\n"))
            for nummer in range(4)
        ]
        assert gevolgen == [Gevolg.BEVESTIGING_GEVRAAGD, *[Gevolg.NIET_NAGEGAAN] * 3]
        nee = vraag_van(inzet, uitslag="", partstat="DECLINED")
        assert verwerk(wereld, nee) is Gevolg.BEVESTIGING_GEVRAAGD
        assert len(brieven(vorige)) == 2

    def test_newer_answer_beats_the_one_that_waits(self, wereld, inzet):
        verwerk(wereld, vraag_van(inzet, uitslag=""))
        verwerk(wereld, vraag_van(inzet, partstat="DECLINED", dtstamp=wereld.nu + 2 * MINUUT))
        with pytest.raises(StapNietMogelijk):
            bevestig_antwoord(poststuk_id=Poststuk.objects.earliest("pk").pk, nu=wereld.nu)
        assert status(inzet) == "afgewezen"

    def test_move_ends_what_waits(self, wereld, inzet):
        verwerk(wereld, vraag_van(inzet, uitslag=""))
        wereld.verzet(inzet.plek.boeking, op(2, 9))
        with pytest.raises(StapNietMogelijk):
            bevestig_antwoord(poststuk_id=Poststuk.objects.get().pk, nu=wereld.nu)
        assert status(inzet) == "uitgenodigd"

    def test_after_the_begin_it_is_too_late(self, wereld, inzet):
        verwerk(wereld, vraag_van(inzet, uitslag=""))
        with pytest.raises(LesVoorbij):
            bevestig_antwoord(poststuk_id=Poststuk.objects.get().pk, nu=inzet.begin)

    def test_yes_that_is_refused_says_why(self, wereld, inzet):
        verwerk(wereld, vraag_van(inzet, uitslag=""))
        (ander,) = wereld.vraag(inzet.plek.boeking, wereld.persoon("wijkagent"))
        wereld.ja(ander)
        with pytest.raises(StapNietMogelijk):
            bevestig_antwoord(poststuk_id=Poststuk.objects.get().pk, nu=wereld.nu)
        assert Uitnodiging.objects.filter(antwoord="ACCEPTED").count() == 0


def test_the_log_tells_that_the_diary_answered(wereld, inzet):
    verwerk(wereld, vraag_van(inzet, partstat="TENTATIVE"))
    regel = Gebeurtenis.objects.get(wat="antwoord per agenda")
    assert (regel.onderwerp_soort, regel.onderwerp_id, regel.waarom) == (
        "inzet",
        str(inzet.pk),
        "misschien",
    )


def test_a_sign_of_life_takes_the_mark_off_an_address(wereld, inzet):
    gebruiker = inzet.hoofdrolspeler.gebruiker
    type(gebruiker).objects.update(mail_teruggekomen_op=wereld.nu)
    verwerk(wereld, vraag_van(inzet))
    gebruiker.refresh_from_db()
    assert gebruiker.mail_teruggekomen_op is None


def test_answer_without_any_form_is_still_the_smallest_that_counts(wereld, inzet):
    vraag = vraag_van(inzet, organisator="", sequence="")
    assert verwerk_antwoord(inhoud=mail(vraag, kaal(vraag)), nu=wereld.nu) is Gevolg.JA
