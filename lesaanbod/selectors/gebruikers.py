"""What a person may do."""

from django.contrib.auth.models import AnonymousUser

from lesaanbod.models import Bevoegdheid, Gebruiker


def is_coordinator(gebruiker: Gebruiker | AnonymousUser) -> bool:
    """Whether this person plans for the municipality; nobody does without logging in."""
    return (
        isinstance(gebruiker, Gebruiker)
        and gebruiker.is_active
        and Bevoegdheid.COORDINATOR in gebruiker.bevoegdheden
    )


def list_coordinatoren() -> list[Gebruiker]:
    """Return everybody who plans for the municipality and may log in."""
    wie = Gebruiker.objects.filter(is_active=True, groups__name=Bevoegdheid.COORDINATOR)
    return list(wie.order_by("pk"))


def list_gebruikers() -> list[Gebruiker]:
    """Return everybody who may log in, staff first; for the demo, where all are invented."""
    gebruikers = Gebruiker.objects.filter(is_active=True).prefetch_related("groups")
    return sorted(gebruikers, key=lambda gebruiker: (not gebruiker.is_medewerker, str(gebruiker)))


def get_gebruiker(*, gebruiker_id: int) -> Gebruiker | None:
    """Return the person with this number who may log in, or None; for the demo."""
    return Gebruiker.objects.filter(pk=gebruiker_id, is_active=True).first()
