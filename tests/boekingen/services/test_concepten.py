"""Drafts: begun, filled in, left half way."""

import pytest

from boekingen.domain.conceptlink import hash_sleutel
from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.models import Aanvraag
from boekingen.services.concepten import bewaar_antwoorden, bewaar_halverwege, start_concept


def test_start_concept_keeps_only_the_hash(wereld):
    concept, sleutel = start_concept(les_id=wereld.les({"wijkagent": 1}).pk, nu=wereld.nu)
    assert concept.sleutel_hash == hash_sleutel(sleutel)
    assert len(sleutel) == 22
    assert (concept.status, concept.aangemaakt_op) == ("concept", wereld.nu)


@pytest.mark.parametrize("velden", [{"vorm": "lesmateriaal"}, {"live": False}])
def test_start_concept_refuses_what_cannot_be_asked_for(wereld, velden):
    live = velden.pop("live", True)
    les = wereld.les({"wijkagent": 1}, **velden)
    if not live:
        les.unpublish()
    with pytest.raises(StapNietMogelijk):
        start_concept(les_id=les.pk, nu=wereld.nu)
    assert Aanvraag.objects.count() == 0


def test_start_concept_refuses_lesson_without_onderdelen(wereld):
    with pytest.raises(StapNietMogelijk):
        start_concept(les_id=wereld.les().pk, nu=wereld.nu)


@pytest.fixture
def concept(wereld):
    return start_concept(les_id=wereld.les({"wijkagent": 1}).pk, nu=wereld.nu)[0]


def test_bewaar_antwoorden_leaves_the_other_screens(concept):
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="school", antwoorden={"id": 1})
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="praktisch", antwoorden={"lokaal": "12"})
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="school", antwoorden={"id": 2})
    concept.refresh_from_db()
    assert concept.antwoorden == {
        "school": {"id": 2},
        "praktisch": {"lokaal": "12"},
        "onaf": {},
    }


def test_half_a_screen_takes_the_answer_away_until_it_is_right(concept):
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="school", antwoorden={"id": 1})
    bewaar_halverwege(aanvraag_id=concept.pk, stap="school", velden={"naam": "De V"})
    concept.refresh_from_db()
    assert concept.antwoorden == {"onaf": {"school": {"naam": "De V"}}}
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="school", antwoorden={"id": 1})
    concept.refresh_from_db()
    assert concept.antwoorden == {"school": {"id": 1}, "onaf": {}}


@pytest.mark.parametrize(
    "bewaar",
    [
        lambda pk, stap: bewaar_antwoorden(aanvraag_id=pk, stap=stap, antwoorden={}),
        lambda pk, stap: bewaar_halverwege(aanvraag_id=pk, stap=stap, velden={}),
    ],
)
def test_unknown_screen_and_sent_request_are_refused(wereld, concept, bewaar):
    with pytest.raises(ValueError, match="betaling"):
        bewaar(concept.pk, "betaling")
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    with pytest.raises(StapNietMogelijk):
        bewaar(aanvraag.pk, "school")
