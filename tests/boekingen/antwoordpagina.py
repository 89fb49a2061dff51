"""The answer page as the person behind the link opens it."""

from boekingen.models import Inzet
from lesaanbod.services.links import sign


def get_pad(inzet: Inzet) -> str:
    return f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/"


def antwoord(client, inzet, wat, **velden):
    """Press a button on the page; it sends along the moment that was shown."""
    moment = inzet.begin.isoformat()
    return client.post(get_pad(inzet), {"antwoord": wat, "moment": moment, **velden})


def lees(client, inzet) -> str:
    reactie = client.get(get_pad(inzet))
    assert reactie.status_code == 200
    return reactie.content.decode()
