"""Search by words, on both databases."""

from django.db import connection

import pytest

from lesaanbod.models import AanbodPage
from lesaanbod.selectors.zoeken import filter_op_woorden, sorteer_op_duur, sorteer_op_relevantie
from tests.factories.catalogus import TrainingPageFactory, maak_les

OP_POSTGRESQL = connection.vendor == "postgresql"


def zoek(tekst: str) -> list[str]:
    gevonden = filter_op_woorden(AanbodPage.objects.all(), tekst)
    return [pagina.title for pagina in sorteer_op_relevantie(gevonden, tekst)]


@pytest.fixture
def aanbod(lesaanbod, begrippen):
    """Four lessons that hold the word «dromen» in different places."""
    maak_les(lesaanbod, title="Iets anders", rollen=["rolmodel"], samenvatting="Een café in beeld.")
    maak_les(lesaanbod, title="Achteraan", rollen=["dromer met dromen"])
    maak_les(lesaanbod, title="In het doel", doelen=[("doel", "Zij delen dromen.")])
    maak_les(lesaanbod, title="Dromen")
    maak_les(lesaanbod, title="Samengevat", samenvatting="Over dromen en later.")


@pytest.mark.usefixtures("aanbod")
@pytest.mark.parametrize("tekst", ["dromen", "DROMEN", "drömen", "drome"])
def test_words_are_found_folded_and_title_comes_before_goal_summary_and_the_rest(tekst):
    assert zoek(tekst) == ["Dromen", "In het doel", "Samengevat", "Achteraan"]


@pytest.mark.usefixtures("aanbod")
@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("cafe", ["Iets anders"]),
        ("CAFÉ", ["Iets anders"]),
        ("rolmod", ["Iets anders"]),
        ("rolmodellen", []),
        ("dromen later", ["Samengevat"]),
        ("romen", []),
        ("!!!", []),
        ("' & | :* \\", []),
        ("dromen':*", ["Dromen", "In het doel", "Samengevat", "Achteraan"]),
    ],
)
def test_start_of_a_word_is_enough_and_signs_mean_nothing(tekst, expected):
    assert zoek(tekst) == expected


@pytest.mark.skipif(not OP_POSTGRESQL, reason="stems are kept by PostgreSQL only")
@pytest.mark.parametrize("tekst", ["agenten", "agent", "AGENTEN", "ik agent"])
def test_postgresql_knows_the_stem(lesaanbod, tekst):
    maak_les(lesaanbod, title="Straf, ik niet", rollen=["agent"])
    maak_les(lesaanbod, title="Iets anders", rollen=["rolmodel"])
    assert zoek(tekst) == ["Straf, ik niet"]


def test_duration_puts_short_first_and_trainings_last(lesaanbod):
    TrainingPageFactory(parent=lesaanbod, title="A training")
    maak_les(lesaanbod, title="Reeks", duren=[45, 45])
    maak_les(lesaanbod, title="Lang", duren=[80])
    maak_les(lesaanbod, title="Kort", duren=[30])
    titels = [pagina.title for pagina in sorteer_op_duur(AanbodPage.objects.all())]
    assert titels == ["Kort", "Lang", "Reeks", "A training"]
