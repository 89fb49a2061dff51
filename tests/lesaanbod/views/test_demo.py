import re
from datetime import UTC, datetime
from email.message import EmailMessage

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from lesaanbod.models import Bevoegdheid
from lesaanbod.services.medewerkers import ensure_medewerker
from tests.factories.lesaanbod import GebruikerFactory
from tests.toegang.adressen import urls_with


@pytest.fixture
def demo(db):
    with urls_with(demo=True):
        yield


@pytest.fixture
def brief(settings, tmp_path):
    """One sent mail; returns the name of its file."""
    settings.MAIL_MAP = tmp_path
    message = EmailMessage()
    message["To"], message["Subject"] = "noor@school.example", "Bevestigd: <b>les</b>"
    message["Date"] = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
    message.set_content("Klik op http://testserver/uitnodiging/abc/ voor uw antwoord.")
    message.add_alternative("<p style='color: red'>Hallo</p>", subtype="html")
    naam = "20270111T080000.000000Z-1.eml"
    (tmp_path / naam).write_bytes(message.as_bytes())
    return naam


def test_demo_is_nowhere_without_the_setting(client, db):
    assert client.get("/demo/").status_code == 404


def test_demo_shows_people_and_mails(client, demo, brief):
    GebruikerFactory(naam="Noor Verbeek")
    pagina = client.get("/demo/").content.decode()
    assert "Noor Verbeek" in pagina
    assert "Bevestigd: &lt;b&gt;les&lt;/b&gt;" in pagina


def test_demo_puts_the_newest_mail_first_whatever_its_zone(client, demo, brief, settings):
    ander = (settings.MAIL_MAP / brief).read_bytes()
    ander = ander.replace(b"08:00:00 +0000", b"09:00:00 -0000").replace(b"Bevestigd", b"Nieuwer")
    (settings.MAIL_MAP / "20260101T080000.000000Z-1.eml").write_bytes(ander)
    pagina = client.get("/demo/").content.decode()
    assert 0 < pagina.index("Nieuwer") < pagina.index("Bevestigd")


def test_demo_shows_every_mail_a_page_at_a_time(
    client, demo, brief, settings, django_assert_num_queries
):
    inhoud = (settings.MAIL_MAP / brief).read_bytes()
    client.get("/demo/")  # what pages share is remembered
    with CaptureQueriesContext(connection) as met_een:
        client.get("/demo/")
    for nummer in range(2, 75):
        (settings.MAIL_MAP / f"20270111T080000.000000Z-{nummer}.eml").write_bytes(inhoud)
    with django_assert_num_queries(len(met_een)):
        eerste = client.get("/demo/").content.decode()
    tweede = client.get("/demo/?pagina=2").content.decode()
    assert 'href="?pagina=2#mails"' in eerste
    getoond = re.findall(r'href="/demo/mail/([^/]+)/"', eerste + tweede)
    assert sorted(getoond) == sorted(pad.name for pad in settings.MAIL_MAP.iterdir())


def test_demo_shows_a_mail_with_links_to_click(client, demo, brief):
    pagina = client.get(f"/demo/mail/{brief}/").content.decode()
    assert '<a href="http://testserver/uitnodiging/abc/"' in pagina


def test_demo_shows_the_html_of_a_mail_in_a_sandbox(client, demo, brief):
    response = client.get(f"/demo/mail/{brief}/html/")
    assert "Hallo" in response.content.decode()
    assert "sandbox" in response["Content-Security-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_demo_gives_the_file_itself(client, demo, brief, settings):
    response = client.get(f"/demo/mail/{brief}/bestand/")
    assert response.content == (settings.MAIL_MAP / brief).read_bytes()
    assert response["Content-Type"] == "message/rfc822"


@pytest.mark.parametrize("naam", ["niets.eml", "..%2Fgeheim", "20270111T080000.000000Z-9.eml"])
def test_demo_gives_no_other_file(client, demo, brief, naam):
    assert client.get(f"/demo/mail/{naam}/").status_code == 404


def test_word_logs_in_with_the_second_factor(client, demo, nu):
    gebruiker = ensure_medewerker(
        email="c@demo.example", naam="C", bevoegdheid=Bevoegdheid.REDACTEUR, nu=nu
    )
    response = client.post(f"/demo/word/{gebruiker.pk}/", follow=True)
    assert response.redirect_chain == [("/account/verder/", 302), ("/beheer/", 302)]
    assert response.status_code == 200


def test_word_needs_a_post_and_a_person(client, demo):
    assert client.get("/demo/word/1/").status_code == 405
    assert client.post("/demo/word/999999/").status_code == 404
