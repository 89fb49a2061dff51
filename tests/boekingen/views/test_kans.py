"""The chance of a place, as anybody reads it."""

from datetime import time, timedelta

from django.core.cache import cache
from django.urls import reverse

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boekingen.selectors import plekkansen
from boekingen.selectors.plekkansen import HOUDBAAR, bereken_kansbeelden, get_kansbeeld
from hoofdrolspelers.models import Uitzondering, WeekRitme
from lesaanbod.geheugen import HOUDBAAR as PAGINA_HOUDBAAR
from lesaanbod.selectors import get_lesopzet
from tests.boekingen.wereld import op
from tests.factories.hoofdrolspelers import VastleggingFactory, WeekRitmeFactory

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def les(wereld):
    return wereld.les({"wijkagent": 1, "officier": 1}, title="Kapot Sterk", min_dagen_vooraf=7)


@pytest.fixture
def mensen(wereld):
    """Three wijkagenten, and two officieren of whom nothing may be read off."""
    agenten = [wereld.persoon("wijkagent") for _ in range(3)]
    return agenten, [wereld.persoon("officier"), wereld.persoon("officier", "wijkagent")]


def pad(les) -> str:
    return reverse("boekingen:kans", args=[les.pk, les.slug])


def lees(client, les, nu, **extra) -> str:
    cache.clear()
    with time_machine.travel(nu):
        return client.get(pad(les), **extra).content.decode()


def test_kans_says_words_a_week_and_what_goes_on_request(client, wereld, les, mensen):
    tekst = lees(client, les, wereld.nu)
    assert "De officier plannen wij op aanvraag." in tekst
    assert "18 t/m 22 januari" in tekst
    assert tekst.count('<th scope="row">') == 12
    assert "ruim" in tekst
    for persoon in (*mensen[0], *mensen[1]):
        assert persoon.gebruiker.naam not in tekst


def test_kans_on_its_own_is_a_part_and_otherwise_a_page_without_a_cookie(
    client, wereld, les, mensen
):
    with time_machine.travel(wereld.nu):
        deel, pagina = client.get(pad(les), **HTMX), client.get(pad(les))
    assert "<html" not in deel.content.decode()
    assert "<h1>Kans op een plek bij Kapot Sterk</h1>" in pagina.content.decode()
    for response in (deel, pagina):
        assert "HX-Request" in response["Vary"]
        assert "Cookie" not in response["Vary"]
        assert not response.cookies
        assert "no-store" not in response.get("Cache-Control", "")


def test_kans_of_a_lesson_that_cannot_be_asked_for_is_not_there(client, wereld):
    les = wereld.les({"wijkagent": 1}, vorm="lesmateriaal")
    assert client.get(pad(les)).status_code == 404
    anders = wereld.les({"wijkagent": 1})
    response = client.get(reverse("boekingen:kans", args=[anders.pk, "oud"]))
    assert (response.status_code, response["Location"]) == (302, pad(anders))


def test_kans_is_worked_out_once_and_never_older_than_ten_minutes(wereld, les, mensen, monkeypatch):
    keren = []
    monkeypatch.setattr(
        plekkansen, "bereken_kansbeelden", lambda nu: keren.append(nu) or bereken_kansbeelden(nu=nu)
    )
    opzet = get_lesopzet(les.pk)
    for seconden in (0, 1, 299, 300, 599):
        get_kansbeeld(les=opzet, nu=wereld.nu + timedelta(seconds=seconden))
    assert [(keer - wereld.nu).seconds for keer in keren] == [0, 300]
    assert HOUDBAAR + timedelta(seconds=PAGINA_HOUDBAAR) <= timedelta(minutes=10)


def test_a_lesson_that_was_just_published_is_worked_out_at_once(wereld, les, mensen):
    get_kansbeeld(les=get_lesopzet(les.pk), nu=wereld.nu)
    nieuw = wereld.les({"wijkagent": 1})
    assert get_kansbeeld(les=get_lesopzet(nieuw.pk), nu=wereld.nu).eerste != ()


def test_kans_asks_no_more_for_more_people_and_lessons(wereld, les, django_assert_num_queries):
    for aantal in (1, 2):
        for _ in range(aantal):
            wereld.persoon("wijkagent")
            wereld.les({"wijkagent": 1, "rolmodel": 2}, {"wijkagent": 1})
        bereken_kansbeelden(nu=wereld.nu)
        with django_assert_num_queries(14):
            bereken_kansbeelden(nu=wereld.nu)


tijden = st.tuples(st.integers(1, 5), st.sampled_from([time(8), time(11)]))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ritme=st.lists(tijden, max_size=3, unique_by=lambda tijd: tijd[0]),
    lessen=st.sets(st.integers(1, 25), max_size=4),
    weg=st.integers(0, 20),
)
def test_the_diary_of_somebody_in_a_role_of_two_changes_no_byte(
    client, wereld, les, mensen, ritme, lessen, weg
):
    """Both officieren, also the one who is a wijkagent too: any rhythm, lessons, days away."""
    voor = lees(client, les, wereld.nu, **HTMX)
    for persoon in mensen[1]:
        WeekRitme.objects.filter(hoofdrolspeler=persoon).delete()
        persoon.vastleggingen.all().delete()
        persoon.uitzonderingen.all().delete()
        for weekdag, begin in ritme:
            WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=weekdag, begin=begin, eind=time(17))
        for dag in lessen:
            VastleggingFactory(hoofdrolspeler=persoon, begin=op(2, dag))
        begin = op(1, 18)
        Uitzondering.objects.create(
            hoofdrolspeler=persoon, soort="weg", begin=begin, eind=begin + timedelta(days=weg + 1)
        )
    assert lees(client, les, wereld.nu, **HTMX) == voor


def test_the_diary_of_one_of_three_does_change_it(client, wereld, les, mensen):
    """Otherwise the test above could not fail."""
    voor = lees(client, les, wereld.nu, **HTMX)
    WeekRitme.objects.filter(hoofdrolspeler__in=[persoon.pk for persoon in mensen[0]]).delete()
    na = lees(client, les, wereld.nu, **HTMX)
    assert voor != na
    assert "vol" in na


def test_a_holiday_of_two_weeks_is_one_row(wereld, les, mensen):
    nu = wereld.nu.replace(year=2026, month=12, day=4)
    regels = bereken_kansbeelden(nu=nu)[les.pk].eerste
    assert [(regel.week, regel.vrij) for regel in regels][:4] == [
        ("week 50", ""),
        ("week 51", ""),
        ("week 52 en 53", "Kerstvakantie"),
        ("week 1", ""),
    ]
    assert regels[2].dagen == "21 december t/m 1 januari"
    zomer = bereken_kansbeelden(nu=nu.replace(year=2027, month=7, day=1))[les.pk]
    assert [regel.week for regel in zomer.eerste if regel.vrij] == ["week 29 t/m 32"]
