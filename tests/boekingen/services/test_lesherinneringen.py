"""Letters that time brings: before a lesson, on Monday, and several at once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from boekingen.models import Inzet
from boekingen.selectors.weekoverzicht import get_weekoverzicht
from boekingen.services import inzet_einde
from boekingen.services.bundels import bundel_bevestigingen
from boekingen.services.lesherinneringen import stuur_dag_ervoor, stuur_lesherinneringen
from boekingen.services.weekoverzichten import stuur_weekoverzichten
from lesaanbod.models import Bericht
from tests.boekingen.wereld import brieven, laatste_brief, op, verstuur
from tests.factories.boekingen import ContactpersoonFactory
from tests.inloggen import make_medewerker
from tests.itip import check_mail


def tekst(brief: str) -> str:
    return Bericht.objects.filter(brief=brief).latest("pk").tekst


class TestVoorDeLes:
    """One letter to the school, one to who comes, each once."""

    def test_each_goes_once_at_its_moment(self, wereld):
        _, inzet = wereld.bevestigd()
        school, persoon = op(1, 30, 8), op(2, 1, 16)
        vorige = laatste_brief()
        vlak_voor = school - timedelta(seconds=1)
        assert (stuur_lesherinneringen(vlak_voor), stuur_dag_ervoor(vlak_voor)) == (0, 0)
        assert (stuur_lesherinneringen(school), stuur_dag_ervoor(school)) == (1, 0)
        assert (stuur_lesherinneringen(persoon), stuur_dag_ervoor(persoon)) == (0, 1)
        assert (stuur_lesherinneringen(persoon), stuur_dag_ervoor(persoon)) == (0, 0)
        docent, zelf = wereld.contact.gebruiker.email, inzet.hoofdrolspeler.gebruiker.email
        assert brieven(vorige) == [
            ("les_herinnering", docent, ""),
            ("inzet_dag_ervoor", zelf, ""),
        ]

    def test_they_tell_when_who_and_whom_to_call(self, wereld):
        boeking, _ = wereld.bevestigd()
        boeking.les.onderdelen.update(tekst="Wij beginnen in een kring.")
        stuur_lesherinneringen(op(1, 30, 8))
        stuur_dag_ervoor(op(2, 1, 16))
        for brief in ("les_herinnering", "inzet_dag_ervoor"):
            assert "dinsdag 2 februari" in tekst(brief)
            assert "Zo verloopt de les: Wij beginnen in een kring." in tekst(brief)
            assert "Noor" in tekst(brief)
        assert "Wie komt er" in tekst("les_herinnering")
        assert "[persoonlijke link" in tekst("inzet_dag_ervoor")

    def test_move_gives_new_moments_with_the_next_confirmation(self, wereld):
        boeking, inzet = wereld.bevestigd()
        wereld.verzet(boeking, op(2, 9))
        assert (stuur_lesherinneringen(op(2, 2)), stuur_dag_ervoor(op(2, 2))) == (0, 0)
        wereld.ja(inzet)
        assert (stuur_lesherinneringen(op(2, 2)), stuur_dag_ervoor(op(2, 2))) == (0, 0)
        assert (stuur_lesherinneringen(op(2, 6)), stuur_dag_ervoor(op(2, 8, 16))) == (1, 1)

    def test_who_stays_while_another_is_replaced_is_told_late_and_once(self, wereld):
        boeking = wereld.boeking({"wijkagent": 2})
        valt_uit, blijft = wereld.vraag(boeking, *(wereld.persoon("wijkagent") for _ in range(2)))
        wereld.ja(valt_uit)
        wereld.ja(blijft)
        middag = op(2, 1, 15)
        inzet_einde.meld_af(inzet_id=valt_uit.pk, reden="", nu=middag, door=None)
        assert stuur_dag_ervoor(op(2, 1, 16)) == 0
        wereld.nu = middag
        (nieuw,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
        wereld.ja(nieuw, nu=op(2, 1, 16, 30))
        assert [stuur_dag_ervoor(op(2, 1, 16, 31)) for _ in range(2)] == [1, 0]
        bericht = Bericht.objects.get(brief="inzet_dag_ervoor")
        assert bericht.aan == blijft.hoofdrolspeler.gebruiker.email

    def test_lesson_that_moves_to_a_later_hour_is_told_of_by_its_new_confirmation(self, wereld):
        boeking, inzet = wereld.bevestigd()
        wereld.verzet(boeking, op(2, 2, 13), nu=op(2, 1, 15))
        wereld.ja(inzet, nu=op(2, 1, 16, 30))
        assert stuur_dag_ervoor(op(2, 1, 16, 31)) == 0

    def test_lesson_that_no_longer_stands_is_not_told_of(self, wereld):
        _, inzet = wereld.bevestigd()
        inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
        assert (stuur_lesherinneringen(op(2, 1, 17)), stuur_dag_ervoor(op(2, 1, 17))) == (0, 0)

    def test_worker_that_was_away_does_not_tell_of_what_has_begun(self, wereld):
        wereld.bevestigd()
        vorige = laatste_brief()
        assert (stuur_lesherinneringen(op(2, 2)), stuur_dag_ervoor(op(2, 2))) == (0, 0)
        assert brieven(vorige) == []
        assert Inzet.objects.get().dag_ervoor_op is None


class TestWeekoverzicht:
    """Monday morning, once, to who plans."""

    @pytest.fixture
    def kim(self, db):
        return make_medewerker("coördinator", naam="Kim")

    def test_it_tells_the_week_once_without_people(self, wereld, kim):
        _, inzet = wereld.bevestigd(begin=op(1, 14))
        wereld.boeking({"rolmodel": 1}, begin=op(1, 15))
        wereld.bevestigd(begin=op(1, 18))
        nu = op(1, 11, 7, 30)
        assert stuur_weekoverzichten(nu - timedelta(seconds=1)) == 0
        assert [stuur_weekoverzichten(nu) for _ in range(3)] == [1, 0, 0]
        brief = Bericht.objects.get(brief="weekoverzicht")
        assert (brief.aan, brief.onderwerp) == (kim.email, "Deze week: 2 lessen")
        assert "Nog niet rond: 1 les." in brief.tekst
        assert "er ontbreekt nog een rolmodel" in brief.tekst
        assert "18 jan" not in brief.tekst
        assert inzet.hoofdrolspeler.gebruiker.naam not in brief.tekst

    def test_next_week_brings_the_next_one(self, wereld, kim):
        wereld.bevestigd(begin=op(1, 21))
        assert stuur_weekoverzichten(op(1, 11)) == 0
        assert stuur_weekoverzichten(op(1, 18, 8)) == 1
        assert stuur_weekoverzichten(op(1, 20, 8)) == 0

    def test_nobody_hears_of_a_week_with_nothing_to_do(self, wereld, kim):
        assert stuur_weekoverzichten(op(1, 11)) == 0

    def test_same_queries_with_one_and_three_lessons(self, wereld, django_assert_num_queries):
        for aantal in (1, 2):
            for nummer in range(aantal):
                wereld.boeking(begin=op(1, 12 + aantal, 9 + nummer))
            with django_assert_num_queries(9):
                overzicht = get_weekoverzicht(nu=wereld.nu)
        assert len(overzicht.lessen) == 3


class TestTegelijk:
    """Several lessons confirmed at once."""

    def test_one_letter_and_the_invitations_follow_quietly(self, wereld):
        lessen = [wereld.bevestigd(begin=op(2, dag))[0] for dag in (3, 2)]
        ics = {bytes(b.ics) for b in Bericht.objects.filter(brief="les_bevestigd")}
        assert bundel_bevestigingen(wereld.nu) == 1
        assert bundel_bevestigingen(wereld.nu) == 0
        mails = verstuur(wereld.nu)
        docent = wereld.contact.gebruiker.email.encode()
        aan_docent = [eml for eml in mails if docent in eml and b"Bevestigd" in eml]
        assert len(aan_docent) == 1
        brief = Bericht.objects.get(brief="lessen_bevestigd")
        assert brief.onderwerp == f"Bevestigd: 2 lessen bij {wereld.school.naam}"
        assert brief.tekst.index("dinsdag 2 februari") < brief.tekst.index("woensdag 3 februari")
        stil = verstuur(wereld.nu + timedelta(minutes=1))
        assert [fout for eml in stil for fout in check_mail(eml)] == []
        rest = Bericht.objects.filter(brief="les_in_agenda")
        assert {bytes(b.ics) for b in rest} == ics
        assert len(stil) == len(lessen)

    def test_who_speaks_for_two_schools_gets_a_letter_for_each(self, wereld):
        ander = ContactpersoonFactory(gebruiker=wereld.contact.gebruiker)
        elders = replace(wereld, school=ander.school, contact=ander)
        for maand_dag in ((2, 2), (2, 3)):
            wereld.bevestigd(begin=op(*maand_dag))
        elders.bevestigd(begin=op(2, 9))
        assert bundel_bevestigingen(wereld.nu) == 1
        brief = Bericht.objects.get(brief="lessen_bevestigd")
        assert brief.onderwerp == f"Bevestigd: 2 lessen bij {wereld.school.naam}"
        alleen = Bericht.objects.get(brief="les_bevestigd")
        assert ander.school.naam in alleen.tekst

        elders.bevestigd(begin=op(2, 10))
        assert bundel_bevestigingen(wereld.nu) == 1
        onderwerpen = Bericht.objects.filter(brief="lessen_bevestigd").values_list("onderwerp")
        assert (f"Bevestigd: 2 lessen bij {ander.school.naam}",) in onderwerpen

    def test_one_alone_stays_as_it_is(self, wereld):
        wereld.bevestigd()
        assert bundel_bevestigingen(wereld.nu) == 0
        assert Bericht.objects.filter(brief="les_bevestigd").count() == 1

    def test_what_already_left_is_not_counted(self, wereld):
        wereld.bevestigd()
        verstuur(wereld.nu)
        wereld.bevestigd(begin=op(2, 3))
        assert bundel_bevestigingen(wereld.nu) == 0

    def test_what_changed_before_it_left_keeps_its_own_words(self, wereld):
        boeking, _ = wereld.bevestigd()
        eerder = tekst("les_bevestigd")
        wereld.bevestigd(begin=op(2, 3))
        wereld.verzet(boeking, op(2, 9))
        assert bundel_bevestigingen(wereld.nu) == 0
        uid = boeking.uitnodigingen.get(inzet=None).uid
        bericht = Bericht.objects.get(uid=uid, brief="les_bevestigd")
        assert bericht.tekst == eerder
        uitnodigingen = [eml for eml in verstuur(wereld.nu) if b"text/calendar" in eml]
        assert [fout for eml in uitnodigingen for fout in check_mail(eml)] == []

    def test_change_of_one_of_them_waits_for_its_invitation(self, wereld):
        boeking, _ = wereld.bevestigd()
        wereld.bevestigd(begin=op(2, 3))
        bundel_bevestigingen(wereld.nu)
        wereld.verzet(boeking, op(2, 9))
        uid = boeking.uitnodigingen.get(inzet=None).uid
        verstuur(wereld.nu)
        verstuur(wereld.nu + timedelta(minutes=1))
        vertrokken = Bericht.objects.filter(uid=uid).order_by("verzonden_op", "pk")
        assert [b.brief for b in vertrokken] == ["les_in_agenda", "les_verzet"]
