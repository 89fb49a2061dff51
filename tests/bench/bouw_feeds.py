"""A school year of confirmed lessons at one school, all by one person, and the feeds of all three.

The first lesson is made by the services; the others are copies of its rows.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Model

from boekingen.domain.feed import Feeddetail
from boekingen.models import Boeking, Inzet, Uitnodiging
from boekingen.services.agendafeeds import vernieuw_feed
from hoofdrolspelers.models import Wijk
from lesaanbod.models import Niveau
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory

NU = datetime(2027, 1, 11, 8, tzinfo=UTC)
ROL = "rol van de meting"
OP_EEN_DAG = 4
VAN_COLLEGA = 4
"""One in so many is asked for by a colleague of the contact whose feed is read."""


@dataclass(frozen=True, slots=True)
class Gevuld:
    """Who there is: numbers to change something with, and owner → secret of the feed."""

    hoofdrolspeler_id: int
    school_id: int
    geheimen: dict[str, str]


def bouw_feeds(aantal: int) -> Gevuld:
    """Store ``aantal`` lessons and make the three feeds, as full as they can be."""
    wereld = Wereld(NU, wijk=Wijk.objects.first(), niveau=Niveau.objects.get(slug="groep-8"))
    boeking = wereld.boeking({ROL: 1}, begin=op(1, 18))
    (inzet,) = wereld.vraag(boeking, wereld.persoon(ROL))
    inzet = wereld.ja(inzet)
    vermenigvuldig(
        boeking, inzet, aantal=aantal, collega=ContactpersoonFactory(school=wereld.school)
    )
    eigenaars = {
        "hoofdrolspeler": {"hoofdrolspeler_id": inzet.hoofdrolspeler_id},
        "contact": {"contactpersoon_id": wereld.contact.pk},
        "school": {"school_id": wereld.school.pk},
    }
    geheimen = {
        naam: vernieuw_feed(detail=Feeddetail.PLAATS, nu=NU, **eigenaar)
        for naam, eigenaar in eigenaars.items()
    }
    return Gevuld(inzet.hoofdrolspeler_id, wereld.school.pk, geheimen)


def vermenigvuldig(boeking: Boeking, inzet: Inzet, *, aantal: int, collega: Any) -> None:
    """Store the lesson on other days as well, until there are ``aantal``."""
    nummers = range(1, aantal)
    momenten = [
        {"begin": boeking.begin + verschil, "eind": boeking.eind + verschil}
        for nummer in nummers
        for verschil in [timedelta(days=nummer // OP_EEN_DAG, hours=2 * (nummer % OP_EEN_DAG))]
    ]
    contacten = [boeking.aanvraag.contactpersoon_id, collega.pk]
    aanvragen = kopieer(
        boeking.aanvraag,
        [
            {
                "kenmerk": f"KS-{nummer}",
                "sleutel_hash": f"meting-{nummer}",
                "contactpersoon_id": contacten[nummer % VAN_COLLEGA == 0],
            }
            for nummer in nummers
        ],
    )
    groepen = kopieer(boeking.groepen.get(), [{"aanvraag": een} for een in aanvragen])
    boekingen = kopieer(
        boeking,
        [{"aanvraag": een, **moment} for een, moment in zip(aanvragen, momenten, strict=True)],
    )
    koppeling = Boeking.groepen.through
    koppeling.objects.bulk_create(
        koppeling(boeking=een, groep=groep) for een, groep in zip(boekingen, groepen, strict=True)
    )
    plekken = kopieer(inzet.plek, [{"boeking": een} for een in boekingen])
    vastleggingen = kopieer(
        inzet.vastlegging,
        [{"sleutel": f"meting-{n}", **moment} for n, moment in zip(nummers, momenten, strict=True)],
    )
    inzetten = kopieer(
        inzet,
        [
            {"plek": plek, "vastlegging": vast, "sleutel": f"meting-{nummer}", **moment}
            for nummer, plek, vast, moment in zip(
                nummers, plekken, vastleggingen, momenten, strict=True
            )
        ],
    )
    for uitnodiging in Uitnodiging.objects.filter(boeking=boeking):
        kopieer(
            uitnodiging,
            [
                {
                    "uid": f"{nummer}-{uitnodiging.uid}",
                    "boeking": een,
                    "inzet": andere if uitnodiging.inzet_id else None,
                    **moment,
                }
                for nummer, een, andere, moment in zip(
                    nummers, boekingen, inzetten, momenten, strict=True
                )
            ],
        )


def kopieer(rij: Any, verschillen: list[dict[str, Any]]) -> list[Any]:
    """Store a row like ``rij`` for each set of other values."""
    velden = {veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields}
    del velden[rij._meta.pk.attname]
    return type(rij).objects.bulk_create(
        type(rij)(**build_velden(rij, velden, verschil)) for verschil in verschillen
    )


def build_velden(rij: Model, velden: dict[str, Any], verschil: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a copy; a relation may be given as a row."""
    nieuw = {rij._meta.get_field(naam).attname: waarde for naam, waarde in verschil.items()}
    return velden | {
        naam: waarde.pk if isinstance(waarde, Model) else waarde for naam, waarde in nieuw.items()
    }
