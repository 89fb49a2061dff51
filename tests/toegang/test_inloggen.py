"""Login by mailed code and the second factor of staff, walked as a person walks it."""

import re

from django.contrib.auth.models import Group, Permission
from django.core.handlers.wsgi import WSGIHandler
from django.urls import reverse

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    SECRET_SESSION_KEY,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)

from lesaanbod.models import Bevoegdheid
from tests.factories.boekingen import ContactpersoonFactory
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import login_as, make_medewerker

pytestmark = pytest.mark.django_db

INLOGGEN = "/account/login/"
CODE = "/account/login/code/"
VERDER = "/account/verder/"


def ask_code(client, email, **extra):
    return client.post(INLOGGEN, {"login": email}, **extra)


def read_code(mail) -> str:
    return re.search(r"\d{4}-\d{4}", mail.body)[0]


def totp_code(secret: str) -> str:
    _, now, _ = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


def log_in_by_mail(client, mailoutbox, email):
    ask_code(client, email)
    return client.post(CODE, {"code": read_code(mailoutbox[-1])})


def test_code_from_the_mail_logs_in(client, mailoutbox):
    contact = ContactpersoonFactory(gebruiker__email="docent@school.example")
    response = ask_code(client, "Docent@School.example")
    assert (response.status_code, response.url) == (302, CODE)
    assert [mail.to for mail in mailoutbox] == [["docent@school.example"]]
    assert mailoutbox[0].subject == f"Uw code om in te loggen: {read_code(mailoutbox[0])}"
    response = client.post(CODE, {"code": read_code(mailoutbox[0])})
    assert (response.status_code, response.url) == (302, VERDER)
    assert client.get(VERDER).url == "/mijn/"
    assert client.session["_auth_user_id"] == str(contact.gebruiker_id)


def test_login_goes_on_to_the_page_that_was_asked(client, mailoutbox):
    GebruikerFactory(email="docent@school.example")
    response = client.post(f"{INLOGGEN}?next=/mijn/", {"login": "docent@school.example"})
    response = client.post(response.url, {"code": read_code(mailoutbox[0])})
    assert response.url == "/mijn/"


@pytest.mark.parametrize("elders", ["https://kwaad.example/", "//kwaad.example/", "javascript:1"])
def test_login_never_goes_elsewhere(client, mailoutbox, elders):
    GebruikerFactory(email="docent@school.example")
    response = client.post(f"{INLOGGEN}?next={elders}", {"login": "docent@school.example"})
    response = client.post(response.url, {"code": read_code(mailoutbox[0])})
    assert response.url == VERDER


@pytest.mark.parametrize("soort", ["onbekend", "gesloten"])
def test_unknown_and_closed_address_get_the_same_answer_as_a_known_one(
    client_maker, mailoutbox, soort
):
    GebruikerFactory(email="bekend@school.example")
    GebruikerFactory(email="gesloten@school.example", is_active=False)

    def walk(email):
        client = client_maker()
        pages = [
            ask_code(client, email),
            client.get(CODE),
            *[client.post(CODE, {"code": "1234-5678"}) for _ in range(3)],
            client.get(CODE),
        ]
        return [(page.status_code, headers(page), body(page, email)) for page in pages]

    assert walk(f"{soort}@school.example") == walk("bekend@school.example")
    assert [mail.to for mail in mailoutbox] == [["bekend@school.example"]]


def headers(response):
    cookies = {
        (name, cookie["httponly"], cookie["samesite"], cookie["max-age"])
        for name, cookie in response.cookies.items()
    }
    # The length follows the address that is shown back; Expires names the second of the answer.
    own = {"Content-Length", "Expires"}
    rest = {name: value for name, value in response.headers.items() if name not in own}
    return rest, cookies


def body(response, email):
    text = response.content.decode().replace(email, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


@pytest.mark.parametrize("soort", ["onbekend", "gesloten"])
def test_unknown_and_closed_address_read_the_same_after_ten_minutes(
    client_maker, time_machine_travel, soort
):
    GebruikerFactory(email="bekend@school.example")
    GebruikerFactory(email="gesloten@school.example", is_active=False)

    def walk(email):
        client = client_maker()
        ask_code(client, email)
        with time_machine_travel(minutes=10, seconds=1):
            page = client.post(CODE, {"code": "1234-5678"})
            return page.url, headers(page), body(client.get(page.url), email)

    assert walk(f"{soort}@school.example") == walk("bekend@school.example")


def test_code_is_worth_nothing_in_another_browser(client, client_maker, mailoutbox):
    GebruikerFactory(email="docent@school.example")
    ask_code(client, "docent@school.example")
    other = client_maker()
    ask_code(other, "docent@school.example")
    other.post(CODE, {"code": read_code(mailoutbox[0])})
    assert "_auth_user_id" not in other.session


def test_code_works_once_and_three_wrong_ones_end_the_attempt(client, client_maker, mailoutbox):
    GebruikerFactory(email="docent@school.example")
    ask_code(client, "docent@school.example")
    code = read_code(mailoutbox[0])
    for _ in range(3):
        response = client.post(CODE, {"code": "0000-0000"})
    assert response.url == f"{INLOGGEN}?reden=fout"
    assert "drie keer een verkeerde code" in client.get(response.url).content.decode()
    assert client.post(CODE, {"code": code}).url == f"{INLOGGEN}?reden=verlopen"
    assert "_auth_user_id" not in client.session


def test_code_is_too_old_after_ten_minutes(client, mailoutbox, time_machine_travel):
    GebruikerFactory(email="docent@school.example")
    ask_code(client, "docent@school.example")
    with time_machine_travel(minutes=10, seconds=1):
        response = client.post(CODE, {"code": read_code(mailoutbox[0])})
    assert response.url == f"{INLOGGEN}?reden=verlopen"
    text = client.get(response.url).content.decode()
    assert "De code is verlopen. Een code werkt tien minuten." in text
    assert "Nog niet bekend bij ons?" not in text
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("minuten", [11, 16])
def test_page_of_the_code_says_that_it_is_too_old(client, time_machine_travel, minuten):
    ask_code(client, "docent@school.example")
    with time_machine_travel(minutes=minuten):
        response = client.get(f"{CODE}?next=/mijn/")
        assert response.url == f"{INLOGGEN}?reden=verlopen&next=/mijn/"


def test_page_of_the_code_without_an_attempt_gives_no_reason(client):
    assert client.get(CODE).url == INLOGGEN
    assert client.get(f"{CODE}?next=/mijn/").url == f"{INLOGGEN}?next=/mijn/"
    assert client.get(f"{CODE}?next=//kwaad.example/").url == INLOGGEN


def test_third_wrong_code_keeps_where_to_go_on(client, mailoutbox):
    GebruikerFactory(email="docent@school.example")
    ask_code(client, "docent@school.example")
    for _ in range(3):
        response = client.post(CODE, {"code": "0000-0000", "next": "/mijn/"})
    assert response.url == f"{INLOGGEN}?reden=fout&next=/mijn/"
    page = client.get(response.url).content.decode()
    assert "Daarna gaat u verder waar u was." in page
    assert '<input type="hidden" name="next" value="/mijn/">' in page


def test_login_mail_leaves_after_the_answer_and_a_dead_mail_server_shows_nothing(
    client, settings, caplog
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    GebruikerFactory(email="docent@school.example")
    assert ask_code(client, "docent@school.example").status_code == 302
    assert [
        record.getMessage() for record in caplog.records if record.name == "lesaanbod.toegang"
    ] == ["A login code could not be mailed"]


def test_sixth_code_for_one_address_is_refused_for_an_hour(client_maker, mailoutbox):
    GebruikerFactory(email="docent@school.example")
    for address in ("docent@school.example", "onbekend@school.example"):
        answers = [
            ask_code(client_maker(), address, REMOTE_ADDR=f"192.0.2.{turn}") for turn in range(6)
        ]
        assert [answer.status_code for answer in answers] == [302] * 5 + [429]
        assert answers[-1]["Retry-After"] == "3600"
        assert "te vaak" in answers[-1].content.decode()
    assert len(mailoutbox) == 5


def test_twenty_first_code_from_one_machine_is_refused_whatever_it_says_of_itself(client_maker):
    answers = [
        ask_code(client_maker(), f"a{turn}@b.example", HTTP_X_FORWARDED_FOR=f"192.0.2.{turn}")
        for turn in range(21)
    ]
    assert [answer.status_code for answer in answers] == [302] * 20 + [429]


def test_limits_count_an_ipv6_network_as_one_machine(client_maker):
    answers = [
        ask_code(client_maker(), f"a{turn}@b.example", REMOTE_ADDR=f"2001:db8::{turn:x}")
        for turn in range(21)
    ]
    assert answers[-1].status_code == 429


def test_login_is_closed_and_the_site_open_while_the_cache_is_away(client, settings, mailoutbox):
    settings.CACHES = settings.CACHES | {
        "default": {
            "BACKEND": "lesaanbod.cache.MildRedisCache",
            "LOCATION": "redis://127.0.0.1:1",
            "OPTIONS": {"socket_connect_timeout": 1},
        }
    }
    GebruikerFactory(email="docent@school.example")
    response = ask_code(client, "docent@school.example")
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert mailoutbox == []
    assert client.get(INLOGGEN).status_code == 200


def test_nobody_can_sign_up_or_set_a_password(client):
    for path in ("signup/", "password/reset/", "password/set/", "email/", "3rdparty/"):
        assert client.get(f"/account/{path}").status_code == 404


@pytest.mark.parametrize("bevoegdheid", list(Bevoegdheid))
def test_staff_set_a_second_factor_before_anything_else(client, mailoutbox, bevoegdheid):
    gebruiker = make_medewerker(bevoegdheid, email="staf@gemeente.example")
    log_in_by_mail(client, mailoutbox, gebruiker.email)
    instellen = reverse("mfa_activate_totp")
    for path in (VERDER, "/", "/beheer/", "/planning/", "/mijn/", "/documenten/1/x/"):
        response = client.get(path)
        assert (response.status_code, response.url) == (302, instellen), path
    page = client.get(instellen)
    secret = client.session[SECRET_SESSION_KEY]
    assert secret in page.content.decode()
    assert client.get(reverse("tweede_stap_qr"))["Content-Type"] == "image/svg+xml"
    response = client.post(instellen, {"code": totp_code(secret)})
    assert (response.status_code, response.url) == (302, reverse("mfa_view_recovery_codes"))
    codes = client.get(response.url).content.decode()
    noodcodes = Authenticator.objects.get(user=gebruiker, type="recovery_codes").wrap()
    assert noodcodes.get_unused_codes()[0] in codes
    assert client.get(VERDER).url == (
        "/planning/" if bevoegdheid == Bevoegdheid.COORDINATOR else "/beheer/"
    )


def test_staff_with_a_second_factor_use_it_at_the_next_login(client, mailoutbox):
    gebruiker = make_medewerker(Bevoegdheid.REDACTEUR, email="staf@gemeente.example")
    secret = generate_totp_secret()
    Authenticator.objects.create(user=gebruiker, type="totp", data={"secret": secret})
    response = log_in_by_mail(client, mailoutbox, gebruiker.email)
    assert response.url == reverse("mfa_authenticate")
    assert client.get(VERDER).url == f"{INLOGGEN}?next={VERDER}"
    wrong = client.post(response.url, {"code": "000000"})
    assert "klopt niet" in wrong.content.decode()
    assert client.post(response.url, {"code": totp_code(secret)}).url == VERDER
    assert client.get(VERDER).url == "/beheer/"


def test_code_of_the_app_works_once(client, client_maker, mailoutbox):
    gebruiker = make_medewerker(Bevoegdheid.REDACTEUR, email="staf@gemeente.example")
    secret = generate_totp_secret()
    Authenticator.objects.create(user=gebruiker, type="totp", data={"secret": secret})
    code = totp_code(secret)
    other = client_maker()
    for browser in (client, other):
        log_in_by_mail(browser, mailoutbox, gebruiker.email)
        browser.post(reverse("mfa_authenticate"), {"code": code})
    assert client.get(VERDER).url == "/beheer/"
    assert "_auth_user_id" not in other.session


def test_guessing_the_code_of_the_app_is_stopped(client, mailoutbox):
    gebruiker = make_medewerker(Bevoegdheid.REDACTEUR, email="staf@gemeente.example")
    Authenticator.objects.create(
        user=gebruiker, type="totp", data={"secret": generate_totp_secret()}
    )
    log_in_by_mail(client, mailoutbox, gebruiker.email)
    answers = [client.post(reverse("mfa_authenticate"), {"code": "000000"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]


def test_somebody_who_becomes_staff_while_logged_in_is_sent_to_the_second_factor(client):
    gebruiker = make_medewerker(Bevoegdheid.REDACTEUR)
    rechten = list(gebruiker.groups.all())
    gebruiker.groups.clear()
    login_as(client, gebruiker)
    gebruiker.groups.set(rechten)
    assert client.get("/beheer/").url == reverse("mfa_activate_totp")
    Authenticator.objects.create(
        user=gebruiker, type="totp", data={"secret": generate_totp_secret()}
    )
    assert client.get("/beheer/").url == reverse("mfa_reauthenticate")


def test_group_of_any_name_asks_for_the_second_factor(client):
    gebruiker = GebruikerFactory()
    login_as(client, gebruiker)
    assert client.get(VERDER).status_code == 200
    gebruiker.groups.add(Group.objects.create(name="eindredactie"))
    assert client.get(VERDER).url == reverse("mfa_activate_totp")


def test_right_to_enter_beheer_asks_for_the_second_factor_there(client):
    gebruiker = GebruikerFactory()
    gebruiker.user_permissions.add(Permission.objects.get(codename="access_admin"))
    login_as(client, gebruiker)
    assert client.get("/beheer/").url == reverse("mfa_activate_totp")


def test_second_factor_of_somebody_else_in_the_session_does_not_count(client):
    gebruiker = make_medewerker(Bevoegdheid.REDACTEUR)
    login_as(client, gebruiker)
    session = client.session
    session["account_authentication_methods_user"] = str(gebruiker.pk + 1)
    session.save()
    assert client.get("/beheer/").url == reverse("mfa_reauthenticate")


def test_docent_and_hoofdrolspeler_need_no_second_factor(client):
    login_as(client, HoofdrolspelerFactory().gebruiker)
    assert client.get(VERDER).url == "/hoofdrolspeler/"


def test_somebody_without_a_place_is_told_so(client):
    login_as(client, GebruikerFactory())
    response = client.get(VERDER)
    assert response.status_code == 200
    assert "Er staat nog niets voor u klaar" in response.content.decode()


def test_closed_person_is_out_at_once(client):
    gebruiker = ContactpersoonFactory().gebruiker
    login_as(client, gebruiker)
    assert client.get(VERDER).url == "/mijn/"
    gebruiker.is_active = False
    gebruiker.save()
    assert client.get(VERDER).url == f"{INLOGGEN}?next={VERDER}"


def test_logging_out_asks_first_and_empties_the_session(client):
    login_as(client, ContactpersoonFactory().gebruiker)
    assert "Wilt u uitloggen?" in client.get("/account/logout/").content.decode()
    assert client.post("/account/logout/").url == "/"
    assert client.get(VERDER).url == f"{INLOGGEN}?next={VERDER}"


def test_new_telephone_asks_for_the_old_code_first(client):
    gebruiker = make_medewerker(Bevoegdheid.COORDINATOR)
    login_as(client, gebruiker)
    for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes"):
        response = client.post(reverse(name))
        assert response.url.startswith(reverse("mfa_reauthenticate"))
    assert Authenticator.objects.filter(user=gebruiker, type="totp").exists()


def test_login_mail_is_not_sent_before_the_answer(rf, mailoutbox):
    """A known address may not take longer: the mail is rendered and sent when the answer leaves."""
    GebruikerFactory(email="docent@school.example")
    request = rf.post(INLOGGEN, {"login": "docent@school.example"})
    request._dont_enforce_csrf_checks = True
    response = WSGIHandler().get_response(request)
    assert (response.status_code, mailoutbox) == (302, [])
    response.close()
    assert len(mailoutbox) == 1
