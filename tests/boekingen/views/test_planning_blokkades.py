"""Schools to which somebody does not come, at the desk."""

from django.core import mail
from django.urls import reverse

import pytest

from boekingen.models import Schoolblokkade
from boekingen.services.deelname import laat_mens_vertrekken
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.views.bureau import melding
from tests.boekingen.wereld import op
from tests.factories.boekingen import SchoolFactory
from tests.paginas import assert_same_queries

REDEN = "eigen kind in groep zeven"


@pytest.fixture
def agent(coordinator, wereld):
    return wereld.persoon("wijkagent")


def pad(agent, vraag: str = "") -> str:
    return reverse("boekingen:planning_mens_scholen", args=[agent.pk]) + vraag


def blokkeer(client, agent, school, reden=REDEN):
    return client.post(pad(agent, f"?q={school.naam}"), {"school": school.pk, "reden": reden})


def test_a_school_is_searched_chosen_and_then_stands_in_the_list(client, agent):
    school = SchoolFactory(naam="De Brug")
    assert "Er staat nog geen school bij." in client.get(pad(agent)).content.decode()
    assert "De Brug, " in client.get(pad(agent, "?q=brug")).content.decode()
    response = blokkeer(client, agent, school)
    assert melding(response) == ["Bewaard. Voor deze school vragen wij deze persoon niet meer."]
    assert REDEN in client.get(pad(agent)).content.decode()
    assert (Schoolblokkade.objects.get().school, mail.outbox) == (school, [])


def test_a_school_that_left_the_register_can_be_chosen_too_and_is_marked(client, agent, nu):
    school = SchoolFactory(naam="De Brug", verdwenen_op=nu.date())
    tekst = client.get(pad(agent, "?q=brug")).content.decode()
    assert "(staat niet meer in het register)" in tekst
    blokkeer(client, agent, school)
    assert Schoolblokkade.objects.get().school == school


def test_what_is_missing_is_said_and_a_second_time_renews_the_reason(client, agent):
    school = SchoolFactory(naam="De Brug")
    response = client.post(pad(agent, "?q=brug"), {"school": school.pk})
    assert response.status_code == 400
    assert "Schrijf kort op waarom." in response.content.decode()
    assert client.post(pad(agent), {"school": school.pk, "reden": "x"}).status_code == 400
    blokkeer(client, agent, school)
    blokkeer(client, agent, school, "anders")
    assert [een.reden for een in Schoolblokkade.objects.all()] == ["anders"]


def test_it_is_taken_away_once(client, agent):
    school = SchoolFactory()
    blokkeer(client, agent, school)
    weg = reverse("boekingen:planning_mens_school_vrijgeven", args=[agent.pk, school.pk])
    assert client.get(weg).status_code == 405
    for _ in range(2):
        assert client.post(weg).status_code == 302
    assert not Schoolblokkade.objects.exists()
    assert Gebeurtenis.objects.filter(wat="school vrijgegeven").count() == 1


def test_the_reason_stands_on_the_desk_only(client, agent, wereld):
    blokkeer(client, agent, wereld.school)
    boeking = wereld.boeking()
    bureau = client.get(reverse("boekingen:planning_boeking", args=[boeking.pk])).content.decode()
    assert f"komt niet op deze school ({REDEN})" in bureau
    vraag = reverse("boekingen:planning_uitnodigen", args=[boeking.plekken.get().pk])
    response = client.post(vraag, {"hoofdrolspeler": agent.pk})
    assert response.status_code == 409
    assert "Deze persoon komt niet op deze school." in response.content.decode()
    elders = [*Gebeurtenis.objects.values_list("waarom", flat=True)]
    elders += [bericht.tekst for bericht in Bericht.objects.all()]
    client.force_login(wereld.contact.gebruiker)
    elders.append(client.get(f"/mijn/{boeking.aanvraag_id}/").content.decode())
    client.force_login(agent.gebruiker)
    elders.append(client.get("/hoofdrolspeler/").content.decode())
    assert not [tekst for tekst in elders if REDEN in tekst]


def test_who_leaves_leaves_no_reason_behind(agent, wereld):
    Schoolblokkade.objects.create(
        hoofdrolspeler=agent, school=wereld.school, reden=REDEN, gezet_op=wereld.nu
    )
    laat_mens_vertrekken(hoofdrolspeler_id=agent.pk, nu=wereld.nu, door=None)
    assert not Schoolblokkade.objects.exists()


def test_same_queries_with_one_and_three_schools(client, agent):
    assert_same_queries(
        lambda aantal: [blokkeer(client, agent, SchoolFactory()) for _ in range(aantal)],
        pad(agent, "?q=School"),
        client,
    )


def test_the_only_one_for_another_lesson_is_said_with_the_reasons(client, agent, wereld):
    """Another agent can come too, but not to the other lesson."""
    anders = wereld.persoon("wijkagent", max_per_dag=1)
    wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 4, 13)), anders)[0])
    boeking = wereld.boeking(begin=op(2, 2))
    pagina = reverse("boekingen:planning_boeking", args=[boeking.pk])
    assert "enige wijkagent" not in client.get(pagina).content.decode()
    wereld.boeking(begin=op(2, 4))
    (rol,) = client.get(pagina).context["rollen"]
    woorden = {k.persoon.id: [f.tekst for f in k.factoren][-1] for k in rol.eerste}
    school = wereld.school.naam
    assert woorden[agent.pk] == f"enige wijkagent die op donderdag 4 februari bij {school} kan"
    assert "enige" not in woorden[anders.pk]
    wereld.persoon("wijkagent")
    tekst = client.get(pagina).content.decode()
    assert "een van de twee die op donderdag 4 februari" in tekst


def test_the_page_asks_no_more_for_more_other_lessons(client, agent, wereld):
    boeking = wereld.boeking(begin=op(2, 2))
    assert_same_queries(
        lambda aantal: [wereld.boeking(begin=op(2, 4)) for _ in range(aantal)],
        reverse("boekingen:planning_boeking", args=[boeking.pk]),
        client,
    )


def test_before_a_moment_is_chosen_people_stand_over_all_wishes(client, agent, wereld):
    les = wereld.les({"wijkagent": 1})
    boeking = wereld.aanvraag(les).boekingen.get()
    tekst = client.get(reverse("boekingen:planning_boeking", args=[boeking.pk])).content.decode()
    assert "Wie kan op een wens als wijkagent?" in tekst
    assert "kan op wens 1" in tekst
