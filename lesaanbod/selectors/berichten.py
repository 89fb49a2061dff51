"""Reading the outbox: which letters went to whom; never their text, a link or a token."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lesaanbod.models import Bericht
from lesaanbod.models.berichten import BerichtStatus

from .gebeurtenissen import Onderwerp, filter_onderwerpen


@dataclass(frozen=True, slots=True, kw_only=True)
class Berichtregel:
    """One mail: which letter, about what, to whom, and how far it got."""

    id: int
    brief: str
    aan: str
    aan_naam: str
    onderwerp_soort: str
    onderwerp_id: str
    status: str
    fout: str
    pogingen: int
    aangemaakt_op: datetime
    verzonden_op: datetime | None

    @property
    def ontvanger(self) -> str:
        """The name of the receiver, or the address where we know no name."""
        return self.aan_naam or self.aan

    @property
    def is_mislukt(self) -> bool:
        """Whether the site gave up on it."""
        return self.status == BerichtStatus.MISLUKT

    @property
    def is_onderweg(self) -> bool:
        """Whether it still has to leave."""
        return self.status in {BerichtStatus.WACHTEND, BerichtStatus.BEZIG}


VELDEN = tuple(Berichtregel.__dataclass_fields__)


def list_mislukte_berichten() -> list[Berichtregel]:
    """Return the mails the site gave up on, oldest first."""
    mislukt = Bericht.objects.filter(status=BerichtStatus.MISLUKT.value).order_by("pk")
    return [Berichtregel(**rij) for rij in mislukt.values(*VELDEN)]


def list_berichten(
    onderwerpen: Iterable[Onderwerp], *, vanaf: datetime | None = None
) -> list[Berichtregel]:
    """Return the mails about these subjects (kind, number), newest first, in one query.

    With ``vanaf`` only those that were decided on at that moment or later.
    """
    berichten = filter_onderwerpen(Bericht.objects.all(), onderwerpen)
    if vanaf is not None:
        berichten = berichten.filter(aangemaakt_op__gte=vanaf)
    return [Berichtregel(**rij) for rij in berichten.order_by("-pk").values(*VELDEN)]


def is_bericht(bericht_id: int) -> bool:
    """Whether there is a mail with this number."""
    return Bericht.objects.filter(pk=bericht_id).exists()
