"""The built-in letters with the invented example that editors see."""

from lesaanbod.emails.briefsoorten import find_briefsoort
from lesaanbod.emails.brieven import Brief, build_values, render_ingebouwd


def maak_voorbeeld(sleutel: str) -> Brief:
    """Return one letter in its built-in text."""
    voorbeeld = dict(find_briefsoort(sleutel).voorbeeld)
    vast = {naam: str(voorbeeld.pop(naam, "")) for naam in ("aan", "aan_naam", "link")}
    return render_ingebouwd(sleutel, build_values(**vast, context=voorbeeld))
