from django.urls import reverse

import pytest

from boekingen.models import Aanvraag
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import brieven, laatste_brief
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.paginas import assert_same_queries

PAD = "/planning/aanvragen/"


@pytest.fixture
def aanvraag(wereld, coordinator):
    return wereld.aanvraag(wereld.les({"wijkagent": 1}, {"rolmodel": 1}, title="Kapot Sterk"))


def gevonden(client, **vraag):
    return [a.pk for a in client.get(PAD, vraag).context["pagina"].object_list]


def pad(naam, aanvraag):
    return reverse(f"boekingen:{naam}", args=[aanvraag.pk])


def test_aanvragen_finds_by_kenmerk_and_school(client, aanvraag, wereld):
    ander = ContactpersoonFactory(school=SchoolFactory(naam="De Buitenbocht"))
    wereld.school, wereld.contact = ander.school, ander
    tweede = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    assert gevonden(client, zoek="buitenbocht") == [tweede.pk]
    assert gevonden(client, zoek=aanvraag.kenmerk) == [aanvraag.pk]
    assert gevonden(client, zoek=aanvraag.kenmerk.replace(" ", "").lower()) == [aanvraag.pk]
    assert gevonden(client, zoek="bestaat niet") == []
    assert gevonden(client, zoek="%") == []


def test_aanvragen_by_status(client, aanvraag):
    assert gevonden(client, status="ingediend") == [aanvraag.pk]
    assert gevonden(client, status="afgewezen") == []
    assert gevonden(client, status="onzin") == [aanvraag.pk]


def test_aanvragen_same_queries_with_one_and_three_rows(client, coordinator, wereld):
    les = wereld.les({"wijkagent": 1})
    assert_same_queries(lambda aantal: [wereld.aanvraag(les) for _ in range(aantal)], PAD, client)


def test_aanvraag_counts_its_lessons_by_class(client, coordinator, wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}, {"rolmodel": 1}), klassen=["8A", "8B"])
    boekingen = client.get(pad("planning_aanvraag", aanvraag)).context["boekingen"]
    assert [(b.groepen.all()[0].naam, b.nummer) for b in boekingen] == [
        ("8A", 1),
        ("8A", 2),
        ("8B", 1),
        ("8B", 2),
    ]


def test_aanvraag_shows_a_lesson_for_joined_classes_once(client, coordinator, wereld):
    les = wereld.les({"wijkagent": 1}, max_leerlingen=60)
    aanvraag = wereld.aanvraag(les, klassen=["8A", "8B"], samen=True)
    (boeking,) = client.get(pad("planning_aanvraag", aanvraag)).context["boekingen"]
    pagina = client.get(pad("planning_boeking", boeking))
    assert pagina.context["zusterlessen"] == [boeking]
    assert pagina.context["groepen"] == "8A en 8B"


def test_afwijzen_cancels_and_tells_why(client, aanvraag, wereld):
    sinds = laatste_brief()
    response = client.post(pad("planning_aanvraag_afwijzen", aanvraag), {"reden": "Geen plek."})
    aanvraag.refresh_from_db()
    assert (aanvraag.status, aanvraag.reden) == ("afgewezen", "Geen plek.")
    assert [brief for brief, _, _ in brieven(sinds)] == ["aanvraag_afgewezen"]
    assert melding(response) == [
        f"De aanvraag is afgewezen. Er gaat bericht naar {wereld.contact.naam}."
    ]


def test_afwijzen_by_get_changes_nothing(client, aanvraag):
    assert (
        "met de reden" in client.get(pad("planning_aanvraag_afwijzen", aanvraag)).content.decode()
    )
    assert Aanvraag.objects.get().status == "ingediend"


def test_afwijzen_of_what_ended_is_refused(client, aanvraag):
    Aanvraag.objects.update(status="ingetrokken")
    aanvraag.boekingen.update(status="geannuleerd")
    response = client.post(pad("planning_aanvraag_afwijzen", aanvraag), {"reden": "Geen plek."})
    assert_geweigerd(response, fout="Er is intussen iets veranderd.", getypt="Geen plek.")


def test_wachtlijst_takes_the_request_off_vandaag(client, aanvraag, wereld):
    assert client.get("/planning/").context["aantal_vandaag"] == 1
    response = client.post(pad("planning_aanvraag_wachtlijst", aanvraag), {"reden": "Later."})
    aanvraag.refresh_from_db()
    assert aanvraag.status == "wachtlijst"
    assert melding(response)[0].endswith(f"Er gaat bericht naar {wereld.contact.naam}.")
    assert client.get("/planning/").context["aantal_vandaag"] == 0


def test_wachtlijst_with_a_moment_is_refused(client, aanvraag, wereld):
    boeking = aanvraag.boekingen.earliest("nummer")
    wereld.stel_voor(boeking, aanvraag.wensen.earliest("begin").begin)
    response = client.post(pad("planning_aanvraag_wachtlijst", aanvraag), {"reden": "Later."})
    assert_geweigerd(response, fout="Er is intussen iets veranderd.", getypt="Later.")


def test_draft_is_not_found(client, aanvraag, wereld):
    concept = wereld.concept(aanvraag.les, [*aanvraag.wensen.values_list("begin", flat=True)])
    assert client.get(pad("planning_aanvraag", concept)).status_code == 404
    assert gevonden(client) == [aanvraag.pk]
