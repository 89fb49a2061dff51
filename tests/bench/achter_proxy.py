"""A production site as its proxy hands requests to it: every one of them came over TLS.

For a browser, which cannot say so in all it asks for itself (Lighthouse reads robots.txt).
"""

from typing import Any

from lesaanbod.config.wsgi import application as site


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """Answer as the site does behind its proxy."""
    environ["HTTP_X_FORWARDED_PROTO"] = "https"
    return site(environ, start_response)
