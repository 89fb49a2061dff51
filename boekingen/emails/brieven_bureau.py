"""Letters to coördinatoren."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from boekingen.emails.rust import zet_brief_klaar
from boekingen.selectors.weekoverzicht import HOOGSTENS, Weekoverzicht
from lesaanbod.domain.taal import format_aantal, opsomming
from lesaanbod.services.berichten import Feit


def zet_weekoverzicht_klaar(
    *, aan: str, aan_naam: str, week: str, overzicht: Weekoverzicht, nu: datetime
) -> None:
    """Queue the letter about one week to one coördinator."""
    zet_brief_klaar(
        brief="weekoverzicht",
        aan=aan,
        aan_naam=aan_naam,
        context={
            "lessen": format_aantal(len(overzicht.lessen), "les", "lessen"),
            "open_lessen": format_aantal(overzicht.open_lessen, "les", "lessen")
            if overzicht.open_lessen
            else "",
            "wacht": describe_wacht(overzicht),
            "feiten": list_weekfeiten(overzicht),
            "planning_url": settings.SITE_URL + reverse("boekingen:planning"),
        },
        onderwerp_soort="week",
        onderwerp_id=week,
        nu=nu,
    )


def describe_wacht(overzicht: Weekoverzicht) -> str:
    """Return what waits beside the lessons, or nothing."""
    aantallen = (
        (overzicht.te_plannen, "les zonder moment", "lessen zonder moment"),
        (overzicht.contacten, "nieuwe contactpersoon", "nieuwe contactpersonen"),
        (overzicht.post, "mail van een mens", "mails van mensen"),
        (overzicht.mails, "mail die niet aankwam", "mails die niet aankwamen"),
    )
    return opsomming(format_aantal(aantal, een, meer) for aantal, een, meer in aantallen if aantal)


def list_weekfeiten(overzicht: Weekoverzicht) -> list[Feit]:
    """Return the lessons as rows; of a very full week the first ones."""
    feiten = [Feit(les.wanneer, les.waar, les.hoe) for les in overzicht.lessen[:HOOGSTENS]]
    rest = len(overzicht.lessen) - HOOGSTENS
    if rest > 0:
        feiten.append(Feit("Daarna", f"nog {format_aantal(rest, 'les', 'lessen')}"))
    return feiten or [Feit("Lessen", "Deze week zijn er geen lessen.")]
