from datetime import timedelta

import pytest

from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.domain.weigeringen import (
    AlBezet,
    AlGevraagd,
    ContactNietToegelaten,
    LesVoorbij,
    MomentVeranderd,
    NietInzetbaar,
    PlekVergeven,
    ReistijdTeKort,
    StapNietMogelijk,
)
from boekingen.models import Contactpersoon, Uitnodiging
from boekingen.services import boekingen, inzet_einde, inzetten
from hoofdrolspelers.models import Vastlegging
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.wereld import Wereld, brieven, laatste_brief, op, status
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory

# Six of these are savepoints. Wordings, and whom to call, are remembered since the question.
QUERIES_VAN_EEN_JA = 36


def test_nodig_uit_takes_no_time_and_sends_one_request(wereld):
    persoon = wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    eerder = laatste_brief()

    (inzet,) = wereld.vraag(boeking, persoon)

    assert status(inzet) == InzetStatus.UITGENODIGD
    assert not Vastlegging.objects.exists()
    assert brieven(eerder) == [("inzet_gevraagd", persoon.gebruiker.email, "REQUEST")]
    assert Gebeurtenis.objects.filter(onderwerp_soort="inzet", wat="uitgenodigd").count() == 1


def test_zeg_toe_fills_the_plek_and_confirms_the_booking(wereld):
    persoon = wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    eerder = laatste_brief()

    wereld.ja(inzet)

    assert (status(inzet), status(boeking)) == ("toegezegd", "bevestigd")
    vastlegging = Vastlegging.objects.get()
    assert (vastlegging.begin, vastlegging.eind) == (op(2, 2), op(2, 2, 10))
    assert brieven(eerder) == [
        ("inzet_bevestigd", persoon.gebruiker.email, "REQUEST"),
        ("les_bevestigd", wereld.contact.gebruiker.email, "REQUEST"),
    ]
    assert boeking.aanvraag.__class__.objects.get().status == "gepland"


@pytest.mark.parametrize("anderen", [0, 3])
def test_zeg_toe_reads_everything_once(wereld, anderen, django_assert_num_queries):
    """Whoever else was asked for another lesson of the school, and however many."""
    for dag in range(anderen):
        wereld.bevestigd(begin=op(3, 2 + dag))
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    with django_assert_num_queries(QUERIES_VAN_EEN_JA):
        wereld.ja(inzet)


def test_zeg_toe_twice_changes_nothing(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder, gebeurtenissen = laatste_brief(), Gebeurtenis.objects.count()

    wereld.ja(inzet, nu=wereld.nu + timedelta(hours=1))

    assert brieven(eerder) == []
    assert Gebeurtenis.objects.count() == gebeurtenissen
    assert status(boeking) == BoekingStatus.BEVESTIGD


def test_zeg_toe_with_a_place_left_keeps_the_booking_voorgesteld(wereld):
    agent, jongerenwerker = wereld.persoon("wijkagent"), wereld.persoon("jongerenwerker")
    boeking = wereld.boeking({"wijkagent": 1, "jongerenwerker": 1})
    eerste, tweede = wereld.vraag(boeking, agent, jongerenwerker)
    eerder = laatste_brief()

    wereld.ja(eerste)
    assert status(boeking) == BoekingStatus.VOORGESTELD
    assert brieven(eerder) == [("inzet_toegezegd", agent.gebruiker.email, "REQUEST")]

    eerder = laatste_brief()
    wereld.ja(tweede)
    assert status(boeking) == BoekingStatus.BEVESTIGD
    assert brieven(eerder) == [
        ("inzet_bevestigd", agent.gebruiker.email, "REQUEST"),
        ("inzet_bevestigd", jongerenwerker.gebruiker.email, "REQUEST"),
        ("les_bevestigd", wereld.contact.gebruiker.email, "REQUEST"),
    ]


def test_zeg_toe_for_one_role_twice_needs_two_people(wereld):
    een, twee = wereld.persoon("rechtenstudent"), wereld.persoon("rechtenstudent")
    boeking = wereld.boeking({"rechtenstudent": 2})
    eerste, tweede = wereld.vraag(boeking, een, twee)

    wereld.ja(eerste)
    assert status(boeking) == BoekingStatus.VOORGESTELD
    with pytest.raises(AlGevraagd):
        inzetten.nodig_uit(
            plek_id=tweede.plek_id, hoofdrolspeler_id=een.pk, nu=wereld.nu, door=None
        )
    wereld.ja(tweede)
    assert status(boeking) == BoekingStatus.BEVESTIGD


def test_zeg_toe_thanks_the_others_for_the_same_plek(wereld):
    snel, traag = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    ja, te_laat = wereld.vraag(boeking, snel, traag)
    eerder = laatste_brief()

    wereld.ja(ja)

    assert status(te_laat) == InzetStatus.INGETROKKEN
    assert ("inzet_ingetrokken", traag.gebruiker.email, "CANCEL") in brieven(eerder)
    with pytest.raises(PlekVergeven):
        wereld.ja(te_laat)


def test_zeg_toe_after_the_coordinator_withdrew_is_refused(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    inzet_einde.trek_inzet_in(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    with pytest.raises(StapNietMogelijk):
        wereld.ja(inzet)


def test_invitations_may_overlap_but_only_one_yes_takes_the_time(wereld):
    persoon = wereld.persoon("wijkagent")
    eerste = wereld.vraag(wereld.boeking(), persoon)[0]
    tweede = wereld.vraag(wereld.boeking(begin=op(2, 2, 9, 30)), persoon)[0]

    wereld.ja(eerste)

    with pytest.raises(AlBezet):
        wereld.ja(tweede)
    assert status(tweede) == InzetStatus.UITGENODIGD


def test_zeg_toe_refuses_too_little_travel_time(wereld):
    persoon = wereld.persoon("wijkagent")
    ander = Wereld(nu=wereld.nu, rollen=wereld.rollen, niveau=wereld.niveau)
    eerste = wereld.vraag(wereld.boeking(), persoon)[0]
    krap = ander.vraag(ander.boeking(begin=op(2, 2, 10, 15)), persoon)[0]
    ruim = ander.vraag(ander.boeking(begin=op(2, 2, 13)), persoon)[0]

    wereld.ja(eerste)

    with pytest.raises(ReistijdTeKort):
        wereld.ja(krap)
    wereld.ja(ruim)
    assert status(ruim) == InzetStatus.TOEGEZEGD


def test_a_yes_outside_the_own_rhythm_counts(wereld):
    persoon = wereld.persoon("wijkagent", ritme=False)
    (inzet,) = wereld.vraag(wereld.boeking(), persoon)
    assert status(wereld.ja(inzet)) == InzetStatus.TOEGEZEGD


def test_wijs_af_withdraws_the_lesson_from_the_diary(wereld):
    persoon = wereld.persoon("wijkagent")
    (inzet,) = wereld.vraag(wereld.boeking(), persoon)
    eerder = laatste_brief()

    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="Vakantie.", nu=wereld.nu, door=None)
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="Vakantie.", nu=wereld.nu, door=None)

    assert status(inzet) == InzetStatus.AFGEWEZEN
    assert brieven(eerder) == [("inzet_afgewezen", persoon.gebruiker.email, "CANCEL")]
    assert Uitnodiging.objects.get(inzet=inzet).beeindigd_op == wereld.nu


def test_a_changed_mind_is_welcome_and_gets_a_new_uid(wereld):
    persoon = wereld.persoon("wijkagent")
    (inzet,) = wereld.vraag(wereld.boeking(), persoon)
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)

    wereld.ja(inzet, nu=wereld.nu + timedelta(hours=2))

    oud, nieuw = Uitnodiging.objects.filter(inzet=inzet).order_by("pk")
    assert status(inzet) == InzetStatus.TOEGEZEGD
    assert oud.uid != nieuw.uid
    assert (oud.sequence, nieuw.sequence) == (1, 0)


def test_a_late_yes_counts_while_the_plek_is_open(wereld):
    persoon = wereld.persoon("wijkagent")
    (inzet,) = wereld.vraag(wereld.boeking(), persoon)
    later = inzet.antwoord_voor + timedelta(days=1)

    assert inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=later) is True
    assert inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=later) is False
    assert status(inzet) == InzetStatus.VERLOPEN

    wereld.ja(inzet, nu=later)
    assert status(inzet) == InzetStatus.TOEGEZEGD


def test_a_late_yes_is_refused_when_somebody_else_came(wereld):
    laat, ander = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, laat)
    later = inzet.antwoord_voor
    inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=later)
    wereld.ja(wereld.vraag(boeking, ander)[0])

    with pytest.raises(PlekVergeven):
        wereld.ja(inzet, nu=later)


def test_laat_verlopen_leaves_an_invitation_with_time_left(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    vlak_ervoor = inzet.antwoord_voor - timedelta(seconds=1)
    assert inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=vlak_ervoor) is False


def test_meld_af_reopens_the_place_and_tells_the_docent(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder = laatste_brief()

    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=wereld.nu, door=None)
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=wereld.nu, door=None)

    assert (status(inzet), status(boeking)) == ("afgemeld", "voorgesteld")
    assert not Vastlegging.objects.exists()
    assert brieven(eerder) == [
        ("inzet_afgemeld", inzet.hoofdrolspeler.gebruiker.email, "CANCEL"),
        ("les_onzeker", wereld.contact.gebruiker.email, "REQUEST"),
    ]
    boeking.refresh_from_db()
    assert boeking.begin == op(2, 2)


def test_meld_af_is_the_last_answer(wereld):
    _, inzet = wereld.bevestigd()
    later = wereld.nu + timedelta(days=3)
    assert (
        inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=later, door=None).beantwoord_op == later
    )


def test_meld_af_never_tells_the_school_why(wereld):
    _, inzet = wereld.bevestigd()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Rechtszaak Geheim", nu=wereld.nu, door=None)
    aan_docent = Bericht.objects.filter(aan=wereld.contact.gebruiker.email)
    assert [b.pk for b in aan_docent if "Geheim" in b.tekst + b.html] == []


def test_trek_inzet_in_ends_a_yes(wereld):
    boeking, inzet = wereld.bevestigd()
    inzet_einde.trek_inzet_in(inzet_id=inzet.pk, reden="Ruil.", nu=wereld.nu, door=None)
    assert (status(inzet), status(boeking)) == ("ingetrokken", "voorgesteld")
    assert not Vastlegging.objects.exists()


def test_a_replacement_confirms_again_with_the_same_docent_uid(wereld):
    boeking, inzet = wereld.bevestigd()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    (vervanger,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))

    wereld.ja(vervanger)

    docent = Uitnodiging.objects.get(inzet__isnull=True)
    assert status(boeking) == BoekingStatus.BEVESTIGD
    assert (docent.sequence, docent.is_zeker) == (0, True)
    assert docent.dtstamp == wereld.nu + timedelta(seconds=2)


def test_nodig_uit_refuses_what_cannot_be(wereld):
    persoon = wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    plek = boeking.plekken.get()
    vraag = {"plek_id": plek.pk, "hoofdrolspeler_id": persoon.pk, "nu": wereld.nu, "door": None}

    with pytest.raises(NietInzetbaar):
        inzetten.nodig_uit(**vraag | {"hoofdrolspeler_id": wereld.persoon("rolmodel").pk})
    slaapt = wereld.persoon("wijkagent", is_actief=False)
    with pytest.raises(NietInzetbaar):
        inzetten.nodig_uit(**vraag | {"hoofdrolspeler_id": slaapt.pk})
    with pytest.raises(LesVoorbij):
        inzetten.nodig_uit(**vraag | {"nu": op(2, 2)})
    inzetten.nodig_uit(**vraag)
    with pytest.raises(AlGevraagd):
        inzetten.nodig_uit(**vraag)


@pytest.mark.parametrize("sluit", ["wijs_af", "laat_verlopen"])
def test_nodig_uit_does_not_give_two_links_for_one_moment(wereld, sluit):
    persoon = wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    later = inzet.antwoord_voor
    extra = {"wijs_af": {"reden": "", "door": None}, "laat_verlopen": {}}[sluit]
    getattr(inzet_einde, sluit)(inzet_id=inzet.pk, nu=later, **extra)

    with pytest.raises(AlGevraagd):
        wereld.vraag(boeking, persoon)

    wereld.verzet(boeking, op(2, 4))
    assert status(wereld.vraag(boeking, persoon)[0]) == InzetStatus.UITGENODIGD


@pytest.mark.parametrize("einde", ["trek_inzet_in", "meld_af"])
def test_asking_again_after_the_end_is_a_new_inzet_with_a_new_uid(wereld, einde):
    boeking, inzet = wereld.bevestigd()
    getattr(inzet_einde, einde)(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)

    (opnieuw,) = wereld.vraag(boeking, inzet.hoofdrolspeler)

    oud, nieuw = Uitnodiging.objects.filter(inzet__in=[inzet, opnieuw]).order_by("pk")
    assert opnieuw.pk != inzet.pk
    assert oud.uid != nieuw.uid


def test_a_no_to_one_role_counts_for_the_whole_lesson(wereld):
    persoon = wereld.persoon("wijkagent", "rolmodel")
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    (eerst,) = wereld.vraag(boeking, persoon)
    plek = boeking.plekken.exclude(pk=eerst.plek_id).get()
    vraag = {"hoofdrolspeler_id": persoon.pk, "nu": wereld.nu, "door": None}
    inzet_einde.wijs_af(inzet_id=eerst.pk, reden="", nu=wereld.nu, door=None)
    with pytest.raises(AlGevraagd):
        inzetten.nodig_uit(plek_id=plek.pk, **vraag)


def test_nothing_is_asked_for_a_contact_who_is_not_admitted(wereld):
    boeking = wereld.boeking()
    Contactpersoon.objects.update(status="geweigerd")
    with pytest.raises(ContactNietToegelaten):
        wereld.vraag(boeking, wereld.persoon("wijkagent"))


def test_nodig_uit_refuses_a_booking_without_a_moment(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    with pytest.raises(StapNietMogelijk):
        wereld.vraag(aanvraag.boekingen.get(), wereld.persoon("wijkagent"))


def test_an_old_invitation_does_not_count_after_a_move(wereld):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    boekingen.verzet_boeking(boeking_id=boeking.pk, begin=op(2, 4), nu=wereld.nu, door=None)
    with pytest.raises(MomentVeranderd):
        wereld.ja(inzet)


def test_the_school_reads_a_name_only_as_far_as_the_person_allows(wereld):
    geheim = wereld.persoon("officier", gebruiker__naam="Xandra Geheim", voornaam="Xandra")
    boeking = wereld.boeking({"officier": 1})
    wereld.ja(wereld.vraag(boeking, geheim)[0])
    aan_docent = Bericht.objects.filter(aan=wereld.contact.gebruiker.email)
    gelekt = [
        b.brief for b in aan_docent if "Xandra" in b.tekst + b.html + str(bytes(b.ics or b""))
    ]
    assert gelekt == []
    assert "een officier" in aan_docent.latest("pk").tekst


def test_a_second_school_does_not_disturb_the_first(wereld):
    ander = Wereld(
        nu=wereld.nu,
        rollen=wereld.rollen,
        niveau=wereld.niveau,
        school=(school := SchoolFactory()),
        contact=ContactpersoonFactory(school=school),
    )
    boeking, inzet = wereld.bevestigd()
    _, andere_inzet = ander.bevestigd()
    inzet_einde.meld_af(inzet_id=andere_inzet.pk, reden="", nu=wereld.nu, door=None)
    assert (status(boeking), status(inzet)) == ("bevestigd", "toegezegd")
