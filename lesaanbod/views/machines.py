"""What machines ask for: robots.txt, security.txt and the feed of what is new."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lesaanbod.models import ContactInstelling
from lesaanbod.selectors.nieuw import Nieuw, list_nieuw

NIET_VOOR_ROBOTS = (
    "/account/",
    "/aanvragen/",
    "/agenda/",
    "/beheer/",
    "/hoofdrolspeler/",
    "/mijn/",
    "/planning/",
    "/uitnodiging/",
)
GELDIG = timedelta(days=180)
EEN_UUR = 3600


@require_safe
@cache_control(public=True, max_age=EEN_UUR)
def robots(request: HttpRequest) -> HttpResponse:
    """Say what is no use to a search engine, and where the list of pages is."""
    regels = [
        "User-agent: *",
        *(f"Disallow: {pad}" for pad in NIET_VOOR_ROBOTS),
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
    ]
    return _build_tekst(regels)


@require_safe
@cache_control(public=True, max_age=EEN_UUR)
def security(request: HttpRequest) -> HttpResponse:
    """Say where to report a leak (RFC 9116); good for half a year from today."""
    contact = ContactInstelling.for_request(request)
    verloopt = (timezone.now() + GELDIG).replace(hour=0, minute=0, second=0, microsecond=0)
    regels = [
        f"Contact: mailto:{contact.email}",
        f"Expires: {verloopt.isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return _build_tekst(regels)


def _build_tekst(regels: list[str]) -> HttpResponse:
    """Return plain text."""
    return HttpResponse("\n".join([*regels, ""]), content_type="text/plain; charset=utf-8")


class NieuwFeed(Feed):
    """New lessons and news together, newest first."""

    feed_type = Atom1Feed
    title = f"Nieuw bij {settings.WAGTAIL_SITE_NAME}"
    subtitle = "Nieuwe lessen, trainingen en berichten."
    link = "/"
    feed_url = "/nieuw.atom"
    author_name = settings.WAGTAIL_SITE_NAME

    def items(self) -> list[Nieuw]:
        """Return what is newest."""
        return list_nieuw(20)

    def item_title(self, item: Nieuw) -> str:
        """Return the title, which the feed escapes."""
        return item.titel

    def item_description(self, item: Nieuw) -> str:
        """Return the summary."""
        return item.samenvatting

    def item_link(self, item: Nieuw) -> str:
        """Return the address."""
        return item.adres

    def item_pubdate(self, item: Nieuw) -> datetime:
        """Return when it was first published."""
        return item.gemaakt

    def item_updateddate(self, item: Nieuw) -> datetime:
        """Return when it was last published."""
        return item.gewijzigd

    def item_categories(self, item: Nieuw) -> tuple[str]:
        """Return what it is: a form of lesson, or news."""
        return (item.soort,)
