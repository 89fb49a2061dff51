"""Letters about an answer that came from a diary."""

from datetime import datetime

from boekingen.emails.context import build_hoofdrolspeler_context
from boekingen.emails.rust import zet_brief_klaar
from boekingen.models import Boeking, Inzet, Uitnodiging
from lesaanbod.services.berichten import PersoonlijkeLink

ANTWOORD_DOEL = "antwoord"
ANTWOORD_PAD = "/antwoord/{token}/"


def zet_antwoordbrief_klaar(
    *,
    brief: str,
    boeking: Boeking,
    inzet: Inzet,
    uitnodiging: Uitnodiging,
    antwoord: str,
    nu: datetime,
    uitleg: str = "",
    sleutel: str = "",
) -> None:
    """Queue a letter to the address that was asked; with ``sleutel`` its link opens that answer.

    ``antwoord`` is what the diary said, in a word.
    """
    context = build_hoofdrolspeler_context(boeking, inzet, (inzet.begin, inzet.eind), nu=nu)
    zet_brief_klaar(
        brief=brief,
        aan=uitnodiging.adres,
        aan_naam=uitnodiging.naam,
        context=context | {"antwoord_woord": antwoord, "uitleg": uitleg},
        onderwerp_soort="boeking",
        onderwerp_id=boeking.pk,
        nu=nu,
        begin=inzet.begin,
        link=PersoonlijkeLink(pad=ANTWOORD_PAD, doel=ANTWOORD_DOEL, sleutel=sleutel)
        if sleutel
        else PersoonlijkeLink(
            pad="/uitnodiging/{token}/", doel="uitnodiging", sleutel=inzet.sleutel
        ),
    )
