from datetime import timedelta
from http import HTTPStatus

from django.urls import reverse

import pytest

from boekingen.models import Contactpersoon, Inzet, Ronde, Vraagwijze
from boekingen.services import inzet_einde, rondes
from boekingen.services.rondestappen import zet_rondes
from lesaanbod.services.links import sign
from tests.boekingen.bureau import list_dingen
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import op
from tests.paginas import assert_same_queries


def pad(boeking):
    return reverse("boekingen:planning_boeking", args=[boeking.pk])


def start(client, boeking):
    plek = boeking.plekken.first()
    return client.post(reverse("boekingen:planning_ronde_starten", args=[plek.pk]))


def stop(client, ronde):
    return client.post(reverse("boekingen:planning_ronde_stoppen", args=[ronde.pk]))


def woorden(wie, nu):
    return [(ding.woord, ding.knop) for ding in list_dingen(wie=wie, nu=nu)]


def test_starting_asks_at_once_and_shows_who_is_next_and_why(client, coordinator, wereld):
    for _ in range(2):
        wereld.persoon("wijkagent", wijken=[wereld.wijk])
    boeking = wereld.boeking(begin=op(3, 16))
    assert "Start uitnodigingsronde" in client.get(pad(boeking)).content.decode()

    response = start(client, boeking)

    assert response["Location"] == pad(boeking)
    assert melding(response)[0].startswith("De uitnodigingsronde loopt. Die beslist opnieuw op ")
    gevraagd = Inzet.objects.get()
    volgende = next(mens for mens in wereld.mensen if mens.pk != gevraagd.hoofdrolspeler_id)
    tekst = client.get(pad(boeking)).content.decode()
    assert f"<strong>{volgende.gebruiker}</strong> (" in tekst
    assert "eigen wijk" in tekst
    assert "kans op ja ongeveer 67 %" in tekst
    assert "gestart door Jamila Terlouw" in tekst
    assert "uitnodigingsronde begonnen" in tekst


def test_starting_twice_has_one_effect(client, coordinator, wereld):
    wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    assert [start(client, boeking).status_code for _ in range(2)] == [HTTPStatus.FOUND] * 2
    assert (Ronde.objects.count(), Inzet.objects.count()) == (1, 1)


def test_starting_with_nobody_to_ask_says_so(client, coordinator, wereld):
    boeking = wereld.boeking()
    (zin,) = melding(start(client, boeking))
    assert zin == "Er is niemand om te vragen. De school krijgt daar bericht van."
    tekst = client.get(pad(boeking)).content.decode()
    assert "Niemand meer om te vragen" in tekst
    assert "Probeer opnieuw" in tekst


def test_starting_for_a_place_that_was_just_filled_is_refused_on_the_page(
    client, coordinator, wereld
):
    boeking, _ = wereld.bevestigd()
    assert_geweigerd(start(client, boeking), fout="Voor deze plek is al iemand gevonden.")


def test_starting_for_a_contact_who_is_not_admitted_is_refused(client, coordinator, wereld):
    boeking = wereld.boeking()
    Contactpersoon.objects.update(status="aangemeld")
    assert_geweigerd(start(client, boeking), fout="nog niet toegelaten")


def test_stopping_twice_has_one_effect_and_says_what_it_does(client, coordinator, wereld):
    wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    start(client, boeking)
    ronde = Ronde.objects.get()
    for _ in range(2):
        response = stop(client, ronde)
        assert response["Location"] == pad(boeking)
    assert melding(response)[-1].endswith("Wie al gevraagd is, kan nog antwoorden.")
    ronde.refresh_from_db()
    assert ronde.status == "gestopt"
    assert "Start uitnodigingsronde" in client.get(pad(boeking)).content.decode()


def test_a_round_that_is_not_there_is_404(client, coordinator):
    for adres in ("planning_ronde_starten", "planning_ronde_stoppen", "planning_vraagwijze"):
        response = client.post(reverse(f"boekingen:{adres}", args=[999]), {"vanzelf": "ja"})
        assert response.status_code == HTTPStatus.NOT_FOUND


def test_whom_the_round_leaves_alone_is_told_with_the_reason(client, coordinator, wereld):
    vol = wereld.persoon("wijkagent", max_uitnodigingen=1)
    wereld.vraag(wereld.boeking(begin=op(2, 4)), vol)
    wereld.persoon("wijkagent")
    boeking = wereld.boeking(begin=op(3, 16))
    start(client, boeking)
    tekst = client.get(pad(boeking)).content.decode()
    assert f"<strong>{vol.gebruiker}</strong> heeft genoeg open uitnodigingen." in tekst
    assert "Daarna is er niemand meer om te vragen." in tekst


def test_boeking_same_queries_with_one_and_three_candidates_of_a_round(client, coordinator, wereld):
    boeking = wereld.boeking(begin=op(3, 16))
    wereld.persoon("wijkagent")
    start(client, boeking)
    assert_same_queries(
        lambda aantal: [wereld.persoon("wijkagent") for _ in range(aantal)], pad(boeking), client
    )


def test_vandaag_keeps_quiet_while_a_round_asks_and_speaks_up_when_it_ran_out(
    client, coordinator, wereld
):
    wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    assert woorden(coordinator, wereld.nu) == [("ontbreekt", "Vraag iemand")]
    start(client, boeking)
    inzet = Inzet.objects.get()
    assert woorden(coordinator, wereld.nu) == []
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert woorden(coordinator, wereld.nu) == []
    zet_rondes(wereld.nu)
    (ding,) = list_dingen(wie=coordinator, nu=wereld.nu)
    assert (ding.woord, ding.knop, ding.voorop) == ("niemand meer", "Kies zelf", True)
    assert ding.kop == f"Niemand meer om te vragen als wijkagent voor {wereld.school}, 8A"
    assert "nog 22 dagen" in ding.uitleg


def test_vandaag_has_a_drop_out_on_top_with_the_time_left(coordinator, wereld):
    wereld.boeking(begin=op(1, 19))
    boeking, inzet = wereld.bevestigd()
    nu = op(1, 31, 12)
    later = wereld.boeking(begin=op(2, 1))
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=nu, door=None)
    ding = list_dingen(wie=coordinator, nu=nu)[0]
    assert (ding.nummer, ding.woord, ding.knop) == (boeking.pk, "valt uit", "Bekijk de ronde")
    assert "nog 1 dag" in ding.uitleg
    assert "de uitnodigingsronde loopt" in ding.uitleg
    assert later.begin < boeking.begin


def test_vraagwijze_is_switched_per_lesson(client, coordinator, wereld):
    les = wereld.les({"wijkagent": 1}, title="Snel geld")
    wereld.aanvraag(les)
    lijst = reverse("boekingen:planning_vraagwijzen")
    wissel = reverse("boekingen:planning_vraagwijze", args=[les.pk])
    assert "met de hand" in client.get(lijst).content.decode()

    response = client.post(wissel, {"vanzelf": "ja"})

    assert response["Location"] == lijst
    assert melding(response) == [
        "Voor Snel geld vragen wij mensen nu vanzelf, zodra er een moment is."
    ]
    assert Vraagwijze.objects.get().vanzelf
    client.post(wissel, {"vanzelf": "nee"})
    assert not Vraagwijze.objects.get().vanzelf
    assert_geweigerd(client.post(wissel, {"vanzelf": "x"}), fout="Kies «vanzelf»")
    assert_geweigerd(client.post(wissel), fout="Kies «vanzelf»")
    client.post(wissel, {"vervang_vanzelf": "nee"})
    assert not Vraagwijze.objects.get().vervang_vanzelf
    assert "Vervang vanzelf" in client.get(lijst).content.decode()


def test_vraagwijzen_same_queries_with_one_and_three_lessons(client, coordinator, wereld):
    assert_same_queries(
        lambda aantal: [wereld.aanvraag(wereld.les({"wijkagent": 1})) for _ in range(aantal)],
        reverse("boekingen:planning_vraagwijzen"),
        client,
    )


@pytest.mark.parametrize("knop", ["nee", "afmelden"])
@pytest.mark.parametrize(("waarover", "code"), [("school", "school"), ("", "")])
def test_the_answer_page_asks_what_a_no_is_about(client, wereld, klok, knop, waarover, code):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    if knop == "afmelden":
        wereld.ja(inzet)
    pad_ = f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/"
    assert "Liever niet op deze school" in client.get(pad_).content.decode()
    gegevens = {"antwoord": knop, "moment": inzet.begin.isoformat(), "waarover": waarover}
    assert client.post(pad_, gegevens).status_code == HTTPStatus.FOUND
    inzet.refresh_from_db()
    assert inzet.redencode == code


def test_an_answer_to_a_place_filled_a_second_ago_says_so_and_thanks(client, wereld, klok):
    een, twee = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    boeking = wereld.boeking(begin=op(1, 13))
    rondes.start_ronde(plek_id=boeking.plekken.get().pk, nu=wereld.nu, door=None)
    zet_rondes(wereld.nu)
    inzetten_ = list(Inzet.objects.order_by("pk"))
    assert {inzet.hoofdrolspeler_id for inzet in inzetten_} == {een.pk, twee.pk}
    wereld.ja(inzetten_[0], wereld.nu + timedelta(seconds=1))
    pad_ = f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzetten_[1].sleutel)}/"
    gegevens = {"antwoord": "ja", "moment": inzetten_[1].begin.isoformat()}
    response = client.post(pad_, gegevens)
    assert response.status_code == HTTPStatus.CONFLICT
    tekst = response.content.decode()
    assert "Iemand anders heeft al ja gezegd. U hoeft niets meer te doen." in tekst
    assert "Dank" in client.get(pad_).content.decode()
