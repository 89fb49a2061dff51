"""Every public page is sound HTML (html-validate); for all templates see test_sjablonen."""

from django.test import Client

import pytest
import time_machine

from lesaanbod.models import Vorm
from tests.factories.catalogus import (
    InformatiePageFactory,
    LeerlijnPageFactory,
    MateriaalFactory,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
    SessieFactory,
    TrainingPageFactory,
    koppel,
    maak_begrippen,
    maak_les,
    maak_lesaanbod,
)
from tests.html_validate import find_fouten
from tests.toegang.wereld import NU

TEKST = [("kop", "Kop"), ("alinea", "<p>Alinea <b>vet</b>.</p>"), ("let_op", "Let op.")]


@pytest.fixture
def nu():
    with time_machine.travel(NU):
        yield NU


def build_catalogus() -> None:
    """Store one page of every kind, with every part it can have."""
    lesaanbod = maak_lesaanbod()
    home = lesaanbod.get_parent()
    begrippen = maak_begrippen()
    woorden = {"niveaus": [begrippen["groep-8"]], "themas": [begrippen["geld"]]}
    serie = maak_les(
        lesaanbod,
        slug="serie",
        vorm=Vorm.LESSENSERIE.value,
        rollen=["wijkagent", "rolmodel"],
        duren=[60, 45],
        uitgelicht=True,
        doelen=[("doel", "Zij zeggen nee.")],
        school_regelt=[("punt", "een lokaal")],
        wij_regelen=[("punt", "werkbladen")],
        inhoud=TEKST,
        **woorden,
    )
    MateriaalFactory(aanbod=serie, adres="https://voorbeeld.example/blad")
    maak_les(lesaanbod, slug="los", **woorden)
    maak_les(lesaanbod, slug="boek", vorm=Vorm.LESMATERIAAL.value, rollen=[], **woorden)
    training = TrainingPageFactory(parent=lesaanbod, slug="training")
    koppel(training, **woorden)
    SessieFactory(training=training)
    LeerlijnPageFactory(parent=home)
    InformatiePageFactory(parent=home, slug="privacy", inhoud=TEKST)
    nieuws = NieuwsOverzichtPageFactory(parent=home)
    NieuwsPageFactory(parent=nieuws, slug="bericht", inhoud=TEKST)


OPENBAAR = [
    "/",
    "/lesaanbod/",
    "/lesaanbod/?niveau=groep-8&thema=geld&vorm=onbekend&zoekwoord=zz",
    "/lesaanbod/serie/",
    "/lesaanbod/los/",
    "/lesaanbod/boek/",
    "/lesaanbod/training/",
    "/leerlijn/",
    "/privacy/",
    "/nieuws/",
    "/nieuws/bericht/",
    "/bestaat/niet/",
    "/account/login/",
]


def read(client: Client, adres: str) -> str:
    response = client.get(adres)
    assert response.status_code in (200, 404), f"{adres}: {response.status_code}"
    return response.content.decode()


@pytest.mark.django_db
def test_every_public_page_is_sound_html(nu, tmp_path):
    build_catalogus()
    fouten = find_fouten({adres: read(Client(), adres) for adres in OPENBAAR}, tmp_path)
    assert not fouten, "\n".join(fouten)


def test_what_is_not_sound_is_found(tmp_path):
    kop = '<!doctype html><html lang="nl"><head><title>x</title></head>'
    slecht = f"{kop}<body><p><div></p></body></html>"
    assert any("/slecht/" in fout for fout in find_fouten({"/slecht/": slecht}, tmp_path))
