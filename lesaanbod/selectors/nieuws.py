"""News: what is live, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from lesaanbod.models import NieuwsPage

from .openbaar import is_openbaar

PER_PAGINA = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuwsbericht:
    """One report as it stands in a list; ``moment`` is when it was first published."""

    titel: str
    samenvatting: str
    adres: str
    moment: datetime | None


def list_nieuws(aantal: int) -> list[Nieuwsbericht]:
    """Return the newest reports a visitor may see."""
    return [_build_bericht(pagina) for pagina in _list_paginas()[:aantal]]


def blader_nieuws(nummer: str | None) -> Page[Any]:
    """Return a page of reports, newest first; what is no number is the first, too high the last."""
    blad: Page[Any] = Paginator(_list_paginas(), PER_PAGINA).get_page(nummer)
    blad.object_list = [_build_bericht(pagina) for pagina in blad.object_list]
    return blad


def _list_paginas() -> QuerySet[NieuwsPage]:
    """Return the reports that are live, newest first, without their text."""
    paginas = NieuwsPage.objects.live().filter(is_openbaar()).defer_streamfields()
    gesorteerd: QuerySet[NieuwsPage] = paginas.order_by("-first_published_at", "-pk")
    return gesorteerd


def _build_bericht(pagina: NieuwsPage) -> Nieuwsbericht:
    """Return one line of the list."""
    return Nieuwsbericht(
        titel=pagina.title,
        samenvatting=pagina.samenvatting,
        adres=pagina.get_url() or "",
        moment=pagina.first_published_at,
    )
