"""What a visitor sees when something broke on our side."""

import sys
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

WACHT = 30
"""Seconds to wait before trying again; longer than any transaction lasts."""

VERGEEFS = frozenset({"40001", "40P01", "55P03"})
"""PostgreSQL: two transactions could not both go on, a deadlock, a lock that could not be had."""


@requires_csrf_token
def server_fout(_request: HttpRequest) -> HttpResponse:
    """Say that it is busy (503, with when to come back) or that something went wrong (500).

    Django calls this while the exception is being handled. Nothing may ask for the database.
    """
    fout = sys.exc_info()[1]
    if isinstance(fout, OperationalError) and is_te_druk(fout):
        pagina = render_to_string("503.html")
        status = HTTPStatus.SERVICE_UNAVAILABLE
        return HttpResponse(pagina, status=status, headers={"Retry-After": str(WACHT)})
    return HttpResponse(render_to_string("500.html"), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def is_te_druk(fout: OperationalError) -> bool:
    """Whether a transaction was given up because of others; it then changed nothing."""
    code = getattr(fout.__cause__, "sqlstate", None)
    return code in VERGEEFS or "database is locked" in str(fout)
