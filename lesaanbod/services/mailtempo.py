"""A pace per mail domain, shared by all workers (``MAIL_TEMPO`` mails a minute).

A school or a police force with its own mail server refuses, or holds for hours, what comes too
fast. What is over the pace waits for the next minute, without an attempt being counted.
"""

from collections import Counter
from datetime import datetime, timedelta

from django.conf import settings

from lesaanbod.models import Bericht, Domeintempo
from lesaanbod.models.berichten import BerichtStatus

MINUUT = timedelta(minutes=1)
HOOGSTENS = 900
"""How many mails are put off at once; SQLite takes no more values in one question."""


def neem_ruimte(berichten: list[Bericht], *, nu: datetime) -> list[Bericht]:
    """Return which of these mails may leave this minute; the others wait for the next.

    Must run in the transaction that claims them.
    """
    if not settings.MAIL_TEMPO:
        return berichten
    minuut = nu.replace(second=0, microsecond=0)
    gevraagd = Counter(map(get_domein, berichten))
    gekregen = reserveer(gevraagd, minuut=minuut)
    over, mee = dict(gekregen), []
    for bericht in berichten:
        domein = get_domein(bericht)
        if over[domein]:
            over[domein] -= 1
            mee.append(bericht)
    ids = [bericht.pk for bericht in mee]
    for domein in sorted(gevraagd):
        if gekregen[domein] < gevraagd[domein]:
            stel_uit(domein, behalve=ids, nu=nu, tot=minuut + MINUUT)
    return mee


def get_domein(bericht: Bericht) -> str:
    """Return the domain of the receiver, in lower case."""
    return bericht.aan.rpartition("@")[2].lower()


def reserveer(vraag: Counter[str], *, minuut: datetime) -> dict[str, int]:
    """Take as much of what each domain is asked for as this minute has left."""
    Domeintempo.objects.bulk_create(
        [Domeintempo(domein=domein, minuut=minuut) for domein in sorted(vraag)],
        ignore_conflicts=True,
    )
    namen = Domeintempo.objects.filter(domein__in=list(vraag)).order_by("domein")
    rijen = list(namen.select_for_update())
    gekregen = {}
    for rij in rijen:
        al = rij.aantal if rij.minuut == minuut else 0
        gekregen[rij.domein] = min(vraag[rij.domein], max(settings.MAIL_TEMPO - al, 0))
        rij.minuut, rij.aantal = minuut, al + gekregen[rij.domein]
    Domeintempo.objects.bulk_update(rijen, ["minuut", "aantal"])
    return gekregen


def stel_uit(domein: str, *, behalve: list[int], nu: datetime, tot: datetime) -> None:
    """Let what is due for a domain wait, so that it keeps nothing else waiting.

    Rows that another worker has in hand are passed over: two that wait for each other would stop.
    """
    wachtend = Bericht.objects.filter(
        status=BerichtStatus.WACHTEND.value, volgende_poging__lte=nu, aan__iendswith=f"@{domein}"
    ).exclude(pk__in=behalve)
    ids = wachtend.select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True)
    Bericht.objects.filter(pk__in=list(ids[:HOOGSTENS])).update(volgende_poging=tot)
