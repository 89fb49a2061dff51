"""Letters about a diary that cannot be read. They name the diary by its owner's own word for it."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from hoofdrolspelers.models import ExterneAgenda
from lesaanbod.domain.datums import format_moment
from lesaanbod.domain.stille_uren import get_einde_stilte
from lesaanbod.domain.taal import format_aantal
from lesaanbod.services.berichten import zet_klaar

NOOIT_GELEZEN = "Wij weten nog niet wanneer u bezet bent."
RAAD = {
    True: "Zet een nieuw bestand op de site. Of kies een langere tijd.",
    False: "Kijk wat er misgaat. Of kies een langere tijd.",
}


def zet_agendabrief_klaar(*, brief: str, agenda: ExterneAgenda, nu: datetime) -> None:
    """Queue a letter to the owner of ``agenda``: what is wrong, since when, what to do.

    It keeps the quiet hours: what went wrong by night is read in the morning.
    """
    gebruiker = agenda.hoofdrolspeler.gebruiker
    zet_klaar(
        brief=brief,
        aan=gebruiker.email,
        aan_naam=gebruiker.naam,
        context={
            "agendanaam": agenda.naam,
            "fout": agenda.fout,
            "sinds": format_moment(agenda.fout_sinds) if agenda.fout_sinds else "",
            "stand": format_stand(agenda.gelezen_op),
            "termijn": format_aantal(agenda.max_dagen_oud or 0, "dag", "dagen"),
            "raad": RAAD[agenda.is_bestand],
            "agendas_url": settings.SITE_URL + reverse("hoofdrolspelers:agendas"),
        },
        onderwerp_soort="agenda",
        onderwerp_id=agenda.pk,
        nu=nu,
        niet_voor=nu if settings.DEMO else get_einde_stilte(nu),
    )


def format_stand(gelezen_op: datetime | None) -> str:
    """Return in words what we know of a diary that was last read at ``gelezen_op``."""
    if gelezen_op is None:
        return NOOIT_GELEZEN
    return f"Wij kennen uw agenda zoals wij hem lazen op {format_moment(gelezen_op)}."
