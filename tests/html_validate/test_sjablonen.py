"""Every template that is a page is sound HTML, in each state the access matrix brings it in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from boekingen.models import Inzet
from tests.boekingen.invullen import Docent
from tests.boekingen.wereld import Wereld
from tests.factories.lesaanbod import GebruikerFactory
from tests.html_validate import find_fouten
from tests.html_validate.test_paginas import OPENBAAR, build_catalogus
from tests.inloggen import login_as, make_medewerker, make_sessie
from tests.lesaanbod.views.test_demo import brief  # noqa: F401
from tests.toegang.adressen import urls_with
from tests.toegang.matrix import RIJEN
from tests.toegang.test_inloggen import totp_code
from tests.toegang.wereld import NU, ROLLEN, Cast, make_cast, make_dingen

MAP = Path(settings.BASE_DIR, "templates")
# Of Wagtail: its own frame around ours. Of an error: no view shows it in a test.
VAN_WAGTAIL = ("beheer/", "_util/", "api/")
LOS = ("400.html", "403_csrf.html", "429.html", "500.html", "503.html", "account/gesloten.html")
HIER = {"200", "400", "403", "404", "409", "410"}
OUDER = re.compile(r'{% extends "([^"]+)"')


def list_paginasjablonen() -> set[str]:
    """Return the templates that are a page of ours, not a part of one or the frame of others."""
    bronnen = {
        str(pad.relative_to(MAP)): pad.read_text()
        for pad in MAP.rglob("*.html")
        if "emails" not in pad.parts
    }
    ouders = {naam: ouder[1] for naam, bron in bronnen.items() if (ouder := OUDER.search(bron))}

    def is_pagina(naam: str) -> bool:
        while naam in ouders:
            naam = ouders[naam]
        return naam == "basis.html"

    return {naam for naam in bronnen if is_pagina(naam)} - set(ouders.values())


@dataclass
class Verzameling:
    """The first page made from a template, with a status."""

    paginas: dict[str, str] = field(default_factory=dict)
    sjablonen: set[str] = field(default_factory=set)

    def neem(self, response: HttpResponse) -> HttpResponse:
        """Keep the page when it is the first of its kind."""
        if response.templates and response.headers["Content-Type"].startswith("text/html"):
            namen = [sjabloon.name for sjabloon in response.templates if sjabloon.name]
            self.sjablonen.update(namen)
            self.paginas.setdefault(f"{namen[0]} {response.status_code}", response.content.decode())
        return response


@contextmanager
def undone() -> Iterator[None]:
    """Let nothing stay of what happens inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()


def walk_matrix(verzameling: Verzameling, cast: Cast) -> None:
    """Ask for every address of ours as everybody who gets something there."""
    dingen = make_dingen(cast)
    sleutels = {rol: make_sessie(cast[rol]) for rol in ROLLEN if rol != "anoniem"}
    client = Client(raise_request_exception=False)
    for rij in RIJEN:
        if rij.route.startswith(VAN_WAGTAIL):
            continue
        for method in ("get", "post"):
            # Whoever gets the same word is shown the same page.
            eerste = {woord: rol for rol, woord in reversed(rij.words(method).items())}
            for woord in HIER & eerste.keys():
                if "200" in eerste and f"{woord}.html {woord}" in verzameling.paginas:
                    continue  # who may not see what others may gets the same page everywhere
                client.cookies.clear()
                if eerste[woord] in sleutels:
                    client.cookies[settings.SESSION_COOKIE_NAME] = sleutels[eerste[woord]]
                with undone():
                    verzameling.neem(getattr(client, method)(rij.adres.format_map(dingen)))
    Inzet.objects.update(status="ingetrokken")
    verzameling.neem(client.get(f"/uitnodiging/{dingen['token']}/"))


def walk_aanvraag(verzameling: Verzameling) -> None:
    """Ask for a lesson, screen by screen, each also with nothing filled in."""
    wereld = Wereld(nu=NU)
    docent = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    for stap in ("school", "klassen", "momenten", "praktisch", "contact"):
        verzameling.neem(docent.open(stap))
        verzameling.neem(docent.stuur(stap, {}))
        antwoord = docent.stuur(stap)
    verzameling.neem(docent.open("bewaard"))
    verzameling.neem(docent.client.get(antwoord.url))
    docent.bevestig(antwoord)
    verzameling.neem(docent.open("controleren"))
    docent.verstuur()
    docent.client.logout()
    verzameling.neem(docent.open("momenten"))
    ander = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    ander.les.unpublish()
    verzameling.neem(ander.open("school"))


def walk_inloggen(verzameling: Verzameling) -> None:
    """Log in by a code and a second factor; look at what belongs to it, and change it."""
    client, redacteur = Client(), make_medewerker("redacteur")
    geheim = generate_totp_secret()
    TOTP.activate(redacteur, geheim)
    RecoveryCodes.activate(redacteur)
    client.post("/account/login/", {"login": redacteur.email})
    code = re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)[0]
    verzameling.neem(client.get("/account/login/code/"))
    volgende = client.post("/account/login/code/", {"code": code})
    verzameling.neem(client.get(volgende.url))
    login_as(client, redacteur)
    client.post(reverse("mfa_reauthenticate"), {"code": totp_code(geheim)})
    for naam in ("mfa_view_recovery_codes", "mfa_deactivate_totp"):
        verzameling.neem(client.get(reverse(naam)))
    login_as(client, GebruikerFactory())
    verzameling.neem(client.get("/account/verder/"))


@pytest.mark.lang
@pytest.mark.django_db
def test_every_template_is_sound_html(tmp_path, brief):  # noqa: F811
    verzameling = Verzameling()
    with time_machine.travel(NU), urls_with(demo=True):
        with undone():
            build_catalogus()
            for adres in (*OPENBAAR, f"/demo/mail/{brief}/"):
                verzameling.neem(Client().get(adres))
        with undone():
            walk_matrix(verzameling, make_cast())
        with undone():
            walk_aanvraag(verzameling)
        walk_inloggen(verzameling)
    for naam in LOS:
        verzameling.paginas[naam] = render_to_string(naam, request=RequestFactory().get("/"))
    assert list_paginasjablonen() - verzameling.sjablonen == set(LOS)
    fouten = find_fouten(verzameling.paginas, tmp_path)
    assert not fouten, "\n".join(fouten)
