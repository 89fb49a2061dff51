"""Giving staff their powers."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from lesaanbod.models import Bevoegdheid, Gebruiker
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.gebruikers import ensure_gebruiker


def ensure_medewerker(*, email: str, naam: str, bevoegdheid: str, nu: datetime) -> Gebruiker:
    """Return the person with this address, who from now on has ``bevoegdheid``.

    Who had it already stays as is. Raises ``ValueError`` for a word that is no Bevoegdheid.
    """
    groep = Bevoegdheid(bevoegdheid)
    with transaction.atomic():
        gebruiker = ensure_gebruiker(email=email, naam=naam)
        if groep not in gebruiker.bevoegdheden:
            gebruiker.groups.add(Group.objects.get(name=groep))
            del gebruiker.bevoegdheden
            noteer(
                onderwerp_soort="gebruiker",
                onderwerp_id=gebruiker.pk,
                wat=f"{groep} gemaakt",
                door=None,
                nu=nu,
            )
    return gebruiker
