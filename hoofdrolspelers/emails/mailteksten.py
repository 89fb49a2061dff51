"""What an editor may name in the letters of this app, with an invented example of each."""

from collections.abc import Iterator

from django.conf import settings

from hoofdrolspelers.emails.agendabrieven import RAAD
from hoofdrolspelers.emails.brieven import BRIEVEN
from lesaanbod.domain.mailtekst import Briefsoort

UITLEG = {
    "agendanaam": "hoe de hoofdrolspeler de eigen agenda noemt",
    "fout": "wat er misgaat met de agenda",
    "sinds": "het moment waarop het misging",
    "stand": "wat wij nog van de agenda weten",
    "termijn": "hoe oud de agenda mag zijn; dat koos de hoofdrolspeler",
    "raad": "wat de hoofdrolspeler kan doen",
}


def list_brieven() -> Iterator[Briefsoort]:
    """Return the letters of this app, as editors meet them; nobody in the examples exists."""
    voorbeeld: dict[str, object] = {
        "aan": "voorbeeld@voorbeeld.example",
        "aan_naam": "Noor Voorbeeld",
        "link": "",
        "agendanaam": "werk",
        "fout": "Dit adres vraagt om inloggen.",
        "sinds": "maandag 1 maart, 9.00 uur",
        "stand": "Wij kennen uw agenda zoals wij hem lazen op maandag 1 maart, 8.00 uur.",
        "termijn": "7 dagen",
        "raad": RAAD[False],
        "agendas_url": f"{settings.SITE_URL}/voorbeeld/",
    }
    for brief in BRIEVEN.values():
        yield Briefsoort(
            sleutel=brief.sleutel,
            aan="hoofdrolspeler",
            wanneer=brief.wanneer,
            uitleg=UITLEG,
            voorbeeld=voorbeeld,
        )
