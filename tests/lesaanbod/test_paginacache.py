"""Public pages answered from the cache, and never a moment longer than they are true."""

import gzip
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client, RequestFactory

from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction, Site

import brotli
import pytest
import time_machine

from lesaanbod import geheugen, paginacache
from lesaanbod.models import Bevoegdheid, ContactInstelling, LesPage, Thema
from lesaanbod.services import catalogusversie
from lesaanbod.services.publicatie import publiceer_geplande
from tests.factories.catalogus import (
    MateriaalFactory,
    SessieFactory,
    TrainingPageFactory,
    koppel,
    maak_les,
    make_beeld,
)
from tests.inloggen import login_as, make_medewerker


@pytest.fixture(autouse=True)
def bewaren(cache_aan):
    """Pages are kept in every test here, before anything else happens."""


@pytest.fixture
def les(lesaanbod, begrippen):
    return maak_les(
        lesaanbod,
        title="Veilig online",
        slug="veilig-online",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["online"]],
    )


def is_bewaard(client: Client, adres: str, assert_queries, **extra: str) -> HttpResponse:
    """Ask twice; the second time without a query, and with the same answer."""
    eerste = client.get(adres, **extra)
    with assert_queries(0):
        tweede = client.get(adres, **extra)
    assert (eerste.status_code, eerste.content) == (200, tweede.content)
    assert dict(eerste.items()) == dict(tweede.items())
    return tweede


@pytest.mark.usefixtures("les")
@pytest.mark.parametrize(
    "adres",
    [
        "/",
        "/lesaanbod/",
        "/lesaanbod/?niveau=vo&zoekwoord=veilig&utm_source=brief",
        "/lesaanbod/veilig-online/",
        "/nieuw.atom",
        "/sitemap.xml",
        "/robots.txt",
        "/.well-known/security.txt",
        "/api/v2/pages/?type=lesaanbod.LesPage",
    ],
)
def test_public_page_is_answered_without_a_query(client, adres, django_assert_num_queries):
    response = is_bewaard(client, adres, django_assert_num_queries)
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Accept-Encoding" in response["Vary"]
    assert response.cookies == {}


def test_training_and_its_page_in_the_api_are_kept(client, lesaanbod, django_assert_num_queries):
    training = TrainingPageFactory(parent=lesaanbod, slug="signalen")
    is_bewaard(client, "/lesaanbod/signalen/", django_assert_num_queries)
    is_bewaard(client, f"/api/v2/pages/{training.pk}/", django_assert_num_queries)


def test_browser_that_has_the_page_gets_304_without_a_query(client, les, django_assert_num_queries):
    etag = client.get(les.url)["ETag"]
    with django_assert_num_queries(0):
        response = client.get(les.url, headers={"if-none-match": f'"ander", {etag}'})
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag
    assert not response.has_header("Content-Type")
    assert client.get(les.url, headers={"if-none-match": 'W/"ander"'}).status_code == 200


def test_page_is_sent_as_the_browser_takes_it(client, les):
    gewoon = client.get(les.url)
    assert not gewoon.has_header("Content-Encoding")
    for codering, lees in {"gzip": gzip.decompress, "br": brotli.decompress}.items():
        response = client.get(les.url, headers={"accept-encoding": codering})
        assert response["Content-Encoding"] == codering
        assert lees(response.content) == gewoon.content
        assert int(response["Content-Length"]) == len(response.content) < len(gewoon.content) / 2
        assert response["ETag"] == gewoon["ETag"]


def test_head_has_the_length_of_the_page_and_no_page(client, les):
    lengte = client.get(les.url)["Content-Length"]
    response = client.head(les.url)
    assert (response.content, response["Content-Length"]) == (b"", lengte)


def test_head_first_keeps_nothing(client, les):
    client.head(les.url)
    assert client.get(les.url).content


class TestEdit:
    """An edit is visible at the next request."""

    @pytest.fixture(autouse=True)
    def bewaar(self, client, les):
        for adres in ("/", "/lesaanbod/", les.url, "/nieuw.atom"):
            client.get(adres)

    def test_published(self, client, les, bewerk):
        les.title = "Nog veiliger"
        with bewerk():
            les.save_revision().publish()
        for adres in ("/lesaanbod/", les.url, "/nieuw.atom"):
            assert "Nog veiliger" in client.get(adres).content.decode()
        assert "Nog veiliger" in client.get("/lesaanbod/?zoekwoord=veiliger").content.decode()

    def test_unpublished(self, client, les, bewerk):
        with bewerk():
            les.unpublish()
        assert client.get(les.url).status_code == 404
        assert "Veilig online" not in client.get("/lesaanbod/").content.decode()

    def test_moved(self, client, les, lesaanbod, bewerk):
        oud = les.url
        with bewerk():
            les.move(lesaanbod.get_parent(), pos="last-child")
        assert client.get(oud)["Location"] == "/veilig-online/"
        assert client.get("/veilig-online/").status_code == 200

    def test_other_slug(self, client, les, bewerk):
        oud, les.slug = les.url, "anders"
        with bewerk():
            les.save_revision().publish()
        assert client.get(oud)["Location"] == "/lesaanbod/anders/"
        assert "/lesaanbod/anders/" in client.get("/lesaanbod/").content.decode()

    def test_deleted(self, client, les, bewerk):
        with bewerk():
            les.delete()
        assert client.get("/lesaanbod/veilig-online/").status_code == 404

    def test_snippet(self, client, les, bewerk):
        thema = Thema.objects.get(slug="online")
        thema.naam = "Op internet"
        with bewerk():
            thema.save()
        assert "Op internet" in client.get(les.url).content.decode()

    def test_document(self, client, les, bewerk):
        document = Document.objects.create(title="Kaart", file="kaart.pdf", file_size=2048)
        with bewerk():
            MateriaalFactory(aanbod=les, document=document)
        assert "kaart.pdf" in client.get(les.url).content.decode()
        document.file = "plattegrond.docx"
        with bewerk():
            document.save()
        assert "plattegrond.docx" in client.get(les.url).content.decode()
        assert "kaart.pdf" not in client.get(les.url).content.decode()

    def test_picture(self, client, les, bewerk):
        beeld = make_beeld()
        with bewerk():
            les.inhoud = [("afbeelding", {"image": beeld, "alt_text": "Klas"})]
            les.save()
        assert "klas.400.webp" in client.get(les.url).content.decode()
        beeld.renditions.update(file="klas.anders.webp")  # as a new one after another focal point
        beeld.focal_point_x = beeld.focal_point_y = 100
        with bewerk():
            beeld.save()
        assert "klas.anders.webp" in client.get(les.url).content.decode()

    def test_other_themes(self, client, les, begrippen, bewerk):
        with bewerk():
            koppel(les, themas=[begrippen["geld"]])
        assert "Snel geld" in client.get(les.url).content.decode()

    def test_setting_of_the_site(self, client, les, bewerk):
        with bewerk():
            ContactInstelling.objects.update_or_create(
                site=Site.objects.get(), defaults={"telefoon": "030 123 45 67"}
            )
        assert "030 123 45 67" in client.get(les.url).content.decode()

    def test_closed_to_the_public(self, client, les, bewerk):
        with bewerk():
            PageViewRestriction.objects.create(
                page=les.get_parent(), restriction_type="password", password="zomer"
            )
        response = client.get(les.url)
        assert "Veilig online" not in response.content.decode()
        assert "Veilig online" not in client.get("/nieuw.atom").content.decode()

    def test_draft_leaves_pages_as_they_are(self, client, les, bewerk, django_assert_num_queries):
        les.title = "Nog niet"
        with bewerk():
            les.save_revision()
            maak_les_in_klad(les)
        with django_assert_num_queries(0):
            assert "Nog niet" not in client.get(les.url).content.decode()


def maak_les_in_klad(les: LesPage) -> None:
    """Add a page that nobody sees yet."""
    les.get_parent().add_child(
        instance=LesPage(title="Klad", slug="klad", aanbieder=les.aanbieder, live=False)
    )


def test_sessie(client, lesaanbod, bewerk):
    training = TrainingPageFactory(parent=lesaanbod)
    sessie = SessieFactory(training=training, plaats="Wijkbureau")
    with time_machine.travel(sessie.sluit_op - timedelta(days=1), tick=False):
        assert "Wijkbureau" in client.get(training.url).content.decode()
        sessie.plaats = "Stadhuis"
        with bewerk():
            sessie.save()
        assert "Stadhuis" in client.get(training.url).content.decode()


def test_planned_page_is_seen_when_the_worker_published_it(client, lesaanbod, nu, bewerk):
    with time_machine.travel(nu, tick=False) as reis:
        les = maak_les(lesaanbod, title="Een avond", live=False)
        les.go_live_at = nu + timedelta(hours=1)
        les.save_revision().publish()
        assert "Een avond" not in client.get("/lesaanbod/").content.decode()
        reis.move_to(nu + timedelta(hours=2))
        with bewerk():
            publiceer_geplande(nu=nu + timedelta(hours=2))
        assert "Een avond" in client.get("/lesaanbod/").content.decode()


def test_page_that_was_under_way_during_an_edit_is_not_kept(les, rf, bewerk):
    """The edit falls between reading the rows and keeping the page."""

    def maak_traag(request):
        antwoord = HttpResponse(f"<h1>{LesPage.objects.get().title}</h1>")
        request.resolver_match = type("Match", (), {"view_name": "wagtail_serve"})
        if LesPage.objects.get().title == "Veilig online":
            with bewerk():
                LesPage.objects.update(title="Nieuw")
                Page.objects.update(title="Nieuw")
                catalogusversie.verhoog_versie()
        return antwoord

    toon = paginacache.paginacache(maak_traag)
    assert b"Veilig online" in toon(rf.get(les.url)).content
    assert b"Nieuw" in toon(rf.get(les.url)).content


def test_other_process_hears_of_an_edit_by_the_file(client, les, bewerk, django_assert_num_queries):
    """What another process put in its own memory never reaches this one; the file does."""
    is_bewaard(client, les.url, django_assert_num_queries)
    LesPage.objects.filter(pk=les.pk).update(samenvatting="Van een ander proces.")
    catalogusversie._verhoog_bestand()
    assert "Van een ander proces." in client.get(les.url).content.decode()


def test_other_machine_hears_of_an_edit_by_the_shared_cache(client, les, django_assert_num_queries):
    is_bewaard(client, les.url, django_assert_num_queries)
    LesPage.objects.filter(pk=les.pk).update(samenvatting="Van een andere machine.")
    geheugen.zet_gedeelde_versie()
    assert "Van een andere machine." in client.get(les.url).content.decode()


def test_emptied_cache_never_returns_to_an_earlier_version(client, les):
    client.get(les.url)
    eerder = caches["paginas"].get(geheugen.GEDEELD)
    caches["paginas"].delete(geheugen.GEDEELD)
    client.get(les.url)
    assert caches["paginas"].get(geheugen.GEDEELD) not in {None, eerder}


def test_rolled_back_edit_changes_no_version(les):
    eerder = geheugen.lees_bestandsversie()
    les.save()  # the transaction of the test never commits
    assert geheugen.lees_bestandsversie() == eerder


def test_file_grows_with_every_edit(tmp_path):
    versies = [geheugen.lees_bestandsversie()]
    for _ in range(3):
        catalogusversie._verhoog_bestand()
        versies.append(geheugen.lees_bestandsversie())
    assert len(set(versies)) == 4


def test_page_lives_no_longer_than_it_may(client, les):
    with time_machine.travel(0, tick=False) as reis:
        client.get(les.url)
        LesPage.objects.filter(pk=les.pk).update(samenvatting="Na een tijd.")
        reis.shift(geheugen.HOUDBAAR - 1)
        assert "Na een tijd." not in client.get(les.url).content.decode()
        reis.shift(2)
        assert "Na een tijd." in client.get(les.url).content.decode()


class TestNotKept:
    """Whatever may be somebody's own."""

    def test_who_is_logged_in_sees_a_page_of_now(self, client, les):
        client.get(les.url)
        login_as(client, make_medewerker(Bevoegdheid.REDACTEUR))
        LesPage.objects.filter(pk=les.pk).update(samenvatting="Van nu.")
        response = client.get(les.url)
        assert "Van nu." in response.content.decode()
        assert "no-store" in response["Cache-Control"]
        assert "Van nu." not in Client().get(les.url).content.decode()

    @pytest.mark.usefixtures("lesaanbod")
    @pytest.mark.parametrize("adres", ["/account/login/", "/gezond/", "/bestaat/niet/", "/beheer/"])
    def test_other_pages(self, client, adres, monkeypatch):
        monkeypatch.setattr(paginacache, "pak_in", None)
        assert client.get(adres).status_code in {200, 302, 404, 503}

    @pytest.mark.parametrize(
        ("kop", "status"),
        [
            ({"Vary": "Cookie"}, 200),
            ({"Set-Cookie": "a=b"}, 200),
            ({"Cache-Control": "private"}, 200),
            ({"Cache-Control": "max-age=0, no-store"}, 200),
            ({}, 404),
            ({}, 301),
        ],
    )
    def test_answer_that_says_so(self, kop, status):
        request = RequestFactory().get("/")
        request.resolver_match = type("Match", (), {"view_name": "wagtail_serve"})
        assert paginacache.mag_bewaard(request, HttpResponse("ja"))
        assert not paginacache.mag_bewaard(request, HttpResponse("nee", status=status, headers=kop))

    def test_cookie(self):
        request = RequestFactory().get("/")
        request.resolver_match = type("Match", (), {"view_name": "wagtail_serve"})
        response = HttpResponse("nee")
        response.set_cookie("csrf", "x")
        assert not paginacache.mag_bewaard(request, response)

    @pytest.mark.parametrize("methode", ["post", "put", "delete", "options"])
    def test_other_method(self, methode):
        assert paginacache.get_sleutel(getattr(RequestFactory(), methode)("/")) is None

    @pytest.mark.parametrize(
        "cookie",
        [*(f"{begin}{settings.SESSION_COOKIE_NAME}=x" for begin in ("", "a=1; ")), "messages=x"],
    )
    def test_request_with_a_session_or_a_message(self, cookie):
        assert paginacache.get_sleutel(RequestFactory().get("/", HTTP_COOKIE=cookie)) is None

    def test_other_host_has_its_own_page(self, les):
        zelf, ander = (
            paginacache.get_sleutel(RequestFactory().get("/", HTTP_HOST=host))
            for host in ("localhost", "lessen.example")
        )
        assert zelf != ander
