"""The shared cache: a help for pages, a condition for rate limits."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache

from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

# Seconds in which a Redis that did not answer is left alone. A page asks a dozen times; only the
# first may have to wait, by the time-outs of the settings.
PAUZE = 5
_stil_tot: dict[Any, float] = {}

Waarde = TypeVar("Waarde")


class MildRedisCache(RedisCache):
    """Redis that pages can do without.

    Reading and writing act as an empty cache while Redis is away, so the site stays up. ``add``
    raises ``RedisError``: every rate limit begins with it, and login without limits is closed
    (lesaanbod.views.toegang.dicht_zonder_rem).
    """

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.server = str(server)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return the stored value, or ``default`` when there is none or Redis is away."""
        return self._vraag(super().get, key, default, version, anders=default)

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        """Return what is stored of ``keys``; nothing when Redis is away."""
        return self._vraag(super().get_many, keys, version, anders={})

    def set(self, *args: Any, **kwargs: Any) -> None:
        """Store a value; without Redis nothing happens."""
        self._vraag(super().set, *args, anders=None, **kwargs)

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value and return whether it was there; without Redis it was not."""
        return self._vraag(super().delete, key, version, anders=False)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        """Store a value where there is none and return whether; ``RedisError`` without Redis."""
        return self._probeer(super().add, *args, **kwargs)

    def _vraag(
        self, vraag: Callable[..., Waarde], *args: Any, anders: Waarde, **kwargs: Any
    ) -> Waarde:
        """Return the answer of Redis, or ``anders`` when it is away."""
        try:
            return self._probeer(vraag, *args, **kwargs)
        except RedisError:
            return anders

    def _probeer(self, vraag: Callable[..., Waarde], *args: Any, **kwargs: Any) -> Waarde:
        """Return the answer of Redis; ``RedisError`` without asking for a while after a failure."""
        if time.monotonic() < _stil_tot.get(self.server, 0):
            raise RedisConnectionError("Redis did not answer a moment ago.")
        try:
            return vraag(*args, **kwargs)
        except RedisError:
            _stil_tot[self.server] = time.monotonic() + PAUZE
            raise
