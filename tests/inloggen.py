"""Log somebody in without walking through the mail, second factor included."""

import time
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group
from django.test import Client

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from playwright.sync_api import Page

from lesaanbod.models import Gebruiker
from tests.factories.lesaanbod import GebruikerFactory


def make_medewerker(bevoegdheid: str, **velden) -> Gebruiker:
    """Store and return a person in the staff group ``bevoegdheid``."""
    gebruiker = GebruikerFactory(**velden)
    gebruiker.groups.add(Group.objects.get(name=bevoegdheid))
    return gebruiker


def make_sessie(gebruiker: Gebruiker) -> str:
    """Return the key of a new session in which ``gebruiker`` is wholly logged in.

    Staff get an authenticator if they had none, and the session says that it was used.
    """
    records = [{"method": "code", "at": time.time(), "email": gebruiker.email}]
    if gebruiker.is_medewerker:
        totp = Authenticator.objects.filter(user=gebruiker, type=Authenticator.Type.TOTP).first()
        totp = totp or TOTP.activate(gebruiker, generate_totp_secret()).instance
        records.append({"method": "mfa", "at": time.time(), "id": totp.pk, "type": "totp"})
    sessie = import_module(settings.SESSION_ENGINE).SessionStore()
    sessie.update(
        {
            SESSION_KEY: str(gebruiker.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: gebruiker.get_session_auth_hash(),
            "account_authentication_methods": records,
            "account_authentication_methods_user": str(gebruiker.pk),
        }
    )
    sessie.save()
    return sessie.session_key


def login_as(wie: Client | Page, gebruiker: Gebruiker) -> None:
    """Log ``gebruiker`` in on a Django test client or on a browser page."""
    sleutel = make_sessie(gebruiker)
    if isinstance(wie, Client):
        wie.cookies[settings.SESSION_COOKIE_NAME] = sleutel
    else:
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": sleutel}
        wie.context.add_cookies([{**cookie, "domain": "localhost", "path": "/"}])
