"""Settings of gunicorn: ``gunicorn -c lesaanbod/config/gunicorn.py lesaanbod.config.wsgi``.

Its access log has a handler of its own, so the mask of ``lesaanbod.geheimen`` is put on here: the
address of a feed or an invitation is a secret.
"""

import logging
from typing import Any

from gunicorn.glogging import Logger

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
