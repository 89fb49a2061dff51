"""The settings of production without the cache of pages: every page is made anew."""

from lesaanbod.config.settings import *  # noqa: F403
from lesaanbod.config.settings import MIDDLEWARE

MIDDLEWARE.remove("lesaanbod.paginacache.paginacache")
