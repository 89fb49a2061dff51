"""What is searched follows what is published."""

from django.core.management import call_command

import pytest

from lesaanbod.models import Aanbieder, Zoektekst
from lesaanbod.services.zoekteksten import schrijf_alle_zoekteksten
from lesaanbod.wagtail_hooks import volg_begrip
from tests.factories.catalogus import TrainingPageFactory, koppel, maak_les

pytestmark = pytest.mark.django_db


def test_every_field_holds_its_words(lesaanbod, begrippen):
    les = maak_les(
        lesaanbod,
        title="Één les",
        samenvatting="Kort en goed.",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["geld"]],
        doelen=[("doel", "Zij rekenen.")],
        aanbieder__naam="Halt",
    )
    zoektekst = Zoektekst.objects.get(aanbod=les)
    assert zoektekst.titel == " een les"
    assert zoektekst.themas == " snel geld zij rekenen"
    assert zoektekst.samenvatting == " kort en goed"
    assert zoektekst.verder.startswith(" halt gastles voortgezet onderwijs vo deel 1")
    assert zoektekst.verder.endswith(" wijkagent wijkagents")


def test_publishing_writes_and_a_draft_does_not(lesaanbod):
    les = maak_les(lesaanbod, title="Oud")
    les.title = "Nieuw"
    revisie = les.save_revision()
    assert Zoektekst.objects.get(aanbod=les).titel == " oud"
    revisie.publish()
    assert Zoektekst.objects.get(aanbod=les).titel == " nieuw"


@pytest.mark.parametrize("soort", ["thema", "rol", "niveau", "aanbieder"])
def test_renamed_word_is_found_by_its_new_name(lesaanbod, begrippen, soort):
    les = maak_les(lesaanbod, niveaus=[begrippen["vo"]], themas=[begrippen["geld"]])
    woord = {
        "thema": begrippen["geld"],
        "niveau": begrippen["vo"],
        "rol": les.onderdelen.first().rollen.first().rol,
        "aanbieder": les.aanbieder,
    }[soort]
    woord.naam = "Zonnebloem"
    woord.save()
    volg_begrip(None, woord)
    zoektekst = Zoektekst.objects.get(aanbod=les)
    assert " zonnebloem" in f"{zoektekst.themas}{zoektekst.verder}"


def test_migrate_gives_words_to_offers_without(lesaanbod):
    training = TrainingPageFactory(parent=lesaanbod, title="Van vroeger")
    assert not Zoektekst.objects.exists()
    call_command("migrate", verbosity=0)
    assert Zoektekst.objects.get().aanbod_id == training.pk


@pytest.mark.parametrize("aantal", [1, 5])
def test_writing_asks_as_often_for_any_number(lesaanbod, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        koppel(TrainingPageFactory(parent=lesaanbod))
    with django_assert_max_num_queries(13):
        schrijf_alle_zoekteksten()


def test_deleted_offer_takes_its_words_along(lesaanbod):
    maak_les(lesaanbod).delete()
    assert not Zoektekst.objects.exists()
    assert Aanbieder.objects.exists()
