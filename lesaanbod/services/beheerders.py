"""Making somebody beheerder from the command line."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from lesaanbod.models import Bevoegdheid, Gebruiker
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.gebruikers import ensure_gebruiker


class GebruikerGesloten(Exception):
    """The person exists, but may not log in any more."""


def maak_beheerder(*, email: str, nu: datetime) -> bool:
    """Make the person with this address beheerder; return False when it was so already.

    The person gets no password: a code by mail lets in, and the second factor is set at the first
    login. Raises ``GebruikerGesloten`` for a person who was closed.
    """
    with transaction.atomic():
        gebruiker: Gebruiker = ensure_gebruiker(email=email, naam="")
        if not gebruiker.is_active:
            raise GebruikerGesloten
        if Bevoegdheid.BEHEERDER in gebruiker.bevoegdheden:
            return False
        gebruiker.groups.add(Group.objects.get(name=Bevoegdheid.BEHEERDER))
        noteer(
            onderwerp_soort="gebruiker",
            onderwerp_id=gebruiker.pk,
            wat="beheerder gemaakt",
            door=None,
            nu=nu,
        )
    return True
