"""Redis that is down or hangs costs a page one short wait, and then none for a while."""

import socket
import time
from contextlib import closing

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCacheClient

import pytest
from redis.exceptions import RedisError

from lesaanbod import cache
from tests.factories.catalogus import maak_les

WACHT = 0.1


@pytest.fixture(params=["down", "hangs"])
def redis(request, settings, monkeypatch):
    """A Redis that cannot be reached, or takes a connection and never says a word."""
    monkeypatch.setattr(cache, "_stil_tot", {})
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        poort = server.getsockname()[1]
        if request.param == "down":
            server.close()
        een = {
            "BACKEND": "lesaanbod.cache.MildRedisCache",
            "LOCATION": f"redis://127.0.0.1:{poort}",
            "OPTIONS": {"socket_connect_timeout": WACHT, "socket_timeout": WACHT},
        }
        settings.CACHES = {**settings.CACHES, "default": een, "paginas": een}
        yield caches["default"]


@pytest.fixture
def pogingen(monkeypatch) -> list[str]:
    """What Redis is really asked for, by whichever cache."""
    gevraagd = []
    get_client = RedisCacheClient.get_client

    def tel(client, key=None, *, write=False):
        gevraagd.append(key)
        return get_client(client, key, write=write)

    monkeypatch.setattr(RedisCacheClient, "get_client", tel)
    return gevraagd


def test_acts_as_an_empty_cache(redis):
    redis.set("a", 1)
    assert redis.get("a", "anders") == "anders"
    assert redis.get_many(["a"]) == {}
    assert redis.delete("a") is False


def test_nothing_is_counted_so_that_login_stays_closed(redis):
    for _ in range(2):
        with pytest.raises(RedisError):
            redis.add("poging", 1)


def test_is_asked_once_and_again_after_the_pause(redis, pogingen, monkeypatch):
    for _ in range(20):
        redis.get("a")
        redis.set("a", 1)
    assert len(pogingen) == 1
    later = time.monotonic() + cache.PAUZE
    monkeypatch.setattr(cache.time, "monotonic", lambda: later)
    redis.get("a")
    assert len(pogingen) == 2


def test_page_and_edit_come_with_one_wait(pogingen, redis, client, lesaanbod):
    les = maak_les(lesaanbod, title="Veilig online")
    assert "Veilig online" in client.get(les.url).content.decode()
    les.title = "Zonder Redis"
    les.save()
    assert "Zonder Redis" in client.get(les.url).content.decode()
    assert len(pogingen) == 1
