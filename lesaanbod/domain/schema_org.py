"""What search engines read about a page, in the words of schema.org."""

from collections.abc import Sequence
from datetime import datetime

Gegevens = dict[str, object]
CONTEXT = "https://schema.org"


def build_organisatie(*, naam: str, adres: str, telefoon: str, email: str) -> Gegevens:
    """Return the organisation behind the site."""
    return {
        "@context": CONTEXT,
        "@type": "Organization",
        "name": naam,
        "url": adres,
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "customer service",
            "telephone": telefoon,
            "email": email,
            "availableLanguage": "nl",
        },
    }


def build_kruimelpad(stappen: Sequence[tuple[str, str]]) -> Gegevens:
    """Return the way from home to the page; every step has a name and a whole address."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": plaats, "name": naam, "item": adres}
            for plaats, (naam, adres) in enumerate(stappen, start=1)
        ],
    }


def build_cursus(
    *,
    naam: str,
    omschrijving: str,
    adres: str,
    aanbieder: tuple[str, str],
    niveaus: Sequence[str],
    themas: Sequence[str],
    doelen: Sequence[str],
    minuten: int,
    gratis: bool,
) -> Gegevens:
    """Return a lesson or training as a Course; an unknown duration (0) is left out.

    ``aanbieder`` is the name of who gives it, and the website or nothing.
    """
    les: Gegevens = {"@type": "CourseInstance", "courseMode": "Onsite", "inLanguage": "nl"}
    if minuten:
        les["courseWorkload"] = f"PT{minuten}M"
    instelling, website = aanbieder
    organisatie = {"@type": "Organization", "name": instelling}
    return {
        "@context": CONTEXT,
        "@type": "Course",
        "name": naam,
        "description": omschrijving,
        "url": adres,
        "inLanguage": "nl",
        "provider": organisatie | ({"url": website} if website else {}),
        "educationalLevel": list(niveaus),
        "about": list(themas),
        "teaches": list(doelen),
        "isAccessibleForFree": gratis,
        "hasCourseInstance": les,
    }


def build_bijeenkomst(
    *,
    naam: str,
    omschrijving: str,
    adres: str,
    tijden: tuple[datetime, datetime],
    plaats: str,
    plaatsen: int,
    aanbieder: tuple[str, str],
    gaat_door: bool,
    gratis: bool,
) -> Gegevens:
    """Return one moment of a training: an event at a place, that is on or off."""
    begin, eind = tijden
    instelling, website = aanbieder
    organisatie = {"@type": "Organization", "name": instelling}
    return {
        "@context": CONTEXT,
        "@type": "EducationEvent",
        "name": naam,
        "description": omschrijving,
        "url": adres,
        "inLanguage": "nl",
        "startDate": begin.isoformat(),
        "endDate": eind.isoformat(),
        "eventStatus": f"{CONTEXT}/{'EventScheduled' if gaat_door else 'EventCancelled'}",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": plaats, "address": plaats},
        "maximumAttendeeCapacity": plaatsen,
        "organizer": organisatie | ({"url": website} if website else {}),
        "isAccessibleForFree": gratis,
    }


def build_bericht(
    *, titel: str, omschrijving: str, adres: str, gemaakt: datetime, gewijzigd: datetime
) -> Gegevens:
    """Return a news report."""
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": titel,
        "description": omschrijving,
        "url": adres,
        "inLanguage": "nl",
        "datePublished": gemaakt.isoformat(),
        "dateModified": gewijzigd.isoformat(),
    }
