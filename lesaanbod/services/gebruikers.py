"""Making people known to the site."""

from django.contrib.auth.hashers import make_password

from lesaanbod.models import Gebruiker


def ensure_gebruiker(*, email: str, naam: str) -> Gebruiker:
    """Return the person with this address, made without a usable password when there is none.

    The case of the address does not matter. A name that is known already stays as it is, one that
    is not is filled in; so give no ``naam`` that the owner of the address did not confirm. Two
    that ask at once get the same person.
    """
    gebruiker, _ = Gebruiker.objects.get_or_create(
        email=email.strip().lower(), defaults={"naam": naam, "password": make_password(None)}
    )
    if naam and not gebruiker.naam:
        gebruiker.naam = naam
        gebruiker.save(update_fields=["naam"])
    return gebruiker


def lock_gebruiker(*, gebruiker_id: int) -> None:
    """Lock one person until the transaction ends: who writes to them does so one at a time."""
    Gebruiker.objects.select_for_update().only("pk").get(pk=gebruiker_id)
