"""What a page being previewed shows: the draft, not what is stored."""

from lesaanbod.models import Doelgroep, LesPage, Materiaal, Onderdeel, OnderdeelRol
from lesaanbod.templatetags.catalogus import get_lesbeeld, list_doelgroepen, list_materialen
from tests.factories.catalogus import get_rol


def test_draft_shows_its_own_parts(lesaanbod, begrippen):
    onderdeel = Onderdeel(titel="Nieuw", duur=45)
    onderdeel.rollen = [OnderdeelRol(rol=get_rol("wijkagent"), aantal=2)]
    les = LesPage(title="Klad")
    les.onderdelen = [onderdeel]
    les.doelgroepen = [Doelgroep(niveau=begrippen["vo"])]
    les.materialen = [Materiaal(titel="Kaart")]
    assert [(deel.titel, deel.wie) for deel in get_lesbeeld(les).delen] == [
        ("Nieuw", "twee wijkagents")
    ]
    assert [str(groep) for groep in list_doelgroepen(les)] == ["VO"]
    assert [materiaal.titel for materiaal in list_materialen(les)] == ["Kaart"]
