"""Offers as cards."""

from lesaanbod.models import AanbodPage, Vorm
from lesaanbod.selectors.kaarten import Kaart, list_kaarten
from tests.factories.catalogus import TrainingPageFactory, koppel, maak_les
from tests.factories.lesaanbod import OnderdeelRolFactory


def get_kaart(pagina: AanbodPage) -> Kaart:
    (kaart,) = list_kaarten(AanbodPage.objects.filter(pk=pagina.pk))
    return kaart


def test_card_of_a_series_holds_what_a_teacher_compares(lesaanbod, begrippen):
    les = maak_les(
        lesaanbod,
        title="Kapot Sterk",
        slug="kapot-sterk",
        samenvatting="Vijf lessen.",
        vorm=Vorm.LESSENSERIE.value,
        niveaus=[begrippen["groep-8"], begrippen["vo"]],
        rollen=["wijkagent", "rolmodel"],
        duren=[60, 60],
        max_leerlingen=30,
        kosten="gratis",
        uitgelicht=True,
    )
    les.doelgroepen.last().__class__.objects.filter(niveau=begrippen["vo"]).update(
        leerjaren="klas 1–2"
    )
    assert get_kaart(les) == Kaart(
        titel="Kapot Sterk",
        adres="/lesaanbod/kapot-sterk/",
        samenvatting="Vijf lessen.",
        vorm="Lessenserie",
        doelgroepen=("Groep 8", "VO klas 1–2"),
        duur="2 lessen van 60 minuten",
        wie="wijkagent en rolmodel",
        groep="één klas, hooguit 30 leerlingen",
        kosten="gratis",
        uitgelicht=True,
    )


def test_card_counts_more_than_one_of_a_role(lesaanbod):
    les = maak_les(lesaanbod, rollen=[])
    rol = OnderdeelRolFactory(onderdeel=les.onderdelen.get(), aantal=2, rol__naam="rechtenstudent")
    rol.rol.meervoud = "rechtenstudenten"
    rol.rol.save()
    assert get_kaart(les).wie == "twee rechtenstudenten"


def test_card_of_material_says_who_teaches(lesaanbod):
    een = maak_les(lesaanbod, vorm=Vorm.LESMATERIAAL.value, rollen=[])
    meer = maak_les(lesaanbod, vorm=Vorm.LESMATERIAAL.value, rollen=[], duren=[45, 45])
    assert get_kaart(een).wie == "u geeft deze les zelf"
    assert get_kaart(meer).wie == "u geeft deze lessen zelf"


def test_card_of_a_training_takes_its_own_words(lesaanbod, begrippen):
    training = TrainingPageFactory(parent=lesaanbod)
    koppel(training, niveaus=[begrippen["vo"]])
    kaart = get_kaart(training)
    assert (kaart.duur, kaart.wie, kaart.groep, kaart.vorm) == (
        "twee uur",
        "een trainer",
        "",
        "Docententraining",
    )


def test_cards_keep_the_order_they_were_asked_in(lesaanbod):
    eerste, tweede = maak_les(lesaanbod), maak_les(lesaanbod)
    kaarten = list_kaarten(AanbodPage.objects.order_by("-pk"))
    assert [kaart.titel for kaart in kaarten] == [tweede.title, eerste.title]
