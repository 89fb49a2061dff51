"""What is new for who follows the site: lessons, trainings and news in one list."""

from dataclasses import dataclass
from datetime import datetime

from lesaanbod.models import AanbodPage, NieuwsPage, Vorm

from .aanbod import list_aanbod
from .openbaar import is_openbaar


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuw:
    """Something that was published, and when."""

    soort: str
    titel: str
    samenvatting: str
    adres: str
    gemaakt: datetime
    gewijzigd: datetime


def list_nieuw(aantal: int) -> list[Nieuw]:
    """Return what was published last of offers and news together; a fixed number of queries."""
    volgorde = ("-first_published_at", "-pk")
    aanbod = list_aanbod().exclude(first_published_at=None)
    berichten = NieuwsPage.objects.live().filter(is_openbaar()).exclude(first_published_at=None)
    alles = [
        *(_build_nieuw(een, Vorm(een.vorm).label) for een in aanbod.order_by(*volgorde)[:aantal]),
        *(
            _build_nieuw(een, "Nieuws")
            for een in berichten.defer_streamfields().order_by(*volgorde)[:aantal]
        ),
    ]
    return sorted(alles, key=lambda een: een.gemaakt, reverse=True)[:aantal]


def _build_nieuw(pagina: AanbodPage | NieuwsPage, soort: str) -> Nieuw:
    """Return one page of the list."""
    gemaakt = pagina.first_published_at
    return Nieuw(
        soort=soort,
        titel=pagina.title,
        samenvatting=pagina.samenvatting,
        adres=pagina.get_url() or "",
        gemaakt=gemaakt,
        gewijzigd=pagina.last_published_at or gemaakt,
    )
