"""Reading the outbox: which letters went to whom; never their text, a link or a token."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

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
    teruggekomen_op: datetime | None
    methode: str

    @property
    def ontvanger(self) -> str:
        """The name of the receiver, or the address where we know no name."""
        return self.aan_naam or self.aan

    @property
    def is_mislukt(self) -> bool:
        """Whether the site gave up on it, or it came back."""
        return self.status == BerichtStatus.MISLUKT or self.teruggekomen_op is not None

    @property
    def is_onderweg(self) -> bool:
        """Whether it still has to leave."""
        return self.status in {BerichtStatus.WACHTEND, BerichtStatus.BEZIG}


VELDEN = tuple(Berichtregel.__dataclass_fields__)


def list_mislukte_berichten() -> list[Berichtregel]:
    """Return the mails the site gave up on and those that came back, oldest first."""
    rijen = [rij for soort in _filter_mislukt() for rij in soort.values(*VELDEN)]
    return sorted((Berichtregel(**rij) for rij in rijen), key=lambda bericht: bericht.id)


def count_mislukte_berichten() -> int:
    """Return how many those are."""
    return sum(soort.count() for soort in _filter_mislukt())


def _filter_mislukt() -> tuple[QuerySet[Bericht], QuerySet[Bericht]]:
    """Return what was given up and what came back, apart: each has an index of its own."""
    return (
        Bericht.objects.filter(status=BerichtStatus.MISLUKT.value, teruggekomen_op=None),
        Bericht.objects.filter(teruggekomen_op__isnull=False),
    )


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


def list_berichten_van_uid(uid: str) -> list[Berichtregel]:
    """Return every mail of one invitation, newest first."""
    return [
        Berichtregel(**rij)
        for rij in Bericht.objects.filter(uid=uid).order_by("-pk").values(*VELDEN)
    ]


def list_laatste_berichten(uids: Iterable[str]) -> dict[str, Berichtregel]:
    """Return the newest mail of each of these invitations, in one query."""
    rijen = Bericht.objects.filter(uid__in=list(uids)).order_by("pk").values("uid", *VELDEN)
    return {rij.pop("uid"): Berichtregel(**rij) for rij in rijen}


def list_wachtende_ontvangers(*, brief: str, minstens: int, nu: datetime) -> list[str]:
    """Return who is about to get this letter ``minstens`` times or more."""
    klaar = Bericht.objects.filter(
        brief=brief, status=BerichtStatus.WACHTEND.value, pogingen=0, volgende_poging__lte=nu
    )
    geteld = klaar.order_by().values("aan").annotate(aantal=Count("pk"))
    return [rij["aan"] for rij in geteld.filter(aantal__gte=minstens)]


def find_bericht(message_ids: Iterable[str]) -> Berichtregel | None:
    """Return the newest mail with one of these Message-IDs, or None."""
    gevonden = Bericht.objects.filter(message_id__in=list(message_ids)).order_by("-pk")
    rij = gevonden.values(*VELDEN).first()
    return Berichtregel(**rij) if rij else None


def is_bericht(bericht_id: int) -> bool:
    """Whether there is a mail with this number."""
    return Bericht.objects.filter(pk=bericht_id).exists()
