"""From a submitted request to lessons and places; and one whole series from begin to end."""

from datetime import timedelta

from boekingen.models import Boeking, Plek, Uitnodiging
from boekingen.services.boekingen import rond_les_af
from hoofdrolspelers.models import Vastlegging
from lesaanbod.models import Onderdeel, OnderdeelRol
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status

KAPOT_STERK = (
    "officier van justitie",
    "wijkagent",
    "jongerenwerker",
    "HALT-medewerker",
    "rolmodel",
)


def test_two_classes_each_get_their_own_lessons(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}, {"rolmodel": 1}), klassen=["8A", "8B"])
    rijen = aanvraag.boekingen.order_by("groepen__naam", "nummer")
    assert list(rijen.values_list("groepen__naam", "nummer", "plekken__rol__naam")) == [
        ("8A", 1, "wijkagent"),
        ("8A", 2, "rolmodel"),
        ("8B", 1, "wijkagent"),
        ("8B", 2, "rolmodel"),
    ]


def test_two_classes_together_share_their_lessons(wereld):
    aanvraag = wereld.aanvraag(
        wereld.les({"wijkagent": 1}, max_leerlingen=60), klassen=["8A", "8B"], samen=True
    )
    boeking = aanvraag.boekingen.get()
    assert list(boeking.groepen.values_list("naam", flat=True)) == ["8A", "8B"]
    assert boeking.plekken.count() == 1


def test_every_person_of_every_role_has_a_place(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"rechtenstudent": 2, "wijkagent": 1}))
    plekken = Plek.objects.filter(boeking__aanvraag=aanvraag).order_by("rol__naam", "nummer")
    assert list(plekken.values_list("rol__naam", "nummer")) == [
        ("rechtenstudent", 1),
        ("rechtenstudent", 2),
        ("wijkagent", 1),
    ]


def test_a_lesson_with_two_roles_and_one_role_twice_is_confirmed_by_the_last_yes(wereld):
    boeking = wereld.boeking({"wijkagent": 1, "rechtenstudent": 2})
    mensen = [wereld.persoon(rol) for rol in ("wijkagent", "rechtenstudent", "rechtenstudent")]
    *eerste, laatste = wereld.vraag(boeking, *mensen)
    for inzet in eerste:
        wereld.ja(inzet)
        assert status(boeking) == "voorgesteld"
    wereld.ja(laatste)
    assert status(boeking) == "bevestigd"
    assert Vastlegging.objects.count() == 3
    assert list_schendingen() == []


def test_an_editor_who_changes_the_lesson_changes_nothing_that_was_asked(wereld):
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 2}, title="Kapot Sterk")
    aanvraag = wereld.aanvraag(les)
    velden = ("titel", "duur", "nummer", "min_dagen_tussen", "serie_lengte", "onderdeel_sleutel")
    eerder = list(Boeking.objects.values_list(*velden)), list(Plek.objects.values_list())

    les.title, les.min_dagen_tussen = "Heel anders", 0
    les.save()
    OnderdeelRol.objects.update(aantal=3)
    Onderdeel.objects.update(titel="Iets anders", duur=30)
    Onderdeel.objects.filter(les=les).last().delete()

    assert (list(Boeking.objects.values_list(*velden)), list(Plek.objects.values_list())) == eerder
    aanvraag.refresh_from_db()
    assert aanvraag.les_titel == "Kapot Sterk"


def test_a_deleted_onderdeel_can_still_be_planned_and_given(wereld):
    les = wereld.les({"wijkagent": 1})
    boeking = wereld.aanvraag(les).boekingen.get()
    Onderdeel.objects.filter(les=les).delete()
    wereld.stel_voor(boeking, op(2, 2))
    wereld.ja(wereld.vraag(boeking, wereld.persoon("wijkagent"))[0])
    assert status(boeking) == "bevestigd"


def test_kapot_sterk_for_two_classes_from_request_to_the_last_lesson(wereld):
    les = wereld.les(*[{rol: 1} for rol in KAPOT_STERK], title="Kapot Sterk", min_dagen_tussen=7)
    mensen = {rol: wereld.persoon(rol) for rol in KAPOT_STERK}
    weken = [op(3, 1) + timedelta(days=7 * week) for week in range(4)] + [op(4, 5)]
    aanvraag = wereld.aanvraag(les, wensen=weken, klassen=["8A", "8B"])
    docent = wereld.contact.gebruiker.email
    assert aanvraag.boekingen.count() == 10

    for boeking in aanvraag.boekingen.order_by("nummer", "groepen__naam"):
        uur = 9 if boeking.groepen.get().naam == "8A" else 11
        wereld.stel_voor(boeking, weken[boeking.nummer - 1].replace(hour=uur))
        (inzet,) = wereld.vraag(boeking, mensen[KAPOT_STERK[boeking.nummer - 1]])
        assert status(aanvraag) == "ingediend"
        eerder = laatste_brief()
        wereld.ja(inzet)
        assert brieven(eerder) == [
            ("inzet_bevestigd", inzet.hoofdrolspeler.gebruiker.email, "REQUEST"),
            ("les_bevestigd", docent, "REQUEST"),
        ]

    assert status(aanvraag) == "gepland"
    assert Vastlegging.objects.count() == 10
    assert Uitnodiging.objects.filter(is_zeker=True).values("uid").distinct().count() == 20
    assert list_schendingen() == []

    for boeking in aanvraag.boekingen.order_by("begin"):
        assert status(aanvraag) == "gepland"
        assert rond_les_af(boeking_id=boeking.pk, nu=boeking.eind) is True
    assert status(aanvraag) == "afgerond"
    assert list_schendingen() == []
