"""From a page to the facts of the check; also for a page that is still in the editor."""

from wagtail.images.models import Image

import pytest

from lesaanbod.models import OnderdeelRol, Vorm
from lesaanbod.selectors.nakijken import kijk_na, read_feiten
from tests.factories.catalogus import (
    InformatiePageFactory,
    MateriaalFactory,
    TrainingPageFactory,
    maak_les,
)


@pytest.fixture
def les(lesaanbod, begrippen):
    return maak_les(
        lesaanbod, niveaus=[begrippen["vo"]], doelen=[("doel", "Zij zeggen nee.")], title="Les"
    )


def test_sound_lesson_has_no_remarks(les):
    assert kijk_na(les) == []


def test_page_that_is_no_offer_is_not_checked(lesaanbod):
    assert kijk_na(InformatiePageFactory(parent=lesaanbod.get_parent())) == []


def test_training_is_checked_without_onderdelen(lesaanbod):
    feiten = read_feiten(TrainingPageFactory(parent=lesaanbod))
    assert (feiten.boekbaar, feiten.onderdelen, feiten.doelen) == (False, (), 0)


def test_role_counts_while_it_is_only_in_the_editor(les):
    onderdeel = les.onderdelen.get()
    les.onderdelen = [onderdeel]
    onderdeel.rollen = []
    assert read_feiten(les).onderdelen[0].rollen == 0
    onderdeel.rollen = [OnderdeelRol(rol_id=1), OnderdeelRol(rol_id=2)]
    assert read_feiten(les).onderdelen[0].rollen == 2


def test_material_without_file_or_address_is_named(les):
    MateriaalFactory(aanbod=les, titel="Leeg")
    MateriaalFactory(aanbod=les, titel="Web", adres="https://stad.example/")
    assert read_feiten(les).materialen_leeg == ("Leeg",)


def test_links_to_what_is_gone_or_offline_are_counted(les, lesaanbod):
    offline = maak_les(lesaanbod, live=False)
    les.inhoud = [
        ("alinea", f'<p><a linktype="page" id="{lesaanbod.pk}">goed</a></p>'),
        ("alinea", f'<p><a linktype="page" id="{offline.pk}">offline</a></p>'),
        ("alinea", '<p><a linktype="page" id="99999">weg</a></p>'),
        ("alinea", '<p><a linktype="document" id="99999">weg</a></p>'),
        ("alinea", '<p><a href="https://stad.example/">elders</a></p>'),
    ]
    les.save()
    assert read_feiten(les).dode_links == 3


def test_pictures_without_words_are_counted_unless_they_are_decoration(les):
    beeld = Image.objects.create(title="IMG 2041", file="img_2041.png", width=9, height=9)
    les.inhoud = [
        {"type": "afbeelding", "value": {"image": beeld.pk, "alt_text": tekst, "decorative": sier}}
        for tekst, sier in (("", False), ("een klas", False), ("", True), ("IMG 2041", False))
    ]
    les.save()
    les.refresh_from_db()
    assert read_feiten(les).afbeeldingen_zonder_tekst == 2


def test_material_only_is_known_by_its_form(les):
    les.vorm = Vorm.LESMATERIAAL.value
    feiten = read_feiten(les)
    assert (feiten.alleen_materiaal, feiten.boekbaar) == (True, False)
