"""Reading the wordings that editors gave to letters."""

from django.db.models import Max

from lesaanbod.domain.mailtekst import Woorden
from lesaanbod.models import Mailtekst

HOOGSTENS_VERSIES = 20


def find_woorden(brief: str) -> Woorden | None:
    """Return the wording of ``brief`` that an editor chose, or None for the built-in text."""
    nieuwste = Mailtekst.objects.filter(brief=brief).first()
    return None if nieuwste is None or nieuwste.is_ingebouwd else nieuwste.woorden


def map_woorden() -> dict[str, Woorden]:
    """Return letter → wording, for the letters that an editor worded."""
    nieuwste = (
        Mailtekst.objects.order_by().values("brief").annotate(laatste=Max("pk")).values("laatste")
    )
    versies = Mailtekst.objects.filter(pk__in=nieuwste)
    return {een.brief: een.woorden for een in versies if not een.is_ingebouwd}


def list_versies(brief: str) -> list[Mailtekst]:
    """Return the latest versions of one letter, newest first; none of them names anybody."""
    return list(Mailtekst.objects.filter(brief=brief)[:HOOGSTENS_VERSIES])


def find_versie(*, brief: str, versie_id: int) -> Mailtekst | None:
    """Return one version of this letter, or None."""
    return Mailtekst.objects.filter(brief=brief, pk=versie_id).first()
