"""The shared cache: a help for pages, a condition for rate limits."""

from typing import Any

from django.core.cache.backends.redis import RedisCache

from redis.exceptions import RedisError


class MildRedisCache(RedisCache):
    """Redis that pages can do without.

    Reading and writing act as an empty cache while Redis is away, so the site stays up. ``add``
    raises ``RedisError``: every rate limit begins with it, and login without limits is closed
    (lesaanbod.views.toegang.dicht_zonder_rem).
    """

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return the stored value, or ``default`` when there is none or Redis is away."""
        try:
            return super().get(key, default, version)
        except RedisError:
            return default

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        """Return what is stored of ``keys``; nothing when Redis is away."""
        try:
            found: dict[Any, Any] = super().get_many(keys, version)
        except RedisError:
            return {}
        return found

    def set(self, *args: Any, **kwargs: Any) -> None:
        """Store a value; without Redis nothing happens."""
        try:
            super().set(*args, **kwargs)
        except RedisError:
            return

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value and return whether it was there; without Redis it was not."""
        try:
            return super().delete(key, version)
        except RedisError:
            return False
