"""The catalogue as a whole: entrances, what is new, what is put forward."""

from lesaanbod.selectors.aanbod import (
    Ingang,
    get_uitgelicht,
    list_informatie,
    list_ingangen,
    list_nieuw,
)
from tests.factories.catalogus import (
    InformatiePageFactory,
    TrainingPageFactory,
    koppel,
    maak_les,
)


def test_list_ingangen_counts_lessons_and_trainings_per_level(lesaanbod, begrippen):
    maak_les(lesaanbod, niveaus=[begrippen["groep-8"], begrippen["vo"]])
    maak_les(lesaanbod, niveaus=[begrippen["vo"], begrippen["vo"]])
    maak_les(lesaanbod, niveaus=[begrippen["vo"]], live=False)
    koppel(TrainingPageFactory(parent=lesaanbod), niveaus=[begrippen["vo"]])
    velden = {"omschrijving": "", "tekening": "boek"}
    assert list_ingangen() == [
        Ingang(slug="groep-8", naam="Groep 8", lessen=1, trainingen=0, **velden),
        Ingang(slug="vo", naam="Voortgezet onderwijs", lessen=2, trainingen=1, **velden),
    ]


def test_list_nieuw_gives_the_last_published_first(lesaanbod):
    for titel in ("een", "twee", "drie"):
        maak_les(lesaanbod, title=titel)
    assert [kaart.titel for kaart in list_nieuw(2)] == ["drie", "twee"]


def test_get_uitgelicht_gives_the_lesson_put_forward(lesaanbod):
    maak_les(lesaanbod)
    assert get_uitgelicht() is None
    maak_les(lesaanbod, title="Voorop", uitgelicht=True)
    assert get_uitgelicht().titel == "Voorop"


def test_list_informatie_gives_pages_that_want_a_place_in_the_footer(lesaanbod):
    home = lesaanbod.get_parent()
    InformatiePageFactory(parent=home, title="Wel", show_in_menus=True)
    InformatiePageFactory(parent=home, title="Niet", show_in_menus=False)
    InformatiePageFactory(parent=home, title="Klad", show_in_menus=True, live=False)
    assert [pagina.title for pagina in list_informatie()] == ["Wel"]
