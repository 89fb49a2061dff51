"""Wagtail's users: staff only, without passwords; what the four groups may do."""

from django.contrib.auth.models import Group

from wagtail.models import GroupApprovalTask, ModelLogEntry, Page

import pytest

from lesaanbod.models import Bevoegdheid, Gebruiker
from lesaanbod.services.gebruikers import ensure_gebruiker
from tests.factories.boekingen import ContactpersoonFactory
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import login_as, make_medewerker
from tests.lesaanbod.beheerformulier import list_meldingen, read_velden

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(client) -> Gebruiker:
    gebruiker = make_medewerker(Bevoegdheid.BEHEERDER, naam="Bo Beheerder")
    login_as(client, gebruiker)
    return gebruiker


def group_id(bevoegdheid) -> int:
    return Group.objects.get(name=bevoegdheid).pk


def test_list_and_search_show_staff_only(client, beheerder):
    make_medewerker(Bevoegdheid.COORDINATOR, naam="Cor Coördinator")
    HoofdrolspelerFactory(gebruiker__naam="Olga Officier", gebruiker__email="olga@om.example")
    ContactpersoonFactory(gebruiker__naam="Dirk Docent", gebruiker__email="dirk@school.example")
    for query in ("", "?q=o", "?q=om.example", "?q=school.example", "?group=1", "?is_active=true"):
        for path in ("/beheer/users/", "/beheer/users/results/"):
            text = client.get(path + query).content.decode()
            assert "Olga" not in text, path + query
            assert "Dirk" not in text, path + query
    text = client.get("/beheer/users/").content.decode()
    assert "Cor Coördinator" in text
    assert "Bo Beheerder" in text


def test_no_list_of_people_leaks_a_stranger_anywhere_in_beheer(client):
    HoofdrolspelerFactory(gebruiker__naam="Olga Officier", gebruiker__email="olga@om.example")
    paths = [
        "/beheer/",
        "/beheer/reports/site-history/",
        "/beheer/reports/aging-pages/",
        "/beheer/reports/locked/",
        "/beheer/reports/workflow/",
        "/beheer/pages/",
        "/beheer/pages/search/?q=olga",
        "/beheer/images/?q=olga",
        "/beheer/documents/?q=olga",
        "/beheer/api/main/pages/?search=olga",
        "/beheer/tag-autocomplete/?term=olga",
    ]
    for bevoegdheid in (Bevoegdheid.SCHRIJVER, Bevoegdheid.REDACTEUR, Bevoegdheid.BEHEERDER):
        login_as(client, make_medewerker(bevoegdheid))
        for path in paths:
            response = client.get(path, follow=True)
            assert response.status_code == 200, path
            text = response.content.decode().replace("q=olga", "").replace('value="olga"', "")
            assert "Olga" not in text, path
            assert "om.example" not in text, path


def test_beheerder_adds_somebody_without_a_password(client, beheerder):
    page = client.get("/beheer/users/new/").content.decode()
    assert "password" not in page
    assert "is_superuser" not in page
    response = client.post(
        "/beheer/users/new/",
        {
            "email": "Nieuw@gemeente.example",
            "naam": "Nina Nieuw",
            "groups": [group_id(Bevoegdheid.REDACTEUR)],
        },
    )
    assert (response.status_code, response.url) == (302, "/beheer/users/")
    nieuw = Gebruiker.objects.get(email="nieuw@gemeente.example")
    assert (nieuw.naam, nieuw.bevoegdheden) == ("Nina Nieuw", {"redacteur"})
    assert nieuw.password.startswith("!")
    assert (nieuw.is_superuser, nieuw.is_active) == (False, True)


def maak_medewerker(client, email, *groepen, naam="Nina Nieuw"):
    """Fill in the form of a new staff member; returns the page one lands on."""
    velden = {"email": email, "naam": naam, "groups": [group_id(groep) for groep in groepen]}
    return client.post("/beheer/users/new/", velden, follow=True)


@pytest.mark.parametrize("maker", [ContactpersoonFactory, HoofdrolspelerFactory])
def test_person_of_the_site_becomes_staff_and_stays_what_it_was(client, beheerder, maker):
    wie = maker(gebruiker__email="dirk@school.example", gebruiker__naam="Dirk Docent")
    response = maak_medewerker(client, "Dirk@school.example", Bevoegdheid.COORDINATOR)
    assert list_meldingen(response) == ["dirk@school.example hoort nu bij de medewerkers."]
    gebruiker = Gebruiker.objects.get(email="dirk@school.example")
    assert (gebruiker.pk, gebruiker.naam) == (wie.gebruiker_id, "Dirk Docent")
    assert (gebruiker.bevoegdheden, gebruiker.is_superuser) == ({"coördinator"}, False)
    assert type(wie).objects.get().gebruiker_id == gebruiker.pk
    assert client.get(f"/beheer/users/edit/{gebruiker.pk}/").status_code == 200


def test_address_that_was_only_typed_blocks_nobody_from_becoming_staff(client, beheerder):
    getypt = ensure_gebruiker(email="cora@gemeente.example", naam="")
    bekend = maak_medewerker(client, "cora@gemeente.example", Bevoegdheid.REDACTEUR, naam="Cora")
    nieuw = maak_medewerker(client, "ria@gemeente.example", Bevoegdheid.REDACTEUR, naam="Ria")
    assert [list_meldingen(antwoord) for antwoord in (bekend, nieuw)] == [
        [f"{wie}@gemeente.example hoort nu bij de medewerkers."] for wie in ("cora", "ria")
    ]
    getypt.refresh_from_db()
    assert getypt.naam == "Cora"
    regels = ModelLogEntry.objects.filter(content_type__model="gebruiker")
    assert set(regels.values_list("label", "action", "user_id")) == {
        ("Cora", "wagtail.create", beheerder.pk),
        ("Ria", "wagtail.create", beheerder.pk),
    }


def test_form_that_is_not_complete_changes_nobody(client, beheerder):
    docent = ContactpersoonFactory(gebruiker__naam="Dirk Docent").gebruiker
    response = maak_medewerker(client, docent.email)
    assert list(response.context["form"].errors) == ["groups"]
    assert "Dirk" not in response.content.decode()
    assert not docent.is_medewerker


def test_staff_are_not_added_twice(client, beheerder):
    wie = make_medewerker(Bevoegdheid.SCHRIJVER)
    response = maak_medewerker(client, wie.email, Bevoegdheid.REDACTEUR)
    assert response.context["form"].errors == {
        "email": ["Er is al een gebruiker met dit e-mailadres."]
    }
    assert wie.bevoegdheden == {"schrijver"}


def test_somebody_new_needs_an_address_a_name_and_a_group(client, beheerder):
    form = client.post("/beheer/users/new/", {}).context["form"]
    assert form.errors == {
        "email": ["Dit is een verplicht veld."],
        "naam": ["Dit is een verplicht veld."],
        "groups": ["Kies minstens één bevoegdheid."],
    }


def test_post_cannot_smuggle_in_more_than_the_form_has(client, beheerder):
    wie = make_medewerker(Bevoegdheid.SCHRIJVER)
    client.post(
        f"/beheer/users/edit/{wie.pk}/",
        {
            "email": wie.email,
            "naam": wie.naam,
            "is_active": "on",
            "groups": [group_id(Bevoegdheid.SCHRIJVER)],
            "is_superuser": "on",
            "password1": "geheim",
            "password2": "geheim",
        },
    )
    stored = Gebruiker.objects.get(pk=wie.pk)
    assert (stored.is_superuser, stored.check_password("geheim")) == (False, False)


def test_beheerder_closes_somebody_but_not_oneself(client, beheerder):
    wie = make_medewerker(Bevoegdheid.SCHRIJVER)
    for gebruiker in (wie, beheerder):
        client.post(
            f"/beheer/users/edit/{gebruiker.pk}/",
            {
                "email": gebruiker.email,
                "naam": gebruiker.naam,
                "groups": [group_id(Bevoegdheid.SCHRIJVER)],
            },
        )
    assert Gebruiker.objects.get(pk=wie.pk).is_active is False
    stored = Gebruiker.objects.get(pk=beheerder.pk)
    assert (stored.is_active, stored.bevoegdheden) == (True, {"beheerder"})


def test_acts_on_many_people_are_gone(client, beheerder):
    docent = ContactpersoonFactory().gebruiker
    for action in ("delete", "set_active_state", "assign_role"):
        path = f"/beheer/bulk/lesaanbod/gebruiker/{action}/?id={docent.pk}"
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
    assert "bulk-action-checkbox" not in client.get("/beheer/users/").content.decode()


def test_own_settings_hold_no_name_address_portrait_or_password(client, beheerder):
    text = client.get("/beheer/account/").content.decode()
    for field in ('name="name_email', 'name="avatar', 'type="password"'):
        assert field not in text, field
    response = client.post(
        "/beheer/account/", {"name_email-email": "x@kwaad.example", "theme-theme": "dark"}
    )
    assert response.status_code in (200, 302)
    beheerder.refresh_from_db()
    assert beheerder.email != "x@kwaad.example"


def post_group(client, bevoegdheid, **velden):
    """Send the form of this group as it stands, with these fields changed."""
    adres = f"/beheer/groups/edit/{group_id(bevoegdheid)}/"
    stand = read_velden(client.get(adres).content.decode(), action=adres)
    return client.post(adres, stand | velden)


def test_group_of_the_site_keeps_its_name_in_the_form(client, beheerder):
    response = post_group(client, Bevoegdheid.REDACTEUR, name="eindredactie")
    assert (response.status_code, response.url) == (302, "/beheer/groups/")
    assert set(Group.objects.values_list("name", flat=True)) == set(Bevoegdheid)
    text = client.get(f"/beheer/groups/edit/{group_id(Bevoegdheid.REDACTEUR)}/").content.decode()
    assert "Geef deze groep geen andere naam" in text
    assert "/beheer/groups/delete/" not in text


def test_group_of_the_site_cannot_be_deleted_in_beheer(client, beheerder):
    pk = group_id(Bevoegdheid.REDACTEUR)
    for way in (client.get, client.post):
        response = way(f"/beheer/groups/delete/{pk}/", follow=True)
        assert response.redirect_chain == [(f"/beheer/groups/edit/{pk}/", 302)]
        assert "verwijder haar niet" in " ".join(list_meldingen(response))
    assert Group.objects.filter(pk=pk).exists()


def test_group_that_was_added_can_be_renamed_and_deleted(client, beheerder):
    groep = Group.objects.create(name="stagiair")
    post_group(client, "stagiair", name="trainee")
    groep.refresh_from_db()
    assert groep.name == "trainee"
    assert client.post(f"/beheer/groups/delete/{groep.pk}/").url == "/beheer/groups/"
    assert not Group.objects.filter(pk=groep.pk).exists()


def test_list_shows_who_is_in_a_group_of_another_name(client, beheerder):
    GebruikerFactory(naam="Sam Stagiair").groups.add(Group.objects.create(name="stagiair"))
    assert "Sam Stagiair" in client.get("/beheer/users/").content.decode()


def test_wagtail_has_only_our_groups():
    assert set(Group.objects.values_list("name", flat=True)) == set(Bevoegdheid)


@pytest.mark.parametrize(
    ("bevoegdheid", "expected"),
    [
        (Bevoegdheid.SCHRIJVER, {"add", "change"}),
        (Bevoegdheid.REDACTEUR, {"add", "change", "publish", "bulk_delete", "lock", "unlock"}),
        (Bevoegdheid.COORDINATOR, set()),
        (Bevoegdheid.BEHEERDER, set()),
    ],
)
def test_rights_on_pages(bevoegdheid, expected):
    root = Page.objects.get(depth=1)
    rights = Group.objects.get(name=bevoegdheid).page_permissions.filter(page=root)
    assert {right.permission.codename.removesuffix("_page") for right in rights} == expected


def test_coordinator_may_not_enter_beheer():
    coordinator = make_medewerker(Bevoegdheid.COORDINATOR)
    assert coordinator.get_all_permissions() == set()


def test_schrijver_changes_no_snippet_and_redacteur_no_person():
    schrijver = make_medewerker(Bevoegdheid.SCHRIJVER)
    redacteur = make_medewerker(Bevoegdheid.REDACTEUR)
    assert not schrijver.has_perm("lesaanbod.change_rol")
    assert redacteur.has_perm("lesaanbod.change_rol")
    assert not redacteur.has_perm("lesaanbod.change_gebruiker")


def test_what_a_schrijver_submits_goes_to_the_redactie():
    task = GroupApprovalTask.objects.get()
    assert [group.name for group in task.groups.all()] == ["redacteur"]
