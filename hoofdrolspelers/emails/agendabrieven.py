"""Letters about a diary that cannot be read. They name the diary by its owner's own word for it."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from hoofdrolspelers.models import ExterneAgenda
from lesaanbod.domain.datums import format_moment
from lesaanbod.services.berichten import zet_klaar


def zet_agendabrief_klaar(*, brief: str, agenda: ExterneAgenda, nu: datetime) -> None:
    """Queue a letter to the owner of ``agenda``: what is wrong, since when, what to do."""
    gebruiker = agenda.hoofdrolspeler.gebruiker
    zet_klaar(
        brief=brief,
        aan=gebruiker.email,
        aan_naam=gebruiker.naam,
        context={
            "agenda": agenda.naam,
            "fout": agenda.fout,
            "sinds": format_moment(agenda.fout_sinds) if agenda.fout_sinds else "",
            "gelezen": format_moment(agenda.gelezen_op) if agenda.gelezen_op else "",
            "dagen": agenda.max_dagen_oud,
            "is_bestand": agenda.is_bestand,
            "agendas_url": settings.SITE_URL + reverse("hoofdrolspelers:agendas"),
        },
        onderwerp_soort="agenda",
        onderwerp_id=agenda.pk,
        nu=nu,
    )
