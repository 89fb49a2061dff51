"""The check before publishing, as schrijver and redacteur meet it in /beheer/."""

from django.urls import reverse

import pytest

from lesaanbod.models import LesPage
from tests.factories.catalogus import maak_les
from tests.inloggen import login_as, make_medewerker
from tests.lesaanbod.beheerformulier import list_meldingen, sla_op

REDEN = "«Deel 1» heeft geen rol. Er is dan niemand om te vragen."
NIET = f"Nog niet gepubliceerd. {REDEN}"


@pytest.fixture
def les(lesaanbod, begrippen) -> LesPage:
    """A draft without roles and goals."""
    woorden = {"niveaus": [begrippen["vo"]], "themas": [begrippen["geld"]]}
    les = maak_les(lesaanbod, live=False, rollen=[None], **woorden)
    les.save_revision()
    return les


@pytest.fixture
def redacteur(client, db):
    login_as(client, make_medewerker("redacteur"))


def is_live(les) -> bool:
    return LesPage.objects.get(pk=les.pk).live


@pytest.mark.usefixtures("redacteur")
def test_lesson_without_role_is_not_published_and_says_why(client, les):
    meldingen = list_meldingen(sla_op(client, les, knop="action-publish"))
    assert NIET in meldingen
    assert "Kijk dit nog na. Er is nog geen doel. Wat leren zij?" in meldingen
    assert is_live(les) is False


@pytest.mark.usefixtures("redacteur")
def test_work_of_a_refused_page_is_saved(client, les):
    sla_op(client, les, knop="action-publish", title="Nieuwe titel")
    bewaard = LesPage.objects.get(pk=les.pk).get_latest_revision_as_object()
    assert bewaard.title == "Nieuwe titel"


@pytest.mark.usefixtures("redacteur")
def test_saving_a_draft_tells_and_stops_nothing(client, les):
    meldingen = list_meldingen(sla_op(client, les, title="Nieuwe titel"))
    assert f"Zo kan deze pagina niet online. {REDEN}" in meldingen
    bewaard = LesPage.objects.get(pk=les.pk).get_latest_revision_as_object()
    assert bewaard.title == "Nieuwe titel"


@pytest.mark.usefixtures("redacteur")
def test_odd_but_sound_lesson_is_published_with_advice(client, lesaanbod, begrippen):
    woorden = {"niveaus": [begrippen["vo"]], "themas": [begrippen["geld"]]}
    les = maak_les(lesaanbod, live=False, **woorden)
    meldingen = list_meldingen(sla_op(client, les, knop="action-publish"))
    assert "Kijk dit nog na. Er is nog geen doel. Wat leren zij?" in meldingen
    assert is_live(les) is True


@pytest.mark.usefixtures("redacteur")
def test_publishing_several_at_once_is_held_to_the_same_rule(client, les):
    adres = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    meldingen = list_meldingen(client.post(f"{adres}?id={les.pk}&next=/", follow=True))
    assert NIET in meldingen
    assert is_live(les) is False


def test_schrijver_has_no_way_to_publish(client, les):
    login_as(client, make_medewerker("schrijver"))
    sla_op(client, les, knop="action-publish", **{"onderdelen-0-rollen-0-rol": "1"})
    assert is_live(les) is False


def dien_in(client, les):
    """Let a schrijver submit the lesson; return the task that waits for a redacteur."""
    login_as(client, make_medewerker("schrijver"))
    sla_op(client, les, knop="action-submit")
    login_as(client, make_medewerker("redacteur"))
    return LesPage.objects.get(pk=les.pk).current_workflow_task_state


def test_approving_in_the_editor_says_why_not(client, les):
    dien_in(client, les)
    knop = {"workflow-action-name": "approve"}
    meldingen = list_meldingen(sla_op(client, les, knop="action-workflow-action", **knop))
    assert NIET in meldingen
    assert is_live(les) is False


def test_approving_elsewhere_is_undone(client, les):
    taak = dien_in(client, les)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[les.pk, "approve", taak.pk]))
    taak.refresh_from_db()
    assert (taak.status, is_live(les)) == ("in_progress", False)


def test_approved_lesson_that_is_sound_goes_online(client, lesaanbod, begrippen):
    woorden = {"niveaus": [begrippen["vo"]], "themas": [begrippen["geld"]]}
    les = maak_les(lesaanbod, live=False, **woorden)
    les.save_revision()
    taak = dien_in(client, les)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[les.pk, "approve", taak.pk]))
    assert is_live(les) is True
