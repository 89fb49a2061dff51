from django.urls import reverse

import pytest

from boekingen.models import Contactpersoon
from lesaanbod.models import Bericht
from tests.boekingen.bureau import maak_ochtend
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import op
from tests.factories.boekingen import ContactpersoonFactory
from tests.paginas import assert_same_queries

PAD = "/planning/"


def test_vandaag_shows_six_things_and_the_rest_on_demand(client, coordinator, wereld):
    maak_ochtend(wereld)
    wereld.boeking(begin=op(2, 4))
    response = client.get(PAD)
    assert (len(response.context["dingen"]), response.context["niet_getoond"]) == (6, 1)
    assert "Toon nog één ding<" in response.content.decode()
    assert len(client.get(f"{PAD}?alles=1").context["dingen"]) == 7
    assert response.context["aantal_vandaag"] == 7


def test_vandaag_says_so_when_nothing_waits(client, coordinator):
    tekst = client.get(PAD).content.decode()
    assert "er wacht niets op u" in tekst
    assert "Voor deze keuze zijn er geen." in tekst


def test_vandaag_filters_stand_in_the_address_and_go_along_to_the_next_page(
    client, coordinator, wereld
):
    boeking = wereld.boeking(begin=op(2, 2))
    response = client.get(PAD, {"les": boeking.les_id, "periode": "30", "pagina": "1"})
    assert [rij.boeking_id for rij in response.context["bord"].rijen] == [boeking.pk]
    assert response.context["basis"] == f"?les={boeking.les_id}&periode=30&"
    assert client.get(PAD, {"periode": "7"}).context["bord"].rijen == ()


def test_vandaag_ignores_filters_that_do_not_exist(client, coordinator, wereld):
    wereld.boeking()
    vraag = {"wijk": "x", "les": "999", "periode": "5", "status": "weg", "pagina": "x"}
    assert client.get(PAD, vraag).context["bord"].lessen == 1


def test_vandaag_never_shows_a_link_of_a_mail(client, coordinator, wereld):
    wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    Bericht.objects.update(status="mislukt", pogingen=8, fout="Geweigerd.")
    tekst = client.get(PAD).content.decode()
    assert "Uitnodiging aan" in tekst
    assert "uitnodiging/" not in tekst
    assert not any(b.link_sleutel in tekst for b in Bericht.objects.exclude(link_sleutel=""))


@pytest.mark.parametrize("soort", ["boekingen", "contacten", "berichten", "aanvragen"])
def test_vandaag_same_queries_with_one_and_three_rows(client, coordinator, wereld, soort):
    les = wereld.les({"wijkagent": 1})
    maken = {
        "boekingen": wereld.boeking,
        "contacten": lambda: ContactpersoonFactory(status="aangemeld"),
        "berichten": lambda: maak_mislukt(wereld.boeking()),
        "aanvragen": lambda: wereld.aanvraag(les),
    }
    assert_same_queries(lambda aantal: [maken[soort]() for _ in range(aantal)], PAD, client)


def maak_mislukt(boeking):
    return Bericht.objects.create(
        brief="les_bevestigd",
        aan="a@voorbeeld.example",
        onderwerp_soort="boeking",
        onderwerp_id=str(boeking.pk),
        message_id=f"<{boeking.pk}@x.example>",
        volgende_poging=op(1, 11),
        aangemaakt_op=op(1, 11),
        status="mislukt",
    )


def test_bericht_opnieuw_queues_the_mail_and_says_to_whom(client, coordinator, wereld):
    bericht = maak_mislukt(wereld.boeking())
    response = client.post(reverse("boekingen:planning_bericht_opnieuw", args=[bericht.pk]))
    bericht.refresh_from_db()
    assert bericht.status == "wachtend"
    assert response["Location"] == PAD
    assert melding(response) == [
        "De mail aan a@voorbeeld.example staat opnieuw klaar. Hij gaat binnen een minuut weg."
    ]


def test_bericht_opnieuw_twice_is_refused_on_the_page(client, coordinator, wereld):
    pad = reverse("boekingen:planning_bericht_opnieuw", args=[maak_mislukt(wereld.boeking()).pk])
    client.post(pad)
    assert_geweigerd(client.post(pad), fout="Deze mail staat al klaar of is al verstuurd.")


def test_vandaag_things_lead_to_their_page(client, coordinator, wereld):
    ochtend = maak_ochtend(wereld)
    for ding in client.get(f"{PAD}?alles=1").context["dingen"]:
        if not ding.is_actie:
            assert client.get(reverse(ding.adres, args=[ding.nummer])).status_code == 200
    assert Contactpersoon.objects.get(pk=ochtend.nieuw.pk).status == "aangemeld"
