"""The roles on which shielding hangs, known by slug."""

AFGESCHERMDE_ROLLEN = frozenset({"officier-van-justitie"})
"""Of whom nobody is named before the confirmation, and whose lessons stand in no public feed."""

SLUG_BLIJFT = "Dit stuk van het adres ligt vast. Laat «{slug}» staan; de naam mag u wel veranderen."
ROL_BLIJFT = (
    "De rol «{naam}» kan niet weg: hiermee houdt de site verborgen waar en wanneer iemand komt."
)


def is_afgeschermd(slug: str) -> bool:
    """Whether shielding hangs on the role with this slug."""
    return slug in AFGESCHERMDE_ROLLEN


def format_slug_blijft(slug: str) -> str:
    """Return why a role keeps this slug."""
    return SLUG_BLIJFT.format(slug=slug)


def format_rol_blijft(naam: str) -> str:
    """Return why the role with this name cannot be deleted."""
    return ROL_BLIJFT.format(naam=naam)
