"""Filters, their counts, chips, and what to loosen."""

import pytest

from lesaanbod.forms.zoeken import PER_PAGINA, Zoekresultaat, zoek
from lesaanbod.models import Vorm
from tests.factories.catalogus import TrainingPageFactory, koppel, maak_les


@pytest.fixture
def aanbod(lesaanbod, begrippen):
    """Three lessons and a training that differ in every filter."""
    groep_8, vo = begrippen["groep-8"], begrippen["vo"]
    maak_les(lesaanbod, title="Veilig online", niveaus=[groep_8, vo], themas=[begrippen["online"]])
    maak_les(
        lesaanbod,
        title="Snel geld",
        niveaus=[vo],
        themas=[begrippen["geld"], begrippen["online"]],
        rollen=["officier van justitie"],
    )
    maak_les(
        lesaanbod,
        title="Kaart op tafel",
        niveaus=[groep_8],
        themas=[begrippen["geld"]],
        vorm=Vorm.LESMATERIAAL.value,
        rollen=[],
    )
    training = TrainingPageFactory(parent=lesaanbod, title="Signalen zien")
    koppel(training, niveaus=[vo], themas=[begrippen["geld"]])


def zoek_op(pagina: str | None = None, **params: str | list[str]) -> Zoekresultaat:
    lijsten = {naam: [w] if isinstance(w, str) else w for naam, w in params.items()}
    return zoek(lijsten.items(), pagina=pagina)


def titels(resultaat: Zoekresultaat) -> list[str]:
    return sorted(kaart.titel for kaart in resultaat.kaarten)


def aantallen(resultaat: Zoekresultaat, groep: str) -> dict[str, int]:
    (gevonden,) = [een for een in resultaat.groepen if een.naam == groep]
    return {optie.slug: optie.aantal for optie in gevonden.opties}


@pytest.mark.usefixtures("aanbod")
@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, ["Kaart op tafel", "Signalen zien", "Snel geld", "Veilig online"]),
        ({"niveau": "groep-8"}, ["Kaart op tafel", "Veilig online"]),
        (
            {"niveau": ["groep-8", "vo"]},
            ["Kaart op tafel", "Signalen zien", "Snel geld", "Veilig online"],
        ),
        ({"niveau": "vo", "thema": "online"}, ["Snel geld", "Veilig online"]),
        ({"vorm": ["lesmateriaal", "docententraining"]}, ["Kaart op tafel", "Signalen zien"]),
        ({"zoekwoord": "GELD"}, ["Kaart op tafel", "Signalen zien", "Snel geld"]),
        ({"zoekwoord": "officier"}, ["Snel geld"]),
        ({"zoekwoord": "geld tafel"}, ["Kaart op tafel"]),
        ({"zoekwoord": "trainer"}, ["Signalen zien"]),
        ({"zoekwoord": "100%"}, []),
    ],
    ids=lambda waarde: repr(waarde) if isinstance(waarde, dict) else "",
)
def test_zoek_finds(params, expected):
    assert titels(zoek_op(**params)) == expected


@pytest.mark.usefixtures("aanbod")
def test_counts_of_a_group_follow_the_other_groups_only():
    resultaat = zoek_op(niveau="groep-8", thema="geld")
    assert aantallen(resultaat, "niveau") == {"groep-8": 1, "vo": 2}
    assert aantallen(resultaat, "thema") == {"online": 1, "geld": 1}
    assert aantallen(resultaat, "vorm") == {"lesmateriaal": 1}


@pytest.mark.usefixtures("aanbod")
def test_count_beside_a_choice_is_what_that_choice_gives():
    resultaat = zoek_op(thema="online")
    for slug, aantal in aantallen(resultaat, "niveau").items():
        assert len(zoek_op(thema="online", niveau=slug).kaarten) == aantal


@pytest.mark.usefixtures("aanbod")
@pytest.mark.parametrize(
    ("params", "expected"),
    [({}, (3, 1)), ({"vorm": "gastles"}, (2, 0)), ({"vorm": "docententraining"}, (0, 1))],
)
def test_lessons_and_trainings_are_counted_apart(params, expected):
    resultaat = zoek_op(**params)
    assert (resultaat.lessen, resultaat.trainingen) == expected


@pytest.mark.usefixtures("aanbod")
def test_chips_name_every_choice_and_take_it_away():
    resultaat = zoek_op(niveau=["vo", "groep-8"], zoekwoord="geld")
    assert [(chip.tekst, chip.adres) for chip in resultaat.chips] == [
        ("«geld»", "?niveau=vo&niveau=groep-8"),
        ("Voortgezet onderwijs", "?zoekwoord=geld&niveau=groep-8"),
        ("Groep 8", "?zoekwoord=geld&niveau=vo"),
    ]


@pytest.mark.usefixtures("aanbod")
def test_no_result_says_what_to_loosen_and_what_that_gives():
    resultaat = zoek_op(niveau="groep-8", vorm="docententraining", zoekwoord="signalen")
    assert [(advies.label, advies.tekst, advies.aantal) for advies in resultaat.adviezen] == [
        ("Niveau", "Groep 8", 1)
    ]
    (advies,) = resultaat.adviezen
    assert advies.adres == "?zoekwoord=signalen&vorm=docententraining"
    assert resultaat.alles == 4


@pytest.mark.usefixtures("aanbod")
def test_advice_puts_the_largest_result_first():
    resultaat = zoek_op(vorm="docententraining", thema="online")
    assert [(advies.label, advies.aantal) for advies in resultaat.adviezen] == [
        ("Vorm", 2),
        ("Thema", 1),
    ]


@pytest.mark.usefixtures("aanbod")
def test_result_needs_no_advice():
    assert zoek_op(niveau="vo").adviezen == ()


@pytest.mark.usefixtures("aanbod")
def test_unknown_value_is_left_out_and_named():
    resultaat = zoek_op(niveau=["vo", "universiteit"])
    assert resultaat.keuze.onbekend == ("universiteit",)
    assert titels(resultaat) == titels(zoek_op(niveau="vo"))


def test_level_order_puts_what_is_put_forward_first_then_lowest_level(lesaanbod, begrippen):
    maak_les(lesaanbod, title="A voor vo", niveaus=[begrippen["vo"]])
    maak_les(lesaanbod, title="B voor beide", niveaus=[begrippen["vo"], begrippen["groep-8"]])
    maak_les(lesaanbod, title="C voorop", niveaus=[begrippen["vo"]], uitgelicht=True)
    assert [kaart.titel for kaart in zoek_op().kaarten] == ["C voorop", "B voor beide", "A voor vo"]


def test_other_orders(lesaanbod, begrippen):
    maak_les(lesaanbod, title="B oud", niveaus=[begrippen["vo"]])
    maak_les(lesaanbod, title="A nieuw", niveaus=[begrippen["vo"]])
    assert [kaart.titel for kaart in zoek_op(sorteer="titel").kaarten] == ["A nieuw", "B oud"]
    assert [kaart.titel for kaart in zoek_op(sorteer="nieuw").kaarten] == ["A nieuw", "B oud"]


def test_draft_is_neither_found_nor_counted(lesaanbod, begrippen):
    maak_les(lesaanbod, title="Klad", niveaus=[begrippen["vo"]], live=False)
    resultaat = zoek_op()
    assert resultaat.kaarten == ()
    assert aantallen(resultaat, "niveau") == {"groep-8": 0, "vo": 0}


@pytest.mark.parametrize(
    ("pagina", "expected"), [(None, 1), ("2", 2), ("999", 2), ("0", 2), ("x", 1)]
)
def test_pages_outside_the_list_are_brought_back(lesaanbod, pagina, expected):
    for _ in range(PER_PAGINA + 1):
        maak_les(lesaanbod)
    resultaat = zoek_op(pagina=pagina)
    assert resultaat.pagina.number == expected
    assert len(resultaat.kaarten) == (PER_PAGINA if expected == 1 else 1)


@pytest.mark.django_db
def test_bladeradres_keeps_the_choice(begrippen):
    assert zoek_op(niveau="vo").bladeradres + "pagina=2" == "?niveau=vo&pagina=2"
    assert zoek_op().bladeradres + "pagina=2" == "?pagina=2"


@pytest.mark.usefixtures("niets_onthouden")
@pytest.mark.parametrize("lessen", [1, 3, 30])
def test_zoek_asks_the_database_as_often_for_any_number_of_lessons(
    lesaanbod, begrippen, lessen, django_assert_num_queries
):
    for _ in range(lessen):
        maak_les(lesaanbod, niveaus=[begrippen["vo"]], themas=[begrippen["geld"]], duren=[60, 45])
    zoek_op()  # fills Wagtail's own cache of the site's root
    with django_assert_num_queries(6):
        zoek_op()
