"""The settings of production without the cache of pages: every request takes the whole way."""

from lesaanbod.config.settings import *  # noqa: F403
from lesaanbod.config.settings import CACHES

CACHES["paginas"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
