from datetime import timedelta

from django.core.exceptions import PermissionDenied

import pytest

from boekingen.domain.status import ContactStatus
from boekingen.models import Contactpersoon, Inzet
from boekingen.selectors import vandaag
from boekingen.selectors.vandaag_aantal import count_dingen
from boekingen.services import inzet_einde, inzetten
from lesaanbod.models import Bericht
from tests.boekingen.bureau import list_dingen, maak_ochtend
from tests.boekingen.wereld import op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.inloggen import make_medewerker


@pytest.fixture
def wie(db):
    return make_medewerker("coördinator")


def woorden(wie, nu):
    return [(ding.woord, ding.knop, ding.nummer) for ding in list_dingen(wie=wie, nu=nu)]


def test_list_dingen_is_empty_when_nothing_waits(wereld, wie):
    wereld.bevestigd()
    assert list_dingen(wie=wie, nu=wereld.nu) == []


def test_list_dingen_names_everything_that_waits_soonest_lesson_first(wereld, wie):
    ochtend = maak_ochtend(wereld)
    assert woorden(wie, wereld.nu) == [
        ("valt uit", "Bekijk de ronde", ochtend.uitval.pk),
        ("geen antwoord", "Vraag de volgende", ochtend.stil.pk),
        ("ontbreekt", "Vraag iemand", ochtend.leeg.pk),
        ("nog plannen", "Kies een moment", ochtend.te_plannen.pk),
        ("nieuw contact", "Laat toe", ochtend.nieuw.pk),
        ("mail niet bezorgd", "Verstuur opnieuw", ochtend.mislukt.pk),
    ]


def test_list_dingen_names_every_role_nobody_was_asked_for_on_one_line(wereld, wie):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 2, "jongerenwerker": 1})
    plek = boeking.plekken.get(rol=wereld.rol("jongerenwerker"))
    inzetten.nodig_uit(
        plek_id=plek.pk,
        hoofdrolspeler_id=wereld.persoon("jongerenwerker").pk,
        nu=wereld.nu,
        door=None,
    )
    (ding,) = list_dingen(wie=wie, nu=wereld.nu)
    assert ding.kop == f"Er is nog iemand nodig voor {wereld.school}, 8A"
    assert ding.uitleg[1] == "dinsdag 2 februari"
    assert set(ding.uitleg[2].removeprefix("nog niet gevraagd: ").split(" en ")) == {
        "wijkagent",
        "rolmodel",
    }


@pytest.mark.parametrize("bevoegdheid", ["beheerder", "redacteur", "schrijver"])
def test_list_dingen_refuses_other_staff(db, nu, bevoegdheid):
    with pytest.raises(PermissionDenied):
        list_dingen(wie=make_medewerker(bevoegdheid), nu=nu)


def test_list_dingen_headline_fits_a_rol_of_either_gender(wereld, wie):
    """«De rolmodel» is no Dutch; of two rolmodellen it was not «het rolmodel» either."""
    boeking = wereld.boeking({"rolmodel": 2})
    weigert, zwijgt = wereld.vraag(boeking, wereld.persoon("rolmodel"), wereld.persoon("rolmodel"))
    inzet_einde.wijs_af(inzet_id=weigert.pk, reden="", nu=wereld.nu, door=None)
    koppen = [ding.kop for ding in list_dingen(wie=wie, nu=zwijgt.antwoord_voor)]
    assert koppen == [
        f"Een rolmodel voor {wereld.school}, 8A kan niet op dinsdag 2 februari",
        f"Geen antwoord van een rolmodel voor {wereld.school}, 8A",
    ]


def test_list_dingen_drop_out_stays_while_another_is_asked(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    wereld.vraag(boeking, wereld.persoon("wijkagent"))
    (ding,) = list_dingen(wie=wie, nu=wereld.nu)
    assert ding.woord == "valt uit"
    assert ding.uitleg[-1] == "iemand anders is gevraagd, nog geen antwoord"


def test_list_dingen_says_nothing_while_an_answer_is_awaited(wereld, wie):
    wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    assert list_dingen(wie=wie, nu=wereld.nu) == []


def test_list_dingen_judges_answer_time_by_nu_not_by_the_worker(wereld, wie):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    assert woorden(wie, inzet.antwoord_voor) == [("geen antwoord", "Vraag de volgende", boeking.pk)]


def test_list_dingen_after_a_no_asks_for_the_next(wereld, wie):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert woorden(wie, wereld.nu) == [("kan niet", "Vraag de volgende", boeking.pk)]


def test_list_dingen_moment_that_is_over_is_one_line_with_its_next_step(wereld, wie):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    (ding,) = list_dingen(wie=wie, nu=boeking.begin)
    assert (ding.woord, ding.knop, ding.nummer) == (
        "moment voorbij",
        "Verzet of annuleer",
        boeking.pk,
    )
    assert ding.kop == f"De les voor {wereld.school}, 8A was niet vol op dinsdag 2 februari"
    assert ding.voor == boeking.begin


def test_list_dingen_series_is_one_line(wereld, wie):
    wereld.aanvraag(wereld.les({"wijkagent": 1}, {"rolmodel": 1}, title="Kapot Sterk"))
    (ding,) = list_dingen(wie=wie, nu=wereld.nu)
    assert ding.kop == f"Kapot Sterk voor {wereld.school}: twee lessen zonder moment"
    assert ding.uitleg[0] == "eerste wens: dinsdag 2 februari"
    assert ding.voor == op(2, 2)


def test_list_dingen_contact_not_admitted_hides_its_lessons(wereld, wie):
    Contactpersoon.objects.update(status=ContactStatus.AANGEMELD.value)
    wereld.aanvraag(wereld.les({"wijkagent": 1}))
    (ding,) = list_dingen(wie=wie, nu=wereld.nu)
    assert ding.woord == "nieuw contact"
    assert ding.uitleg == (
        "bel terug op 0301234567, het nummer uit het register",
        "één aanvraag wacht hierop",
    )


def test_list_dingen_school_by_hand_has_no_number_of_the_register(db, nu, wie):
    school = SchoolFactory(vestigingscode=None, bron="hand", is_gecontroleerd=False)
    ContactpersoonFactory(school=school, status=ContactStatus.AANGEMELD.value)
    (ding,) = list_dingen(wie=wie, nu=nu)
    assert ding.woord == "nieuwe school"
    assert "0301234567" not in ding.uitleg[0]


def test_list_dingen_mail_about_a_lesson_is_as_urgent_as_the_lesson(wereld, wie):
    boeking = wereld.boeking()
    wereld.vraag(boeking, wereld.persoon("wijkagent"))
    Bericht.objects.filter(brief="inzet_gevraagd").update(
        status="mislukt", pogingen=8, fout="De mailserver nam de mail niet aan."
    )
    (ding,) = list_dingen(wie=wie, nu=wereld.nu)
    assert ding.is_actie
    assert ding.voor == boeking.begin
    assert ding.uitleg == ("De mailserver nam de mail niet aan.", "acht keer geprobeerd")


def test_list_dingen_same_queries_with_more_of_everything(wereld, wie, django_assert_num_queries):
    maak_ochtend(wereld)
    eerst = list_dingen(wie=wie, nu=wereld.nu)
    with django_assert_num_queries(12):
        vandaag.list_dingen(wie=wie, nu=wereld.nu)
    with django_assert_num_queries(9):
        count_dingen(wie=wie, nu=wereld.nu)
    maak_ochtend(wereld, titel="Veilig online")
    Inzet.objects.filter(status="uitgenodigd").update(antwoord_voor=wereld.nu - timedelta(1))
    assert len(list_dingen(wie=wie, nu=wereld.nu)) > len(eerst)
    with django_assert_num_queries(12):
        vandaag.list_dingen(wie=wie, nu=wereld.nu)
    with django_assert_num_queries(9):
        count_dingen(wie=wie, nu=wereld.nu)


@pytest.mark.parametrize("bevoegdheid", ["beheerder", "redacteur", "schrijver"])
def test_count_dingen_refuses_other_staff(db, nu, bevoegdheid):
    with pytest.raises(PermissionDenied):
        count_dingen(wie=make_medewerker(bevoegdheid), nu=nu)
