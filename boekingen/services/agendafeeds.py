"""The feed of the own diary: making and renewing its secret, and reading it.

The address of a feed is the permission. Of its secret only a SHA-256 is kept (128 random bits need
no salt), so it is shown once. A renewed secret ends the old address at once.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Q

from redis.exceptions import RedisError

from boekingen.domain.feed import Feed, Feeddetail, build_feed
from boekingen.domain.schooldagen import ZONE
from boekingen.models import Agendafeed, Contactpersoon, Feedlezer
from boekingen.selectors.agendafeeds import (
    get_feed_voor_geheim,
    get_kalendernaam,
    hash_geheim,
    list_feedlessen,
)
from lesaanbod.services.gebeurtenissen import noteer

HERBOUW = timedelta(hours=1)
"""How long a body stands without looking: small changes that send no mail show after this."""
LEZERS_BLIJVEN = timedelta(days=7)
SECONDEN = 3600
"""A reading counts once an hour for a network, and so long is guessing counted."""
GOKKEN_PER_UUR = 60
NETWERK_BITS = {4: 16, 6: 32}
"""How much of an address is one place: a provider, not a person."""


@dataclass(frozen=True, slots=True)
class Feedstand:
    """What the feed says of itself; ``inhoud`` is None when nothing had to be built."""

    feed: Agendafeed
    etag: str
    gewijzigd_op: datetime
    inhoud: bytes | None


def vernieuw_feed(*, detail: Feeddetail, nu: datetime, **eigenaar: Any) -> str:
    """Make or renew the secret of a feed and return it, for this one time.

    ``eigenaar`` is one of ``hoofdrolspeler_id``, ``contactpersoon_id`` and ``school_id``.
    """
    geheim = secrets.token_urlsafe(16)
    nu = nu.replace(microsecond=0)
    velden = {
        "geheim_hash": hash_geheim(geheim),
        "detail": detail.value,
        "gemaakt_op": nu,
        "gewijzigd_op": nu,
        "geldig_tot": nu,
        "etag": "",
        "laatst_gelezen_op": None,
    }
    with transaction.atomic():
        feed, _ = Agendafeed.objects.update_or_create(**eigenaar, defaults=velden)
        feed.lezers.all().delete()
        log(eigenaar, "agendalink vernieuwd", nu=nu)
    return geheim


def kies_detail(*, hoofdrolspeler_id: int, detail: Feeddetail, nu: datetime) -> None:
    """Change how much the feed says; the address stays."""
    with transaction.atomic():
        feed = Agendafeed.objects.filter(hoofdrolspeler_id=hoofdrolspeler_id)
        if feed.update(detail=detail.value, versie=F("versie") + 1):
            log({"hoofdrolspeler_id": hoofdrolspeler_id}, f"agendalink toont {detail.value}", nu=nu)


def stop_feed(*, nu: datetime, **eigenaar: int) -> None:
    """End the address for good. A second time changes nothing."""
    with transaction.atomic():
        weg, _ = Agendafeed.objects.filter(**eigenaar).delete()
        if weg:
            log(eigenaar, "agendalink gestopt", nu=nu)


def meld_feed_veranderd(*, hoofdrolspeler_id: int) -> None:
    """Say that the diary of this person changed: the next reader gets a new body."""
    Agendafeed.objects.filter(hoofdrolspeler_id=hoofdrolspeler_id).update(versie=F("versie") + 1)


def meld_schoolfeeds_veranderd(*, school_id: int) -> None:
    """Say that a lesson at this school changed: in the feeds of its contacts, and in its own."""
    contacten = Contactpersoon.objects.filter(school=school_id)
    feeds = Agendafeed.objects.filter(Q(contactpersoon__in=contacten) | Q(school=school_id))
    feeds.update(versie=F("versie") + 1)


def lees_feed(*, geheim: str, etag: str, nu: datetime) -> Feedstand | None:
    """Return the feed behind a secret, or None for any other text.

    A reader who already has ``etag`` costs one query while nothing changed; otherwise the body is
    built in a constant number of queries, however many lessons.
    """
    feed = get_feed_voor_geheim(geheim)
    if feed is None:
        return None
    is_vers = feed.gebouwde_versie == feed.versie and nu < feed.geldig_tot
    if is_vers and etag == feed.etag:
        return Feedstand(feed, feed.etag, feed.gewijzigd_op, None)
    gebouwd = bouw(feed, nu=nu)
    if not is_vers or gebouwd.etag != feed.etag:
        bewaar(feed, gebouwd, nu=nu)
    return Feedstand(feed, feed.etag, feed.gewijzigd_op, gebouwd.inhoud)


def bouw(feed: Agendafeed, *, nu: datetime) -> Feed:
    """Return the body as it is now."""
    return build_feed(
        list_feedlessen(feed, nu=nu),
        detail=Feeddetail(feed.detail),
        organisator_adres=settings.AFZENDER,
        organisator_naam=settings.AFZENDER_NAAM,
        nu=nu,
        hooguit=HERBOUW,
        kalendernaam=get_kalendernaam(feed),
    )


def bewaar(feed: Agendafeed, gebouwd: Feed, *, nu: datetime) -> None:
    """Keep the fingerprint of a body, unless the diary changed while it was built."""
    if gebouwd.etag != feed.etag:
        # Whole seconds, as the header has, and never back.
        feed.gewijzigd_op = max(nu.replace(microsecond=0), feed.gewijzigd_op)
    feed.etag, feed.geldig_tot, feed.gebouwde_versie = (
        gebouwd.etag,
        gebouwd.geldig_tot,
        feed.versie,
    )
    Agendafeed.objects.filter(pk=feed.pk, versie=feed.versie).update(
        etag=feed.etag,
        gewijzigd_op=feed.gewijzigd_op,
        geldig_tot=feed.geldig_tot,
        gebouwde_versie=feed.gebouwde_versie,
    )


def noteer_lezing(*, feed: Agendafeed, adres: str, nu: datetime) -> None:
    """Remember that, and from how many places, a feed was read; at most once an hour per place.

    Of the address only a keyed hash of its network is kept, with a key of that day, for a week.
    """
    netwerk = hash_netwerk(adres, nu)
    try:
        is_nieuw = cache.add(f"feedlezing-{feed.pk}-{netwerk}", 1, SECONDEN)
    except RedisError:
        return
    if not is_nieuw:
        return
    dag = nu.astimezone(ZONE).date()
    with transaction.atomic():
        Agendafeed.objects.filter(pk=feed.pk).update(laatst_gelezen_op=nu)
        Feedlezer.objects.get_or_create(feed=feed, dag=dag, netwerk=netwerk)
        feed.lezers.filter(dag__lt=dag - LEZERS_BLIJVEN).delete()


def mag_raden(*, adres: str, nu: datetime) -> bool:
    """Count an address of a feed that is none; False when this network tried too often this hour.

    Where nothing can be counted a wrong address stays a 404: guessing 128 bits is hopeless anyway.
    """
    sleutel = f"feedgok-{hash_netwerk(adres, nu)}"
    try:
        cache.add(sleutel, 0, SECONDEN)
        return cache.incr(sleutel) <= GOKKEN_PER_UUR
    except (RedisError, ValueError):
        return True


def hash_netwerk(adres: str, nu: datetime) -> str:
    """Return what stands for the network of an address on this day; unreadable ones are one."""
    try:
        ip = ip_address(adres)
        begin = int(ip) >> (ip.max_prefixlen - NETWERK_BITS[ip.version])
        netwerk = f"{ip.version}-{begin}"
    except ValueError:
        netwerk = "onbekend"
    sleutel = f"{settings.SECRET_KEY}-feedlezer-{nu.astimezone(ZONE).date()}".encode()
    return hmac.new(sleutel, netwerk.encode(), hashlib.sha256).hexdigest()[:16]


def log(eigenaar: dict[str, int], wat: str, *, nu: datetime) -> None:
    """Write what happened to a feed, under its owner; it is always the owner who does it."""
    ((veld, eigenaar_id),) = eigenaar.items()
    soort = veld.removesuffix("_id")
    noteer(onderwerp_soort=soort, onderwerp_id=eigenaar_id, wat=wat, door=None, nu=nu)
