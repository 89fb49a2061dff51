"""Moments of a booking: proposed and moved; the rest stands in ``test_boekingen_einde``."""

from datetime import UTC, datetime, timedelta

import pytest

from boekingen.domain.weigeringen import (
    ContactNietToegelaten,
    LesVoorbij,
    MomentOngeldig,
    StapNietMogelijk,
    VolgordeOngeldig,
)
from boekingen.models import Boeking, Contactpersoon, Inzet, Uitnodiging
from boekingen.services import boekingen
from hoofdrolspelers.models import Vastlegging
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import ZONE, brieven, laatste_brief, op, status
from tests.factories.hoofdrolspelers import WeekRitmeFactory


def stel_voor(wereld, boeking, begin, **anders):
    return boekingen.stel_moment_voor(
        boeking_id=boeking.pk, begin=begin, door=None, **{"nu": wereld.nu} | anders
    )


def serie(wereld, aantal=3, **velden):
    """Return the bookings of one series for one class, nothing proposed yet."""
    les = wereld.les(*[{"wijkagent": 1}] * aantal, **velden)
    return list(wereld.aanvraag(les).boekingen.order_by("nummer"))


def test_stel_moment_voor_asks_nobody_and_takes_no_time(wereld):
    (boeking,) = serie(wereld, 1)
    eerder = laatste_brief()

    stel_voor(wereld, boeking, op(2, 2))

    boeking.refresh_from_db()
    assert (boeking.status, boeking.begin, boeking.eind) == ("voorgesteld", op(2, 2), op(2, 2, 10))
    assert brieven(eerder) == []
    assert not Vastlegging.objects.exists()
    assert list_schendingen() == []


def test_stel_moment_voor_a_second_time_is_refused(wereld):
    boeking = wereld.boeking()
    with pytest.raises(StapNietMogelijk):
        stel_voor(wereld, boeking, op(2, 4))


def test_stel_moment_voor_waits_for_the_admission_of_the_contact(wereld):
    (boeking,) = serie(wereld, 1)
    Contactpersoon.objects.update(status="aangemeld")
    with pytest.raises(ContactNietToegelaten):
        stel_voor(wereld, boeking, op(2, 2))
    assert status(boeking) == "te_plannen"


@pytest.mark.parametrize(
    ("begin", "reden"),
    [
        (op(4, 29), "vakantie"),
        (op(3, 29), "aasdag"),
        (op(2, 6), "weekend"),
        (op(1, 8), "al voorbij"),
        (op(2, 2, 6), "te vroeg"),
        (datetime(2027, 3, 28, 2, 30, tzinfo=ZONE), "bestaat niet"),
        (datetime(2027, 10, 31, 2, 30, tzinfo=ZONE), "twee keer"),
    ],
)
def test_stel_moment_voor_refuses_with_a_sentence_that_says_why(wereld, begin, reden):
    (boeking,) = serie(wereld, 1)
    with pytest.raises(MomentOngeldig, match=reden):
        stel_voor(wereld, boeking, begin, reden="Toch graag.")
    assert status(boeking) == "te_plannen"


def test_stel_moment_voor_refuses_a_day_on_which_the_school_cannot(wereld):
    les = wereld.les({"wijkagent": 1})
    boeking = wereld.aanvraag(les, verhinderd=["2027-02-04"]).boekingen.get()
    with pytest.raises(MomentOngeldig, match="deze dag niet kan"):
        stel_voor(wereld, boeking, op(2, 4))


def test_stel_moment_voor_keeps_the_order_of_the_series(wereld):
    eerste, tweede, _ = serie(wereld, min_dagen_tussen=0)
    stel_voor(wereld, eerste, op(2, 9))
    with pytest.raises(VolgordeOngeldig, match="Les 2 komt na les 1"):
        stel_voor(wereld, tweede, op(2, 8))
    with pytest.raises(VolgordeOngeldig):
        stel_voor(wereld, tweede, op(2, 9, 9, 30))
    stel_voor(wereld, tweede, op(2, 9, 10))


def test_stel_moment_voor_keeps_the_days_between_two_lessons(wereld):
    eerste, tweede, derde = serie(wereld, min_dagen_tussen=7)
    stel_voor(wereld, eerste, op(2, 2))
    with pytest.raises(VolgordeOngeldig, match="vanaf dinsdag 9 februari"):
        stel_voor(wereld, tweede, op(2, 8))
    stel_voor(wereld, derde, op(3, 9))
    with pytest.raises(VolgordeOngeldig):
        stel_voor(wereld, tweede, op(3, 3))


def test_stel_moment_voor_with_a_reason_overrides_the_order_and_keeps_the_reason(wereld):
    eerste, tweede, _ = serie(wereld, min_dagen_tussen=7)
    stel_voor(wereld, eerste, op(2, 9))
    stel_voor(wereld, tweede, op(2, 8), reden="De school wil het zo.")
    (gebeurtenis,) = Gebeurtenis.objects.filter(onderwerp_soort="boeking", onderwerp_id=tweede.pk)
    assert (gebeurtenis.wat, gebeurtenis.waarom) == ("voorgesteld", "De school wil het zo.")


def test_a_cancelled_lesson_does_not_stand_in_the_way_of_the_order(wereld):
    eerste, tweede, _ = serie(wereld)
    stel_voor(wereld, eerste, op(2, 9))
    boekingen.annuleer_boeking(boeking_id=eerste.pk, reden="Ziek.", nu=wereld.nu, door=None)
    assert status(stel_voor(wereld, tweede, op(2, 8))) == "voorgesteld"


def test_the_series_of_another_class_does_not_stand_in_the_way(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    aanvraag = wereld.aanvraag(les, klassen=["8A", "8B"])
    eerste_8a = aanvraag.boekingen.get(nummer=1, groepen__naam="8A")
    tweede_8b = aanvraag.boekingen.get(nummer=2, groepen__naam="8B")
    stel_voor(wereld, eerste_8a, op(2, 9))
    assert status(stel_voor(wereld, tweede_8b, op(2, 8))) == "voorgesteld"


def test_verzet_boeking_asks_who_is_free_again(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder, later = laatste_brief(), wereld.nu + timedelta(hours=1)

    wereld.verzet(boeking, op(2, 4, 13), nu=later)

    inzet.refresh_from_db()
    boeking.refresh_from_db()
    assert (boeking.status, boeking.begin) == ("voorgesteld", op(2, 4, 13))
    assert (inzet.status, inzet.begin, inzet.eind) == ("uitgenodigd", op(2, 4, 13), op(2, 4, 14))
    assert (inzet.gevraagd_op, inzet.beantwoord_op) == (later, None)
    assert later < inzet.antwoord_voor < inzet.begin
    assert not Vastlegging.objects.exists()
    uitnodiging = Uitnodiging.objects.get(inzet=inzet)
    assert (uitnodiging.sequence, uitnodiging.partstat) == (1, "NEEDS-ACTION")
    assert (uitnodiging.is_zeker, uitnodiging.beeindigd_op) == (False, None)
    assert brieven(eerder) == [
        ("inzet_verzet", inzet.hoofdrolspeler.gebruiker.email, "REQUEST"),
        ("les_verzet", wereld.contact.gebruiker.email, "REQUEST"),
    ]
    assert list_schendingen() == []


def test_verzet_boeking_before_the_first_yes_tells_no_docent(wereld):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon := wereld.persoon("wijkagent"))
    eerder = laatste_brief()

    wereld.verzet(boeking, op(2, 4))

    assert status(inzet) == "uitgenodigd"
    assert brieven(eerder) == [("inzet_verzet", persoon.gebruiker.email, "REQUEST")]
    assert Uitnodiging.objects.get().sequence == 1


def test_verzet_boeking_lets_go_of_who_is_not_free(wereld):
    persoon = wereld.persoon("wijkagent", ritme=False)
    WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=2)
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    wereld.ja(inzet)
    eerder = laatste_brief()

    wereld.verzet(boeking, op(2, 4))

    inzet.refresh_from_db()
    assert (inzet.status, inzet.begin) == ("ingetrokken", op(2, 2))
    assert not Vastlegging.objects.exists()
    assert brieven(eerder) == [
        ("inzet_ingetrokken", persoon.gebruiker.email, "CANCEL"),
        ("les_verzet", wereld.contact.gebruiker.email, "REQUEST"),
    ]
    assert list_schendingen() == []


def test_verzet_boeking_withdraws_with_the_old_moment_in_mail_and_calendar(wereld):
    persoon = wereld.persoon("wijkagent", ritme=False)
    boeking = wereld.boeking()
    wereld.vraag(boeking, persoon)

    wereld.verzet(boeking, op(2, 4, 13))

    bericht = Bericht.objects.get(brief="inzet_ingetrokken")
    for tekst in (bericht.onderwerp, bericht.tekst, bericht.html):
        assert ("2 februari" in tekst, "4 februari" in tekst) == (True, False)
    assert b"DTSTART:20270202T080000Z" in bytes(bericht.ics)
    assert bericht.sequence == 1


def test_verzet_boeking_looks_at_other_lessons_of_the_same_person(wereld):
    persoon = wereld.persoon("wijkagent")
    wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 4)), persoon)[0])
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)

    wereld.verzet(boeking, op(2, 4, 9, 30))

    assert status(inzet) == "ingetrokken"
    assert Inzet.objects.filter(status="toegezegd").count() == 1


def test_verzet_boeking_may_overlap_its_own_old_moment(wereld):
    boeking, inzet = wereld.bevestigd()
    wereld.verzet(boeking, op(2, 2, 9, 30))
    assert status(inzet) == "uitgenodigd"
    wereld.ja(inzet)
    assert (status(boeking), Vastlegging.objects.get().begin) == ("bevestigd", op(2, 2, 9, 30))


def test_verzet_boeking_to_the_same_moment_changes_nothing(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder, gebeurtenissen = laatste_brief(), Gebeurtenis.objects.count()

    wereld.verzet(boeking, op(2, 2).astimezone(UTC))

    assert (status(boeking), status(inzet)) == ("bevestigd", "toegezegd")
    assert (brieven(eerder), Gebeurtenis.objects.count()) == ([], gebeurtenissen)


def test_verzet_boeking_then_everybody_yes_confirms_again_under_the_same_uids(wereld):
    een, twee = wereld.persoon("wijkagent"), wereld.persoon("rolmodel")
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    eerste, tweede = wereld.vraag(boeking, een, twee)
    wereld.ja(eerste)
    wereld.ja(tweede)
    uids = set(Uitnodiging.objects.values_list("uid", flat=True))

    wereld.verzet(boeking, op(2, 4))
    wereld.ja(eerste)
    assert status(boeking) == "voorgesteld"
    wereld.ja(tweede)

    assert status(boeking) == "bevestigd"
    assert set(Uitnodiging.objects.values_list("uid", "sequence", "is_zeker")) == {
        (uid, 1, True) for uid in uids
    }
    assert list_schendingen() == []


def test_verzet_boeking_keeps_order_unless_a_reason_is_given(wereld):
    eerste, tweede, _ = serie(wereld)
    stel_voor(wereld, eerste, op(2, 2))
    stel_voor(wereld, tweede, op(2, 9))
    with pytest.raises(VolgordeOngeldig):
        wereld.verzet(eerste, op(2, 10))
    assert status(wereld.verzet(eerste, op(2, 10), reden="Projectweek.")) == "voorgesteld"


def test_verzet_boeking_refuses_holidays_and_changes_nothing(wereld):
    boeking, inzet = wereld.bevestigd()
    with pytest.raises(MomentOngeldig):
        wereld.verzet(boeking, op(4, 29))
    assert (status(boeking), status(inzet)) == ("bevestigd", "toegezegd")


def test_verzet_boeking_refuses_while_the_lesson_is_given(wereld):
    boeking, _ = wereld.bevestigd()
    with pytest.raises(LesVoorbij):
        wereld.verzet(boeking, op(3, 9), nu=op(2, 2, 9, 30))


def test_verzet_boeking_without_a_moment_is_refused(wereld):
    (boeking,) = serie(wereld, 1)
    with pytest.raises(StapNietMogelijk):
        wereld.verzet(boeking, op(2, 4))


@pytest.mark.parametrize("uitweg", ["verzet", "geef_op", "annuleer"])
def test_a_moment_that_passed_unconfirmed_is_no_dead_end(wereld, uitweg):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    wereld.ja(wereld.vraag(boeking, wereld.persoon("wijkagent"))[0])
    later = {"boeking_id": boeking.pk, "reden": "Niemand kon.", "nu": op(2, 3), "door": None}

    if uitweg == "verzet":
        wereld.verzet(boeking, op(3, 9), nu=op(2, 3))
    elif uitweg == "geef_op":
        boekingen.geef_moment_op(**later)
    else:
        boekingen.annuleer_boeking(**later)

    einde = {"verzet": "voorgesteld", "geef_op": "te_plannen", "annuleer": "geannuleerd"}
    assert status(boeking) == einde[uitweg]
    assert list_schendingen() == []


def test_a_refused_move_leaves_everything_as_it_was(wereld):
    eerste, tweede, _ = serie(wereld)
    stel_voor(wereld, eerste, op(2, 2))
    stel_voor(wereld, tweede, op(2, 9))
    wereld.ja(wereld.vraag(tweede, wereld.persoon("wijkagent"))[0])
    voor = list(Boeking.objects.values()), list(Inzet.objects.values()), laatste_brief()
    with pytest.raises(VolgordeOngeldig):
        wereld.verzet(tweede, op(2, 4))
    assert (list(Boeking.objects.values()), list(Inzet.objects.values()), laatste_brief()) == voor
