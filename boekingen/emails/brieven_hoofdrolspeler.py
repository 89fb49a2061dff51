"""Plain letters to a hoofdrolspeler: about another moment, and about taking part."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from boekingen.emails.context import build_draaiboek, build_hoofdrolspeler_context
from boekingen.emails.rust import zet_brief_klaar
from boekingen.models import Boeking, Inzet, Tegenvoorstel
from lesaanbod.domain.datums import format_moment
from lesaanbod.domain.taal import opsomming
from lesaanbod.services.berichten import PersoonlijkeLink

if TYPE_CHECKING:
    from hoofdrolspelers.models import Hoofdrolspeler


def zet_voorstelbrief_klaar(
    *, brief: str, voorstel: Tegenvoorstel, boeking: Boeking, nu: datetime
) -> None:
    """Queue a letter about what became of another moment; the lesson is as it was asked."""
    inzet = voorstel.inzet
    gebruiker = inzet.hoofdrolspeler.gebruiker
    momenten = opsomming(format_moment(moment.begin) for moment in voorstel.momenten.all())
    context = build_hoofdrolspeler_context(boeking, inzet, (inzet.begin, inzet.eind), nu=nu)
    zet_brief_klaar(
        brief=brief,
        aan=gebruiker.email,
        aan_naam=str(gebruiker),
        context=context
        | {"momenten": momenten, "antwoord": voorstel.antwoord, "portaal_url": get_portaal_url()},
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=inzet.begin,
    )


def zet_dag_ervoor_klaar(*, boeking: Boeking, inzet: Inzet, nu: datetime) -> None:
    """Queue the letter to who comes tomorrow: when, where, whom to call, and the script."""
    gebruiker = inzet.hoofdrolspeler.gebruiker
    context = build_hoofdrolspeler_context(boeking, inzet, (inzet.begin, inzet.eind), nu=nu)
    zet_brief_klaar(
        brief="inzet_dag_ervoor",
        aan=gebruiker.email,
        aan_naam=str(gebruiker),
        context=context | build_draaiboek(boeking),
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=inzet.begin,
        link=PersoonlijkeLink(
            pad="/uitnodiging/{token}/", doel="uitnodiging", sleutel=inzet.sleutel
        ),
    )


def zet_deelnamebrief_klaar(
    *,
    brief: str,
    hoofdrolspeler: "Hoofdrolspeler",
    nu: datetime,
    extra: Mapping[str, object] | None = None,
) -> None:
    """Queue a letter about taking part."""
    gebruiker = hoofdrolspeler.gebruiker
    zet_brief_klaar(
        brief=brief,
        aan=gebruiker.email,
        aan_naam=gebruiker.naam,
        context={
            "email": gebruiker.email,
            "rollen": opsomming(rol.naam for rol in hoofdrolspeler.rollen.all()),
            "portaal_url": get_portaal_url(),
            **(extra or {}),
        },
        onderwerp_soort="hoofdrolspeler",
        onderwerp_id=hoofdrolspeler.pk,
        nu=nu,
    )


def get_portaal_url() -> str:
    """Return the full address of the portal, for who logs in."""
    return settings.SITE_URL + reverse("boekingen:hoofdrolspeler")
