"""Settings of gunicorn: ``gunicorn -c lesaanbod/config/gunicorn.py lesaanbod.config.wsgi``.

Its access log has a handler of its own, so the mask of ``lesaanbod.geheimen`` is put on here: the
address of a feed or an invitation is a secret.

An address may be 32 kB: a search of 10 kB grows to three times that in an address, and htmx sends
the address of the page along in a header. Gunicorn stops at 8 kB, or nowhere at all. Fewer headers
than its hundred keep what one request may hold in memory at 2 MB.
"""

import logging
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.http import message

from lesaanbod.geheimen import MaskedFormatter


class GemaskeerdeLogger(Logger):
    """Writes every line of gunicorn without addresses of people and secrets of links."""

    def setup(self, cfg: Any) -> None:
        """Put the mask on every handler."""
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                soort = handler.formatter or logging.Formatter()
                handler.setFormatter(MaskedFormatter(soort._fmt, soort.datefmt))  # noqa: SLF001


logger_class = GemaskeerdeLogger
message.MAX_REQUEST_LINE = limit_request_line = 32 * 1024
limit_request_field_size = 32 * 1024
limit_request_fields = 64
