"""An editor who changes, unpublishes or deletes a lesson is told how many bookings rest on it."""

from datetime import timedelta

from django.urls import reverse

from wagtail.models import Page, ReferenceIndex

import pytest
import time_machine

from boekingen.models import Boeking
from lesaanbod.models import LesPage
from lesaanbod.selectors import get_lesopzet
from tests.factories.lesaanbod import ThemaFactory
from tests.inloggen import login_as, make_medewerker
from tests.lesaanbod.beheerformulier import list_meldingen, sla_op

ROL = "onderdelen-0-rollen-0"


@pytest.fixture
def redacteur(client, wereld, nu):
    with time_machine.travel(nu, tick=True):
        gebruiker = make_medewerker("redacteur")
        login_as(client, gebruiker)
        yield gebruiker


@pytest.fixture
def les(wereld) -> LesPage:
    """A lesson with four open bookings of 60 minutes with one wijkagent."""
    les = wereld.les({"wijkagent": 1}, title="Wie grijpt in?")
    les.themas.set([ThemaFactory()])
    les.save()
    for _ in range(4):
        wereld.aanvraag(les)
    return les


def bulk(actie: str, *paginas: Page) -> str:
    ids = "&".join(f"id={pagina.pk}" for pagina in paginas)
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", actie]) + f"?{ids}&next=/"


@pytest.mark.usefixtures("redacteur")
def test_editor_is_told_before_a_change(client, les):
    response = client.get(reverse("wagtailadmin_pages:edit", args=[les.pk]))
    (melding,) = list_meldingen(response)
    assert melding == (
        "Deze les heeft 4 open boekingen. Wijzigt u duur, rollen of onderdelen? "
        "Dan blijven die zoals ze zijn."
    )


@pytest.mark.usefixtures("redacteur")
@pytest.mark.parametrize("knop", ["", "action-publish"])
def test_changed_duration_warns_with_the_number_and_leaves_the_bookings(knop, client, les):
    meldingen = list_meldingen(sla_op(client, les, knop=knop, **{"onderdelen-0-duur": "45"}))
    assert "4 boekingen rekenen op 60 minuten. Die boekingen blijven zoals ze waren." in meldingen
    assert set(Boeking.objects.values_list("duur", flat=True)) == {60}
    les.refresh_from_db()
    assert les.get_latest_revision_as_object().onderdelen.get().duur == 45


@pytest.mark.usefixtures("redacteur")
def test_changed_number_of_a_role_warns(client, les):
    meldingen = list_meldingen(sla_op(client, les, **{f"{ROL}-aantal": "2"}))
    assert "4 boekingen rekenen op wijkagent. Die boekingen blijven zoals ze waren." in meldingen


@pytest.mark.usefixtures("redacteur")
def test_unchanged_lesson_does_not_warn(client, les):
    assert [een for een in list_meldingen(sla_op(client, les)) if "rekenen" in een] == []


@pytest.mark.usefixtures("redacteur")
def test_lesson_without_bookings_says_nothing(client, wereld):
    les = wereld.les({"wijkagent": 1})
    response = client.get(reverse("wagtailadmin_pages:edit", args=[les.pk]))
    assert list_meldingen(response) == []


@pytest.mark.usefixtures("redacteur")
def test_unpublishing_warns_stops_requests_and_leaves_the_bookings(client, les):
    adres = reverse("wagtailadmin_pages:unpublish", args=[les.pk])
    meldingen = list_meldingen(client.post(adres, follow=True))
    assert (
        "Let op: er zijn nog 4 open boekingen. Die lessen gaan gewoon door. "
        "Nieuwe aanvragen kunnen dan niet meer." in meldingen
    )
    assert get_lesopzet(les.pk) is None
    assert set(Boeking.objects.values_list("status", flat=True)) == {"te_plannen"}


@pytest.mark.usefixtures("redacteur")
def test_several_lessons_at_once_are_counted_together(client, les, wereld):
    andere = wereld.les({"wijkagent": 1})
    wereld.aanvraag(andere)
    client.post(bulk("unpublish", les, andere))
    meldingen = list_meldingen(client.get(reverse("wagtailadmin_home")))
    assert [een for een in meldingen if "5 open boekingen" in een] != []


@pytest.mark.usefixtures("redacteur")
def test_scheduled_end_warns_when_it_is_set(client, les, nu):
    eind = (nu + timedelta(days=10)).strftime("%Y-%m-%d %H:%M")
    meldingen = list_meldingen(sla_op(client, les, expire_at=eind))
    assert [een for een in meldingen if "er zijn nog 4 open boekingen" in een] != []


@pytest.mark.usefixtures("redacteur")
@pytest.mark.parametrize("method", ["get", "post"])
def test_deleting_a_lesson_with_bookings_is_refused_in_words(method, client, les):
    adres = reverse("wagtailadmin_pages:delete", args=[les.pk])
    response = getattr(client, method)(adres, follow=True)
    assert (
        "«Wie grijpt in?» kan niet weg: er horen 4 aanvragen en 4 boekingen bij. "
        "Haal de pagina offline. Dan kan niemand deze les nog aanvragen."
    ) in list_meldingen(response)
    assert LesPage.objects.filter(pk=les.pk).exists()


@pytest.mark.usefixtures("redacteur")
def test_deleting_a_lesson_with_only_a_draft_is_refused(client, wereld):
    les = wereld.les({"wijkagent": 1})
    wereld.concept(les, [wereld.nu])
    client.post(reverse("wagtailadmin_pages:delete", args=[les.pk]))
    assert LesPage.objects.filter(pk=les.pk).exists()


@pytest.mark.usefixtures("redacteur")
def test_deleting_a_lesson_nobody_asked_for_works(client, wereld):
    les = wereld.les({"wijkagent": 1})
    client.post(reverse("wagtailadmin_pages:delete", args=[les.pk]))
    assert not LesPage.objects.filter(pk=les.pk).exists()


@pytest.mark.usefixtures("redacteur")
def test_deleting_several_at_once_is_refused_whole(client, les, wereld):
    vrij = wereld.les({"wijkagent": 1})
    client.post(bulk("delete", les, vrij))
    assert LesPage.objects.filter(pk__in=[les.pk, vrij.pk]).count() == 2


@pytest.mark.usefixtures("redacteur", "les")
def test_deleting_a_role_in_use_is_refused_in_words(client, wereld):
    rol = wereld.rol("wijkagent")
    adres = reverse(rol.snippet_viewset.get_url_name("delete"), args=[rol.pk])
    meldingen = list_meldingen(client.post(adres, follow=True))
    assert "«wijkagent» kan niet weg: het is in gebruik." in meldingen


def test_wagtail_keeps_no_references_from_people_and_bookings():
    """Otherwise «usage» of a lesson or a role would list them to editors."""
    labels = {model._meta.app_label for model in ReferenceIndex.indexed_models}
    assert labels & {"boekingen", "hoofdrolspelers"} == set()
