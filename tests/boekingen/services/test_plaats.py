"""Another place or another room, and what the diaries of those concerned then say."""

import pytest

from boekingen.domain.weigeringen import LesVoorbij, PlaatsOntbreekt, StapNietMogelijk
from boekingen.models import School
from boekingen.services.boekingen import annuleer_boeking
from boekingen.services.plaats import volg_schooladressen, wijzig_plaats
from boekingen.services.scholen import wijzig_school
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status
from tests.inloggen import make_medewerker
from tests.itip_ics import read_events

ADRES = (
    "naam straat huisnummer postcode plaats sector vakantieregio telefoon".split()  # noqa: SIM905
)


def wijzig(wereld, boeking, nu=None, **anders):
    velden = {"op_school": True, "plaats": "", "lokaal": "lokaal 12"} | anders
    return wijzig_plaats(boeking_id=boeking.pk, nu=nu or wereld.nu, door=None, **velden)


def beschrijving() -> str:
    (event,) = read_events(bytes(Bericht.objects.exclude(ics=None).latest("pk").ics))
    return event.get("DESCRIPTION")[0].text


def test_another_place_moves_in_every_diary_and_keeps_every_answer(wereld):
    boeking, inzet = wereld.bevestigd()
    voor = {uitnodiging.pk: uitnodiging for uitnodiging in boeking.uitnodigingen.all()}
    wijzig(wereld, boeking, op_school=False, plaats=" Stadion\nGalgenwaard ")
    for uitnodiging in boeking.uitnodigingen.all():
        oud = voor[uitnodiging.pk]
        assert (uitnodiging.uid, uitnodiging.sequence) == (oud.uid, oud.sequence + 1)
        assert (uitnodiging.partstat, uitnodiging.is_zeker) == (oud.partstat, True)
        assert uitnodiging.plaats == "Stadion Galgenwaard"
        assert uitnodiging.dtstamp > oud.dtstamp
    assert (status(boeking), status(inzet)) == ("bevestigd", "toegezegd")
    assert Gebeurtenis.objects.filter(wat="plaats gewijzigd").count() == 1
    assert list_schendingen() == []


def test_another_room_is_words_of_every_lesson_of_the_request(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    eerste, tweede = wereld.aanvraag(les).boekingen.order_by("nummer")
    for boeking, dag in ((eerste, 2), (tweede, 9)):
        (inzet,) = wereld.vraag(wereld.stel_voor(boeking, op(2, dag)), wereld.persoon("wijkagent"))
        wereld.ja(inzet)
    vorige = laatste_brief()
    wijzig(wereld, eerste, lokaal="aula, melden bij Noor")
    gekregen = [brief for brief, *_ in brieven(vorige)]
    assert gekregen == ["inzet_gewijzigd", "les_gewijzigd"] * 2
    assert {uitnodiging.sequence for uitnodiging in tweede.uitnodigingen.all()} == {0}
    assert "Lokaal en melden: aula, melden bij Noor" in beschrijving()


def test_another_place_of_one_lesson_leaves_the_others(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    eerste, tweede = wereld.aanvraag(les).boekingen.order_by("nummer")
    for boeking, dag in ((eerste, 2), (tweede, 9)):
        wereld.vraag(wereld.stel_voor(boeking, op(2, dag)), wereld.persoon("wijkagent"))
    vorige = laatste_brief()
    wijzig(wereld, eerste, op_school=False, plaats="Stadion")
    assert [brief for brief, *_ in brieven(vorige)] == ["inzet_gewijzigd"]
    tweede.refresh_from_db()
    assert tweede.op_school


@pytest.mark.parametrize("anders", [{}, {"plaats": "telt niet op school"}])
def test_what_stays_the_same_is_told_to_nobody(wereld, anders):
    boeking, _ = wereld.bevestigd()
    vorige = laatste_brief()
    wijzig(wereld, boeking, **anders)
    assert brieven(vorige) == []
    assert Gebeurtenis.objects.filter(wat="plaats gewijzigd").count() == 0


def test_lesson_without_a_moment_only_remembers_it(wereld):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    vorige = laatste_brief()
    wijzig(wereld, boeking, op_school=False, plaats="Stadion")
    boeking.refresh_from_db()
    assert (boeking.plaats, brieven(vorige)) == ("Stadion", [])


@pytest.fixture
def elders(wereld):
    """Four lessons: at the school, there but over, at another school, and not at school."""
    hier, _ = wereld.bevestigd()
    weg, _ = wereld.bevestigd(begin=op(2, 3))
    wijzig(wereld, weg, op_school=False, plaats="Stadion")
    voorbij, _ = wereld.bevestigd(begin=op(1, 19))
    return {"hier": hier, "weg": weg, "voorbij": voorbij}


def test_school_that_moves_moves_only_what_is_there_and_to_come(wereld, elders):
    later = elders["voorbij"].begin
    School.objects.filter(pk=wereld.school.pk).update(straat="Nieuwe Gracht", huisnummer="1")
    vorige = laatste_brief()
    assert volg_schooladressen(nu=later, door=None) == 1
    assert [brief for brief, *_ in brieven(vorige)] == ["inzet_gewijzigd", "les_gewijzigd"]
    for uitnodiging in elders["hier"].uitnodigingen.all():
        assert "Nieuwe Gracht 1" in uitnodiging.plaats
        assert uitnodiging.sequence == 1
    (event,) = read_events(bytes(Bericht.objects.exclude(ics=None).latest("pk").ics))
    assert "Nieuwe Gracht 1" in event.get("LOCATION")[0].text
    assert volg_schooladressen(nu=later, door=None) == 0


def test_school_mended_at_the_desk_moves_in_the_diaries(wereld):
    wereld.bevestigd()
    School.objects.filter(pk=wereld.school.pk).update(bron="hand", vestigingscode=None)
    velden = {naam: getattr(wereld.school, naam) for naam in ADRES} | {"huisnummer": "99"}
    vorige = laatste_brief()
    wijzig_school(
        school_id=wereld.school.pk,
        wijk_id=None,
        door=make_medewerker("coördinator"),
        nu=wereld.nu,
        **velden,
    )
    assert [brief for brief, *_ in brieven(vorige)] == ["inzet_gewijzigd", "les_gewijzigd"]


def test_elsewhere_needs_a_place(wereld):
    boeking, _ = wereld.bevestigd()
    with pytest.raises(PlaatsOntbreekt):
        wijzig(wereld, boeking, op_school=False, plaats=" \n")
    boeking.refresh_from_db()
    assert boeking.op_school


def test_lesson_that_began_or_was_cancelled_stays_where_it_was(wereld):
    boeking, _ = wereld.bevestigd()
    with pytest.raises(LesVoorbij):
        wijzig(wereld, boeking, nu=boeking.begin, lokaal="aula")
    annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)
    with pytest.raises(StapNietMogelijk):
        wijzig(wereld, boeking, lokaal="aula")
    boeking.aanvraag.refresh_from_db()
    assert boeking.aanvraag.lokaal == "lokaal 12"
