from django.urls import reverse

from boekingen.models import Inzet, Seizoensplan
from boekingen.services import inzet_einde
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.paginas import assert_same_queries


def adres(boeking, wat=""):
    return reverse(f"boekingen:planning_herstel{wat}", args=[boeking.pk])


def val_uit(wereld):
    boeking, inzet = wereld.bevestigd()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=wereld.nu, door=None)
    return boeking


def test_from_the_lesson_to_the_colleague(client, coordinator, wereld):
    boeking = val_uit(wereld)
    wereld.persoon("wijkagent", gebruiker__naam="Ilse van der Marck")
    les = reverse("boekingen:planning_boeking", args=[boeking.pk])
    assert adres(boeking) in client.get(les).content.decode()
    response = client.get(adres(boeking))
    tekst = response.content.decode()
    assert "Een collega op dezelfde dag" in tekst
    assert "Dit raakt Ilse van der Marck." in tekst
    kenmerk = response.context["aanbod"][0].kenmerk
    na = client.post(adres(boeking, "_toepassen"), {"kenmerk": kenmerk})
    assert na["Location"] == les
    assert melding(na) == ["1 les is aangepast. Er gaat bericht naar Ilse van der Marck."]
    assert Inzet.objects.filter(status="uitgenodigd").count() == 1


def test_an_offer_that_is_no_longer_there_is_refused(client, coordinator, wereld):
    boeking = val_uit(wereld)
    response = client.post(adres(boeking, "_toepassen"), {"kenmerk": "oud"})
    assert_geweigerd(response, fout="Er is intussen iets veranderd.")


def test_the_planner_is_asked_from_the_page(client, coordinator, wereld):
    boeking = val_uit(wereld)
    response = client.post(adres(boeking, "_planner"))
    assert response["Location"] == adres(boeking)
    assert Seizoensplan.objects.get().boeking == boeking
    tekst = client.get(adres(boeking)).content.decode()
    assert "De planner zoekt, hooguit een minuut." in tekst
    assert 'hx-trigger="every 3s"' in tekst
    assert_geweigerd(client.post(adres(boeking, "_planner")), fout="Er loopt al een planning.")


def test_without_a_drop_out_the_page_says_so(client, coordinator, wereld):
    boeking, _ = wereld.bevestigd()
    assert "Voor deze les is niemand uitgevallen." in client.get(adres(boeking)).content.decode()
    assert_geweigerd(client.post(adres(boeking, "_planner")), fout="niemand uitgevallen")


def test_same_queries_with_one_and_three_lessons(client, coordinator, wereld):
    boeking = val_uit(wereld)
    assert_same_queries(
        lambda aantal: [wereld.bevestigd() for _ in range(aantal)], adres(boeking), client
    )
